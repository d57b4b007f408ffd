"""What all formats share once their text is in order: clause numbers, headings, language, roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..model import Block, BlockKind, Cell, Document, Table
from .language import language_of
from .roles import roles_of


def structured(document: Document) -> Document:
    """*document* with what follows from its blocks filled in."""
    blocks = tuple(_plain(block, document.text) for block in document.blocks)
    headings, clauses = _headings(blocks), _clauses(blocks)
    roles = roles_of(document, blocks, headings)
    found = zip(blocks, headings, clauses, roles, strict=True)
    return replace(
        document,
        blocks=tuple(replace(block, heading=above, clause=clause, role=role) for block, above, clause, role in found),
        tables=tuple(_headed(table, document.text) for table in document.tables),
        language=document.language if document.language != "und" else language_of(document.text),
    )


def _headings(blocks: Sequence[Block]) -> list[int]:
    """The index of the heading above each block, -1 for none; for a heading, that of its parent.

    A numbered heading hangs on the heading of its number's beginning ("2.4.1" on "2.4" or "2"), whatever its type
    size says; others hang on the last heading of a higher level.
    """
    done: list[int] = []
    path: list[int] = []
    numbered: dict[str, int] = {}
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            parent = _numbered_parent(block.label, numbered)
            if parent is not None:
                path = [*_chain(done, parent)]
            while parent is None and path and blocks[path[-1]].level >= block.level:
                path.pop()
            if block.label:
                numbered[_number(block.label)] = index
        done.append(path[-1] if path else -1)
        if block.kind is BlockKind.HEADING:
            path.append(index)
    return done


def _number(label: str) -> str:
    """ "3.0" heads "3.1" as "3" would."""
    return label.rstrip(".").removesuffix(".0")


def _numbered_parent(label: str, numbered: Mapping[str, int]) -> int | None:
    number = _number(label)
    while "." in number:
        number = number.rsplit(".", 1)[0]
        if number in numbered:
            return numbered[number]
    return None


def _chain(done: Sequence[int], index: int) -> Iterator[int]:
    """The headings that heading *index* stands under, outermost first, and itself."""
    chain = []
    while index >= 0:
        chain.append(index)
        index = done[index]
    return reversed(chain)


def _is_text(block: Block, text: str) -> bool:
    """Whether what looks like a heading is a line to fill in ("Name ______") or a whole sentence in bold."""
    words = text[block.span.start : block.span.end].strip()
    if "____" in words:
        return True
    length = len(words.split())
    return not block.label and ((words.endswith(".") and length >= 6) or (words.endswith((":", ":-")) and length >= 8))


def _plain(block: Block, text: str) -> Block:
    if block.kind is BlockKind.HEADING and _is_text(block, text):
        return replace(block, kind=BlockKind.PARAGRAPH, level=0)
    return block


def _clauses(blocks: Sequence[Block]) -> list[str]:
    """The number that each block stands under. A bracketed letter hangs on the number above: "4.2(a)"."""
    done: list[str] = []
    number, letter = "", ""
    for block in blocks:
        label = block.label
        if block.kind in (BlockKind.FURNITURE, BlockKind.CONTENTS):
            done.append(block.clause)
            continue
        if label.startswith("("):
            letter = label
        elif label and block.table < 0:
            number, letter = label, ""
        done.append(number + (letter if letter and label == letter else ""))
    return done


def _headed(table: Table, text: str) -> Table:
    """*table* with the headings of each cell: the first row over columns, the first column beside rows.

    A form ("Buyer | Town Council", "Closing date | 3 May") has labels beside and nothing above.
    """
    first = [cell for cell in table.cells if cell.row == 0]
    has_top = any(cell.is_heading for cell in first) or not _is_form(table, first, text)
    tops = {cell.column + k: cell.span for cell in first if has_top for k in range(cell.columns)}
    sides = {cell.row + k: cell.span for cell in table.cells if cell.column == 0 for k in range(cell.rows)}

    def headed(cell: Cell) -> Cell:
        return replace(
            cell,
            is_heading=cell.is_heading or (has_top and cell.row == 0 and table.rows > 1),
            column_heading=tops.get(cell.column) if cell.row else None,
            row_heading=sides.get(cell.row) if cell.column else None,
        )

    return replace(table, cells=tuple(headed(cell) for cell in table.cells))


_FILLED = re.compile(r"[£$€]|\d{2}|_{3,}|☐|\.\s*$|\?\s*$")
"""What stands in a form's second column and in no heading: sums, dates, blanks, boxes, sentences."""
_LONGEST_HEAD = 80
_FORM_COLUMNS = 2


def _is_form(table: Table, first: Sequence[Cell], text: str) -> bool:
    """Whether a table of two columns has labels on the left from its first row on."""
    if table.columns != _FORM_COLUMNS or len(first) != _FORM_COLUMNS:
        return False
    label, value = (text[cell.span.start : cell.span.end].strip() for cell in first)
    return label.endswith(":") or bool(_FILLED.search(value)) or len(value) > _LONGEST_HEAD
