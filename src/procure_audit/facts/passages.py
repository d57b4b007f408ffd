"""What extractors read: a document cut into passages, each with its role, its headings and the words that lead into it.

A passage is a paragraph, a list item, a heading or one row of a table. A list item knows its lead-in ("The Supplier
must hold:"), a row its cells and their column headings, so that a demand whose words stand apart is still one demand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model import Block, BlockKind, Cell, Document, Evidence, Role, Span, Table
from ..text.index import Text
from .clarifications import answered
from .labels import title_of
from .printed import is_value, names_next
from .said import Said, flat, statements

_SHORT_ITEM = 200
"""Characters of the longest paragraph that is taken for an item of a list without marks."""


@dataclass(frozen=True)
class Passage:
    """A stretch of one document that is read as a unit. Offsets of its methods count from its own beginning."""

    document: Document
    span: Span
    kind: BlockKind
    role: Role
    clause: str
    headings: tuple[str, ...] = ()
    lead: str = ""
    cells: tuple[Span, ...] = ()
    columns: tuple[str, ...] = ()
    beside: str = ""
    """What a cell of a row above says that reaches down to this row: its lot, its group."""
    asked: Span | None = None
    """Where the bidder's question stands that it answers."""

    @cached_property
    def text(self) -> Text:
        return Text(self.document.text[self.span.start : self.span.end])

    @cached_property
    def flat(self) -> Text:
        """Its text on one line, of the same length."""
        return Text(flat(self.text))

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Its sentences; cut once, since all extractors ask for them."""
        return tuple(statements(self))

    @cached_property
    def answers(self) -> str:
        """The bidder's question that it answers; "" for none."""
        return self.document.text[self.asked.start : self.asked.end] if self.asked else ""

    @cached_property
    def title(self) -> str:
        """The title that a paragraph begins with; "" for rows and headings."""
        return "" if self.is_row or self.kind is BlockKind.HEADING else title_of(self.text)

    @property
    def is_row(self) -> bool:
        return bool(self.cells)

    @property
    def context(self) -> str:
        """Headings, lead-in and column headings: the words around it that say what it is about."""
        return "\n".join((*self.headings, self.lead, *self.columns)).strip()

    def evidence(self, start: int = 0, end: int | None = None) -> Evidence:
        """Evidence for characters *start* to *end* of this passage; the whole of it without them."""
        stop = len(self.text) if end is None else end
        return self.document.evidence(Span(self.span.start + start, self.span.start + stop))

    def cell_texts(self) -> tuple[str, ...]:
        return tuple(self.document.text[cell.start : cell.end] for cell in self.cells)


def passages(document: Document) -> Iterator[Passage]:
    """The passages of *document* in reading order; running heads, contents lists and what bidders asked are left out.

    A bidder's question that is answered binds nobody: it is only what its answer is about.
    """
    yield from answered(_passages(document))


def _passages(document: Document) -> Iterator[Passage]:
    lead = title = ""
    headings = _Headings(document)
    last_row: tuple[int, int] | None = None
    rows: dict[int, tuple[dict[int, list[Cell]], dict[int, str]]] = {}
    for block in document.body():
        if block.table >= 0:
            table = document.tables[block.table]
            row = (block.table, table.cells[block.cell].row)
            if row != last_row:
                last_row = row
                if block.table not in rows:
                    rows[block.table] = _rows(table), _beside(document, table)
                cells, beside = rows[block.table]
                yield _row(document, cells[row[1]], block, headings[block.heading], lead, beside.get(row[1], ""))
            continue
        last_row = None
        words = document.text[block.span.start : block.span.end]
        named = title if title and is_value(words) else ""
        title = named or names_next(words)
        above = named or _lead(block, lead)
        yield Passage(document, block.span, block.kind, block.role, block.clause, headings[block.heading], above)
        if words.rstrip().endswith(":") or block.kind is BlockKind.HEADING:
            lead = words.strip()
        elif not _continues_list(block, words):
            lead = ""


def _continues_list(block: Block, words: str) -> bool:
    """Whether *block* is an item under a lead-in: as marked, or short and no sentence, as lists are typed in forms."""
    typed = len(words) <= _SHORT_ITEM and not words.rstrip().endswith(".")
    return block.kind is BlockKind.LIST_ITEM or block.label.startswith("(") or typed


def _lead(block: Block, lead: str) -> str:
    return lead if block.kind is not BlockKind.HEADING else ""


class _Headings(dict[int, tuple[str, ...]]):
    """The words of the headings over a block, outermost first, by the number of the nearest."""

    def __init__(self, document: Document) -> None:
        super().__init__({-1: ()})
        self._document = document

    def __missing__(self, number: int) -> tuple[str, ...]:
        block = self._document.blocks[number]
        self[number] = (*self[block.heading], self._document.quote(block.span))
        return self[number]


def _rows(table: Table) -> dict[int, list[Cell]]:
    """The cells of each row that hold text, left to right."""
    rows: dict[int, list[Cell]] = {cell.row: [] for cell in table.cells}
    for cell in table.cells:
        if cell.span.start < cell.span.end:
            rows[cell.row].append(cell)
    return rows


def _beside(document: Document, table: Table) -> dict[int, str]:
    """For each row the words of the cells above that reach down to it."""
    beside: dict[int, str] = {}
    for cell in table.cells:
        for row in range(cell.row + 1, min(cell.row + cell.rows, table.rows)) if cell.rows > 1 else ():
            beside[row] = f"{beside.get(row, '')} {document.quote(cell.span)}".strip()
    return beside


def _row(
    document: Document, cells: Sequence[Cell], block: Block, headings: tuple[str, ...], lead: str, beside: str
) -> Passage:
    heads = tuple(cell.column_heading for cell in cells)
    return Passage(
        document,
        Span(cells[0].span.start, cells[-1].span.end) if cells else block.span,
        BlockKind.CELL,
        block.role,
        block.clause,
        headings,
        lead,
        tuple(cell.span for cell in cells),
        tuple(document.quote(head) if head else "" for head in heads),
        beside,
    )
