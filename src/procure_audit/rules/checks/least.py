"""least: a number against the least that a law allows, which hangs on what the tender says."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from ...model import Evidence, did_you_mean
from ..case import Case
from ..reading import Lack, Observation, told
from .base import Check, known_measure
from .phrases import Phrases


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least there may be where all the named signals stand in the tender."""

    least: float
    where: list[str] = []


class Least(Check, frozen=True):
    """The first row whose signals all stand gives the least; the number is the measure less that least."""

    of: Annotated[str, Meta(description="the measure")]
    signals: Annotated[dict[str, Phrases], Meta(description="named signs that the rows go by")]
    rows: Annotated[list[Row], Meta(min_length=1, description="tried in order; the last needs no signal")]
    tells: ClassVar[frozenset[str]] = frozenset({"value", "least", "short"})

    def __post_init__(self) -> None:
        known_measure(self.of)
        for name in (name for row in self.rows for name in row.where):
            if name not in self.signals:
                raise ValueError(f"no signal is called '{name}'; {did_you_mean(name, self.signals)}")
        if self.rows[-1].where:
            raise ValueError("the last row must hold without a signal")

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
        related = tuple(place for name in row.where for place in _places(signals[name]))
        unit = seen.unit
        words = {"value": str(seen), "least": told(row.least, unit), "short": told(row.least - seen.value, unit)}
        return Observation(seen.value - row.least, words, seen.places, related, seen.confidence)


def _places(seen: Observation | Lack) -> tuple[Evidence, ...]:
    return seen.places[:1] if isinstance(seen, Observation) else ()
