"""What the measures measure: a tender, its facts and its prose, which is found once for all of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ..model import Fact, Metric, Tender, WordLists
from ..text.words import bare, tally
from .prose import Prose, prose_of

ENGLISH, UNKNOWN = "en", "und"
ENOUGH = 100
"""Words of prose below which the reading formulas say nothing: their samples were as long as that."""


@dataclass(frozen=True)
class Subject:
    """A tender as the measures see it."""

    tender: Tender
    facts: tuple[Fact, ...]
    words: WordLists

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """The prose of each English document."""
        return tuple(prose_of(document) for document in self.tender.documents if document.language == ENGLISH)

    @cached_property
    def tally(self) -> Counter[str]:
        """Each distinct word of the prose with how often it comes."""
        return sum((tally(prose.text) for prose in self.prose), Counter[str]())

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words that the prose also writes in lower case: "MUST" is no acronym where "must" stands as well."""
        tokens = {token for prose in self.prose for token in prose.text.split()}
        return frozenset(bare(token) for token in tokens if token[-2:].islower())

    @cached_property
    def prose_words(self) -> int:
        return sum(sentence.words for prose in self.prose for sentence in prose.sentences)

    @cached_property
    def why_not(self) -> str:
        """Why measures of wording can't be taken; "" if they can."""
        if not self.prose:
            known = [document.language for document in self.tender.documents if document.language != UNKNOWN]
            return "no reading formula for this language" if known else "too little text to tell its language"
        if self.prose_words < ENOUGH:
            return f"fewer than {ENOUGH} words of prose"
        return ""

    def unmeasured(self, *names: str) -> tuple[Metric, ...]:
        """The metrics *names* without values, because of `why_not`."""
        return tuple(Metric(name, None, reason=self.why_not) for name in names)
