"""ratio: how many times one named number goes into another."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from ..case import Case
from ..reading import Lack, Observation, told
from .base import Check


class Ratio(Check, frozen=True):
    """The value of one measure over another; `per` counts the second in larger units (pages for each £10,000)."""

    of: Annotated[str, Meta(description="the measure on top")]
    to: Annotated[str, Meta(description="the measure it is set against")]
    per: Annotated[float, Meta(gt=0, description="the unit of the second measure, 1 unless said")] = 1.0
    tells: ClassVar[frozenset[str]] = frozenset({"value", "reference", "ratio", "per"})

    @property
    def measures(self) -> tuple[str, ...]:
        return self.of, self.to

    def look(self, case: Case) -> Observation | Lack:
        top, base = case.look(self.of), case.look(self.to)
        if isinstance(top, Lack) or isinstance(base, Lack):
            return top if isinstance(top, Lack) else base if isinstance(base, Lack) else Lack("")
        if base.value <= 0:
            return Lack(f"cannot be compared with {base}")
        ratio = top.value / (base.value / self.per)
        per = told(self.per, base.unit, base.currency)
        words = {"value": str(top), "reference": str(base), "ratio": told(ratio, "times"), "per": per}
        return Observation(ratio, words, top.places, base.places, min(top.confidence, base.confidence), top.counted)
