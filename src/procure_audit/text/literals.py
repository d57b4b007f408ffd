"""Plain words that a match of a pattern can't do without, so that most text need not be tried with the pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Words = frozenset[str]
Needs = tuple[tuple[Words, ...], ...]
"""Alternatives; of each, the sets of words in lower case of which a match of it holds at least one word each."""

LEAST = 2
"""Characters of a word worth looking for."""
DIGIT = "\\d"
"""Stands among the words for any digit."""
SIGN = re.compile(
    r"(?P<class>\[\^?\]?(?:[^\]\\]|\\.)*\])|(?P<escaped>\\(?:x\w\w|u\w{4}|.))|(?P<open>\((?:\?(?:P?<(?=\w)\w+>|P=\w+|<?[=!]|[\w-]*:))?)"
    r"|(?P<close>\))|(?P<bar>\|)|(?P<times>(?:[?*+]|\{[\d,]*\})[?+]?)|(?P<plain>[\w£%'’-]+)|(?P<gap>.)",
    re.DOTALL,
)
_LOOKS_AROUND = re.compile(r"\(\?<?[=!]")


@dataclass
class _Sequence:
    """What stands after one another: a word that is being read, sets of words, and one group of alternatives."""

    sets: list[Words] = field(default_factory=list)
    word: str = ""
    group: Needs = ()
    last: Needs = ()

    def end_word(self, keep_last: bool = True) -> None:
        word = self.word if keep_last else self.word[:-1]
        if len(word) >= LEAST:
            self.sets.append(frozenset((word.lower(),)))
        self.word = ""

    def end_group(self) -> None:
        """Take in the group that was read last; nothing optional came after it."""
        if len(self.last) == 1:
            self.sets.extend(self.last[0])
        elif self.last and not self.group:
            self.group = self.last
        elif self.last:
            self.sets.append(_any_of(self.last))
        self.last = ()

    def needs(self) -> Needs:
        self.end_word()
        self.end_group()
        if not self.group:
            return (_best_first(self.sets),) if self.sets else ()
        return tuple(_best_first([*one, *self.sets]) for one in self.group)


def needs_of(pattern: str) -> Needs:
    """What any match of *pattern* holds; () where that can't be said."""
    return _choice(SIGN.finditer(pattern))


def _choice(signs: Iterator[re.Match[str]]) -> Needs:
    """What the alternatives need, up to the bracket that closes them; () if one of them needs nothing."""
    each = [_Sequence()]
    for sign in signs:
        kind = sign.lastgroup
        if kind == "close":
            break
        if kind == "bar":
            each.append(_Sequence())
        elif kind == "open":
            each[-1].end_word()
            each[-1].end_group()
            inside = _choice(signs)
            each[-1].last = () if _LOOKS_AROUND.match(sign[0]) else inside
        else:
            _read(each[-1], str(kind), sign[0])
    found = [sequence.needs() for sequence in each]
    return tuple(one for some in found for one in some) if all(found) else ()


def _read(sequence: _Sequence, kind: str, sign: str) -> None:
    if kind == "times":
        optional = sign[0] in "?*" or sign.startswith(("{0", "{,"))
        if sequence.word:
            sequence.end_word(keep_last=not optional)
        elif optional:
            sequence.last = ()
        sequence.end_group()
        return
    if kind != "plain":
        sequence.end_word()
    sequence.end_group()
    if kind == "plain":
        sequence.word = sign
    elif sign == DIGIT:
        sequence.last = ((frozenset((DIGIT,)),),)


def _best_first(sets: list[Words]) -> tuple[Words, ...]:
    return tuple(sorted(sets, key=_worth, reverse=True))


def _any_of(needs: Needs) -> Words:
    """One set for all alternatives: the best of each."""
    return frozenset().union(*(one[0] for one in needs))


def _worth(words: Words) -> tuple[bool, int, int]:
    """How rare *words* are likely to be: long and few is best."""
    return DIGIT not in words, min(map(len, words)), -len(words)
