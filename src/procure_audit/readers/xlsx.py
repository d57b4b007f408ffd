"""Spreadsheets (XLSX, XLSM, XLSB, XLS, ODS): each sheet is a heading and a table, each cell has its address."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from io import BytesIO
from itertools import islice
from typing import Any

from ..model import BlockKind, Document, Gap, UnreadableError
from .build import Builder

MOST_CELLS = 100_000
"""Filled cells read of one sheet; price lists beyond that are lists of values, not words."""

MOST_COLUMNS = 500
MOST_ROWS = 200_000

_SPLIT = "save the part that matters as a file of its own"


def read(data: bytes, path: str) -> Document:
    """A document with a heading and a table for each sheet; formulas show the value they had when it was saved.

    Raises UnreadableError where the file is damaged or locked. The reader underneath panics on some broken files
    (a BaseException), which is told like any other damage.
    """
    if data.startswith(b"PK"):
        from .archive import open_package

        open_package(data)  # refuses bombs before they unpack
    builder = Builder(path, "xlsx", sha256(data).hexdigest())
    try:
        _read(data, builder)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:
        raise _told(error) from error
    return builder.document()


def _told(error: BaseException) -> UnreadableError:
    from .archive import locked

    if "password" in type(error).__name__.lower() + str(error).lower():
        return locked()
    return UnreadableError("it is a damaged spreadsheet", "open it in Excel and save it anew, or ask for a new copy")


def _read(data: bytes, builder: Builder) -> None:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(BytesIO(data))
    for index, about in enumerate(workbook.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        hidden = about.visible != SheetVisibleEnum.Visible
        if hidden:
            builder.notes.append(f"sheet '{about.name}' is hidden")
        _sheet(builder, about.name, workbook.get_sheet_by_index(index), hidden)


def _sheet(builder: Builder, name: str, sheet: Any, hidden: bool) -> None:
    """Rows count from the first one that holds anything, as calamine counts columns, so that headings come first."""
    if not sheet.start:
        return
    top, left = sheet.start
    builder.block(BlockKind.HEADING, name, level=1, label="", hidden=hidden, path=name)
    builder.begin_table()
    left_over = MOST_CELLS
    for number, row in enumerate(islice(sheet.iter_rows(), MOST_ROWS)):
        if left_over <= 0:
            break
        for column, words in _filled(row):
            where = f"{name}!{address(number, left + column)}"
            label = None if any(map(str.isalpha, words)) else ""
            builder.begin_cell(number - top, column)
            builder.block(BlockKind.PARAGRAPH, words, label=label, hidden=hidden, path=where)
            builder.end_cell()
            left_over -= 1
    builder.end_table()
    if left_over <= 0 or sheet.end[0] >= MOST_ROWS:
        told = f"it has {sheet.end[0] + 1:,} rows, and reading stopped at row {number + 1:,}"
        builder.gaps.append(Gap(f"sheet '{name}'", told, _SPLIT))


def _filled(row: Sequence[Any]) -> list[tuple[int, str]]:
    """The filled cells of a row, with their columns."""
    shown_cells = ((column, shown(value)) for column, value in enumerate(row[:MOST_COLUMNS]) if value != "")
    return [(column, words) for column, words in shown_cells if words]


def shown(value: Any) -> str:
    """A cell's value as people write it: "1000000", "0.25", "2026-03-31", "yes"."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.0f}" if value == int(value) else repr(round(value, 10))
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value).strip() if not isinstance(value, timedelta) else str(value)


def address(row: int, column: int) -> str:
    """The name of a cell counted from 0: (3, 1) is "B4"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
