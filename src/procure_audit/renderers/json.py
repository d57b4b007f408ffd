"""JSON for other programs: keys in a fixed order, UTF-8, the same bytes for the same input, no timestamps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from json import dumps

from ..model import Report, Understanding
from .view import View, shown
from .wire import facts_object, report_object, reports_object

_CONTROL = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def render(reports: Sequence[Report], view: View) -> bytes:
    """The reports by the schema `procure-audit/report/1`; findings below the view's limits are left out."""
    kept = [replace(report, findings=shown(report, view)) for report in reports]
    return written(reports_object(kept, view.version))


def render_lines(reports: Sequence[Report], view: View) -> bytes:
    """The same, each report on one line of its own: never in an envelope."""
    kept = [replace(report, findings=shown(report, view)) for report in reports]
    return b"".join(written(report_object(report, view.version), indent=None) for report in kept)


def render_facts(understood: Sequence[Understanding], view: View) -> bytes:
    """What was understood by the schema `procure-audit/facts/1`."""
    return written(facts_object(understood, view.version))


def written(told: object, indent: int | None = 2) -> bytes:
    """*told* as JSON and a line end. What gives orders to a terminal is escaped, also where JSON lets it stand."""
    plain = dumps(told, ensure_ascii=False, indent=indent)
    return (_CONTROL.sub(lambda sign: f"\\u{ord(sign[0]):04x}", plain) + "\n").encode()
