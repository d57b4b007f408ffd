"""How many syllables a word has: as the CMU Pronouncing Dictionary says it, by rule where it knows no such word.

`rule` alone is right for nine of ten words of that dictionary (a hyphenation dictionary for six of ten), so that only
the words that it gets wrong are kept: `syllables.txt.gz`, written by `tools/make_syllables.py`.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("syllables.txt.gz")
"""Line n (from 0) holds the words of n syllables that `rule` gets wrong."""

_KEPT = 50_000
"""Words whose syllables are kept: those of one tender come back in the next."""
_JOINT = re.compile(r"[-‐‑–—/]")
_DIGIT = re.compile(r"\d")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"[^aeiouyl]e$|[aeiouy]le$"  # those, rule
    r"|[^aeiouylszxcgh]es$|[^cs]hes$|[aeiouy]les$|[^aeiouytd]ed$"  # names, rules, used
    r"|[cstg]i(?:a(?!b|t)|o)(?!$)"  # special, portion
    r"|[aeiouy][^aeiouylr]e(?:ment|ful|less|ness|ly|guard|work|keep)"  # statement, safeguard
)
_SPLIT = re.compile(r"i(?:a|o|u|e[tn])|[aeiouy]ing|(?<!q)u[ao]|eo|sm$|[aeiou]{3}|^mc")  # client, doing, dual


def syllables(word: str) -> int:
    """Syllables of *word*, at least 1."""
    return sum(of_parts(word)) or 1


@lru_cache(_KEPT)
def of_parts(word: str) -> tuple[int, ...]:
    """Syllables of each part of a hyphenated *word*, of the whole of any other; a number counts as one."""
    parts = _JOINT.split(word.lower().replace("’", "'"))
    return tuple(1 if _DIGIT.search(part) else look_up(part, _table()) for part in parts if part)


def look_up(word: str, table: Mapping[str, int]) -> int:
    """Syllables of one lower-case *word* by *table*, by that of its stem, or by rule."""
    for form in (word, word.removesuffix("'s"), word.replace("is", "iz"), word.removesuffix("s")):
        if form in table:
            return table[form]
    return rule(word.removesuffix("'s"))


def rule(word: str) -> int:
    """Syllables of one lower-case *word* by its vowels, at least 1."""
    groups = len(_VOWELS.findall(word))
    return max(1, groups - len(_SILENT.findall(word)) + len(_SPLIT.findall(word)))


@cache
def _table() -> Mapping[str, int]:
    table: dict[str, int] = {}
    for count, line in enumerate(gzip.decompress(TABLE.read_bytes()).decode("ascii").split("\n")):
        table.update(dict.fromkeys(line.split(), count))
    return table
