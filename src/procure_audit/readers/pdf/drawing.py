"""Ruling lines and pictures: what a page draws besides its text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
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
        self.matrix, self.x, self.y = pdfium.Matrix(), ctypes.c_float(), ctypes.c_float()
        self.at = (ctypes.byref(self.x), ctypes.byref(self.y))
        self.sides = [ctypes.c_float() for _ in range(4)]

    def placed(self, thing: int, outer: Affine) -> Affine:
        """The matrix of an object, by the matrix of the form that holds it."""
        pdfium.object_matrix(thing, ctypes.byref(self.matrix))
        m, (a, b, c, d, e, f) = self.matrix, outer
        return (
            m.a * a + m.b * c,
            m.a * b + m.b * d,
            m.c * a + m.d * c,
            m.c * b + m.d * d,
            m.e * a + m.f * c + e,
            m.e * b + m.f * d + f,
        )

    def bounds(self, thing: int) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        pdfium.object_bounds(thing, *(ctypes.byref(side) for side in self.sides))
        left, bottom, right, top = (side.value for side in self.sides)
        return left, bottom, right, top


def drawing_of(page: Any, frame: Frame) -> Drawing:
    """The ruling lines and pictures of a pypdfium2 page."""
    pen, images, covered, paths = _Pen(), 0, 0.0, []
    for seen, (thing, outer) in enumerate(_objects(pdfium.handle(page), pen)):
        if seen >= MOST_OBJECTS:
            return Drawing((), images, covered, crowded=True)
        kind = pdfium.object_type(thing)
        if kind == pdfium.PATH:
            paths.append((thing, outer))
        elif kind == pdfium.IMAGE:
            images, covered = images + 1, max(covered, _share(pen.placed(thing, outer), frame))
    if not _may_hold_table(paths, pen):
        return Drawing((), images, covered)
    edges = [edge for thing, outer in paths for edge in _edges(thing, pen.placed(thing, outer), pen, frame)]
    return Drawing(tuple(edges) if len(edges) <= _MOST_EDGES else (), images, covered, len(edges) > _MOST_EDGES)


def _objects(page: int, pen: _Pen) -> Iterator[tuple[int, Affine]]:
    """All objects of a page, those inside forms too. Bounded: forms may hold each other without end."""
    waiting: list[tuple[int, Affine]] = []
    for index in range(min(pdfium.count_objects(page), MOST_OBJECTS + 1)):
        waiting.append((pdfium.get_object(page, index), _UNIT))
        while waiting:
            thing, outer = waiting.pop()
            yield thing, outer
            if pdfium.object_type(thing) == pdfium.FORM:
                inner = pen.placed(thing, outer)
                count = min(pdfium.count_form_objects(thing), MOST_OBJECTS + 1)
                waiting.extend((pdfium.get_form_object(thing, k), inner) for k in reversed(range(count)))


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


def _edges(thing: int, placed: Affine, pen: _Pen, frame: Frame) -> Iterator[Edge]:
    count = pdfium.count_segments(thing)
    if not 2 <= count <= _MOST_SEGMENTS:
        return
    a, b, c, d, e, f = placed
    start = here = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.get_segment(thing, index)
        pdfium.segment_point(segment, *pen.at)
        x, y = pen.x.value, pen.y.value
        point = frame.corner(x * a + y * c + e, x * b + y * d + f)
        kind = pdfium.segment_type(segment)
        if kind == 2:
            start = point
        elif kind == 0:
            yield from _edge(here, point)
        here = point
        if pdfium.segment_closes(segment):
            yield from _edge(point, start)
            here = start


def _edge(begin: tuple[float, float], end: tuple[float, float]) -> Iterator[Edge]:
    (ax, ay), (bx, by) = begin, end
    x0, x1, top, bottom = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
    across, down = x1 - x0, bottom - top
    if down <= _THIN < across:
        yield _line("h", x0, x1, top, top)
    elif across <= _THIN < down:
        yield _line("v", x0, x0, top, bottom)


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
