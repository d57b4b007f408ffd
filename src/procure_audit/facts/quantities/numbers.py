"""Numbers in figures and in words: "1,500", "1 300,000", "twenty-five", "ten (10)", "two and a half", "10milion"."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...text.pattern import Pattern

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
    **{f"{word}th": _ONES.index(word) for word in _ONES if word not in "one two three five eight nine twelve".split()},
    **{f"{word[:-1]}ieth": 10 * (index + 2) for index, word in enumerate(_TENS)},
}
SMALL = {
    **{word: index for index, word in enumerate(_ONES)},
    **{word: 10 * (index + 2) for index, word in enumerate(_TENS)},
    "fourty": 40,
}
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "lac": 1e5,
    "million": 1e6,
    "millon": 1e6,
    "milion": 1e6,
    "mill": 1e6,
    "mil": 1e6,
    "mio": 1e6,
    "mn": 1e6,
    "mm": 1e6,
    "m": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}

GAP = r"\s"
"""White space within a quantity: PDFs break lines anywhere."""

_THIN = r"(?:[^\S\t\n]|')"
FIGURE = (
    rf"(?:\d{{1,3}}(?:{_THIN}\d{{3}}){{0,4}}(?:,\d{{3}}){{1,5}}(?:\.\d{{1,4}})?"  # 1,300,000  1 300,000.00
    r"|\d{1,2}(?:,\d{2}){1,4},\d{3}(?:\.\d{1,2})?"  # 12,34,567
    r"|\d{1,3}(?:\.\d{3}){2,5}(?:,\d{1,2})?"  # 1.300.000,00
    rf"|\d{{1,3}}(?:{_THIN}\d{{3}}){{1,5}}(?:[.,]\d{{1,2}})?"  # 1 300 000
    r"|\d{1,15}(?:\.\d{1,6})?|\.\d{1,4})(?![\d]|[.,]\d)"
)
SCALE = (
    r"(?:millions?|millons?|milions?|mill?|mio|mn|mm|m|billions?|bn|b|trillions?|tn|thousands?|k|lakhs?|lacs?|crores?)"
    r"(?![a-z])"
)
_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_WORD = rf"{_SMALL}|hundred|thousand|million|billion|trillion"
_AND = rf"(?:(?<=dred)|(?<=sand)|(?<=lion)){GAP}and{GAP}"
WORDS = (
    rf"(?:(?:an?{GAP}(?:hundred|thousand|million|billion)|{_SMALL})"
    rf"(?:(?:{GAP}|-|,{GAP}|{_AND}){{1,2}}(?:{_WORD})){{0,14}})(?![a-z])"
)
_GROUPS = Pattern(r"[\s',]")
_NUMBER = Pattern(
    rf"(?<![\w.,£$€/-])(?P<open>\[{GAP}?)?(?:(?P<figure>{FIGURE})|\b(?P<words>{WORDS}))(?:{GAP}?\])?"
    rf"(?:(?P<gap>{GAP}?)(?P<scale>{SCALE}))?(?:{GAP}?\({GAP}?(?P<again>{FIGURE}|{WORDS}){GAP}?\))?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Number:
    """Characters *start* to *end* state *value*.

    `scaled` marks "5 million" and the like, `grouped` marks "5,000,000".
    """

    start: int
    end: int
    value: float
    scaled: bool = False
    grouped: bool = False


def numbers(text: str) -> list[Number]:
    """The numbers of *text* in order, "ten (10)" as one. Numbers glued to letters, slashes or currency are left out."""
    found = []
    for match in _NUMBER.finditer(text):
        value = figure(match["figure"]) if match["figure"] else words(match["words"])
        if value is None:
            continue
        value *= scale(match["scale"])
        grouped = bool(match["figure"] and re.search(r"[^\d.]", match["figure"]))
        found.append(Number(match.start(), match.end(), tidy(value), bool(match["scale"]), grouped))
    return found


def figure(text: str) -> float | None:
    """The value of a number in figures, None when it isn't finite."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,5}(?:,\d{1,2})?|\d{1,3}(?:\.\d{3}){0,5},\d{1,2}", text):
        text = text.replace(".", "").replace(",", ".")
    elif re.search(r"[ \u00a0\u2009\u202f]\d{3},\d{1,2}$", text):
        text = text.replace(",", ".")
    try:
        value = float(_GROUPS.sub("", text))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def scale(word: str | None) -> float:
    """What "m", "million", "k" multiply by; 1 for none."""
    if not word:
        return 1.0
    word = word.lower()
    return _SCALES.get(word) or _SCALES.get(word.rstrip("s"), 1.0)


def words(text: str) -> float | None:
    """The value of a number in words ("one hundred and twenty-five thousand"), None when the words don't add up."""
    total = current = 0.0
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in ("and", "a", "an"):
            continue
        if word in SMALL:
            current += SMALL[word]
        elif word == "hundred":
            current = (current or 1) * 100
        else:
            total, current = total + (current or 1) * _SCALES[word], 0.0
    return total + current if sensible(text) else None


def sensible(text: str) -> bool:
    """Whether neighbouring number words fit: "twenty five" does, "five twenty" and "five six" don't."""
    said = [word for word in re.findall(r"[a-z]+", text.lower()) if word not in ("a", "an", "and")]
    return all(_fits(left, right) for left, right in pairwise(said))


def _fits(left: str, right: str) -> bool:
    if right not in SMALL:
        return True
    if left not in SMALL:
        return True
    return SMALL[left] >= 20 and 0 < SMALL[right] < 10


def ordinal(tokens: Sequence[str]) -> int | None:
    """1 to 31 for words such as "first", "twenty fifth" or "fifteen"; None for anything else."""
    values = [SMALL.get(token) or _ORDINALS.get(token) for token in tokens]
    known = [value for value in values if value]
    if len(known) != len(values) or not known or len(known) > 2:
        return None
    if len(known) == 2 and not (known[0] in (20, 30) and known[1] < 10):
        return None
    return sum(known) if sum(known) <= 31 else None


def tidy(value: float) -> float | int:
    """*value* without binary dust, an int when it is whole."""
    value = round(float(value), 6)
    return int(value) if value.is_integer() else value
