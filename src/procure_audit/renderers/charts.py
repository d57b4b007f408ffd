"""Column charts: where each column stands, in the units of a drawing 400 wide. Templates draw them (charts.html.j2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

WIDTH, HEIGHT = 400, 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 24, 18, 24
_WIDEST = 44.0
_SIGN, _GAP = 8, 8
"""The width of a sign in a label, and between two labels, on a narrow screen where they are largest."""
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Column:
    """A column and the words under and on it; either may be empty where they would run into their neighbours."""

    x: float
    y: float
    width: float
    height: float
    label: str
    told: str

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: its title, what it says in a sentence, its columns, and the lines across (height, number)."""

    name: str
    title: str
    says: str
    columns: tuple[Column, ...]
    lines: tuple[tuple[float, int], ...]


def columns(
    name: str, title: str, says: str, rows: Sequence[tuple[str, float | None]], most: int | None = None
) -> Chart:
    """A chart of *rows*: label, and number from 0, or None for a gap. *most* is the top of its scale, else a round
    number over the highest.

    *name* tells it from other charts of a page.
    """
    highest = max([1.0, *(value or 0.0 for _, value in rows)])
    step = _step(most or highest)
    top = most or step * max(1, -int(-highest // step))
    height, room = HEIGHT - _TOP - _BOTTOM, (WIDTH - _LEFT - _RIGHT) / max(1, len(rows))
    every = ceil((_SIGN * max((len(label) for label, _ in rows), default=1) + _GAP) / room)
    every_number = ceil(_SIGN * len(f"{highest:,.0f}") / room)
    drawn = []
    for at, (label, value) in enumerate(rows):
        width, tall = min(_WIDEST, room * 0.7), height * (value or 0.0) / top
        before_last = len(rows) - 1 - at
        x, y = _LEFT + room * (at + 0.5) - width / 2, _TOP + height - tall
        told = "" if value is None or before_last % every_number else f"{value:,.0f}"
        words = ("" if before_last % every else label, told)
        drawn.append(Column(round(x, 1), round(y, 1), round(width, 1), round(tall, 1), *words))
    lines = tuple((round(_TOP + height * (1 - at / top), 1), at) for at in range(0, top + 1, step))
    return Chart(name, title, says, tuple(drawn), lines)


def _step(highest: float) -> int:
    """The round number that divides a scale up to *highest* into five lines at most."""
    size = 1
    while True:
        for one in _STEPS:
            if highest <= 5 * one * size:
                return one * size
        size *= 10
