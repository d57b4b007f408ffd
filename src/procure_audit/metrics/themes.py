"""What a tender is about: services for people, or buildings, goods and machines, by the words that it uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..model import Metric
from ..text.words import tally
from .subject import Subject

ENOUGH = 12
"""Words of a theme below which nothing is said."""
PEOPLE = "people"


def measure(subject: Subject) -> Iterator[Metric]:
    """The share of the words on the list that speak of services for people, each with how often it comes."""
    used = sum((tally(document.text) for document in subject.tender.documents), Counter[str]())
    found = Counter[str]()
    for word, theme in subject.words.themes:
        found[theme] += used[word]
    if found.total() < ENOUGH:
        yield Metric("people_share", None, reason="too few words tell what it is about")
        return
    yield Metric("people_share", round(found[PEOPLE] / found.total(), 2))
