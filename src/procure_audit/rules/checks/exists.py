"""fact: whether a fact with certain values stands in the tender."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

import msgspec
from msgspec import Meta

from ...model import FACT_KINDS, Confidence, Evidence, Fact, Role, did_you_mean
from ..case import Case
from ..reading import Lack, Observation
from ..search import Phrase
from .base import Check, roles_of


class Exists(Check, frozen=True):
    """Facts of a kind whose values are as `where` says; the number is how many places say so, at least one."""

    kind: Annotated[str, Meta(description="the kind of fact")]
    where: Annotated[
        dict[str, Any], Meta(description="values it must have: one, a list to choose from, or 'stated' for any")
    ] = msgspec.field(default_factory=dict)
    names: Annotated[str, Meta(description="the value whose words {names} tells")] = "value"
    unless: Annotated[tuple[str, ...], Meta(description="patterns that clear a place whose words hold one")] = ()
    roles: Annotated[tuple[str, ...], Meta(description="only facts that stand in passages of these roles")] = ()
    sure: Annotated[Literal["low", "medium", "high"], Meta(description="only facts at least so sure")] = "low"
    tells: ClassVar[frozenset[str]] = frozenset({"count", "names"})

    def __post_init__(self) -> None:
        self._roles  # noqa: B018 - a wrong option is found when it is loaded
        if self.kind not in FACT_KINDS:
            raise ValueError(f"no fact is called '{self.kind}'; {did_you_mean(self.kind, FACT_KINDS)}")
        for name in (*self.where, *((self.names,) if self.names != "value" else ())):
            if name not in FACT_KINDS[self.kind].values:
                values = FACT_KINDS[self.kind].values
                raise ValueError(f"a fact of kind '{self.kind}' has no '{name}'; {did_you_mean(name, values)}")

    def validate(self) -> None:
        for phrase in self._unless:
            phrase.validate()

    @cached_property
    def _unless(self) -> tuple[Phrase, ...]:
        return tuple(Phrase(pattern) for pattern in self.unless)

    @cached_property
    def _roles(self) -> tuple[Role, ...]:
        return roles_of(self.roles)

    def range(self) -> tuple[float, float]:
        return 1.0, float("inf")

    def look(self, case: Case) -> Observation | Lack:
        kept = [(fact, self._places(fact, case)) for fact in case.facts(self.kind, self.where) if self._is_sure(fact)]
        found = [fact for fact, places in kept if places or not fact.places]
        if not found:
            return Lack("no such thing is said", clear=True)
        places = [place for _, some in kept for place in some]
        words = {"count": str(max(1, len(places))), "names": _names(found, self.names)}
        return Observation(max(1, len(places)), words, tuple(places), confidence=max(fact.confidence for fact in found))

    def _is_sure(self, fact: Fact) -> bool:
        return fact.confidence >= Confidence[self.sure.upper()]

    def _places(self, fact: Fact, case: Case) -> list[Evidence]:
        """The places of *fact* that count here."""
        return [
            place
            for place in fact.places
            if (not self._roles or place.role in self._roles)
            and not any(phrase.pattern.search(case.words_at(place)) for phrase in self._unless)
        ]


def _names(facts: Sequence[Fact], value: str) -> str:
    """The values of *facts* as a list for people, each once."""
    every: dict[str, None] = {}
    for fact in facts:
        held = fact.get(value)
        for one in held if isinstance(held, tuple) else (held,):
            if one not in (None, "", True, False):
                every[str(one).replace("_", " ")] = None
    return listed(list(every))


def listed(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)
