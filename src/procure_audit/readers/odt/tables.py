"""The grid of an OpenDocument table: which cell stands where, each cell once, repeated ones within limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .package import Element, count, name

MOST_COLUMNS = 63
"""As many as Word allows; files claim up to hundreds of millions."""
MOST_REPEATED = 100
MOST_ROWS = 65_536

_GROUPS = ("table:table-header-rows", "table:table-rows", "table:table-row-group")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell and where it stands, from 0."""

    element: Element
    row: int
    column: int
    rows: int
    columns: int
    is_heading: bool


def grid(table: Element) -> Iterator[GridCell]:
    """The cells of *table*, row by row; a repeated row or cell comes as often as it is seen."""
    number = 0
    for row, is_heading in _rows(table, False):
        for _ in range(min(max(count(row, "table:number-rows-repeated"), 1), MOST_REPEATED)):
            yield from _cells(row, number, is_heading)
            number += 1


def _rows(element: Element, is_heading: bool) -> Iterator[tuple[Element, bool]]:
    for child in element:
        kind = name(child)
        if kind == "table:table-row":
            yield child, is_heading
        elif kind in _GROUPS:
            yield from _rows(child, is_heading or kind == _GROUPS[0])


def _cells(row: Element, number: int, is_heading: bool) -> Iterator[GridCell]:
    column = 0
    for cell in row:
        kind = name(cell)
        if kind not in ("table:table-cell", "table:covered-table-cell"):
            continue
        for _ in range(max(count(cell, "table:number-columns-repeated"), 1)):
            if column >= MOST_COLUMNS:
                return
            if kind == "table:table-cell":
                columns = min(max(count(cell, "table:number-columns-spanned"), 1), MOST_COLUMNS)
                rows = min(max(count(cell, "table:number-rows-spanned"), 1), MOST_ROWS)
                yield GridCell(cell, number, column, rows, columns, is_heading)
            column += 1
