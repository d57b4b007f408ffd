"""How many syllables a word has: as the CMU Pronouncing Dictionary says it, by rule where it knows no such word.

`rule` alone is right for nine of ten words of that dictionary (a hyphenation dictionary for six of ten), so that only
the words that it gets wrong are kept: `syllables.txt.gz`, written by `tools/make_syllables.py`.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("syllables.txt.gz")
"""Line n (from 0) holds the words of n syllables that `rule` gets wrong."""

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"[^aeiouyl]e$|[aeiouy]le$"  # those, rule
    r"|[^aeiouylszxcgh]es$|[^cs]hes$|[aeiouy]les$|[^aeiouytd]ed$"  # names, rules, used
    r"|[cstg]i(?:a(?!b|t)|o)(?!$)"  # special, portion
    r"|[aeiouy][^aeiouylr]e(?:ment|ful|less|ness|ly|guard|work|keep)"  # statement, safeguard
)
_SPLIT = re.compile(r"i(?:a|o|u|e[tn])|[aeiouy]ing|(?<!q)u[ao]|eo|sm$|[aeiou]{3}|^mc")  # client, doing, dual


def syllables(word: str) -> int:
    """Syllables of *word*, at least 1. The parts of a hyphenated word are added up; a number counts as one."""
    return sum(_of_part(part) for part in _parts(word)) or 1


def is_long(word: str) -> bool:
    """Whether *word*, or a part of it when hyphenated, has three syllables or more."""
    return any(_of_part(part) >= 3 for part in _parts(word))


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


def _parts(word: str) -> list[str]:
    return [part for part in re.split(r"[-‐‑–—/]", word.lower().replace("’", "'")) if part]


def _of_part(part: str) -> int:
    return 1 if any(map(str.isdigit, part)) else look_up(part, _table())


@cache
def _table() -> Mapping[str, int]:
    table: dict[str, int] = {}
    for count, line in enumerate(gzip.decompress(TABLE.read_bytes()).decode("ascii").split("\n")):
        table.update(dict.fromkeys(line.split(), count))
    return table
