"""All pages of a file seen together: running heads set aside, tables found, lines made into blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile
from typing import Protocol

from ...model import BlockKind
from .drawing import Drawing
from .frame import Frame
from .furniture import Margins, Sheet, inner_tables, set_aside
from .grids import box_of, filled, ruled
from .headings import with_footnotes, with_levels, with_numbered_headings
from .hyphens import Vocabulary, vocabulary
from .layout import Item, contents_marked, in_order
from .paragraphs import Para, Type, paragraphs, type_of
from .shapes import BROKEN, Grid, Rectangle, Strip

Part = Para | Grid


class Raw(Protocol):
    """A page as pdfium gives it."""

    @property
    def number(self) -> int: ...
    @property
    def frame(self) -> Frame: ...
    @property
    def strips(self) -> list[Strip]: ...
    @property
    def drawing(self) -> Drawing: ...


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page in reading order: running heads, what it says, footnotes, footers."""

    number: int
    width: float
    height: float
    head: tuple[Strip, ...]
    parts: tuple[Part, ...]
    notes: tuple[Para, ...]
    foot: tuple[Strip, ...]

    def strips(self) -> Iterator[Strip]:
        """The printed lines of the page, as they are written into a document; those of tables as they were drawn."""
        yield from (*self.head, *self.foot)
        for part in (*self.parts, *self.notes):
            yield from part.lines if isinstance(part, Para) else chain.from_iterable(c.strips for c in part.cells)


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole file. `known` counts its words where some are broken at line ends, and is empty otherwise."""

    pages: tuple[PageContent, ...]
    ordinary: Type
    known: Vocabulary


def contents(raw: Sequence[Raw], notes: list[str]) -> Contents:
    """The pages of one file; what the reader of the report should know about them is added to *notes*."""
    tables = [ruled(page.drawing.edges, page.strips) for page in raw]
    margins = set_aside([_sheet(page, held) for page, held in zip(raw, tables, strict=True)])
    bodies = _with_contents([part.body for part in margins])
    items = [_items(page, held, body, notes) for page, held, body in zip(raw, tables, bodies, strict=True)]
    ordinary = type_of([item for item in page if isinstance(item, Strip)] for page in items)
    parts = _finished([_parts(page, ordinary) for page in items])
    return Contents(
        tuple(_page(page, part, held) for page, part, held in zip(raw, margins, parts, strict=True)),
        ordinary,
        _known([strip for page in raw for strip in page.strips]),
    )


def _page(page: Raw, margins: Margins, parts: Sequence[Part]) -> PageContent:
    notes = list(takewhile(_is_footnote, reversed(parts)))[::-1]
    return PageContent(
        page.number,
        page.frame.width,
        page.frame.height,
        tuple(margins.head),
        tuple(parts[: len(parts) - len(notes)]),
        tuple(note for note in notes if not isinstance(note, Grid)),
        tuple(margins.foot),
    )


def _is_footnote(part: Part) -> bool:
    return not isinstance(part, Grid) and part.kind is BlockKind.FOOTNOTE


def _known(strips: Sequence[Strip]) -> Vocabulary:
    broken = any(strip.text.endswith((BROKEN, "-")) for strip in strips)
    return vocabulary(strips) if broken else Vocabulary()


def _with_contents(bodies: Sequence[Sequence[Strip]]) -> list[list[Strip]]:
    """The strips of each page, those of contents lists marked; a list may go on over pages."""
    done: list[list[Strip]] = []
    goes_on = False
    for body in bodies:
        done.append(contents_marked(body, goes_on))
        goes_on = any(strip.kind is BlockKind.CONTENTS for strip in done[-1][-3:])
    return done


def _sheet(page: Raw, tables: Sequence[Sequence[Rectangle]]) -> Sheet:
    height = page.frame.height
    return Sheet(page.strips, height, inner_tables([box_of(cells) for cells in tables], height))


def _items(page: Raw, tables: Sequence[Sequence[Rectangle]], body: Sequence[Strip], notes: list[str]) -> list[Item]:
    """One page in reading order."""
    if page.drawing.crowded:
        notes.append(f"page {page.number}: too many drawn objects to look for tables")
    grids, rest = filled(tables, body, page.frame.width * page.frame.height)
    return in_order(rest, grids)


def _parts(items: Sequence[Item], ordinary: Type) -> list[Part]:
    parts: list[Part] = []
    waiting: list[Strip] = []
    for item in items:
        if isinstance(item, Grid):
            parts += [*paragraphs(waiting, ordinary), item]
            waiting = []
        else:
            waiting.append(item)
    return parts + with_footnotes(paragraphs(waiting, ordinary), ordinary)


def _finished(pages: Sequence[Sequence[Part]]) -> list[list[Part]]:
    """*pages* whose headings and list items have levels, which take a view of the whole file."""
    paras = [part for page in pages for part in page if not isinstance(part, Grid)]
    levelled = iter(with_levels(with_numbered_headings(paras)))
    return [[part if isinstance(part, Grid) else next(levelled) for part in page] for page in pages]
