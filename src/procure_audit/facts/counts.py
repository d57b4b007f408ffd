"""Small whole numbers as tenders write them: "3", "three", "three (3)"."""

from __future__ import annotations

import re

from ..text.pattern import Pattern

_NAMES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNT = rf"(?:\d{{1,2}}|{'|'.join(_NAMES)})(?: ?\(\w{{1,5}}\))?"
"""Pattern for a small number."""
_YEARS = Pattern(
    rf"\b(?:last|past|previous|preceding|within(?: the last)?|most recent|latest|prior)(?: the)? (?P<count>{COUNT}) "
    r"(?:\w+ ){0,2}?(?:years?|tax years?)\b",
    re.I,
)


def count(words: str) -> int:
    """The number that a match of `COUNT` writes."""
    word = re.split(r"[ (]", words.strip().lower(), maxsplit=1)[0]
    return int(word) if word.isdigit() else _NAMES.index(word) + 1


def years_back(text: str) -> int | None:
    """N of "in the last N years", None if *text* has no such words."""
    match = _YEARS.search(text)
    return count(match["count"]) if match else None
