"""JSON for other programs: keys in a fixed order, the same bytes for the same input, no timestamps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from json import dumps

from ..model import Report, Understanding
from .view import View, shown
from .wire import facts_object, reports_object


def render(reports: Sequence[Report], view: View) -> str:
    """The reports by the schema `procure-audit/report/1`; findings below the view's limits are left out."""
    kept = [replace(report, findings=shown(report, view)) for report in reports]
    return dumps(reports_object(kept, view.version), ensure_ascii=False, indent=2) + "\n"


def render_facts(understood: Sequence[Understanding], view: View) -> str:
    """What was understood by the schema `procure-audit/facts/1`."""
    return dumps(facts_object(understood, view.version), ensure_ascii=False, indent=2) + "\n"
