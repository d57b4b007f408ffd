"""missing: what a tender ought to say and says nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from ...model import FACT_KINDS, Confidence, Evidence, Fact, Role, did_you_mean
from ..case import ALL_SAID, Case, places_of
from ..reading import Lack, Observation
from ..search import Phrase
from .base import Check, phrases_of, roles_of
from .exists import listed
from .phrases import Phrases

_MOST_PLACES = 3


class Matters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What makes an absence matter: any fact of these kinds, or any of these words."""

    facts: tuple[str, ...] = ()
    phrases: Phrases | None = None

    def __post_init__(self) -> None:
        for kind in self.facts:
            if kind not in FACT_KINDS:
                raise ValueError(f"no fact is called '{kind}'; {did_you_mean(kind, FACT_KINDS)}")


class Missing(Check, frozen=True):
    """Groups of patterns, each under a name for people; the number is how many groups stand nowhere."""

    groups: Annotated[
        dict[str, list[str]], Meta(description="a name for people and the patterns of which one is enough")
    ]
    facts: Annotated[tuple[str, ...], Meta(description="kinds of fact that also show it; then nothing is missing")] = ()
    matters: Annotated[Matters | None, Meta(description="without any of these the absence doesn't matter")] = None
    roles: Annotated[tuple[str, ...], Meta(description="looked for only in passages of these roles")] = ()
    of_absence: ClassVar[bool] = True
    sure: ClassVar[Confidence] = Confidence.MEDIUM
    tells: ClassVar[frozenset[str]] = frozenset({"missing", "there", "count"})

    def __post_init__(self) -> None:
        self._phrases, self._roles  # noqa: B018 - a wrong option is found when it is loaded
        Matters(facts=self.facts)

    def validate(self) -> None:
        for phrase in (phrase for some in self._phrases.values() for phrase in some):
            phrase.validate()
        if self.matters and self.matters.phrases:
            self.matters.phrases.validate()

    @cached_property
    def _phrases(self) -> Mapping[str, tuple[Phrase, ...]]:
        return {name: phrases_of(patterns) for name, patterns in self.groups.items()}

    @cached_property
    def _roles(self) -> tuple[Role, ...]:
        return roles_of(self.roles)

    def range(self) -> tuple[float, float]:
        return 1.0, float(len(self.groups))

    def look(self, case: Case) -> Observation | Lack:
        if any(_says_something(fact) for kind in self.facts for fact in case.facts(kind)):
            return Lack("it is said", clear=True)
        why = self._why(case)
        if why is None:
            return Lack("it does not matter here", clear=True)
        if not case.tender.documents:
            return Lack("there is no text to look in")
        roles = self._roles or (*ALL_SAID, Role.GUIDANCE)
        missing = [name for name, some in self._phrases.items() if next(case.find(some, roles), None) is None]
        there = [name for name in self._phrases if name not in missing]
        words = {"missing": listed(missing), "there": listed(there) or "none", "count": str(len(missing))}
        if not missing:
            return Lack("it is said", clear=True)
        return Observation(len(missing), words, why[:_MOST_PLACES], confidence=self.sure)

    def _why(self, case: Case) -> tuple[Evidence, ...] | None:
        """The places that make it matter; None where it doesn't."""
        if self.matters is None:
            return ()
        facts = [fact for kind in self.matters.facts for fact in case.facts(kind) if _says_something(fact)]
        seen = self.matters.phrases.look(case) if self.matters.phrases else None
        if not facts and not isinstance(seen, Observation):
            return None
        return (*places_of(facts), *(seen.places if isinstance(seen, Observation) else ()))


def _says_something(fact: Fact) -> bool:
    """Not a mere no: a guarantee that isn't asked for, lots that there are none of."""
    return any(value not in (None, False, 0, "", ()) for _, value in fact.values)
