"""Legal and old-fashioned words and management jargon, each with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..model import Metric
from ..text.words import bare
from .prose import Prose
from .subject import MOST_PLACES, Subject

Entry = tuple[str, str, str]
"""The metric that counts it, a word or phrase in lower case, and plain words for it."""

_LEGALESE, _JARGON = "legalese_per_1000", "jargon_per_1000"
_TOKEN = re.compile(r"\S+")


class Use(NamedTuple):
    """One use of a listed phrase."""

    metric: str
    phrase: str
    plain: str
    prose: Prose
    start: int


def measure(subject: Subject) -> Iterator[Metric]:
    if subject.why_not:
        yield from subject.unmeasured(_LEGALESE, _JARGON)
        return
    lists = {_LEGALESE: subject.words.legalese, _JARGON: subject.words.jargon}
    by_first = _by_first_word([(name, *entry) for name, entries in lists.items() for entry in entries])
    uses = [use for prose in subject.prose for use in _uses(prose, by_first)]
    for name, entries in lists.items():
        if entries:
            yield _rate(name, [use for use in uses if use.metric == name], subject.prose_words)
        else:
            yield Metric(name, None, reason="no list of words was given")


def _rate(name: str, uses: Sequence[Use], words: int) -> Metric:
    """The rate, with the first use of each phrase."""
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


def _by_first_word(entries: Sequence[Entry]) -> Mapping[str, Sequence[Entry]]:
    """The entries by their first word; the longest first, so that it wins over a part of itself."""
    table: dict[str, list[Entry]] = {}
    for metric, phrase, plain in sorted(entries, key=lambda entry: -len(entry[1])):
        table.setdefault(phrase.split()[0].lower(), []).append((metric, phrase.lower(), plain))
    return table


def _uses(prose: Prose, by_first: Mapping[str, Sequence[Entry]]) -> Iterator[Use]:
    """Each use of an entry in *prose*. One pass over its words, however long the lists are."""
    text = prose.lower
    tokens = {token: by_first[bare(token)] for token in set(text.split()) if bare(token) in by_first}
    done = 0
    for token in _TOKEN.finditer(text):
        entries = tokens.get(token[0])
        if entries is None or token.start() < done:
            continue
        start = text.index(bare(token[0]), token.start())
        for metric, phrase, plain in entries:
            end = start + len(phrase)
            if text.startswith(phrase, start) and not text[end : end + 1].isalnum():
                yield Use(metric, phrase, plain, prose, start)
                done = end
                break
