"""Ruled tables: pdfplumber's geometry over pdfium's ruling lines, and the words put into the cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from .drawing import Edge
from .shapes import Grid, GridCell, Rectangle, Strip, Word, joined, rows_of, strip_like

_NEAR = 3.0  # points: lines closer than this are one
_SMALLEST = 5.0  # points: a narrower or lower cell is a double rule
_FRAME = 0.5  # share of a page: one cell larger than this that holds most words is a frame round the page


def ruled(edges: Sequence[Edge], strips: Sequence[Strip]) -> list[list[Rectangle]]:
    """The cells of each ruled table of a page, of at least two columns, top table first."""
    sound = _uncrossed(edges, strips)
    if not sound:
        return []
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    merged = [edge for edge in merge_edges(sound, _NEAR, _NEAR, _NEAR, _NEAR) if _length(edge) >= _NEAR]
    cells = intersections_to_cells(edges_to_intersections(merged, _NEAR, _NEAR))
    wide = [cell for cell in cells if cell[2] - cell[0] >= _SMALLEST and cell[3] - cell[1] >= _SMALLEST]
    tables = [[Rectangle(*cell) for cell in table] for table in cells_to_tables(wide)]
    return [table for table in tables if _side_by_side(table)]


def _side_by_side(cells: Sequence[Rectangle]) -> bool:
    """Whether any cells stand beside each other: boxes on top of each other are frames or coloured stripes."""
    tops = [round(cell.top / _NEAR) for cell in cells]
    return len(set(tops)) < len(tops)


def box_of(cells: Sequence[Rectangle]) -> Rectangle:
    """The box round all cells of a table."""
    return Rectangle(
        min(cell.x0 for cell in cells),
        min(cell.top for cell in cells),
        max(cell.x1 for cell in cells),
        max(cell.bottom for cell in cells),
    )


def _uncrossed(edges: Sequence[Edge], strips: Sequence[Strip]) -> list[Edge]:
    """*edges* without the upright ones that lines of text run through: change bars and the sides of shaded boxes."""
    by_middle = sorted(range(len(strips)), key=lambda place: strips[place].middle)
    middles = [strips[place].middle for place in by_middle]

    def is_crossed(edge: Edge) -> bool:
        x, top, bottom = edge["x0"], edge["top"], edge["bottom"]
        beside = sorted(by_middle[bisect_left(middles, top) : bisect_right(middles, bottom)])
        crossing = [strips[place] for place in beside if strips[place].x0 < x - 2 and strips[place].x1 > x + 2]
        through = sum(_runs_through(strip, x) for strip in crossing)
        return through >= 2 or (through == 1 and bottom - top < 2.5 * crossing[0].height)

    return [edge for edge in edges if edge["orientation"] == "h" or not is_crossed(edge)]


def _runs_through(strip: Strip, x: float) -> bool:
    """Whether a word stands across *x*, or two words stand closer round it than cells do."""
    left = max((word.x1 for word in strip.words if word.x0 < x), default=x)
    right = min((word.x0 for word in strip.words if word.x0 >= x), default=x)
    return left > x + 1.5 or right - left < 0.45 * strip.size


def _length(edge: Edge) -> float:
    return float(edge["bottom"] - edge["top"] if edge["orientation"] == "v" else edge["x1"] - edge["x0"])


def filled(
    tables: Sequence[Sequence[Rectangle]], strips: Sequence[Strip], area: float
) -> tuple[list[Grid], list[Strip]]:
    """The tables with the words that stand in their cells, and the strips of what is left. *area* is the page's."""
    grids: list[Grid] = []
    for cells in sorted(tables, key=lambda cells: (min(cell.top for cell in cells), min(cell.x0 for cell in cells))):
        inside, outside = _taken(cells, strips)
        if sum(bool(found) for found in inside.values()) < 2 or _is_frame(inside, area):
            continue
        grids.append(_grid(cells, inside))
        strips = outside
    return grids, list(strips)


def _is_frame(inside: dict[Rectangle, list[Strip]], area: float) -> bool:
    largest = max(inside, key=lambda cell: (cell.x1 - cell.x0) * (cell.bottom - cell.top))
    words = {cell: sum(len(strip.words) for strip in found) for cell, found in inside.items()}
    size = (largest.x1 - largest.x0) * (largest.bottom - largest.top)
    return size > _FRAME * area and words[largest] > 0.8 * sum(words.values())


def _taken(cells: Sequence[Rectangle], strips: Sequence[Strip]) -> tuple[dict[Rectangle, list[Strip]], list[Strip]]:
    """Strips cut at the borders of cells, by cell, and those that stand in none."""
    inside: dict[Rectangle, list[Strip]] = {cell: [] for cell in cells}
    outside: list[Strip] = []
    box = box_of(cells)
    ordered = sorted(cells, key=lambda cell: (cell.top, cell.x0))
    tops = [cell.top for cell in ordered]
    for strip in strips:
        middle = strip.middle
        if not box.top <= middle <= box.bottom:
            outside.append(strip)
            continue
        level = [cell for cell in ordered[: bisect_right(tops, middle)] if middle <= cell.bottom]
        for cell, part in _cut(strip, level):
            (inside[cell] if cell else outside).append(part)
    return inside, outside


def _cut(strip: Strip, level: Sequence[Rectangle]) -> Iterator[tuple[Rectangle | None, Strip]]:
    """The parts of a strip that stand in one of the cells on its *level*, and in none, from left to right."""
    first = next((cell for cell in level if cell.x0 <= strip.x1 and strip.x0 <= cell.x1), None)
    if first is None or (first.holds(strip.x0, strip.top) and first.holds(strip.x1, strip.bottom)):
        yield first, strip
        return
    placed = ((_cell_of(word, level), place) for place, word in enumerate(strip.words))
    for cell, places in groupby(placed, key=itemgetter(0)):
        yield cell, strip_like(strip.words.at([place for _, place in places]), strip)


def _cell_of(word: Word, cells: Sequence[Rectangle]) -> Rectangle | None:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return next((cell for cell in cells if cell.holds(x, y)), None)


def _grid(cells: Sequence[Rectangle], inside: dict[Rectangle, list[Strip]]) -> Grid:
    lefts, tops = _bounds([cell.x0 for cell in cells]), _bounds([cell.top for cell in cells])

    def numbered(cell: Rectangle) -> GridCell:
        row, column = _place(tops, cell.top), _place(lefts, cell.x0)
        rows, columns = _place(tops, cell.bottom - _NEAR) - row + 1, _place(lefts, cell.x1 - _NEAR) - column + 1
        strips = tuple(joined(line) for line in rows_of(inside[cell]))
        return GridCell(row, column, max(rows, 1), max(columns, 1), strips)

    box = box_of(cells)
    page = next(strip.page for found in inside.values() for strip in found)
    return Grid(
        page,
        box.x0,
        box.top,
        box.x1,
        box.bottom,
        tuple(sorted((numbered(cell) for cell in cells), key=lambda cell: (cell.row, cell.column))),
    )


def _bounds(values: Iterable[float]) -> list[float]:
    """*values* without those that are nearly the one before."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept


def _place(bounds: Sequence[float], value: float) -> int:
    return max(0, bisect_right(bounds, value + _NEAR / 2) - 1)
