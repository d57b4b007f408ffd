"""Many texts by the words that stand in them: which of them a pattern may match is known without a look at each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from .literals import DIGIT, Words
from .pattern import Pattern
from .vocabulary import without_case


class Index:
    """The numbers of *texts*, from 0, by the words in them. The distinct words of a tender are few, its texts many."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._having: dict[str, frozenset[int]] = {}

    def may_match(self, pattern: Pattern) -> Sequence[int]:
        """The texts, in order, that hold all the words which a match of *pattern* can't do without."""
        if not pattern.needs:
            return range(len(self._texts))
        return sorted(frozenset().union(*map(self._having_all, pattern.needs)))

    def _having_all(self, sets: tuple[Words, ...]) -> frozenset[int]:
        found = self._having_any(sets[0])
        for words in sets[1:]:
            if not found:
                break
            found &= self._having_any(words)
        return found

    def _having_any(self, words: Words) -> frozenset[int]:
        return frozenset().union(*map(self._having_word, words))

    def _having_word(self, word: str) -> frozenset[int]:
        if word not in self._having:
            self._having[word] = frozenset().union(*(self._by_token[token] for token in self._tokens_with(word)))
        return self._having[word]

    def _tokens_with(self, word: str) -> Iterator[str]:
        """The distinct tokens of all texts that *word* is part of."""
        if word == DIGIT:
            yield from (token for token in self._by_token if any(map(str.isdigit, token)))
            return
        joined, starts = self._joined
        at = joined.find(word)
        while at >= 0:
            number = bisect_right(starts, at)
            yield self._tokens[number - 1]
            at = joined.find(word, starts[number]) if number < len(starts) else -1

    @cached_property
    def _by_token(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, text in enumerate(self._texts):
            for token in frozenset(without_case(text).split()):
                found.setdefault(token, []).append(number)
        return found

    @cached_property
    def _tokens(self) -> list[str]:
        return list(self._by_token)

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        """All tokens in one string, which is looked through fastest, and where each begins."""
        starts, at = [], 0
        for token in self._tokens:
            starts.append(at)
            at += len(token) + 1
        return "\n".join(self._tokens), starts
