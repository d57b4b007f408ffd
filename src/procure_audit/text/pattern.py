"""Regular expressions for the hundreds of things that are looked for in every sentence and stand in few."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from .literals import literals_of


class Pattern:
    """A regular expression that is compiled when it is first needed: all of them cost more than reading a page.

    A whole text is tried only if it holds a plain word that no match can do without, which is many times faster.
    The methods are those of `re.Pattern`; *window* is where to begin, and where to end, in the text. *words* are such
    words in lower case, where they can't be read off the expression.
    """

    def __init__(self, source: str, flags: int = 0, words: tuple[str, ...] = ()) -> None:
        self.pattern = source
        self._flags = flags
        self._words = words

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words in lower case of which every match holds at least one; none if that can't be said."""
        return self._words or literals_of(self.pattern)

    def may_match(self, text: str) -> bool:
        """Whether *text* holds a word that a match needs."""
        if not self.words:
            return True
        low = text.lower()
        for word in self.words:  # noqa: SIM110 - `any` takes twice as long, and this runs for every sentence
            if word in low:
                return True
        return False

    def search(self, text: str, *window: int) -> re.Match[str] | None:
        return self.compiled.search(text, *window) if window or self.may_match(text) else None

    def match(self, text: str, *window: int) -> re.Match[str] | None:
        return self.compiled.match(text, *window) if window or self.may_match(text) else None

    def fullmatch(self, text: str, *window: int) -> re.Match[str] | None:
        return self.compiled.fullmatch(text, *window) if window or self.may_match(text) else None

    def finditer(self, text: str, *window: int) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text, *window) if window or self.may_match(text) else iter(())

    def sub(self, new: str, text: str) -> str:
        return self.compiled.sub(new, text)
