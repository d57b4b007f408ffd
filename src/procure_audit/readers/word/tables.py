"""The grid of a Word table: which cell stands where, over how many rows and columns, each cell once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .package import Element, find, is_on, name, number, q

MOST_COLUMNS = 63
"""Word's own limit; files claim up to hundreds of millions."""


@dataclass(slots=True)
class GridCell:
    """A cell and where it stands, from 0."""

    element: Element
    row: int
    column: int
    columns: int
    is_heading: bool
    rows: int = 1


def grid(table: Element, is_gone: Callable[[str], bool]) -> list[GridCell]:
    """The cells of *table*, row by row; merged ones once; rows and cells that a revision took away are left out."""
    cells: list[GridCell] = []
    above: dict[int, GridCell] = {}
    row_number = 0
    for row in _members(table, "w:tr"):
        properties = find(row, "w:trPr")
        if _revised(properties, is_gone):
            continue
        is_heading = bool(is_on(properties, "w:tblHeader"))
        above = _read_row(row, row_number, number(properties, "w:gridBefore") or 0, is_heading, above, cells, is_gone)
        row_number += 1
    return cells


def _read_row(
    row: Element,
    row_number: int,
    column: int,
    is_heading: bool,
    above: dict[int, GridCell],
    cells: list[GridCell],
    is_gone: Callable[[str], bool],
) -> dict[int, GridCell]:
    """Add the cells of *row* to *cells*; give those that the next row may continue, by column."""
    open_below: dict[int, GridCell] = {}
    for element in _members(row, "w:tc"):
        properties = find(element, "w:tcPr")
        columns = min(max(number(properties, "w:gridSpan") or 1, 1), MOST_COLUMNS)
        column = min(column, MOST_COLUMNS)
        if not _revised(properties, is_gone):
            merge = find(properties, "w:vMerge")
            begun = above.get(column)
            if merge is not None and begun is not None and merge.get(q("w:val"), "continue") == "continue":
                begun.rows += 1
                open_below[column] = begun
            else:
                cell = GridCell(element, row_number, column, columns, is_heading)
                cells.append(cell)
                if merge is not None:
                    open_below[column] = cell
        column += columns
    return open_below


def _members(element: Element, kind: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those inside content controls and custom XML."""
    for child in element:
        found = name(child)
        if found == kind:
            yield child
        elif found in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"):
            yield from _members(child, kind)


def _revised(properties: Element | None, is_gone: Callable[[str], bool]) -> bool:
    """Whether a tracked change took this row or cell away."""
    marks = {"w:cellDel": "w:del", "w:cellIns": "w:ins"}
    return any(is_gone(marks.get(name(mark), name(mark))) for mark in (() if properties is None else properties))
