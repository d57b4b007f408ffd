"""How far a long run has come, as a terminal shows it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable

import pytest

from procure_audit.cli import progress
from procure_audit.cli.progress import Progress, time_left


class Terminal(io.StringIO):
    """Standard error as a terminal, with a clock that stands still by itself."""

    now = 0.0

    def isatty(self) -> bool:
        return True

    @property
    def last(self) -> str:
        return self.getvalue().rsplit("\r\033[K", 1)[-1]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Progress, Terminal]]:
    def begun(wanted: bool = True) -> tuple[Progress, Terminal]:
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        monkeypatch.setattr(progress, "monotonic", lambda: terminal.now)
        return Progress(wanted), terminal

    return begun


Begun = Callable[..., tuple[Progress, Terminal]]


def test_how_fast_and_how_long_still(shown: Begun) -> None:
    line, terminal = shown()
    line.expect(100)
    terminal.now = 2
    line.tell(20, "20 tenders: 20 assessed")
    assert terminal.last == "20 tenders: 20 assessed (10.0 a second, 8 seconds left)"
    line.clear()
    assert terminal.last == ""


def test_what_was_known_before_tells_nothing_of_the_rest(shown: Begun) -> None:
    line, terminal = shown()
    line.expect(10_000)
    for done in range(1, 301):
        terminal.now += 1
        line.tell(5_000 + done, "so many")
    assert terminal.last == "so many (1.0 a second, 78 minutes left)"


def test_until_it_is_known_how_many_there_are(shown: Begun) -> None:
    line, terminal = shown()
    terminal.now = 1
    line.tell(3, "3 tenders")
    assert terminal.last == "3 tenders (3.0 a second)"


def test_nothing_is_shown_where_it_is_not_wanted(shown: Begun) -> None:
    line, terminal = shown(wanted=False)
    line.tell(3, "3 tenders")
    line.clear()
    assert terminal.getvalue() == ""


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "0 seconds left"),
        (1.2, "1 second left"),
        (89, "89 seconds left"),
        (90, "2 minutes left"),
        (7199, "120 minutes left"),
        (7200, "2 hours left"),
        (172_800, "2 days left"),
    ],
)
def test_how_long_in_words(seconds: float, told: str) -> None:
    assert time_left(seconds) == told
