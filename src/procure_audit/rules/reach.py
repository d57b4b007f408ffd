"""What can never come about: bands that a worse one hides, conditions that contradict each other or the numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ..model import Severity
from .applies import Applies
from .bands import Bands, Condition, Side
from .measures.base import Range, numbers_of

Bound = tuple[float, int]
"""A number and a side of it: (5, 1) lies just after 5, (5, -1) just before."""
_ONLY_IN: Mapping[str, tuple[str, ...]] = {"psr": ("england",)}
"""Procurement rules that are law in some places only: SI 2023/1348 extends to England alone."""


def unreachable(bands: Bands) -> tuple[Severity, Severity] | None:
    """The first severity that can never come about because worse ones always hold first, and the nearest of those."""
    for index, (severity, conditions) in enumerate(bands):
        worse = [other for _, others in bands[:index] for other in others]
        if worse and all(_hidden(condition, worse) for condition in conditions):
            return severity, bands[index - 1][0]
    return None


def _hidden(condition: Condition, others: Iterable[Condition]) -> bool:
    """Whether the numbers for which *condition* holds are all taken by *others* that ask for no more than it does."""
    able = [one for one in others if set(one.sides) <= set(condition.sides)]
    if any(one.limit and (one.op, one.limit) == (condition.op, condition.limit) for one in able):
        return True
    low, high = condition.interval
    for start, end in sorted(one.interval for one in able if not one.limit):
        if start > low:
            return False
        low = max(low, (end[0], end[1] + 1))
    return low > high


def impossible(condition: Condition, numbers: Range, when: Sequence[Side] = ()) -> str:
    """Why *condition* can never hold for a number of *numbers*, in a rule that asks for *when*; "" where it can."""
    low, high = condition.interval
    if high < (numbers[0], 0) or low > (numbers[1], 0):
        most = "" if numbers[1] == float("inf") else f" and at most {numbers[1]:g}"
        return f"this number is at least {numbers[0]:g}{most}"
    return contradiction((*when, *condition.sides))


def contradiction(sides: Iterable[Side]) -> str:
    """Which of *sides* can't all hold; "" where they can."""
    for name, group in groupby(sorted(sides, key=lambda side: side.name), key=lambda side: side.name):
        some = list(group)
        compared = [
            Condition(side.op, side.number, limit=side.limit).interval
            for side in some
            if side.op not in ("known", "unknown")
        ]
        is_known = bool(compared) or any(side.op == "known" for side in some)
        if is_known and any(side.op == "unknown" for side in some):
            return f"'{name}' can't be unknown and known"
        ends = [*compared, _bounds(numbers_of(name))]
        if max(low for low, _ in ends) > min(high for _, high in ends):
            return f"no '{name}' is like that"
    return ""


def _bounds(numbers: Range) -> tuple[Bound, Bound]:
    return (numbers[0], 0), (numbers[1], 0)


def never(*limits: Applies) -> str:
    """Why *limits* can't all hold for a tender; "" where they can."""
    for name in ("jurisdiction", "regime", "authority"):
        sets = _sets(limits, name)
        if sets and not set.intersection(*sets):
            return f"no {name} is left of {' and '.join(', '.join(sorted(some)) for some in sets)}"
    return _nowhere(limits) or _never(limits)


def _nowhere(limits: Sequence[Applies]) -> str:
    places, regimes, wanted = (_left(limits, name) for name in ("jurisdiction", "regime", "authority"))
    for regime in regimes if len(regimes) == 1 else ():
        if places and regime in _ONLY_IN and not places & set(_ONLY_IN[regime]):
            return f"'{regime}' is law in {', '.join(_ONLY_IN[regime])} only"
    barred = {name for limit in limits for name in limit.not_authority}
    return f"{', '.join(sorted(wanted))} is wanted and barred" if wanted and wanted <= barred else ""


def _never(limits: Sequence[Applies]) -> str:
    starts = max((limit.starts for limit in limits if limit.starts), default=None)
    until = min((limit.until for limit in limits if limit.until), default=None)
    return f"it ends on {until}, before it starts on {starts}" if starts and until and until < starts else ""


def _left(limits: Sequence[Applies], name: str) -> set[str]:
    """What all of *limits* that limit *name* allow."""
    sets = _sets(limits, name)
    return set.intersection(*sets) if sets else set()


def _sets(limits: Sequence[Applies], name: str) -> list[set[str]]:
    return [set(some) for limit in limits if (some := getattr(limit, name))]
