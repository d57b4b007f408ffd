"""The visible part of a page, and the way from pdfium's coordinates to ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Corner = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page: its size as it is seen, and the way from pdfium's coordinates to ours."""

    width: float
    height: float
    left: float
    top: float
    rotation: int
    corner: Corner

    def rectangle(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom of a rectangle in pdfium's coordinates."""
        (ax, ay), (bx, by) = self.corner(left, bottom), self.corner(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def back(self, x: float, y: float) -> tuple[float, float]:
        """A point in pdfium's coordinates, which are those of the file."""
        if self.rotation == 0:
            return x + self.left, self.top - y
        if self.rotation == 90:
            return y + self.left, x + self.top - self.width
        if self.rotation == 180:
            return self.left + self.width - x, y + self.top - self.height
        return self.left + self.height - y, self.top - x


def frame_of(page: Any) -> Frame:
    """The frame of a pypdfium2 page: crop box and rotation are undone here, once for all coordinates."""
    left, bottom, right, top = page.get_bbox()
    width, height = page.get_size()
    corners: dict[int, Corner] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    rotation = page.get_rotation()
    return Frame(width, height, left, top, rotation, corners[rotation])
