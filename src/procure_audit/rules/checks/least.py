"""least: a number against the least that a law allows, which hangs on what the tender says."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from ...model import Evidence, did_you_mean
from ..case import Case
from ..reading import Lack, Look, Observation, Reading, told
from .base import Check
from .phrases import Phrases


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least there may be where all the named signals stand in the tender."""

    least: Annotated[float | str, Meta(description="a number, or the name of a measure such as law.payment_days")]
    where: list[str] = []


class Least(Check, frozen=True):
    """The first row whose signals all stand gives the least; the number is the measure less that least.

    Where no row holds it can't be judged, for the reason that `otherwise` gives.
    """

    of: Annotated[str, Meta(description="the measure")]
    since: Annotated[str, Meta(description="the measure of the day from which it is counted")]
    signals: Annotated[dict[str, Phrases], Meta(description="named signs that the rows go by")]
    rows: Annotated[list[Row], Meta(min_length=1, description="tried in order")]
    otherwise: Annotated[str, Meta(description="why it can't be judged where no row holds")] = ""
    tells: ClassVar[frozenset[str]] = frozenset({"value", "least", "short", "until"})

    def __post_init__(self) -> None:
        for name in (name for row in self.rows for name in row.where):
            if name not in self.signals:
                raise ValueError(f"no signal is called '{name}'; {did_you_mean(name, self.signals)}")
        if self.rows[-1].where and not self.otherwise:
            raise ValueError("the last row must hold without a signal, or 'otherwise' must say why nothing is judged")

    @property
    def measures(self) -> tuple[str, ...]:
        return self.of, self.since, *(row.least for row in self.rows if isinstance(row.least, str))

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
        row = next(
            (row for row in self.rows if all(isinstance(signals[name], Observation) for name in row.where)), None
        )
        least = _least(row or self.rows[-1], case)
        if isinstance(least, Lack) or row is None:
            return least if isinstance(least, Lack) else Lack(self.otherwise)
        related = tuple(place for name in row.where for place in _places(signals[name]))
        short = least.value - seen.value
        words = {"value": str(seen), "least": told(least.value, seen.unit), "short": told(short, seen.unit)}
        return Observation(-short, words | self._until(least, case), seen.places, related, seen.confidence)

    def _until(self, least: Reading, case: Case) -> dict[str, str]:
        """The first day that is late enough."""
        since = case.look(self.since)
        return {"until": told(since.value + least.value, since.unit)} if isinstance(since, Reading) else {}


def _least(row: Row, case: Case) -> Look:
    return case.look(row.least) if isinstance(row.least, str) else Reading(row.least)


def _places(seen: Observation | Lack) -> tuple[Evidence, ...]:
    return seen.places[:1] if isinstance(seen, Observation) else ()
