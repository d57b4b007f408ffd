"""present: which of several named things stand in the tender."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from ..case import Case
from ..reading import Lack, Observation
from .base import Check
from .exists import listed
from .phrases import Phrases


class Present(Check, frozen=True):
    """Groups of phrases, each under a name for people; the number is how many groups stand somewhere.

    It is as sure as its least sure group that stands.
    """

    groups: Annotated[dict[str, Phrases], Meta(min_length=1, description="a name for people and its phrases")]
    tells: ClassVar[frozenset[str]] = frozenset({"there", "count", "found"})

    def validate(self) -> None:
        for phrases in self.groups.values():
            phrases.validate()

    def look(self, case: Case) -> Observation | Lack:
        looks = {name: phrases.look(case) for name, phrases in self.groups.items()}
        seen = {name: look for name, look in looks.items() if isinstance(look, Observation)}
        if not seen:
            return Lack("no such words", clear=True)
        first = next(iter(seen.values()))
        words = {"there": listed(list(seen)), "count": str(len(seen)), "found": first.words["found"]}
        places = tuple(place for look in seen.values() for place in look.places)
        return Observation(len(seen), words, places, confidence=min(look.confidence for look in seen.values()))
