"""Running heads, footers and page numbers: what stands at the same place on many pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ...model import BlockKind
from .shapes import Strip, joined, rows_of

_MARGIN = 0.16  # share of the page's height, at the top and at the bottom
_MOST_LINES = 8
_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b")
_NUMBER = re.compile(r"(?:page\s*)?[-–—|\[( ]*(?:\d{1,4}|[ivxlc]{1,6})[-–—|\]) ]*(?:(?:of|/)\s*\d{1,4})?\s*", re.I)
_NUMBERED = re.compile(r"page\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\b", re.I)

Row = list[Strip]


def set_aside(pages: Sequence[Sequence[Strip]], heights: Sequence[float]) -> list[tuple[Row, Row, Row]]:
    """Each page's strips in three: furniture at the top, the body, furniture at the foot."""
    edges = [_edges(strips, height) for strips, height in zip(pages, heights, strict=True)]
    counted = Counter(
        key for top, foot in edges for key in {_key(row, height) for row, height in (*_marked(top), *_marked(foot))}
    )
    needed = 2 if len(pages) < 6 else 3
    return [
        _split(strips, *edge, counted, needed if len(pages) > 1 else 2)
        for strips, edge in zip(pages, edges, strict=True)
    ]


def _marked(rows: Sequence[Row]) -> Iterator[tuple[Row, float]]:
    return ((row, row[0].middle) for row in rows)


def _edges(strips: Sequence[Strip], height: float) -> tuple[list[Row], list[Row]]:
    """The rows in the top margin from the top down, and those in the foot margin from the foot up."""
    top = rows_of(strip for strip in strips if strip.bottom <= height * _MARGIN)
    foot = rows_of(strip for strip in strips if strip.top >= height * (1 - _MARGIN))
    return top[:_MOST_LINES], foot[::-1][:_MOST_LINES]


def _key(row: Row, middle: float) -> tuple[str, int]:
    """What a row says, digits masked, and about where it stands."""
    return _DIGITS.sub("#", joined(row).text.lower()), round(middle / 8)


def _split(
    strips: Sequence[Strip], top: list[Row], foot: list[Row], counted: Counter[tuple[str, int]], needed: int
) -> tuple[Row, Row, Row]:
    def repeats(row: Row) -> bool:
        text, place = _key(row, row[0].middle)
        seen = counted[text, place] + max(counted[text, place - 1], counted[text, place + 1])
        return seen >= needed or _is_number(row, outermost=row in (top[:1] + foot[:1]))

    head = [joined(row) for row in takewhile(repeats, top)]
    tail = [joined(row) for row in takewhile(repeats, foot)][::-1]
    gone = {id(strip) for rows, kept in ((top, head), (foot, tail)) for row in rows[: len(kept)] for strip in row}
    body = [strip for strip in strips if id(strip) not in gone]
    return [s.of(BlockKind.FURNITURE) for s in head], body, [s.of(BlockKind.FURNITURE) for s in tail]


def _is_number(row: Row, outermost: bool) -> bool:
    text = joined(row).text
    return bool(outermost and _NUMBER.fullmatch(text)) or bool(len(text) < 90 and _NUMBERED.search(text) and outermost)
