"""fact: whether a fact with certain values stands in the tender."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta

from ...model import FACT_KINDS, Fact, did_you_mean
from ..case import Case, places_of
from ..reading import Lack, Observation
from .base import Check


class Exists(Check, frozen=True):
    """Facts of a kind whose values are as `where` says; the number is how many places say so, at least one."""

    kind: Annotated[str, Meta(description="the kind of fact")]
    where: Annotated[
        dict[str, Any], Meta(description="values it must have: one, a list to choose from, or 'stated' for any")
    ] = msgspec.field(default_factory=dict)
    names: Annotated[str, Meta(description="the value whose words {names} tells")] = "value"
    tells: ClassVar[frozenset[str]] = frozenset({"count", "names"})

    def __post_init__(self) -> None:
        if self.kind not in FACT_KINDS:
            raise ValueError(f"no fact is called '{self.kind}'; {did_you_mean(self.kind, FACT_KINDS)}")
        for name in (*self.where, *((self.names,) if self.names != "value" else ())):
            if name not in FACT_KINDS[self.kind].values:
                values = FACT_KINDS[self.kind].values
                raise ValueError(f"a fact of kind '{self.kind}' has no '{name}'; {did_you_mean(name, values)}")

    def look(self, case: Case) -> Observation | Lack:
        found = case.facts(self.kind, self.where)
        if not found:
            return Lack("no such thing is said", clear=True)
        places = places_of(found)
        words = {"count": str(max(1, len(places))), "names": _names(found, self.names)}
        return Observation(max(1, len(places)), words, places, confidence=max(fact.confidence for fact in found))


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
