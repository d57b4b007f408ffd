"""Legal words, management jargon and vague words, each with what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model import MOST_PLACES, Metric
from ..text.amounts import counted
from ..text.words import bare
from .prose import Prose
from .subject import Subject

Entry = tuple[str, str]
"""A word or phrase in lower case, and plain words for it."""

_LEGALESE, _JARGON, _VAGUE = "legalese_per_1000", "jargon_per_1000", "vague_per_1000"
_FEWEST = 3
"""Uses that make a rate in a text of less than a thousand words, where a single "commence" would be five."""


class Use(NamedTuple):
    """One use of a listed phrase."""

    phrase: str
    plain: str
    prose: Prose
    start: int


def measure(subject: Subject) -> Iterator[Metric]:
    if subject.why_not:
        yield from subject.unmeasured(_LEGALESE, _JARGON, _VAGUE)
        return
    lists = {_LEGALESE: subject.words.legalese, _JARGON: subject.words.jargon, _VAGUE: subject.words.vague}
    for name, pairs in lists.items():
        if pairs:
            present = [(phrase.lower(), plain) for phrase, plain in pairs if _may_stand(phrase, subject)]
            found = [use for prose in subject.prose for use in _uses(prose, present)]
            uses = [use for use in found if name == _LEGALESE or not _is_name(use)]
            yield _rate(name, uses, subject.prose_words)
        else:
            yield Metric(name, None, reason="no list of words was given")


def _rate(name: str, uses: Sequence[Use], words: int) -> Metric:
    """The rate, with the first use of each phrase."""
    if 0 < len(uses) < _FEWEST and words < 1000:
        return Metric(name, None, reason=f"{counted(len(uses), 'uses')} in {words} words: too few to tell how often")
    by_phrase: dict[str, Use] = {}
    for use in uses:
        by_phrase.setdefault(use.phrase, use)
    first = list(by_phrase.values())[:MOST_PLACES]
    return Metric(
        name,
        round(1000 * len(uses) / words, 1),
        tuple(use.prose.place(use.start, use.start + len(use.phrase)) for use in first),
        tuple(f"“{use.phrase}”: {use.plain}" for use in first),
    )


def _may_stand(phrase: str, subject: Subject) -> bool:
    return all(bare(word) in subject.tally for word in phrase.split())


def _uses(prose: Prose, entries: Sequence[Entry]) -> Iterator[Use]:
    """Each use of an entry in *prose*, in order; a phrase wins over a part of itself."""
    found = [Use(*entry, prose, start) for entry in entries for start in _whole(prose.lower, entry[0])]
    done = 0
    for use in sorted(found, key=lambda use: (use.start, -len(use.phrase))):
        if use.start >= done:
            yield use
            done = use.start + len(use.phrase)


def _is_name(use: Use) -> bool:
    """Whether it has a capital inside a sentence: a term that is defined, or the name of a programme."""
    text = use.prose.text
    return text[use.start].isupper() and text[max(0, use.start - 1)] == " "


def _whole(text: str, phrase: str) -> Iterator[int]:
    """Where *phrase* stands in *text* as whole words."""
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if not text[end : end + 1].isalnum() and not text[max(0, start - 1) : start].isalnum():
            yield start
        start = text.find(phrase, end)
