"""Many texts by the words that stand in them: which of them a pattern may match is known without a look at each.

The distinct words of a tender are few and its sentences many, so each word is looked for among the distinct ones only.
A set of texts is a whole number with a bit for each, so that what hundreds of patterns ask for costs a few `&` and `|`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, reduce, wraps
from itertools import repeat
from operator import or_
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from .literals import DIGIT, Words
from .vocabulary import LEARNT, bits_of, bits_of_pattern, without_case, words_in

if TYPE_CHECKING:
    from .pattern import Pattern

YES = "1"
"""The sign of a text that a pattern may match."""
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


class Index(dict["Pattern", str]):
    """The words of *texts*, which are told by their numbers, from 0.

    `index[pattern]` has a sign for each text: "1" if it holds all words that a match of *pattern* can't do without.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self._texts, self._none = texts, "0" * len(texts)
        self._masks: dict[str, int] = {}
        self._unions: dict[Words, int] = {}
        self._present = self._known = 0

    @staticmethod
    def over(texts: Sequence[Text], *alike: Sequence[Text]) -> Index:
        """The index of *texts*, which from now on know it, and of others that hold the same words."""
        index = Index(texts)
        for some in (texts, *alike):
            for number, text in enumerate(some):
                text.known, text.number = index, number
        return index

    def __missing__(self, pattern: Pattern) -> str:
        mask = self._mask(pattern)
        flags = self[pattern] = f"{mask:0{len(self._texts)}b}"[::-1] if mask else self._none
        return flags

    def all_of(self, pattern: Pattern) -> Iterator[int]:
        """The texts that *pattern* may match, in order."""
        flags = self[pattern]
        at = flags.find(YES)
        while at >= 0:
            yield at
            at = flags.find(YES, at + 1)

    def any_of(self, patterns: Iterable[Pattern]) -> list[int]:
        """The texts that one of *patterns* may match, in order."""
        return sorted({number for pattern in patterns for number in self.all_of(pattern)})

    def _mask(self, pattern: Pattern) -> int:
        if not pattern.needs:
            return (1 << len(self._texts)) - 1
        pattern.learn()
        if self._known < len(LEARNT):
            self._look_up(LEARNT[self._known :])
        return self._having(pattern) if pattern.some & self._present else 0

    def _having(self, pattern: Pattern) -> int:
        """The texts that hold all that one of the alternatives of *pattern* asks for."""
        mask, unions, present = 0, self._unions, self._present
        for first, sets in zip(pattern.firsts, pattern.needs, strict=True):
            if first & present:
                some = -1
                for words in sets:
                    found = unions.get(words)
                    some &= self._having_any(words) if found is None else found
                    if not some:
                        break
                mask |= some
        return mask

    def _look_up(self, words: Sequence[str]) -> None:
        """Find *words*, which are all that were learnt since the last time."""
        found = self._first() if not self._known else {word: self._having_word(word) for word in words}
        self._masks |= found
        self._present |= bits_of(frozenset(word for word, mask in found.items() if mask))
        self._known += len(words)

    def _first(self) -> dict[str, int]:
        """All known words that stand in the texts: token by token, since most words stand in none."""
        masks: dict[str, int] = {}
        for token, numbers in self._by_token.items():
            words = words_in(token)
            if words:
                mask = self._mask_of(numbers)
                for word in words:
                    masks[word] = masks.get(word, 0) | mask
        return masks

    def _having_any(self, words: Words) -> int:
        some = bits_of_pattern(words) & self._present
        found = self._unions[words] = reduce(or_, map(self._masks.get, words, repeat(0))) if some else 0
        return found

    def _having_word(self, word: str) -> int:
        return reduce(or_, (self._mask_of(self._by_token[token]) for token in self._tokens_with(word)), 0)

    def _mask_of(self, numbers: Sequence[int]) -> int:
        if len(numbers) == 1:
            return 1 << numbers[0]
        bits = bytearray((numbers[-1] >> 3) + 1)
        for number in numbers:
            bits[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(bits, "little")

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
