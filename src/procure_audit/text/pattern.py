"""Regular expressions for the hundreds of things that are looked for in every sentence and stand in few."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, reduce
from operator import or_

from .index import YES, Text
from .literals import Needs, needs_of
from .vocabulary import ANY, bits_of_pattern, present_in

_new: list[Pattern] = []


class Pattern:
    """A regular expression that is compiled when it is first needed: all of them cost more than reading a page.

    A whole text is tried only if it holds plain words that no match can do without, which is many times faster.
    The methods are those of `re.Pattern`; *window* is where to begin, and where to end, in the text. *words* are
    words in lower case of which each match holds one, where they can't be read off the expression. Once they are
    learnt, `firsts` are the numbers of what each alternative asks for first, and `some` is that of all these words.
    """

    def __init__(self, source: str, flags: int = 0, words: tuple[str, ...] = ()) -> None:
        self.pattern = source
        self._flags = flags
        self._words = words
        self.some = self._sure = 0
        self.firsts: tuple[int, ...] = ()
        self._each: tuple[tuple[int, ...], ...] = ()
        self._is_learnt = False
        _new.append(self)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    @cached_property
    def needs(self) -> Needs:
        """What every match holds of plain words; () if that can't be said."""
        return ((frozenset(self._words),),) if self._words else needs_of(self.pattern)

    def learn(self) -> None:
        """Turn the words into numbers: of all patterns that there are, so that texts are looked through once."""
        if not self._is_learnt:
            while _new:
                _new.pop()._learn()

    def _learn(self) -> None:
        self._is_learnt = True
        each = [tuple(map(bits_of_pattern, sets)) for sets in self.needs] or [(ANY,)]
        self.firsts = tuple(sets[0] for sets in each)
        self.some = reduce(or_, self.firsts)
        self._sure = reduce(or_, (sets[0] for sets in each if len(sets) == 1), 0)
        self._each = tuple(sets for sets in each if len(sets) > 1)

    def may_match(self, text: str) -> bool:
        """Whether *text* holds words that a match needs."""
        if type(text) is Text and text.known is not None:
            return text.known[self][text.number] == YES
        self.learn()
        if self._sure == ANY:
            return True
        present = present_in(text)
        some = self.some & present
        return bool(some and (some & self._sure or self._has_all(present)))

    def _has_all(self, present: int) -> bool:
        """Whether among the words is all that one of the alternatives needs."""
        for sets in self._each:
            for bits in sets:
                if not present & bits:
                    break
            else:
                return True
        return False

    def search(self, text: str, *window: int) -> re.Match[str] | None:
        if not window and type(text) is Text and text.known is not None:  # as `may_match`, which is one call more
            return self.compiled.search(text) if text.known[self][text.number] == YES else None
        return self.compiled.search(text, *window) if window or self.may_match(text) else None

    def match(self, text: str, *window: int) -> re.Match[str] | None:
        return None if not window and self._lacks(text) else self.compiled.match(text, *window)

    def fullmatch(self, text: str, *window: int) -> re.Match[str] | None:
        return None if not window and self._lacks(text) else self.compiled.fullmatch(text, *window)

    def _lacks(self, text: str) -> bool:
        """Whether an index knows that no match can stand in *text*.

        Without one it is tried at once: what doesn't begin like a match fails at its first letters, and to look for
        words takes longer.
        """
        return type(text) is Text and text.known is not None and text.known[self][text.number] != YES

    def finditer(self, text: str, *window: int) -> Iterator[re.Match[str]]:
        if window or self.may_match(text):
            return self.compiled.finditer(text, *window)
        return iter(())

    def sub(self, new: str, text: str) -> str:
        return self.compiled.sub(new, text) if self.may_match(text) else text


def stands_near(pattern: Pattern, text: str) -> bool:
    """Whether *pattern* may match *text* or another that stands in the same index; True where there is none."""
    return type(text) is not Text or text.known is None or YES in text.known[pattern]
