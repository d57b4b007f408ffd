"""Plain words that a match of a pattern can't do without, so that most text need not be tried with the pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

Words = frozenset[str]
Needs = tuple[tuple[Words, ...], ...]
"""Alternatives; of each, the sets of words in lower case of which a match of it holds at least one word each."""

COMMON = Path(__file__).with_name("common.txt")
"""Each line holds a number, and the words that stand in so many of a thousand sentences. By `tools/make_common.py`."""
_SELDOM = 3
"""How many of a thousand sentences hold any other word, roughly."""
LEAST = 2
"""Characters of a word worth looking for."""
DIGIT = "\\d"
"""Stands among the words for any digit."""
SIGN = re.compile(
    r"(?P<class>\[\^?\]?(?:[^\]\\]|\\.)*\])|(?P<escaped>\\(?:x\w\w|u\w{4}|.))|(?P<open>\((?:\?(?:P?<(?=\w)\w+>|P=\w+|<?[=!]|[\w-]*:))?)"
    r"|(?P<close>\))|(?P<bar>\|)|(?P<times>(?:[?*+]|\{[\d,]*\})[?+]?)|(?P<plain>[\w£%'’-]+)|(?P<gap>.)",
    re.DOTALL,
)
_DIGITS: Needs = ((frozenset((DIGIT,)),),)
_LOOKS_AROUND = re.compile(r"\(\?<?[=!]")


class _Sequence:
    """What stands after one another: a word that is being read, sets of words, and one group of alternatives."""

    __slots__ = ("group", "last", "sets", "word")

    def __init__(self) -> None:
        self.sets: list[Words] = []
        self.word = ""
        self.group: Needs = ()
        self.last: Needs = ()

    def end_word(self, keep_last: bool = True) -> None:
        word = self.word if keep_last else self.word[:-1]
        if len(word) >= LEAST:
            self.sets.append(frozenset((word.lower(),)))
        self.word = ""

    def end_group(self) -> None:
        """Take in the group that was read last, if there is one; nothing optional came after it."""
        if not self.last:
            return
        if len(self.last) == 1:
            self.sets += self.last[0]
        elif not self.group:
            self.group = self.last
        else:
            kept, other = sorted((self.group, self.last), key=_joined, reverse=True)
            self.sets.append(_any_of(other))
            self.group = kept
        self.last = ()

    def times(self, sign: str) -> None:
        """Take in a quantifier of the letter or group before it."""
        optional = sign[0] in "?*" or sign.startswith(("{0", "{,"))
        if self.word:
            self.end_word(keep_last=not optional)
        elif optional:
            self.last = ()
        self.end_group()

    def needs(self) -> Needs:
        self.end_group()
        self.end_word()
        if not self.group:
            return (_best_first(self.sets),) if self.sets else ()
        return tuple(_best_first([*one, *self.sets]) for one in self.group)


def needs_of(pattern: str) -> Needs:
    """What any match of *pattern* holds; () where that can't be said."""
    return _choice(SIGN.finditer(pattern))


def _choice(signs: Iterator[re.Match[str]]) -> Needs:
    """What the alternatives need, up to the bracket that closes them; () if one of them needs nothing."""
    done: list[Needs] = []
    one = _Sequence()
    for sign in signs:
        kind = sign.lastgroup
        if kind == "plain" or (kind == "escaped" and not (sign[0][1].isalnum() or sign[0][1].isspace())):
            if one.last:
                one.end_group()
            one.word += sign[0].removeprefix("\\")
        elif kind == "close":
            break
        elif kind == "bar":
            done.append(one.needs())
            one = _Sequence()
        elif kind == "times":
            one.times(sign[0])
        else:
            if one.word:
                one.end_word()
            elif one.last:
                one.end_group()
            if kind == "open":
                inside = _choice(signs)
                one.last = () if _LOOKS_AROUND.match(sign[0]) else inside
            elif sign[0] == DIGIT:
                one.last = _DIGITS
    done.append(one.needs())
    return tuple(needs for some in done for needs in some) if all(done) else ()


def _best_first(sets: list[Words]) -> tuple[Words, ...]:
    return tuple(sorted(sets, key=_worth, reverse=True)) if len(sets) > 1 else tuple(sets)


def _joined(needs: Needs) -> int:
    """How many of the alternatives ask for more than one thing, of which `_any_of` keeps only one."""
    return sum(len(one) > 1 for one in needs)


def _any_of(needs: Needs) -> Words:
    """One set for all alternatives: the best of each."""
    return frozenset().union(*(one[0] for one in needs))


@cache
def _worth(words: Words) -> tuple[int, int]:
    """How rare *words* are likely to be in tenders; of two alike the longer ones."""
    share = common()
    return -sum(share.get(word, _SELDOM) for word in words), min(map(len, words))


@cache
def common() -> Mapping[str, int]:
    """In how many of a thousand sentences of tenders a word stands, of those that stand in many."""
    lines = [line.split() for line in COMMON.read_text(encoding="utf-8").splitlines()]
    return {word: int(share) for share, *words in lines for word in words}
