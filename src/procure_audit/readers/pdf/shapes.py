"""What a page is made of before it is a Document: words, strips of words, and grids of cells.

All positions are in points from the top left of the visible page.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import attrgetter
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


class Sides(NamedTuple):
    """The sides of many words, in pdfium's coordinates: they run upwards."""

    lefts: array[float]
    highs: array[float]
    rights: array[float]
    lows: array[float]


@dataclass(frozen=True, slots=True)
class Words:
    """Words by columns: few are ever looked at one by one, and making each of them costs more than reading it.

    *left* and *top* are the page's own, in the coordinates of the sides.
    """

    texts: Sequence[str]
    sides: Sides
    left: float = 0.0
    top: float = 0.0

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Word]:
        left, top = self.left, self.top
        for text, x0, high, x1, low in zip(self.texts, *self.sides, strict=True):
            yield Word(text, x0 - left, top - high, x1 - left, top - low)

    def at(self, places: Sequence[int]) -> Words:
        """The words at *places*, which rise."""
        first, end = places[0], places[-1] + 1
        if end - first == len(places):
            lefts, highs, rights, lows = self.sides
            sides = Sides(lefts[first:end], highs[first:end], rights[first:end], lows[first:end])
            return Words(self.texts[first:end], sides, self.left, self.top)
        picked = (array(side.typecode, [side[place] for place in places]) for side in self.sides)
        return Words([self.texts[place] for place in places], Sides(*picked), self.left, self.top)

    def followed_by(self, others: Words) -> Words:
        """These words and those of the same page after them."""
        sides = Sides(*(mine + theirs for mine, theirs in zip(self.sides, others.sides, strict=True)))
        return Words([*self.texts, *others.texts], sides, self.left, self.top)


class Strip(NamedTuple):
    """Words printed side by side: a printed line, or a piece of one where wide gaps part it.

    `kind` is set where it is known early (running heads, contents lists). `upright` is False for turned text.
    """

    text: str
    words: Words
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


def strip_of(words: Words, page: int, size: float, bold: bool, upright: bool) -> Strip:
    """A strip of *words*, as large as they are together."""
    lefts, highs, rights, lows = words.sides
    x0, top = min(lefts) - words.left, words.top - max(highs)
    x1, bottom = max(rights) - words.left, words.top - min(lows)
    return Strip(" ".join(words.texts), words, page, x0, top, x1, bottom, size, bold, upright)


def strip_like(words: Words, like: Strip) -> Strip:
    """A strip of *words* with the page and type of *like*."""
    return strip_of(words, like.page, like.size, like.bold, like.upright)._replace(kind=like.kind)


def joined(strips: Sequence[Strip]) -> Strip:
    """The strips of one printed line as one; it looks like the longest of them."""
    if len(strips) == 1:
        return strips[0]
    longest = max(strips, key=lambda strip: strip.x1 - strip.x0)
    whole = strip_like(reduce(Words.followed_by, [strip.words for strip in strips]), longest)
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
    for strip in sorted(strips, key=_middle_and_left):
        if rows and strip.top <= rows[-1][0].bottom and _level(rows[-1][0], strip):
            rows[-1].append(strip)
        else:
            rows.append([strip])
    for row in rows:
        if len(row) > 1:
            row.sort(key=attrgetter("x0"))
    return rows


def _middle_and_left(strip: Strip) -> tuple[float, float]:
    return (strip.top + strip.bottom) / 2, strip.x0


def _level(first: Strip, second: Strip) -> bool:
    shared = min(first.bottom, second.bottom) - max(first.top, second.top)
    return shared >= 0.5 * min(first.height, second.height)
