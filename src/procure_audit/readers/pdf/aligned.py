"""Tables without rules: rows whose pieces stand under each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from .shapes import Grid, GridCell, Strip, joined

Row = list[Strip]

_NEAR = 4.0  # points
_LEAST_ROWS = 3
_TIGHT = 1.45  # of the type size: the pitch under which a line continues the one above
_LABEL = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5}|Q\d{1,3})[.):\]]*|[•●▪■◦○–—*o·➢✓☐☑§-]")


def aligned(rows: Sequence[Row]) -> list[Strip | Grid]:
    """*rows* of one column of a page, as printed lines and the tables that they make up."""
    rows = [_labelled(row) for row in rows]
    items: list[Strip | Grid] = []
    k = 0
    while k < len(rows):
        end = _extent(rows, k)
        if end and len(_lefts(rows[k:end])) > 1:
            items.append(_grid(rows[k:end]))
            k = end
        else:
            items.append(joined(rows[k]))
            k += 1
    return items


def _labelled(row: Row) -> Row:
    """*row* with a number or bullet joined to the words after it: the gap between them makes no column."""
    if len(row) > 1 and _LABEL.fullmatch(row[0].text):
        return [joined(row[:2]), *row[2:]]
    return row


def _extent(rows: Sequence[Row], start: int) -> int:
    """Where the table that begins at row *start* ends; 0 if none begins."""
    if len(rows[start]) < 2:
        return 0
    anchors = _anchors(rows[start])
    last, count = start, 1
    for k in range(start + 1, len(rows)):
        row = rows[k]
        if row[0].top - rows[k - 1][0].bottom > 4 * row[0].size:
            break
        if len(row) > 1:
            if not _fits(row, anchors):
                break
            anchors += [pair for pair in _anchors(row) if not _near(pair, anchors)]
            last, count = k, count + 1
        elif not _continues(row[0], rows[k - 1], anchors):
            break
        elif row[0].x0 >= anchors[1][0] - _NEAR:
            last = k
    return last + 1 if count >= _LEAST_ROWS else 0


def _anchors(row: Row) -> list[tuple[float, float]]:
    return [(strip.x0, strip.x1) for strip in row]


def _near(pair: tuple[float, float], anchors: Sequence[tuple[float, float]]) -> bool:
    """Whether a piece begins, ends or is centred where one of *anchors* does."""
    return any(
        abs(pair[0] - x0) < _NEAR or abs(pair[1] - x1) < _NEAR or abs(sum(pair) - x0 - x1) < 2 * _NEAR
        for x0, x1 in anchors
    )


def _fits(row: Row, anchors: Sequence[tuple[float, float]]) -> bool:
    return all(_near(pair, anchors[1:]) for pair in _anchors(row)[1:]) and _near(_anchors(row)[0], anchors)


def _continues(strip: Strip, above: Row, anchors: Sequence[tuple[float, float]]) -> bool:
    """Whether a lone piece is the next line of a cell in the row above, or a cell whose row is otherwise empty."""
    if strip.x0 >= anchors[1][0] - _NEAR:
        return _near((strip.x0, strip.x1), anchors)
    tight = strip.top - above[0].top <= _TIGHT * max(strip.size, above[0].size)
    return tight and strip.x1 < anchors[1][0] and abs(strip.x0 - anchors[0][0]) < 3 * _NEAR


def _grid(rows: Sequence[Row]) -> Grid:
    lefts = _lefts(rows)
    lines: list[dict[int, list[Strip]]] = []
    for k, row in enumerate(rows):
        placed = {_column(strip, lefts): strip for strip in row}
        if lines and len(row) == 1 and (0 not in placed or _is_tight(row[0], rows[k - 1])):
            lines[-1].setdefault(next(iter(placed)), []).append(row[0])
            continue
        lines.append({})
        for column, held in groupby(row, key=lambda strip: _column(strip, lefts)):
            lines[-1].setdefault(column, []).append(joined(list(held)))
    cells = [
        GridCell(number, column, 1, 1, tuple(line.get(column, ())))
        for number, line in enumerate(lines)
        for column in range(len(lefts))
    ]
    every = [strip for row in rows for strip in row]
    return Grid(
        every[0].page,
        min(strip.x0 for strip in every),
        min(strip.top for strip in every),
        max(strip.x1 for strip in every),
        max(strip.bottom for strip in every),
        tuple(cells),
    )


def _is_tight(strip: Strip, above: Row) -> bool:
    return strip.top - above[0].top <= _TIGHT * max(strip.size, above[0].size)


def _lefts(rows: Sequence[Row]) -> list[float]:
    """The left sides of the columns: stretches that pieces of full rows cover, apart from each other."""
    spans = sorted((strip.x0, strip.x1) for row in rows if len(row) > 1 for strip in row)
    merged: list[list[float]] = []
    for x0, x1 in spans:
        if merged and x0 <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], x1)
        else:
            merged.append([x0, x1])
    return [x0 for x0, _ in merged]


def _column(strip: Strip, lefts: Sequence[float]) -> int:
    return max((k for k, left in enumerate(lefts) if strip.x0 >= left - _NEAR), default=0)
