"""textstat's reading formulas over our own counts.

The formulas are textstat's (0.7.4); its ways of counting are not used, because its sentences break at "3.5" and "e.g."
and run through lists. Its one file of formulas is loaded by itself: its package loads pkg_resources (which newer
setuptools no longer have, and which warns) and a hyphenation dictionary, a third of a second for what is never asked.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from ..text.syllables import of_parts

LONG = 3
"""Syllables of a long word."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are made of. `hard` are long words that aren't on textstat's list of easy words."""

    sentences: int
    words: int
    syllables: int
    long: int
    hard: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The results. SMOG is None below three sentences, where it is not defined."""

    flesch_reading_ease: float
    flesch_kincaid_grade: float
    gunning_fog: float
    smog: float | None


def count(words: Counter[str], sentences: int) -> Counts:
    """The counts of a text by its distinct *words* (in lower case, with how often each comes)."""
    syllables = long = hard = 0
    easy = easy_words()
    for word, times in words.items():
        parts = of_parts(word) or (1,)
        syllables += sum(parts) * times
        if max(parts) >= LONG:
            long += times
            hard += times if word not in easy else 0
    return Counts(sentences, words.total(), syllables, long, hard)


def reading(counts: Counts) -> Reading:
    """The four formulas, unrounded. Needs at least one word and one sentence."""
    formulas = _formulas()(counts)
    return Reading(
        flesch_reading_ease=formulas.flesch_reading_ease(""),
        flesch_kincaid_grade=formulas.flesch_kincaid_grade(""),
        gunning_fog=formulas.gunning_fog(""),
        smog=formulas.smog_index("") if counts.sentences >= 3 else None,
    )


@cache
def easy_words() -> frozenset[str]:
    """textstat's list of easy words (Dale and Chall)."""
    return frozenset((_folder() / "resources" / "en" / "easy_words.txt").read_text(encoding="utf-8").split())


@cache
def _formulas() -> type[Any]:
    """textstat's class, made to take its counts from `Counts`; the texts it is given are empty."""
    base: type[Any] = _textstat().textstatistics

    class Formulas(base):  # type: ignore[misc]
        def __init__(self, counts: Counts) -> None:
            self.counts = counts
            self.set_rounding(False)

        def sentence_count(self, *_: object) -> int:
            return self.counts.sentences

        def lexicon_count(self, *_: object) -> int:
            return self.counts.words

        def syllable_count(self, *_: object) -> int:
            return self.counts.syllables

        def polysyllabcount(self, *_: object) -> int:
            return self.counts.long

        def difficult_words(self, *_: object, **__: object) -> int:
            return self.counts.hard

    return Formulas


def _textstat() -> ModuleType:
    spec = spec_from_file_location("procure_audit._textstat", _folder() / "textstat.py")
    if spec is None or spec.loader is None:
        raise ImportError("textstat 0.7.4 is not installed as it should be")
    module = module_from_spec(spec)
    with _stand_ins(pkg_resources=ModuleType("pkg_resources"), pyphen=_no_hyphens()):
        spec.loader.exec_module(module)
    return module


def _folder() -> Path:
    spec = find_spec("textstat")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("textstat is not installed")
    return Path(spec.submodule_search_locations[0])


def _no_hyphens() -> ModuleType:
    module = ModuleType("pyphen")
    module.__dict__["Pyphen"] = lambda **_: None
    return module


@contextmanager
def _stand_ins(**modules: ModuleType) -> Iterator[None]:
    """For a while, `import` gives *modules* instead of those of their names."""
    before = {name: sys.modules.get(name) for name in modules}
    sys.modules.update(modules)
    try:
        yield
    finally:
        for name, module in before.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module
