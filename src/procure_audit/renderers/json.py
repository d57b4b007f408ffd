"""JSON for other programs: keys in a fixed order, the same bytes for the same input, no timestamps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from json import dumps

from ..model import Report, Understanding
from .view import View, shown
from .wire import facts_object, reports_object

_CONTROL = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def render(reports: Sequence[Report], view: View) -> str:
    """The reports by the schema `procure-audit/report/1`; findings below the view's limits are left out."""
    kept = [replace(report, findings=shown(report, view)) for report in reports]
    return _written(reports_object(kept, view.version))


def render_facts(understood: Sequence[Understanding], view: View) -> str:
    """What was understood by the schema `procure-audit/facts/1`."""
    return _written(facts_object(understood, view.version))


def _written(told: object) -> str:
    """*told* as JSON. What gives orders to a terminal is escaped, also where JSON lets it stand."""
    return _CONTROL.sub(lambda sign: f"\\u{ord(sign[0]):04x}", dumps(told, ensure_ascii=False, indent=2)) + "\n"
