"""level: how high a named number is."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from ..case import Case
from ..measures.base import Range, numbers_of
from ..reading import Lack, Observation
from .base import Check


class Level(Check, frozen=True):
    """The value of a measure."""

    of: Annotated[str, Meta(description="a measure: a metric, kind.value of a fact, or one worked out")]
    tells: ClassVar[frozenset[str]] = frozenset({"value"})

    @property
    def measures(self) -> tuple[str, ...]:
        return (self.of,)

    def range(self) -> Range:
        return numbers_of(self.of)

    def look(self, case: Case) -> Observation | Lack:
        seen = case.look(self.of)
        if isinstance(seen, Lack):
            return seen
        return Observation(seen.value, {"value": str(seen)}, seen.places, (), seen.confidence, seen.counted)
