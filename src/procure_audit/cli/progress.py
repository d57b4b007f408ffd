"""How far a long run has come: one line on standard error."""

from __future__ import annotations

from collections import deque
from time import monotonic

from ..text.amounts import counted
from .output import show_progress, shows_progress

_LOOKED_BACK = 200
"""Results by which it is judged how fast it goes: tenders that are known already, at the start, go much faster."""
_UNITS = ((2 * 86400, 86400, "days"), (2 * 3600, 3600, "hours"), (90, 60, "minutes"), (0, 1, "seconds"))


class Progress:
    """Where *shown*, how many are done, how fast, and, once it is known how many there are, the time that is left."""

    def __init__(self, shown: bool) -> None:
        self._is_shown = shows_progress(shown)
        self._lately: deque[tuple[float, int]] = deque([(monotonic(), 0)], maxlen=_LOOKED_BACK)
        self._expected: int | None = None

    def expect(self, total: int) -> None:
        """There are *total* to do."""
        self._expected = total

    def tell(self, done: int, told: str) -> None:
        """*done* of them are, which is told in the words *told*."""
        if not self._is_shown:
            return
        now, (then, before) = monotonic(), self._lately[0]
        self._lately.append((now, done))
        rate = (done - before) / max(0.001, now - then)
        left = f", {time_left((self._expected - done) / rate)}" if self._expected and rate else ""
        show_progress(f"{told} ({rate:.1f} a second{left})")

    def clear(self) -> None:
        if self._is_shown:
            show_progress()


def time_left(seconds: float) -> str:
    """ "40 seconds left", "3 minutes left", "5 hours left", "12 days left"."""
    size, unit = next((size, unit) for least, size, unit in _UNITS if seconds >= least)
    return f"{counted(round(seconds / size), unit)} left"
