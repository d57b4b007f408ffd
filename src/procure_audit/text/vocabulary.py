"""Which of the words that patterns look for stand in a text: found once a text, asked for by hundreds of patterns.

A set of words is a whole number with a bit for each, so that "does this text hold any of those" is one `&`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from .literals import DIGIT, LEAST

_KEPT = 20_000
"""Texts whose words are kept: the sentences of about 500 pages."""

ANY = 1
"""The number that stands for any text at all."""
_bits: dict[str, int] = {"": ANY}
_learnt_words: list[str] = []
_looked_through: dict[str, tuple[int, int]] = {}
"""How many words were known when a text was last looked through, and its number then: only newer ones are sought."""
_by_start: dict[str, list[tuple[str, int]]] = {}
_short: list[tuple[str, int]] = []


def bits_of(words: Iterable[str]) -> int:
    """The number that stands for *words*, none of which holds white space; new ones are learnt."""
    return sum(_bits.get(word) or _learnt(word) for word in frozenset(words))


def _learnt(word: str) -> int:
    bit = _bits[word] = 1 << len(_bits)
    _learnt_words.append(word)
    if word != DIGIT:
        (_by_start.setdefault(word[:LEAST], []) if len(word) >= LEAST else _short).append((word, bit))
    _in_token.cache_clear()  # they were looked through without this word
    present_in.cache_clear()
    return bit


@lru_cache(_KEPT)
def present_in(text: str) -> int:
    """The number of all known words that stand anywhere in *text*, in whatever case."""
    known, found = _looked_through.get(text) or (0, ANY)
    low = without_case(text)
    if known:
        for word in _learnt_words[known:]:
            if word in low or (word == DIGIT and any(map(str.isdigit, low))):
                found |= _bits[word]
    else:
        for token in low.split():
            found |= _in_token(token)
    if len(_looked_through) >= _KEPT:
        _looked_through.clear()
    _looked_through[text] = len(_learnt_words), found
    return found


def without_case(text: str) -> str:
    """*text* as small letters, with those that `re.IGNORECASE` takes for others (dotless i, long s)."""
    return text.lower() if text.isascii() else text.casefold().replace("\u0307", "").replace("\u0131", "i")


@lru_cache(_KEPT)
def _in_token(token: str) -> int:
    found = _bits.get(DIGIT, 0) if any(map(str.isdigit, token)) else 0
    for word, bit in _short:
        if word in token:
            found |= bit
    for start in range(len(token) - LEAST + 1):
        for word, bit in _by_start.get(token[start : start + LEAST], ()):
            if token.startswith(word, start):
                found |= bit
    return found
