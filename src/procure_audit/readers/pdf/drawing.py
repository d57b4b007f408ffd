"""Ruling lines and pictures: what a page draws besides its text."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import repeat
from typing import Any

from . import pdfium
from .frame import Frame

MOST_OBJECTS = 20_000
"""Objects of one page that are looked at; a page with more is a drawing, and its tables are not looked for."""

_MOST_SEGMENTS = 2_000  # of one path; a longer one is a drawing
_MOST_EDGES = 4_000
_THIN = 1.0  # points: how far from straight a ruling line may lean

Affine = tuple[float, float, float, float, float, float]
Edge = dict[str, Any]
"""A straight line in the shape that pdfplumber's table functions take."""

_MOVE, _LINE = 2, 0  # pdfium's numbers of the pieces of a path
_UNIT: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Drawing:
    """`edges` is empty on pages that can't hold a table. `covered` is the share of the page that the largest picture
    fills. `crowded` says that the page has too many objects to look for tables."""

    edges: tuple[Edge, ...] = ()
    images: int = 0
    covered: float = 0.0
    crowded: bool = False


class _Pen:
    """Buffers for pdfium's answers, made once a page."""

    def __init__(self) -> None:
        self.matrix, self.sides = pdfium.Matrix(), [ctypes.c_float() for _ in range(4)]
        self.to_matrix, self.to_sides = ctypes.byref(self.matrix), [ctypes.byref(side) for side in self.sides]
        (self.x, self.y), (self.to_x, self.to_y) = self.sides[:2], self.to_sides[:2]

    def placed(self, thing: int, outer: Affine) -> Affine:
        """The matrix of an object, by the matrix of the form that holds it."""
        pdfium.object_matrix(thing, self.to_matrix)
        m = self.matrix
        if outer == _UNIT:
            return m.a, m.b, m.c, m.d, m.e, m.f
        a, b, c, d, e, f = outer
        return (
            m.a * a + m.b * c,
            m.a * b + m.b * d,
            m.c * a + m.d * c,
            m.c * b + m.d * d,
            m.e * a + m.f * c + e,
            m.e * b + m.f * d + f,
        )

    def point(self, segment: int) -> tuple[float, float]:
        """Where a piece of a path ends."""
        pdfium.segment_point(segment, self.to_x, self.to_y)
        return self.x.value, self.y.value

    def bounds(self, thing: int) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        pdfium.object_bounds(thing, *self.to_sides)
        left, bottom, right, top = self.sides
        return left.value, bottom.value, right.value, top.value


def drawing_of(page: Any, frame: Frame) -> Drawing:
    """The ruling lines and pictures of a pypdfium2 page."""
    pen, images, covered, paths = _Pen(), 0, 0.0, []
    drawn, crowded = _drawn(pdfium.handle(page), pen)
    for thing, kind, outer in drawn:
        if kind == pdfium.PATH:
            paths.append((thing, outer))
        elif kind == pdfium.IMAGE:
            images, covered = images + 1, max(covered, _share(pen.placed(thing, outer), frame))
    if crowded or not _may_hold_table(paths, pen):
        return Drawing((), images, covered, crowded)
    edges: list[Edge] = []
    for thing, outer in paths:
        edges += _edges(thing, _seen(pen.placed(thing, outer), frame), pen)
        if len(edges) > _MOST_EDGES:
            return Drawing((), images, covered, crowded=True)
    return Drawing(tuple(edges), images, covered)


def _drawn(page: int, pen: _Pen) -> tuple[list[tuple[int, int, Affine]], bool]:
    """The objects of a page that aren't text, those inside forms after all others; and whether some were left out, for
    forms may hold each other without end."""
    drawn: list[tuple[int, int, Affine]] = []
    left = MOST_OBJECTS
    waiting = [(page, pdfium.count_objects(page), pdfium.get_object, _UNIT)]
    while waiting and left >= 0:
        holder, count, get, outer = waiting.pop()
        things = list(map(get, repeat(holder), range(min(count, left))))
        left -= count
        for thing, kind in zip(things, map(pdfium.object_type, things), strict=True):
            if kind == pdfium.TEXT:
                continue
            drawn.append((thing, kind, outer))
            if kind == pdfium.FORM:
                inside = (thing, pdfium.count_form_objects(thing), pdfium.get_form_object, pen.placed(thing, outer))
                waiting.append(inside)
    return drawn, left < 0


def _share(placed: Affine, frame: Frame) -> float:
    """The share of the page under a picture, whose matrix spreads the unit square."""
    area = abs(placed[0] * placed[3] - placed[1] * placed[2])
    return min(1.0, area / max(frame.width * frame.height, 1.0))


def _may_hold_table(paths: list[tuple[int, Affine]], pen: _Pen) -> bool:
    """Two thin lines each way, or two boxes, among the paths: the least a ruled table can have."""
    across = down = boxes = 0
    for thing, _ in paths:
        left, bottom, right, top = pen.bounds(thing)
        width, height = right - left, top - bottom
        if height <= 2.5 and width > 15:
            across += 1
        elif width <= 2.5 and height > 5:
            down += 1
        elif width > 8 and height > 5:
            boxes += 1
        if (across >= 2 and down >= 2) or boxes >= 2 or (boxes and across + down >= 2):
            return True
    return boxes == 1 and len(paths) == 1  # all lines of a table in one path


def _seen(placed: Affine, frame: Frame) -> Affine:
    """A matrix that goes on to our coordinates."""
    a, b, c, d, e, f = placed
    if not frame.rotation:
        return a, -b, c, -d, e - frame.left, frame.top - f
    (x, y), (ax, ay), (cx, cy) = frame.corner(e, f), frame.corner(e + a, f + b), frame.corner(e + c, f + d)
    return ax - x, ay - y, cx - x, cy - y, x, y


def _edges(path: int, placed: Affine, pen: _Pen) -> list[Edge]:
    """The straight lines of a path that are level or upright."""
    count = pdfium.count_segments(path)
    if not 2 <= count <= _MOST_SEGMENTS:
        return []
    a, b, c, d, e, f = placed
    start = here = (0.0, 0.0)
    lines: list[Edge | None] = []
    for index in range(count):
        segment = pdfium.get_segment(path, index)
        x, y = pen.point(segment)
        point = x * a + y * c + e, x * b + y * d + f
        kind = pdfium.segment_type(segment)
        if kind == _MOVE:
            start = point
        elif kind == _LINE:
            lines.append(_edge(here, point))
        here = point
        if pdfium.segment_closes(segment):
            lines.append(_edge(point, start))
            here = start
    return [line for line in lines if line]


def _edge(begin: tuple[float, float], end: tuple[float, float]) -> Edge | None:
    (ax, ay), (bx, by) = begin, end
    across, down = abs(ax - bx), abs(ay - by)
    if down <= _THIN < across:
        return _line("h", min(ax, bx), max(ax, bx), min(ay, by), min(ay, by))
    if across <= _THIN < down:
        return _line("v", min(ax, bx), min(ax, bx), min(ay, by), max(ay, by))
    return None


def _line(way: str, x0: float, x1: float, top: float, bottom: float) -> Edge:
    return {
        "object_type": "line",
        "orientation": way,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }
