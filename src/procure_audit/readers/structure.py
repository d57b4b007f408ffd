"""What all formats share once their text is in order: clause numbers, headings, language, roles."""

from __future__ import annotations

from dataclasses import replace

from ..model import Block, BlockKind, Cell, Document, Table
from .language import language_of
from .roles import with_roles


def structured(document: Document) -> Document:
    """*document* with what follows from its blocks filled in."""
    document = replace(
        document,
        blocks=_clauses(_headings(document.blocks)),
        tables=tuple(_headed(table) for table in document.tables),
        language=document.language if document.language != "und" else language_of(document.text),
    )
    return with_roles(document)


def _headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Each block with the index of the heading above it; a heading with that of its parent."""
    done: list[Block] = []
    path: list[int] = []
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            while path and blocks[path[-1]].level >= block.level:
                path.pop()
        done.append(replace(block, heading=path[-1] if path else -1))
        if block.kind is BlockKind.HEADING:
            path.append(index)
    return tuple(done)


def _clauses(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Each block with the number it stands under. A bracketed letter hangs on the number above: "4.2(a)"."""
    done: list[Block] = []
    number, letter = "", ""
    for block in blocks:
        label = block.label
        if block.kind in (BlockKind.FURNITURE, BlockKind.CONTENTS):
            done.append(block)
            continue
        if label.startswith("("):
            letter = label
        elif label and block.table < 0:
            number, letter = label, ""
        done.append(replace(block, clause=number + (letter if letter and label == letter else "")))
    return tuple(done)


def _headed(table: Table) -> Table:
    """*table* with the headings of each cell: the first row over columns, the first column beside rows."""
    tops = {cell.column + k: cell.span for cell in table.cells if cell.row == 0 for k in range(cell.columns)}
    sides = {cell.row + k: cell.span for cell in table.cells if cell.column == 0 for k in range(cell.rows)}

    def headed(cell: Cell) -> Cell:
        return replace(
            cell,
            is_heading=cell.is_heading or (cell.row == 0 and table.rows > 1),
            column_heading=tops.get(cell.column) if cell.row else None,
            row_heading=sides.get(cell.row) if cell.column else None,
        )

    return replace(table, cells=tuple(headed(cell) for cell in table.cells))
