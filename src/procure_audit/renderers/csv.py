"""CSV (RFC 4180): one row a finding, then one for each thing that was not looked at.

UTF-8 with a byte order mark: without it Excel takes it for a Windows code page, and shows "Â£" for every "£".
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from ..model import Report
from ..text.printable import printable_lines
from .table import COLUMNS, Cell, is_order
from .unseen import unseen
from .view import View, shown


def render(reports: Sequence[Report], view: View) -> bytes:
    """The table; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in COLUMNS)
    for report in reports:
        for finding in shown(report, view):
            writer.writerow(safe(column.of(report, finding)) for column in COLUMNS)
        for one in unseen(report):
            told: dict[str, Cell] = {
                "tender": report.tender,
                "document": one.document,
                "status": one.kind,
                "rule": one.rule,
                "title": one.title or one.part,
                "message": one.says,
            }
            writer.writerow(safe(told.get(column.name)) for column in COLUMNS)
    return out.getvalue().encode("utf-8-sig")


def safe(cell: Cell) -> Cell:
    """*cell* as a spreadsheet may open it: never a formula, no control characters."""
    if not isinstance(cell, str):
        return cell
    text = printable_lines(cell)
    return f"'{text}" if is_order(text) else text
