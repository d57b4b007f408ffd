"""An example as an OpenDocument text: a form with tables and boxes to answer in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from build import Item, Source, page_count
from odfdo import Cell, Document, Element, Header, List, ListItem, Paragraph, Row, Table

_FIXED = datetime(2026, 11, 2)
_LINES_OF_A_BOX = 12
_FRAMED = """
<style:style style:name="framed" style:family="table-cell">
  <style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/>
</style:style>"""


def make(source: Source, target: Path) -> None:
    document = Document("text")
    body = document.body
    body.clear()
    document.insert_style(Element.from_tag(_FRAMED), automatic=True)
    for kind, run in source.runs():
        for element in _elements(kind, run):
            body.append(element)
    document.meta.title = source.title
    document.meta.language = "en-GB"
    document.meta.creation_date = document.meta.date = _FIXED
    document.save(str(target))
    pages = page_count(target)
    if pages is not None:
        document.meta.statistic = document.meta.statistic | {"meta:page-count": pages}
        document.save(str(target))


def _elements(kind: str, run: list[Item]) -> list[Any]:
    if kind == "row":
        return [_table(run), Paragraph("")]
    if kind == "bullet":
        return [List([ListItem(item.text) for item in run])]
    if kind == "box":
        return [element for _ in run for element in (_box(), Paragraph(""))]
    if kind in ("title", "heading"):
        return [Header(1 if kind == "title" else 2, item.text) for item in run]
    return [Paragraph(f"{item.number} {item.text}".strip()) for item in run]


def _table(rows: list[Item]) -> Table:
    table = Table(f"Table {abs(hash_of(rows))}", width=len(rows[0].cells), height=0)
    for item in rows:
        row = Row()
        for text in item.cells:
            row.append_cell(Cell(text=text, cell_type="string", style="framed"))
        table.append_row(row)
    return table


def hash_of(rows: list[Item]) -> int:
    """A number for a table's name that is the same in every build."""
    return sum(ord(char) for row in rows for char in row.text)


def _box() -> Table:
    table = Table("Answer", width=0, height=0)
    row = Row()
    cell = Cell(cell_type="string", style="framed")
    for _ in range(_LINES_OF_A_BOX):
        cell.append(Paragraph(""))
    row.append_cell(cell)
    table.append_row(row)
    return table
