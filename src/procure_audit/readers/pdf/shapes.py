"""What a page is made of before it is a Document: words, strips of words, and grids of cells.

All positions are in points from the top left of the visible page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ...model import BlockKind, Box

BROKEN = "\ufffe"
"""Ends a word that a hyphen breaks at the end of a printed line: pdfium's own mark."""


class Word(NamedTuple):
    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Strip(NamedTuple):
    """Words printed side by side: a printed line, or a piece of one where wide gaps part it.

    `kind` is set where it is known early (running heads, contents lists). `upright` is False for turned text.
    """

    words: tuple[Word, ...]
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    upright: bool = True
    kind: BlockKind | None = None

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def box(self) -> Box:
        return Box(self.page, round(self.x0, 1), round(self.top, 1), round(self.x1, 1), round(self.bottom, 1))

    def of(self, kind: BlockKind) -> Strip:
        return self._replace(kind=kind)


def strip_of(words: Sequence[Word], like: Strip) -> Strip:
    """A strip of *words* with the page and type of *like*."""
    _, lefts, tops, rights, bottoms = zip(*words, strict=True)
    return like._replace(words=tuple(words), x0=min(lefts), top=min(tops), x1=max(rights), bottom=max(bottoms))


def joined(strips: Sequence[Strip]) -> Strip:
    """The strips of one printed line as one; it looks like the longest of them."""
    if len(strips) == 1:
        return strips[0]
    longest = max(strips, key=lambda strip: strip.x1 - strip.x0)
    whole = strip_of([word for strip in strips for word in strip.words], longest)
    return whole._replace(bold=all(strip.bold for strip in strips))


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid: where it stands in it, and the printed lines in it from top to bottom."""

    row: int
    column: int
    rows: int
    columns: int
    strips: tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on a page, cells row by row."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Rectangle:
    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


def rows_of(strips: Iterable[Strip]) -> list[list[Strip]]:
    """*strips* that stand on one line together, from top to bottom, each row from left to right."""
    rows: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda strip: (strip.middle, strip.x0)):
        if rows and _level(rows[-1][0], strip):
            rows[-1].append(strip)
        else:
            rows.append([strip])
    for row in rows:
        row.sort(key=lambda strip: strip.x0)
    return rows


def _level(first: Strip, second: Strip) -> bool:
    shared = min(first.bottom, second.bottom) - max(first.top, second.top)
    return shared >= 0.5 * min(first.height, second.height)
