"""An Excel workbook: a sheet of tenders, a sheet with one row a finding, a sheet of what was not looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any

from ..model import Report, Severity
from ..text.printable import printable
from .table import COLUMNS, Cell, is_order, link
from .unseen import unseen
from .view import View, shown

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_CREATED = datetime(1980, 1, 1)
_LONGEST_CELL = 32_767
_MOST_ON_A_PAGE = 16
_LINE, _TALLEST = 15.0, 120.0
"""Points of a line, and of the tallest row: of longer texts the beginning is seen, and the rest in the cell."""
_LONGEST_LINK = 2_079
_MOST_LINKS = 65_000
"""Excel opens no sheet with more than 65,530."""
_TENDERS = (
    ("tender", 24),
    ("score", 7),
    ("at worst", 9),
    ("at best", 9),
    ("grade", 7),
    *((str(severity), 10) for severity in sorted(Severity, reverse=True)),
    ("known or accepted", 18),
    ("not looked at", 14),
    ("documents", 11),
    ("pages", 8),
    ("words", 10),
)
_UNSEEN = (("tender", 24), ("what", 14), ("document", 30), ("part", 14), ("rule", 30), ("says", 90))


def render(reports: Sequence[Report], view: View) -> bytes:
    """The workbook: headings frozen, filters set, every cell of words a string and never a formula."""
    out = BytesIO()
    with workbook(out) as book:
        add_sheet(book, "Tenders", _TENDERS, [_tender(report) for report in reports])
        _findings(book, reports, view)
        add_sheet(book, "Not looked at", _UNSEEN, (row for report in reports for row in _unseen(report)))
    return out.getvalue()


def workbook(out: BytesIO) -> Workbook:
    """A workbook that is written to *out* when it is closed; words stay words, the same cells give the same bytes."""
    from xlsxwriter.workbook import Workbook

    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "procure-audit", "created": _CREATED})
    book.set_size(2400, 1200)
    return book


def _tender(report: Report) -> list[Cell]:
    score, read = report.score, report.understood
    head: list[Cell] = ["not assessed", None, None, None]
    if score:
        head = [score.value, score.low, score.high, score.grade]
    open_ones = [finding.severity for finding in report.findings if finding.is_open]
    pages, words = read.metric("pages"), read.metric("words")
    return [
        report.tender,
        *head,
        *(open_ones.count(severity) for severity in sorted(Severity, reverse=True)),
        len(report.findings) - len(open_ones),
        sum(1 for _ in unseen(report)),
        len(read.documents),
        *(int(one.value) if one and one.value is not None else None for one in (pages, words)),
    ]


def _unseen(report: Report) -> Iterator[list[Cell]]:
    for one in unseen(report):
        yield [report.tender, one.kind, one.document, one.part, one.rule, one.says]


def _findings(book: Workbook, reports: Sequence[Report], view: View) -> None:
    rows = [(report, finding) for report in reports for finding in shown(report, view)]
    cells = ([column.of(*row) for column in COLUMNS] for row in rows)
    sheet = add_sheet(book, "Findings", [(column.name, column.width) for column in COLUMNS], cells)
    linked = next(number for number, column in enumerate(COLUMNS) if column.of is link)
    look = book.add_format({"text_wrap": True, "valign": "top", "underline": 1, "font_color": "#0b57d0"})
    for number, row in enumerate(rows[:_MOST_LINKS], 1):
        address = link(*row)
        if isinstance(address, str) and len(address) <= _LONGEST_LINK:
            sheet.write_url(number, linked, address, look)


def add_sheet(
    book: Workbook, name: str, columns: Sequence[tuple[str, int]], rows: Iterable[Iterable[Cell]]
) -> Worksheet:
    """A sheet of *rows* under headings (name, width in characters), frozen and filtered, ready to print."""
    sheet = book.add_worksheet(name)
    head, body = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    literal = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    for number, (title, width) in enumerate(columns):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, title.capitalize(), head)
    last = 1
    for last, row in enumerate(rows, 1):
        cells = list(row)
        sheet.set_row(last, _height(cells, [width for _, width in columns]))
        for number, cell in enumerate(cells):
            _write(sheet, last, number, cell, body, literal)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    if len(columns) <= _MOST_ON_A_PAGE:
        sheet.fit_to_pages(1, 0)
    return sheet


def _height(cells: Sequence[Cell], widths: Sequence[int]) -> float:
    """Points for the longest of *cells*, wrapped: not every program finds the height by itself."""
    lines = max(ceil(len(str(cell)) / (width - 1)) for cell, width in zip(cells, widths, strict=True))
    return min(_TALLEST, _LINE * max(1, lines))


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, body: Any, literal: Any) -> None:
    if isinstance(cell, str):
        text = printable(cell.replace("\n", " "))[:_LONGEST_CELL]
        sheet.write_string(row, column, text, literal if is_order(text) else body)
    elif cell is not None:
        sheet.write_number(row, column, cell, body)
