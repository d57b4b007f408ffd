"""Reading order: columns, tables without rules, contents lists, and the printed lines between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ...model import BlockKind
from .aligned import aligned
from .shapes import Grid, Strip, joined, rows_of

Item = Strip | Grid
"""What a page holds, in reading order: printed lines and tables."""

_LEAST = 5  # lines a column must have
_LEAST_WORDS = 3  # words of a typical line of prose, for it to be a column and not a table
_FILLED = 0.6  # of the column's width, by a typical line
_LEADER = re.compile(r"(?:\.{4,}|(?:\. ?){5,}|…{2,}|_{4,})\s*(?:\d{1,4}|[ivxlc]{1,6}|error!.{0,40})\s*$", re.I)
_LEADERS = ("..", ". .", "……", "____")
_TITLE = re.compile(r"(?:table of )?contents\b.{0,40}$|index$", re.I)
_PAGE = re.compile(r"\d{1,4}|[ivxlc]{1,5}")


def in_order(strips: Sequence[Strip], grids: Sequence[Grid]) -> list[Item]:
    """*strips* and *grids* of one page as they are read."""
    items: list[Item] = []
    left = list(strips)
    for grid in sorted(grids, key=lambda grid: (grid.top, grid.x0)):
        items += columns([strip for strip in left if _before(strip, grid)])
        left = [strip for strip in left if not _before(strip, grid)]
        items.append(grid)
    return items + columns(left)


def _before(strip: Strip, grid: Grid) -> bool:
    """Above the table, or beside it on the left (a clause number, say)."""
    return strip.middle < grid.top or (strip.middle < grid.bottom and strip.x1 <= grid.x0)


def columns(strips: Sequence[Strip]) -> list[Item]:
    """*strips* between two tables, column by column where there are columns."""
    if len(strips) < 2 * _LEAST:
        return _lines(strips)
    for gutter in _gutters(strips):
        for band in _bands(strips, gutter):
            left = [strip for strip in band if strip.x1 <= gutter]
            right = [strip for strip in band if strip.x0 >= gutter]
            if _is_prose(left, gutter) and _is_prose(right, max(strip.x1 for strip in right)):
                top, bottom = min(strip.top for strip in band), max(strip.bottom for strip in band)
                held = {id(strip) for strip in band}
                rest = [strip for strip in strips if id(strip) not in held]
                above = [strip for strip in rest if strip.middle < (top + bottom) / 2]
                below = [strip for strip in rest if strip.middle >= (top + bottom) / 2]
                return columns(above) + columns(left) + columns(right) + columns(below)
    return _lines(strips)


def _gutters(strips: Sequence[Strip]) -> list[float]:
    """Where many strips begin, away from the left edge: the left sides of possible columns."""
    left, right = min(strip.x0 for strip in strips), max(strip.x1 for strip in strips)
    starts = Counter(round(strip.x0 / 3) for strip in strips if left + 0.2 * (right - left) < strip.x0)
    return [place * 3 - 2.5 for place, count in starts.most_common(3) if count >= _LEAST]


def _bands(strips: Sequence[Strip], gutter: float) -> list[list[Strip]]:
    """Runs of strips, from top to bottom, that no strip across the gutter interrupts."""
    bands: list[list[Strip]] = [[]]
    for strip in sorted(strips, key=lambda strip: strip.top):
        if strip.x0 < gutter < strip.x1:
            bands.append([])
        else:
            bands[-1].append(strip)
    return [band for band in bands if len(band) >= 2 * _LEAST]


def _is_prose(strips: Sequence[Strip], right: float) -> bool:
    """Whether strips are the lines of a column of prose that ends at *right*, and not the cells of a table."""
    if len(strips) < _LEAST:
        return False
    width = right - min(strip.x0 for strip in strips)
    typical = _median(strip.x1 - strip.x0 for strip in strips)
    words = _median(len(strip.words) for strip in strips)
    return words >= _LEAST_WORDS and typical >= _FILLED * width


def _median(values: Iterable[float]) -> float:
    """The middle of *values*, at least one; statistics' own takes longer to import than a short file to read."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2


def _lines(strips: Sequence[Strip]) -> list[Item]:
    items: list[Item] = []
    waiting: list[list[Strip]] = []
    for row in rows_of(strips):
        if row[0].kind is BlockKind.CONTENTS or not row[0].upright:
            items += aligned(waiting) + list(row)
            waiting = []
        else:
            waiting.append(row)
    return items + aligned(waiting)


def contents_marked(strips: Sequence[Strip], goes_on: bool) -> list[Strip]:
    """*strips* of one page, with each line of a contents list made one strip of that kind.

    Dotted leaders show a contents list by themselves; numbers at the ends of lines only under the word "contents",
    or where the list *goes_on* from the page before: the weights of criteria look the same.
    """
    rows = rows_of(strips)
    texts = [" ".join(strip.text for strip in row) for row in rows]
    listed = [_is_led(text) for text in texts]
    begin = next((k for k, text in enumerate(texts) if _TITLE.match(text)), 0 if goes_on else len(rows))
    for k in _rising(rows, begin):
        listed[k] = True
    for k in range(1, len(rows) - 1):  # a title of two lines: only the second has the number
        listed[k] = listed[k] or (listed[k - 1] and listed[k + 1] and len(rows[k]) == 1)
    marked: list[Strip] = []
    for row, is_listed in zip(rows, listed, strict=True):
        marked += [joined(row).of(BlockKind.CONTENTS)] if is_listed else row
    return marked if any(listed) else list(strips)


def _is_led(text: str) -> bool:
    """Whether a dotted leader and a page number end a line; few lines hold the beginning of a leader."""
    return any(dots in text for dots in _LEADERS) and bool(_LEADER.search(text))


def _rising(rows: Sequence[Sequence[Strip]], begin: int) -> list[int]:
    """The rows from *begin* that end in a page number no lower than the one before; [] for fewer than three."""
    found: list[int] = []
    last = 0
    for k in range(begin, len(rows)):
        if not _numbered(rows[k]):
            if found and k - found[-1] > 3:
                break
            continue
        number = rows[k][-1].text
        if number.isdigit() and int(number) < last:
            break
        last = int(number) if number.isdigit() else last
        found.append(k)
    return found if len(found) >= 3 else []


def _numbered(row: Sequence[Strip]) -> bool:
    return len(row) > 1 and bool(_PAGE.fullmatch(row[-1].text))
