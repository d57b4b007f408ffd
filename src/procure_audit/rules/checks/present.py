"""present: which of several named things stand in the tender."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from ..case import Case
from ..reading import Lack, Observation
from .base import Check
from .exists import listed
from .phrases import Phrases


class Present(Check, frozen=True):
    """Groups of phrases, each under a name for people; the number is how many groups stand somewhere.

    A group is a list of patterns, under the options that stand beside the groups, or phrases with options of its own.
    What is seen is as sure as its least sure group that stands.
    """

    groups: Annotated[
        dict[str, list[str] | Phrases], Meta(min_length=1, description="a name for people, and patterns or phrases")
    ]
    unless: Annotated[tuple[str, ...], Meta(description="patterns that clear a place when they stand beside it")] = ()
    together: Annotated[tuple[str, ...], Meta(description="patterns of which one must stand beside it too")] = ()
    roles: Annotated[tuple[str, ...], Meta(description="only in passages of these roles")] = ()
    sure: Annotated[
        Literal["low", "medium", "high"], Meta(description="how sure such a place is, high unless said")
    ] = "high"
    tells: ClassVar[frozenset[str]] = frozenset({"there", "count", "found"})

    def __post_init__(self) -> None:
        self._each  # noqa: B018 - a wrong option is found when it is loaded

    def validate(self) -> None:
        for phrases in self._each.values():
            phrases.validate()

    @cached_property
    def _each(self) -> Mapping[str, Phrases]:
        return {name: some if isinstance(some, Phrases) else self._shared(some) for name, some in self.groups.items()}

    def _shared(self, patterns: list[str]) -> Phrases:
        return Phrases(any_of=patterns, unless=self.unless, together=self.together, roles=self.roles, sure=self.sure)

    def look(self, case: Case) -> Observation | Lack:
        looks = {name: phrases.look(case) for name, phrases in self._each.items()}
        seen = {name: look for name, look in looks.items() if isinstance(look, Observation)}
        if not seen:
            return Lack("no such words", clear=True)
        first = next(iter(seen.values()))
        words = {"there": listed(list(seen)), "count": str(len(seen)), "found": first.words["found"]}
        places = tuple(place for look in seen.values() for place in look.places)
        return Observation(len(seen), words, places, confidence=min(look.confidence for look in seen.values()))
