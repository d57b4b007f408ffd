"""Which language a document is in, as far as the reading formulas need to know: English or not."""

from __future__ import annotations

import re

_COMMON = frozenset(
    "the of and to in a is that for on with as be by this are or from at which an not will have it must your you we "
    "any all their our may should if".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters
_ENOUGH = 20  # words


def language_of(text: str) -> str:
    """ "en" when at least one word in six is one of the commonest English ones; "und" when it isn't or is too short."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < _ENOUGH:
        return "und"
    return "en" if sum(word in _COMMON for word in words) * 6 >= len(words) else "und"
