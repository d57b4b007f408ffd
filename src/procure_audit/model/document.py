"""A document is one string; everything else points into it.

Pages, printed lines, blocks, table cells, facts and findings are spans of `Document.text`.
A quote, its page, clause and boxes are looked up by position, never searched for afterwards:
`Document.evidence` is the only maker of `Evidence`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from .around import MOST_LOOKED_AT, words_after, words_before
from .facts import Fact
from .identity import digest, same_words
from .places import Box, Evidence, Role, Span

MOST_QUOTED = 300
"""Characters of a quote; a longer one ends in an ellipsis."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (or one line of a table cell): its characters and where they stand."""

    span: Span
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """A page, counted from 1 as a reader counts; sizes in points."""

    number: int
    width: float
    height: float
    span: Span


class BlockKind(StrEnum):
    """What a stretch of text is on the page. Furniture (running heads, page numbers) is never judged."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CELL = "cell"
    FOOTNOTE = "footnote"
    CONTENTS = "contents"
    FURNITURE = "furniture"


_SILENT = (BlockKind.FURNITURE, BlockKind.CONTENTS)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or paragraph of a table cell.

    `label` is the number it carries itself, as printed or as Word computes it ("4.2.1", "(a)"); `clause` is the
    number it stands under (its own, or that of the nearest numbered block above). `level` is the depth of a heading
    or list item, from 1. `heading` is the index of the nearest heading above in `Document.blocks`, -1 for none; a
    heading's own `heading` is its parent. `table` and `cell` index `Document.tables` and `Table.cells`. `path` is an
    address inside files that have one: a sheet and cell ("Prices!B4"), a JSON path ("tender.value.amount").
    """

    kind: BlockKind
    span: Span
    label: str = ""
    clause: str = ""
    level: int = 0
    heading: int = -1
    role: Role = Role.UNKNOWN
    table: int = -1
    cell: int = -1
    hidden: bool = False
    path: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; rows and columns count from 0. Its headings are spans of the cells that head its row and column."""

    row: int
    column: int
    span: Span
    rows: int = 1
    columns: int = 1
    is_heading: bool = False
    row_heading: Span | None = None
    column_heading: Span | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its cells stand in `Document.text` row by row, so that a row is one stretch of text."""

    span: Span
    rows: int
    columns: int
    cells: tuple[Cell, ...]

    def row(self, number: int) -> tuple[Cell, ...]:
        """The cells that begin in row *number*, left to right."""
        return tuple(cell for cell in self.cells if cell.row == number)


