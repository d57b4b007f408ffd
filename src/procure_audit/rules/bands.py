"""Bands: which severity an observed number has.

A condition compares the number and may ask for more: `"> 60 if contract_value.total < 100000 and lots.count is known"`.
Where a law sets the limit it stands by its name: `"> law.payment_days"`.
`"any"` holds for every number. A list of conditions holds when one of them does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model import Severity
from .reading import Lack, Look, Reading

_NUMBER = r"-?\d[\d,_]*(?:\.\d+)?"
_NAME = "[a-z][a-z0-9_.]*"
_COMPARISON = rf"(?P<op>>=|<=|>|<|=)\s*(?:(?P<number>{_NUMBER})|(?P<limit>{_NAME}))"
_COMPARED = re.compile(_COMPARISON)
_SIDE = re.compile(rf"(?P<name>{_NAME})\s*(?:is (?P<known>known|unknown)|{_COMPARISON})")
_WAYS: Mapping[str, Callable[[float, float], bool]] = {
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    "=": lambda a, b: a == b,
}
_INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class Side:
    """A measure compared with a number or with another measure (`limit`), or asked whether it is known at all
    (op "known" or "unknown").
    """

    name: str
    op: str
    number: float = 0.0
    limit: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The measures that it looks at."""
        return (self.name, self.limit) if self.limit else (self.name,)

    def holds(self, look: Callable[[str], Look]) -> bool | Lack:
        """Whether it holds; a `Lack` where the measure isn't known."""
        seen = look(self.name)
        if self.op in ("known", "unknown"):
            return isinstance(seen, Reading) == (self.op == "known")
        return _compared(seen.value, self, look) if isinstance(seen, Reading) else seen


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison of the observed number, with a number or with a measure (`limit`), and what else must hold.

    An empty op holds for every number.
    """

    op: str
    number: float
    sides: tuple[Side, ...] = ()
    limit: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The measures that it looks at."""
        return (*((self.limit,) if self.limit else ()), *(name for side in self.sides for name in side.names))

    def holds(self, number: float, look: Callable[[str], Look]) -> bool | Lack:
        """Whether it holds for *number*; a `Lack` where that hangs on a measure that isn't known."""
        compared = not self.op or _compared(number, self, look)
        return compared if compared is False else _all((compared, every(self.sides, look)))

    @property
    def interval(self) -> tuple[tuple[float, int], tuple[float, int]]:
        """The numbers it holds for, as (bound, side): (5, 1) begins just after 5, (5, -1) ends just before.

        Where a measure limits them, they may be any.
        """
        if self.limit:
            return (-_INFINITE, 0), (_INFINITE, 0)
        low = {">": (self.number, 1), ">=": (self.number, 0), "=": (self.number, 0)}.get(self.op, (-_INFINITE, 0))
        high = {"<": (self.number, -1), "<=": (self.number, 0), "=": (self.number, 0)}.get(self.op, (_INFINITE, 0))
        return low, high


def _compared(value: float, by: Side | Condition, look: Callable[[str], Look]) -> bool | Lack:
    """Whether *value* compares as *by* says; a `Lack` where the measure that limits it isn't known."""
    limit = look(by.limit) if by.limit else Reading(by.number)
    return _WAYS[by.op](value, limit.value) if isinstance(limit, Reading) else limit


def every(sides: Iterable[Side], look: Callable[[str], Look]) -> bool | Lack:
    """Whether all *sides* hold; False wins over what isn't known."""
    return _all([side.holds(look) for side in sides])


def _all(answers: Sequence[bool | Lack]) -> bool | Lack:
    if any(answer is False for answer in answers):
        return False
    return next((answer for answer in answers if isinstance(answer, Lack)), True)


Bands = tuple[tuple[Severity, tuple[Condition, ...]], ...]
"""Severities with their conditions, worst first."""


@dataclass(frozen=True, slots=True)
class Grade:
    """The severity a number has (None for none), what decided it, and what a worse one hung on."""

    severity: Severity | None
    condition: Condition | None = None
    undecided: Lack | None = None


def grade(bands: Bands, number: float, look: Callable[[str], Look]) -> Grade:
    """The worst severity whose conditions hold for *number*."""
    undecided: Lack | None = None
    for severity, conditions in bands:
        for condition in conditions:
            answer = condition.holds(number, look)
            if answer is True:
                return Grade(severity, condition, undecided)
            if isinstance(answer, Lack):
                undecided = undecided or answer
    return Grade(None, None, undecided)


def parse_condition(text: str) -> Condition:
    """ "> 2", "any", ">= 3 if contract_value.total < 100000". Raises ValueError saying what is wrong."""
    head, has_sides, tail = " ".join(text.split()).partition(" if ")
    sides = parse_sides(tail) if has_sides else ()
    if head == "any":
        return Condition("", 0.0, sides)
    match = _COMPARED.fullmatch(head.strip())
    if not match:
        raise ValueError(f'\'{head}\' is no condition; write for example "> 30", "<= 14" or "any"')
    return Condition(match["op"], _number(match["number"]), sides, match["limit"] or "")


def parse_sides(text: str) -> tuple[Side, ...]:
    """ "contract_value.total < 100000 and lots.count is unknown"."""
    return tuple(_side(part.strip()) for part in text.split(" and "))


def _side(text: str) -> Side:
    match = _SIDE.fullmatch(text)
    if not match:
        raise ValueError(f"'{text}' is no condition; write for example \"contract_value.total < 100000\"")
    if match["known"]:
        return Side(match["name"], match["known"])
    return Side(match["name"], match["op"], _number(match["number"]), match["limit"] or "")


def _number(text: str | None) -> float:
    return float(text.replace(",", "").replace("_", "")) if text else 0.0


def bands_of(conditions: Mapping[Severity, Sequence[Condition]]) -> Bands:
    return tuple(sorted(((severity, tuple(some)) for severity, some in conditions.items()), reverse=True))
