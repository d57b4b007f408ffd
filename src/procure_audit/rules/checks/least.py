"""least: a number against the least that a law allows, which hangs on what the tender says."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from ...model import Evidence, did_you_mean
from ..case import Case
from ..reading import Lack, Observation, Reading, told
from .base import Check
from .phrases import Phrases


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least there may be where all the named signals stand in the tender."""

    least: Annotated[float | str, Meta(description="a number, or the name of a measure such as law.payment_days")]
    where: list[str] = []


class Least(Check, frozen=True):
    """The first row whose signals all stand gives the least; the number is the measure less that least."""

    of: Annotated[str, Meta(description="the measure")]
    signals: Annotated[dict[str, Phrases], Meta(description="named signs that the rows go by")]
    rows: Annotated[list[Row], Meta(min_length=1, description="tried in order; the last needs no signal")]
    tells: ClassVar[frozenset[str]] = frozenset({"value", "least", "short"})

    def __post_init__(self) -> None:
        for name in (name for row in self.rows for name in row.where):
            if name not in self.signals:
                raise ValueError(f"no signal is called '{name}'; {did_you_mean(name, self.signals)}")
        if self.rows[-1].where:
            raise ValueError("the last row must hold without a signal")

    @property
    def measures(self) -> tuple[str, ...]:
        return self.of, *(row.least for row in self.rows if isinstance(row.least, str))

    def validate(self) -> None:
        for signal in self.signals.values():
            signal.validate()

    @cached_property
    def _used(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for row in self.rows for name in row.where))

    def range(self) -> tuple[float, float]:
        return -float("inf"), float("inf")

    def look(self, case: Case) -> Observation | Lack:
        seen = case.look(self.of)
        if isinstance(seen, Lack):
            return seen
        signals = {name: self.signals[name].look(case) for name in self._used}
        row = next(row for row in self.rows if all(isinstance(signals[name], Observation) for name in row.where))
        least = case.look(row.least) if isinstance(row.least, str) else Reading(row.least)
        if isinstance(least, Lack):
            return least
        related = tuple(place for name in row.where for place in _places(signals[name]))
        short = least.value - seen.value
        words = {"value": str(seen), "least": told(least.value, seen.unit), "short": told(short, seen.unit)}
        return Observation(-short, words, seen.places, related, seen.confidence)


def _places(seen: Observation | Lack) -> tuple[Evidence, ...]:
    return seen.places[:1] if isinstance(seen, Observation) else ()