@dataclass(frozen=True, slots=True)
class Gap:
    """A part that could not be read: what ("page 12"), why, and what to do about it."""

    what: str
    reason: str
    advice: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself. None where the format has no such thing or doesn't say.

    `pages` is the number a person would see; `pages_basis` says how it is known: "counted" (PDF), "declared" (the
    file's own record, as old as its last save) or "none".
    """

    pages: int | None = None
    pages_basis: str = "none"
    title: str | None = None
    language: str | None = None
    tagged: bool | None = None
    form_fields: int = 0
    images: int = 0
    images_without_text: int = 0
    tables_without_heading: int = 0
    comments_open: int = 0
    changes_tracked: int = 0
    producer: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody answered in the file to a remark of ours, or that they marked it as done.

    `rules` are those that the remark names for its place, `whole` those it names for the document as a whole; `span`
    are the words that it hangs on. `words`, `author` and `day` are of the last answer; empty where there is none.
    """

    rules: tuple[str, ...]
    whole: tuple[str, ...]
    span: Span | None
    words: str
    author: str
    day: date | None
    is_done: bool


@dataclass(frozen=True)
class Document:
    """One file of a tender, in reading order.

    `blocks`, `lines` and `pages` are sorted by position. Leaf blocks don't overlap. `path` is relative to the tender,
    with forward slashes. `language` is an ISO 639-1 code or "und". `recognised_pages` are scans whose text was
    recognised (OCR), which may misread a figure. `stated` are the facts that structured fields of the
    file say outright (a notice's value, deadline, lots), with their places. `found` are the facts of all of it, where
    whoever read it looked for them too; None where nobody has. `replies` are answers to remarks of ours.
    """

    path: str
    format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    properties: Properties = Properties()
    language: str = "und"
    gaps: tuple[Gap, ...] = ()
    notes: tuple[str, ...] = ()
    recognised_pages: tuple[int, ...] = ()
    stated: tuple[Fact, ...] = ()
    found: tuple[Fact, ...] | None = None
    replies: tuple[Reply, ...] = ()

    def quote(self, span: Span) -> str:
        """The words of *span* on one line, cut at `MOST_QUOTED` characters."""
        return _cut(self._words(span))

    def _words(self, span: Span) -> str:
        return " ".join(self.text[span.start : span.end].split())

    def body(self) -> Iterator[Block]:
        """The blocks that say something: no running heads, page numbers or contents lists."""
        return (block for block in self.blocks if block.kind not in _SILENT)

    def block_index(self, position: int) -> int | None:
        """The index of the block that holds *position* (or the last one before it)."""
        index = bisect_right(self._block_starts, position) - 1
        return index if index >= 0 else None

    def block_at(self, position: int) -> Block | None:
        index = self.block_index(position)
        return None if index is None else self.blocks[index]

    def page_at(self, position: int) -> int | None:
        index = bisect_right(self._page_starts, position) - 1
        return self.pages[index].number if index >= 0 else None

    def headings(self, block: Block) -> tuple[Block, ...]:
        """The headings that *block* stands under, outermost first."""
        path, index = [], block.heading
        while index >= 0:
            path.append(self.blocks[index])
            index = self.blocks[index].heading
        return tuple(reversed(path))

    def evidence(self, span: Span, path: str | None = None) -> Evidence:
        """Everything that is known about where *span* stands. The only maker of evidence."""
        index = self.block_index(span.start)
        block = None if index is None else self.blocks[index]
        words, clause = self._words(span), block.clause if block else ""
        before, after = ("", "") if index is None else self._around(span, index)
        return Evidence(
            document=self.path,
            quote=_cut(words),
            span=span,
            page=self.page_at(span.start),
            clause=clause or None,
            paragraph=None if index is None else index + 1,
            boxes=self._boxes(span),
            path=path or ((block.path or None) if block else None),
            role=block.role if block else Role.UNKNOWN,
            before=before,
            after=after,
            digest=digest(same_words(words, clause)) if len(words) > MOST_QUOTED else "",
        )

    def _around(self, span: Span, index: int) -> tuple[str, str]:
        """The words before and after *span*, which begins in block *index*: `around.py` says how they are cut."""
        last = self.block_index(max(span.start, span.end - 1)) or index
        return words_before(self._before(span.start, index)), words_after(self._after(span.end, last))

    def _before(self, position: int, index: int) -> Iterator[str]:
        """What stands before *position* in its block, then the blocks before that, nearest first."""
        yield self._end_of(self.blocks[index].span.start, position)
        for at in range(index - 1, -1, -1):
            block = self.blocks[at]
            if block.kind not in _SILENT:
                yield self._end_of(block.span.start, block.span.end)

    def _end_of(self, start: int, end: int) -> str:
        return self.text[max(start, end - MOST_LOOKED_AT) : end]

    def _after(self, position: int, index: int) -> Iterator[str]:
        """What stands after *position* in its block, then the blocks after that."""
        yield self.text[position : min(self.blocks[index].span.end, position + MOST_LOOKED_AT)]
        for at in range(index + 1, len(self.blocks)):
            block = self.blocks[at]
            if block.kind not in _SILENT:
                yield self.text[block.span.start : min(block.span.end, block.span.start + MOST_LOOKED_AT)]

    def _boxes(self, span: Span) -> tuple[Box, ...]:
        first = max(0, bisect_right(self._line_starts, span.start) - 1)
        last = bisect_left(self._line_starts, span.end)
        return tuple(line.box for line in self.lines[first:last] if line.span.meets(span))

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.span.start for page in self.pages]


def _cut(words: str) -> str:
    return words if len(words) <= MOST_QUOTED else words[: MOST_QUOTED - 1].rstrip() + "…"
