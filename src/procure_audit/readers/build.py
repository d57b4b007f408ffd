"""Builds a Document piece by piece: the only place where offsets are counted and clauses are numbered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import Block, BlockKind, Box, Cell, Document, Gap, Line, Page, Properties, Span, Table

Piece = tuple[str, Box | None]
"""One printed line and where it stands; formats without positions give None."""

MOST_CHARACTERS = 5_000_000
"""Of one document, about 2,000 pages; what comes after it is a gap. Judging takes seconds for each million."""
_MOST_BLOCKS = 200_000
"""Paragraphs and cells of one document; as above."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b"
_LABEL = re.compile(
    rf"(?!{_POSTCODE})"
    r"(?:(?:[Cc]lause|[Ss]ection|[Pp]art|[Ss]chedule|[Aa]nnex|[Aa]ppendix|[Pp]aragraph|[Qq]uestion|[Ll]ot)\s+)?"
    r"(?P<label>[A-Z]{1,2}\d{1,3}(?:\.\d{1,3})*|\d{1,3}(?:\.\d{1,3}){1,5}[A-Za-z]?|\d{1,3}[A-Za-z]?(?=[.):])"
    rf"|\d{{1,2}}(?=\s+(?!{_MONTH})[A-Z])|\((?:[a-z]{{1,4}}|[A-Z]|\d{{1,2}})\))"
    r"[.):]?(?:\s+(?=\S)|$)"
)


def printed_label(text: str) -> str:
    """The number that *text* begins with ("4.2.1", "(a)"), or "" for none. "30 days", "3 May 2026" and "EH3 7NS"
    begin with none."""
    match = _LABEL.match(text)
    return match["label"] if match else ""


_REST = Gap(
    "the rest of the document",
    f"it is longer than {MOST_CHARACTERS:,} characters or {_MOST_BLOCKS:,} paragraphs, and reading stopped there",
    "split it, or check only the part that matters",
)


@dataclass
class Builder:
    """Collects text in reading order and remembers where each piece stands.

    Call `page` when a page begins, `block` for each paragraph, heading or list item, and `begin_table`, `begin_cell`,
    `end_cell`, `end_table` around the blocks of a table. Tables may nest.
    """

    path: str
    format: str
    sha256: str
    properties: Properties = field(default_factory=Properties)
    gaps: list[Gap] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    recognised_pages: tuple[int, ...] = ()
    _text: list[str] = field(default_factory=list)
    _length: int = 0
    _blocks: list[Block] = field(default_factory=list)
    _lines: list[Line] = field(default_factory=list)
    _pages: list[tuple[int, float, float, int]] = field(default_factory=list)
    _tables: list[Table | None] = field(default_factory=list)
    _open: list[_OpenTable] = field(default_factory=list)

    @property
    def here(self) -> int:
        """The offset at which the next piece will stand."""
        return self._length

    def page(self, number: int, width: float, height: float, at: int | None = None) -> None:
        """A new page begins here, or at an offset inside the block that comes next; sizes in points."""
        self._pages.append((number, width, height, self._length if at is None else at))

    def block(
        self,
        kind: BlockKind,
        pieces: str | Sequence[Piece],
        *,
        level: int = 0,
        label: str | None = None,
        hidden: bool = False,
        path: str = "",
    ) -> Span | None:
        """Add a block made of printed lines and return where it stands; None if it holds no text.

        *label* is a number that isn't in the text (Word's); without it the number is read off the text's beginning.
        Lines are parted by a line feed, blocks by an empty line.
        """
        printed: Sequence[Piece] = [(pieces, None)] if isinstance(pieces, str) else pieces
        printed = self._fitting(printed)
        body = "\n".join([text for text, _ in printed])
        if not body.strip():
            return None
        start = at = self._length
        for text, box in printed:
            if box is not None:
                self._lines.append(Line(Span(at, at + len(text)), box))
            at += len(text) + 1
        self._add(body)
        span = Span(start, self._length)
        table, cell = (self._open[-1].index, len(self._open[-1].cells)) if self._open else (-1, -1)
        number = printed_label(printed[0][0].strip()) if label is None else label
        kind = BlockKind.CELL if self._open and kind is BlockKind.PARAGRAPH else kind
        self._blocks.append(Block(kind, span, number, level=level, table=table, cell=cell, hidden=hidden, path=path))
        self._add("\n\n")
        return span

    def _fitting(self, printed: Sequence[Piece]) -> Sequence[Piece]:
        """What of *printed* there is room for; the first time that it isn't all leaves a gap."""
        room = MOST_CHARACTERS - self._length if len(self._blocks) < _MOST_BLOCKS else 0
        if sum([len(text) for text, _ in printed]) <= room:
            return printed
        if _REST not in self.gaps:
            self.gaps.append(_REST)
        kept = []
        for text, box in printed:
            kept.append((text[: max(0, room)], box))
            room -= len(text)
        return [piece for piece in kept if piece[0]]

    def begin_table(self) -> None:
        self._open.append(_OpenTable(len(self._tables), self._length))
        self._tables.append(None)

    def begin_cell(self, row: int, column: int, rows: int = 1, columns: int = 1, is_heading: bool = False) -> None:
        self._open[-1].cell = (row, column, rows, columns, is_heading, self._length)

    def end_cell(self) -> None:
        table = self._open[-1]
        row, column, rows, columns, is_heading, start = table.cell
        span = Span(start, max(start, self._length - 2))
        table.cells.append(Cell(row, column, span, rows, columns, is_heading))

    def end_table(self) -> None:
        done = self._open.pop()
        rows = max((cell.row + cell.rows for cell in done.cells), default=0)
        columns = max((cell.column + cell.columns for cell in done.cells), default=0)
        span = Span(done.start, max(done.start, self._length - 2))
        self._tables[done.index] = Table(span, rows, columns, tuple(done.cells))

    def document(self, language: str = "und") -> Document:
        """The finished document: clauses, headings and roles are found here, once for all formats."""
        from .structure import structured

        return structured(
            Document(
                path=self.path,
                format=self.format,
                sha256=self.sha256,
                text="".join(self._text),
                blocks=tuple(self._blocks),
                pages=self._finished_pages(),
                lines=tuple(self._lines),
                tables=tuple(table for table in self._tables if table is not None),
                properties=self.properties,
                language=language,
                gaps=tuple(self.gaps),
                notes=tuple(self.notes),
                recognised_pages=self.recognised_pages,
            )
        )

    def _finished_pages(self) -> tuple[Page, ...]:
        if not self._pages:
            return ()
        ends = [start for _, _, _, start in self._pages[1:]] + [self._length]
        return tuple(
            Page(number, width, height, Span(start, end))
            for (number, width, height, start), end in zip(self._pages, ends, strict=True)
        )

    def _add(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)


@dataclass
class _OpenTable:
    index: int
    start: int
    cells: list[Cell] = field(default_factory=list)
    cell: tuple[int, int, int, int, bool, int] = (0, 0, 1, 1, False, 0)
