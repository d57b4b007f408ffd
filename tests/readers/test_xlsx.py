"""Spreadsheets into sheets, tables and addressed cells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO

import pytest
from openpyxl import Workbook

from procure_audit.model import BlockKind, UnreadableError
from procure_audit.readers import xlsx
from procure_audit.readers.xlsx import address, read, shown


def saved(fill: Callable[[Workbook], None]) -> bytes:
    book = Workbook()
    fill(book)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def prices(book: Workbook) -> None:
    sheet = book.active
    assert sheet is not None
    sheet.title = "Prices"
    sheet["B3"], sheet["C3"] = "Item", "Price"
    sheet["B4"], sheet["C4"] = "Mowing", 1000000.0
    sheet["B5"], sheet["C5"] = "Begins", date(2026, 3, 31)
    secret = book.create_sheet("Workings")
    secret["A1"] = "our ceiling"
    secret.sheet_state = "hidden"
    book.create_sheet("Empty")


def test_each_sheet_is_a_heading_and_a_table() -> None:
    document = read(saved(prices), "prices.xlsx")
    assert [(block.kind.value, document.quote(block.span), block.path) for block in document.blocks] == [
        ("heading", "Prices", "Prices"),
        ("cell", "Item", "Prices!B3"),
        ("cell", "Price", "Prices!C3"),
        ("cell", "Mowing", "Prices!B4"),
        ("cell", "1000000", "Prices!C4"),
        ("cell", "Begins", "Prices!B5"),
        ("cell", "2026-03-31", "Prices!C5"),
        ("heading", "Workings", "Workings"),
        ("cell", "our ceiling", "Workings!A1"),
    ]


def test_a_cell_is_found_by_its_address_and_headings() -> None:
    document = read(saved(prices), "prices.xlsx")
    cell = document.tables[0].cells[3]
    assert cell.column_heading is not None and cell.row_heading is not None
    assert (document.quote(cell.column_heading), document.quote(cell.row_heading)) == ("Price", "Mowing")
    assert document.evidence(cell.span).path == "Prices!C4"


def test_hidden_sheets_are_read_and_told() -> None:
    document = read(saved(prices), "prices.xlsx")
    assert document.notes == ("sheet 'Workings' is hidden",)
    assert [block.hidden for block in document.blocks if block.kind is BlockKind.HEADING] == [False, True]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1000000.0, "1000000"),
        (0.1 + 0.2, "0.3"),
        (True, "yes"),
        (datetime(2026, 3, 31), "2026-03-31"),
        (datetime(2026, 3, 31, 12, 30), "2026-03-31 12:30"),
        (time(9, 0), "09:00:00"),
        (" words ", "words"),
    ],
)
def test_values_as_people_write_them(value: object, words: str) -> None:
    assert shown(value) == words


@pytest.mark.parametrize(("row", "column", "name"), [(0, 0, "A1"), (3, 1, "B4"), (9, 25, "Z10"), (0, 26, "AA1")])
def test_addresses(row: int, column: int, name: str) -> None:
    assert address(row, column) == name


def test_a_huge_sheet_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(book: Workbook) -> None:
        assert book.active is not None
        for number in range(50):
            book.active.append([f"item {number}", number])

    monkeypatch.setattr(xlsx, "MOST_CELLS", 20)
    document = read(saved(fill), "long.xlsx")
    assert [(gap.what, gap.reason) for gap in document.gaps] == [
        ("sheet 'Sheet'", "it has 50 rows, and reading stopped at row 11")
    ]


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(UnreadableError, match="it is a damaged spreadsheet"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "old.xls")


def test_a_panic_of_the_library_is_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def panics(*_: object) -> None:
        raise BaseException("index out of bounds")

    monkeypatch.setattr(xlsx, "_read", panics)
    with pytest.raises(UnreadableError, match="it is a damaged spreadsheet"):
        read(b"anything", "a.xlsx")
