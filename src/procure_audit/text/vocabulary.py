"""Which of the words that patterns look for stand in a text: found once a text, asked for by hundreds of patterns.

A set of words is a whole number with a bit for each, so that "does this text hold any of those" is one `&`.
"""

from __future__ import annotations

from functools import cache, lru_cache, reduce
from operator import or_

from .literals import DIGIT, LEAST, Words

_KEPT = 20_000
"""Texts whose words are kept: the sentences of about 500 pages."""

ANY = 1
"""The number that stands for any text at all."""
_bits: dict[str, int] = {"": ANY}
LEARNT: list[str] = []
"""All words that are known, in the order in which they were learnt."""
_looked_through: dict[str, tuple[int, int]] = {}
"""How many words were known when a text was last looked through, and its number then: only newer ones are sought."""
_by_start: dict[str, list[str]] = {}
_short: list[str] = []


def bits_of(words: Words) -> int:
    """The number that stands for *words*, none of which holds white space; new ones are learnt."""
    return sum(_bits.get(word) or _learnt(word) for word in words)


@cache
def bits_of_pattern(words: Words) -> int:
    """`bits_of` *words* that a pattern names, kept for good: patterns are few, and the sets that texts hold endless."""
    return bits_of(words)


def _learnt(word: str) -> int:
    bit = _bits[word] = 1 << len(_bits)
    LEARNT.append(word)
    if word != DIGIT:
        (_by_start.setdefault(word[:LEAST], []) if len(word) >= LEAST else _short).append(word)
    words_in.cache_clear()  # they were looked through without this word
    _in_token.cache_clear()
    present_in.cache_clear()
    return bit


@lru_cache(_KEPT)
def present_in(text: str) -> int:
    """The number of all known words that stand anywhere in *text*, in whatever case."""
    known, found = _looked_through.get(text) or (0, ANY)
    low = without_case(text)
    if known:
        for word in LEARNT[known:]:
            if word in low or (word == DIGIT and any(map(str.isdigit, low))):
                found |= _bits[word]
    else:
        found = reduce(or_, map(_in_token, low.split()), found)
    if len(_looked_through) >= _KEPT:
        _looked_through.clear()
    _looked_through[text] = len(LEARNT), found
    return found


def without_case(text: str) -> str:
    """*text* as small letters, with those that `re.IGNORECASE` takes for others (dotless i, long s)."""
    return text.lower() if text.isascii() else text.casefold().replace("\u0307", "").replace("\u0131", "i")


@lru_cache(_KEPT)
def _in_token(token: str) -> int:
    return bits_of(words_in(token))


@lru_cache(_KEPT)
def words_in(token: str) -> Words:
    """All known words that stand in *token*, which is of small letters."""
    found = [word for word in _short if word in token]
    for start in range(len(token) - LEAST + 1):
        found += [word for word in _by_start.get(token[start : start + LEAST], ()) if token.startswith(word, start)]
    has_digit = DIGIT in _bits and any(map(str.isdigit, token))
    return frozenset([*found, DIGIT] if has_digit else found)
