"""Percentages: "60%", "thirty per cent", "ten (10) percent", blanks such as "[ ]%"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...text.index import kept
from ...text.pattern import Pattern
from .numbers import FIGURE, GAP, WORDS, figure, tidy, words

_SIGN = rf"(?:[%٪](?![\w%])|(?:per{GAP}?cents?|percentages?|percents?|pct)(?![a-z])(?!{GAP}?(?:points?)))"
_PERCENT = Pattern(
    rf"(?P<minus>\bminus{GAP}|(?<![\w%)\]])-)?"
    rf"(?:(?<![\w%.,=/])\[?(?P<figure>{FIGURE})\]?(?:{GAP}?\({GAP}?(?:{WORDS}|{FIGURE}){GAP}?\))?"
    rf"|\b(?P<words>{WORDS})(?:{GAP}?\({GAP}?{FIGURE}{GAP}?%?{GAP}?\))?"
    rf"|(?P<blank>\[[^\[\]\d\n]{{0,60}}\]|«[^«»\n]{{1,60}}»|(?<!\w)[xX]{{1,4}}|[_…]{{2,40}}|\.{{3,40}}))"
    rf"{GAP}?{_SIGN}(?!\.?\w)"
    rf"|\bper{GAP}?cent{GAP}of{GAP}(?P<of>{FIGURE})",
    re.I,
    words=("%", "٪", "cent", "pct"),
)


@dataclass(frozen=True, slots=True)
class Percent:
    """Characters *start* to *end* state *value* per cent; None for a blank ("[ ]%")."""

    start: int
    end: int
    value: float | int | None
    blank: bool = False


@kept
def percents(text: str) -> tuple[Percent, ...]:
    """The percentages of *text* in order. Escapes in web addresses ("%20") are none."""
    found = []
    for match in _PERCENT.finditer(text):
        if match["blank"]:
            found.append(Percent(match.start(), match.end(), None, blank=True))
            continue
        value = words(match["words"]) if match["words"] else figure(match["figure"] or match["of"])
        if value is not None:
            found.append(Percent(match.start(), match.end(), tidy(-value if match["minus"] else value)))
    return tuple(found)
