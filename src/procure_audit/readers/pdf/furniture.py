"""Running heads, footers and page numbers: what stands at the same place on many pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from ...model import BlockKind
from .shapes import Rectangle, Strip, joined, rows_of

_MARGIN = 0.2  # share of the page's height, at the top and at the bottom
_MOST_LINES = 8
_NEAR = 8  # points by which a running head may move from page to page
_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b")
_NUMBER = re.compile(r"(?:page\s*)?[-–—|\[( ]*(?:\d{1,4}|[ivxlc]{1,6})[-–—|\]) ]*(?:(?:of|/)\s*\d{1,4})?\s*", re.I)
_NUMBERED = re.compile(r"\bpage\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\b", re.I)
_LONGEST = 90  # characters of a line that holds a page number and perhaps a title

Row = list[Strip]
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its strips, its height, and the tables that reach into its body (they hold no furniture)."""

    strips: Sequence[Strip]
    height: float
    tables: Sequence[Rectangle] = ()


@dataclass(frozen=True, slots=True)
class Margins:
    """A page's strips in three: furniture at the top, the body, furniture at the foot."""

    head: Row
    body: Row
    foot: Row


def set_aside(sheets: Sequence[Sheet]) -> list[Margins]:
    """Each page without what repeats at its edges, digits masked."""
    edges = [(_rows(sheet, top=True), _rows(sheet, top=False)) for sheet in sheets]
    heads, feet = _pages_by_key([top for top, _ in edges]), _pages_by_key([foot for _, foot in edges])
    needed = 2 if len(sheets) < 6 else 3
    return [
        _split(sheet, _furniture(top, heads, needed), _furniture(foot, feet, needed)[::-1])
        for sheet, (top, foot) in zip(sheets, edges, strict=True)
    ]


def inner_tables(boxes: Sequence[Rectangle], height: float) -> list[Rectangle]:
    """Those of *boxes* that are not in the margins as a whole."""
    return [box for box in boxes if box.bottom > height * _MARGIN and box.top < height * (1 - _MARGIN)]


def _rows(sheet: Sheet, top: bool) -> list[tuple[Key, Row]]:
    """The rows of one margin from the edge of the page inwards, up to a table, each with what it says and where."""
    limit = sheet.height * (_MARGIN if top else 1 - _MARGIN)
    within = [strip for strip in sheet.strips if (strip.bottom <= limit if top else strip.top >= limit)]
    found = rows_of(within)
    free = takewhile(lambda row: not _in_table(row[0], sheet.tables), found if top else reversed(found))
    edge = 0.0 if top else sheet.height
    return [(_key(row, abs(edge - row[0].middle)), row) for row in islice(free, _MOST_LINES)]


def _in_table(strip: Strip, tables: Sequence[Rectangle]) -> bool:
    return any(box.holds((strip.x0 + strip.x1) / 2, strip.middle) for box in tables)


def _key(row: Row, distance: float) -> Key:
    return _DIGITS.sub("#", " ".join(strip.text for strip in row).lower()), round(distance / _NEAR)


def _pages_by_key(pages: Sequence[Sequence[tuple[Key, Row]]]) -> dict[Key, set[int]]:
    found: dict[Key, set[int]] = {}
    for number, rows in enumerate(pages):
        for key, _ in rows:
            found.setdefault(key, set()).add(number)
    return found


def _furniture(rows: Sequence[tuple[Key, Row]], pages: dict[Key, set[int]], needed: int) -> list[Row]:
    """The rows that repeat or hold the page number, from the edge of the page to the first that does neither."""

    def repeats(place: int) -> bool:
        (text, distance), row = rows[place]
        seen = set[int]().union(*(pages.get((text, distance + step), set()) for step in (-1, 0, 1)))
        return len(seen) >= needed or (place == 0 and _is_number(joined(row).text))

    return [rows[place][1] for place in takewhile(repeats, range(len(rows)))]


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) or (len(text) < _LONGEST and bool(_NUMBERED.search(text)))


def _split(sheet: Sheet, head: Sequence[Row], foot: Sequence[Row]) -> Margins:
    gone = {id(strip) for row in (*head, *foot) for strip in row}
    body = [strip for strip in sheet.strips if id(strip) not in gone]
    return Margins(_set(head), body, _set(foot))


def _set(rows: Sequence[Row]) -> Row:
    return [joined(row).of(BlockKind.FURNITURE) for row in rows]
