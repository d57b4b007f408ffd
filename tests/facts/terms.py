"""Sentences to facts, for the tests of the extractors that read contract terms and bid rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from procure_audit.facts.passages import Passage, passages
from procure_audit.model import Fact, Value
from procure_audit.readers.text import read

Find = Callable[[Sequence[Passage]], Iterable[Fact]]


def facts_of(find: Find, text: str, kind: str) -> list[Fact]:
    """The facts of *kind* that *find* sees in *text*, whose paragraphs are parted by empty lines."""
    return [fact for fact in find(tuple(passages(read(text.encode(), "tender.txt")))) if fact.kind == kind]


def values_of(find: Find, text: str, kind: str, name: str = "value") -> list[Value]:
    return [fact.get(name) for fact in facts_of(find, text, kind)]
