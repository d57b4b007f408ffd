"""Many texts by the words that stand in them: which of them a pattern may match is known without a look at each.

The distinct words of a tender are few and its sentences many, so each word is looked for among the distinct ones only.
A set of texts is a whole number with a bit for each, so that what hundreds of patterns ask for costs a few `&` and `|`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, reduce, wraps
from operator import and_, or_
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from .literals import DIGIT, Words
from .vocabulary import without_case

if TYPE_CHECKING:
    from .pattern import Pattern

_YES = "1"
P = ParamSpec("P")
T = TypeVar("T")


class Text(str):
    """A text that may stand in an index of texts, which then knows of it what a pattern asks."""

    __slots__ = ("kept", "known", "number")

    known: Index | None
    number: int
    kept: dict[object, Any]

    def __new__(cls, text: str) -> Text:
        new = super().__new__(cls, text)
        new.known, new.kept = None, {}
        return new


def kept(read: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """*read* done once for each `Text`, with which what it found is kept; it must not be changed afterwards."""

    @wraps(read)
    def once(text: str, /, *args: P.args, **named: P.kwargs) -> T:
        if type(text) is not Text:
            return read(text, *args, **named)
        key = (read, args, *named.items()) if args or named else read
        if key not in text.kept:
            text.kept[key] = read(text, *args, **named)
        found: T = text.kept[key]
        return found

    return once


class Index:
    """The words of *texts*; texts are told by their numbers, from 0."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._masks: dict[str, int] = {}
        self._flags: dict[Pattern, str] = {}

    @staticmethod
    def over(texts: Sequence[Text], *alike: Sequence[Text]) -> Index:
        """The index of *texts*, which from now on know it, and of others that hold the same words."""
        index = Index(texts)
        for some in (texts, *alike):
            for number, text in enumerate(some):
                text.known, text.number = index, number
        return index

    def may_match(self, pattern: Pattern, number: int) -> bool:
        """Whether a text holds all the words which a match of *pattern* can't do without."""
        return (self._flags.get(pattern) or self._of(pattern))[number] == _YES

    def all_of(self, pattern: Pattern) -> Iterator[int]:
        """The texts that *pattern* may match, in order."""
        flags = self._flags.get(pattern) or self._of(pattern)
        at = flags.find(_YES)
        while at >= 0:
            yield at
            at = flags.find(_YES, at + 1)

    def any_of(self, patterns: Iterable[Pattern]) -> list[int]:
        """The texts that one of *patterns* may match, in order."""
        return sorted({number for pattern in patterns for number in self.all_of(pattern)})

    def _of(self, pattern: Pattern) -> str:
        """For each text a "1" if *pattern* may match it."""
        mask = reduce(or_, map(self._having_all, pattern.needs)) if pattern.needs else self._all
        flags = self._flags[pattern] = f"{mask:0{len(self._texts)}b}"[::-1]
        return flags

    @cached_property
    def _all(self) -> int:
        return (1 << len(self._texts)) - 1

    def _having_all(self, sets: tuple[Words, ...]) -> int:
        return reduce(and_, map(self._having_any, sets))

    def _having_any(self, words: Words) -> int:
        return reduce(or_, map(self._having, words))

    def _having(self, word: str) -> int:
        found = self._masks.get(word)
        if found is None:
            bits = bytearray(len(self._texts) // 8 + 1)
            for token in self._tokens_with(word):
                for number in self._by_token[token]:
                    bits[number >> 3] |= 1 << (number & 7)
            found = self._masks[word] = int.from_bytes(bits, "little")
        return found

    def _tokens_with(self, word: str) -> Iterator[str]:
        """The distinct tokens of all texts that *word* is part of."""
        if word == DIGIT:
            yield from (token for token in self._tokens if any(map(str.isdigit, token)))
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
