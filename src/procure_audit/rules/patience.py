"""A rule of a user's own pack may hold a pattern that tries for hours: it is given up, and named.

Python looks at signals while it matches. Where there are none (Windows), or in another thread, nothing is given up.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ..model import CallError

SECONDS = 10.0
"""Processor seconds for one rule and one tender; all rules of the program together take one for a thousand pages."""


Turn = Callable[[str, str], None]
"""Called with the id and the place of a rule when its turn begins."""


@contextmanager
def patience() -> Iterator[Turn]:
    """Each rule whose turn it is inside may take `SECONDS`. Raises CallError after that, which names it and its place.

    The handler stands for all rules: to set it costs as much as to judge one of them.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield lambda _rule, _place: None
        return
    now = ("", "")

    def turn(rule: str, place: str) -> None:
        nonlocal now
        now = rule, place
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)

    def give_up(*_: object) -> None:
        rule, place = now
        raise CallError(
            f"{place}: the rule '{rule}' takes longer than {SECONDS:g} seconds: a pattern of it tries too many ways. "
            "Let no repeated part hold another that can match the same words, and bound repeats ({0,5} for *)"
        )

    before = signal.signal(signal.SIGVTALRM, give_up)
    try:
        yield turn
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
