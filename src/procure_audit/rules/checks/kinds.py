"""kinds: how many of several named things the tender speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from ...model import Confidence
from ..case import Case
from ..reading import Lack, Observation
from .base import Check
from .exists import listed
from .phrases import Phrases


class Kinds(Check, frozen=True):
    """Named things, each with the patterns that show it; the number is how many of them stand."""

    of: Annotated[dict[str, list[str]], Meta(min_length=1, description="a name for people and its patterns")]
    unless: Annotated[tuple[str, ...], Meta(description="patterns that clear a place when they stand beside it")] = ()
    together: Annotated[tuple[str, ...], Meta(description="patterns of which one must stand beside it too")] = ()
    roles: Annotated[tuple[str, ...], Meta(description="only in passages of these roles")] = ()
    sure: Annotated[
        Literal["low", "medium", "high"], Meta(description="how sure such a place is, high unless said")
    ] = "high"
    tells: ClassVar[frozenset[str]] = frozenset({"there", "count"})

    def __post_init__(self) -> None:
        self._each  # noqa: B018 - a wrong option is found when it is loaded

    def validate(self) -> None:
        for phrases in self._each.values():
            phrases.validate()

    @cached_property
    def _each(self) -> Mapping[str, Phrases]:
        return {
            name: Phrases(any_of=patterns, unless=self.unless, together=self.together, roles=self.roles)
            for name, patterns in self.of.items()
        }

    def look(self, case: Case) -> Observation | Lack:
        seen = {name: phrases.look(case) for name, phrases in self._each.items()}
        there = {name: found for name, found in seen.items() if isinstance(found, Observation)}
        if not there:
            return Lack("no such words", clear=True)
        words = {"there": listed(list(there)), "count": str(len(there))}
        places = tuple(place for found in there.values() for place in found.places)
        return Observation(len(there), words, places, confidence=Confidence[self.sure.upper()])
