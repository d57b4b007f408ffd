"""phrases: words that stand in the tender, unless others beside them take the sting out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from ...model import Confidence, Role
from ...text.words import shortened
from ..case import Case
from ..reading import Lack, Observation
from ..search import Found, Phrase
from .base import Check, phrases_of, roles_of

_MOST_SAID = 60
NEGATED = (
    "not? (?:be )?(?:required|needed|necessary|apply|applicable|sought|asked for|expected)",
    "(?:do|does|will|shall|need) not (?:ask|require|need|apply|seek|expect)",
)
"""Words that deny what stands in the same sentence; every check of phrases heeds them."""
_NO_BEFORE = re.compile(r"\b(?:no|not|without|never)\s+(?:\w+\s+)?$", re.I)


class Phrases(Check, frozen=True):
    """Places of any of the patterns; the number is how many sentences hold one."""

    any_of: Annotated[list[str], Meta(description="regular expressions; case is ignored, a blank is any white space")]
    unless: Annotated[tuple[str, ...], Meta(description="patterns that clear a place when they stand beside it")] = ()
    beside: Annotated[
        Literal["sentence", "paragraph"], Meta(description="how near the words of `unless` must stand")
    ] = "sentence"
    together: Annotated[tuple[str, ...], Meta(description="patterns of which one must stand beside it too")] = ()
    roles: Annotated[tuple[str, ...], Meta(description="only in passages of these roles")] = ()
    sure: Annotated[
        Literal["low", "medium", "high"], Meta(description="how sure such a place is, high unless said")
    ] = "high"
    denied: Annotated[bool, Meta(description="whether places that are denied in the same sentence count too")] = False
    tells: ClassVar[frozenset[str]] = frozenset({"found", "count"})

    def __post_init__(self) -> None:
        self._wanted, self._roles  # noqa: B018 - a wrong option is found when it is loaded

    def validate(self) -> None:
        for phrase in (*self._wanted, *self._unless, *self._with):
            phrase.validate()

    @cached_property
    def _wanted(self) -> tuple[Phrase, ...]:
        return phrases_of(self.any_of)

    @cached_property
    def _unless(self) -> tuple[Phrase, ...]:
        denials = () if self.denied else NEGATED
        return tuple(Phrase(pattern) for pattern in (*self.unless, *denials))

    @cached_property
    def _with(self) -> tuple[Phrase, ...]:
        return tuple(Phrase(pattern) for pattern in self.together)

    @cached_property
    def _roles(self) -> tuple[Role, ...]:
        return roles_of(self.roles)

    def range(self) -> tuple[float, float]:
        return 1.0, float("inf")

    def look(self, case: Case) -> Observation | Lack:
        places = {(one.document.path, one.sentence): one for one in self._places(case)}
        if not places:
            return Lack("no such words", clear=True)
        first = next(iter(places.values()))
        words = {"found": shortened(first.document.quote(first.span), _MOST_SAID), "count": str(len(places))}
        evidence = tuple(one.evidence() for one in places.values())
        return Observation(len(places), words, evidence, confidence=Confidence[self.sure.upper()])

    def _places(self, case: Case) -> Iterator[Found]:
        for one in case.find(self._wanted, self._roles):
            if not self.denied and _NO_BEFORE.search(one.before):
                continue
            around = one.context(self.beside == "paragraph")
            if not _any(self._unless, around) and (not self._with or _any(self._with, around)):
                yield one


def _any(phrases: tuple[Phrase, ...], text: str) -> bool:
    return any(phrase.pattern.search(text) for phrase in phrases)
