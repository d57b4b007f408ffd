"""What extractors read: a document cut into passages, each with its role, its headings and the words that lead into it.

A passage is a paragraph, a list item, a heading or one row of a table. A list item knows its lead-in ("The Supplier
must hold:"), a row its cells and their column headings, so that a demand whose words stand apart is still one demand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..model import Block, BlockKind, Cell, Document, Evidence, Role, Span, Table
from ..text.pattern import Pattern
from .printed import is_value, title_of
from .said import Said, statements

_QUESTION = Pattern(r"\W{0,4}(?:Q|Question|Query|Clarification)\W{0,2}\d{0,3}[.:)\s]")
_ANSWER = Pattern(r"\W{0,4}(?:A|Answer|Response|Reply)\W{0,2}\d{0,3}[.:)]")
"""How a list of questions and answers begins them: "Q14. …" / "A. …"."""
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

    @cached_property
    def text(self) -> str:
        return self.document.text[self.span.start : self.span.end]

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Its sentences; cut once, since all extractors ask for them."""
        return tuple(statements(self))

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
    """The passages of *document* in reading order; running heads and contents lists are left out.

    A bidder's question that the next passage answers binds nobody: it is guidance, and leads into the answer.
    """
    asked: Passage | None = None
    for passage in (part for whole in _passages(document) for part in _parted(whole)):
        answers = asked is not None and bool(_ANSWER.match(passage.text))
        if asked is not None:
            yield replace(asked, role=Role.GUIDANCE) if answers else asked
        told = replace(passage, lead=asked.text) if asked is not None and answers else passage
        asked = told if _QUESTION.match(passage.text) and not passage.is_row else None
        if asked is None:
            yield told
    if asked is not None:
        yield asked


def _parted(passage: Passage) -> Iterator[Passage]:
    """A question and its answer that are printed as one paragraph, each for itself; any other passage as it is."""
    text = passage.text
    line = text.find("\n") if _QUESTION.match(text) and not passage.is_row else -1
    if line < 0 or not _ANSWER.match(text[line + 1 :]):
        yield passage
        return
    start = passage.span.start
    yield replace(passage, span=Span(start, start + line))
    yield replace(passage, span=Span(start + line + 1, passage.span.end), lead=text[:line])


def _passages(document: Document) -> Iterator[Passage]:
    lead = title = ""
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
                yield _row(document, cells[row[1]], block, lead, beside.get(row[1], ""))
            continue
        last_row = None
        words = document.text[block.span.start : block.span.end]
        named = title if title and is_value(words) else ""
        title = named or title_of(words)
        above = named or _lead(block, lead)
        yield Passage(document, block.span, block.kind, block.role, block.clause, _headings(document, block), above)
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


def _headings(document: Document, block: Block) -> tuple[str, ...]:
    return tuple(document.quote(heading.span) for heading in document.headings(block))


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


def _row(document: Document, cells: Sequence[Cell], block: Block, lead: str, beside: str) -> Passage:
    heads = tuple(cell.column_heading for cell in cells)
    return Passage(
        document,
        Span(cells[0].span.start, cells[-1].span.end) if cells else block.span,
        BlockKind.CELL,
        block.role,
        block.clause,
        _headings(document, block),
        lead,
        tuple(cell.span for cell in cells),
        tuple(document.quote(head) if head else "" for head in heads),
        beside,
    )
