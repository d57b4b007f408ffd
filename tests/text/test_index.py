import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.text.index import Index, Text
from procure_audit.text.pattern import Pattern
from procure_audit.text.vocabulary import bits_of_pattern

SOURCES = ["gold", r"gold\w* (?:tin|\d)", "(?:ol|in) ?d", r"\bg", r"(?:gold)?\d", "tin gold|e3|old"]
TEXTS = st.lists(st.text(alphabet="golditne3 \nG\u017f\u0130", max_size=20), max_size=8)


@given(TEXTS, st.sampled_from(SOURCES))
def test_every_text_that_a_pattern_matches_is_among_those_it_may_match(texts: list[str], source: str) -> None:
    matched = [number for number, text in enumerate(texts) if re.search(source, text, re.I)]
    maybe = list(Index(texts).all_of(Pattern(source, re.I)))
    assert set(matched) <= set(maybe)
    assert maybe == [number for number, text in enumerate(texts) if Pattern(source, re.I).may_match(text)]


@given(TEXTS, st.sampled_from(SOURCES))
def test_a_text_with_an_index_is_matched_as_one_without(texts: list[str], source: str) -> None:
    pattern, known = Pattern(source, re.I), [Text(text) for text in texts]
    before = [repr(pattern.search(text)) for text in known]
    Index.over(known)
    assert [repr(pattern.search(text)) for text in known] == before == [repr(pattern.search(text)) for text in texts]


@pytest.mark.parametrize(
    ("source", "found"), [(r"gold(?:en)? \d", [1]), (r"\w", [0, 1, 2, 3, 4]), ("lead", []), (r"\d", [1])]
)
def test_only_the_texts_with_the_words_are_looked_at(source: str, found: list[int]) -> None:
    assert list(Index(["no gold", "Golden 3", "tin", "", "g old"]).all_of(Pattern(source))) == found


def test_what_texts_hold_is_not_kept_for_good() -> None:
    """A worker looks through the texts of a hundred thousand notices."""
    known = [f"word{letter}" for letter in "abcdefghij"]
    pattern = Pattern("|".join(known))
    assert list(Index(known[:1]).all_of(pattern)) == [0]
    kept = bits_of_pattern.cache_info().currsize
    for number in range(1, 2 ** len(known)):
        texts = [word for place, word in enumerate(known) if number >> place & 1]
        assert len(list(Index([" ".join(texts)]).all_of(pattern))) == 1
    assert bits_of_pattern.cache_info().currsize == kept


def test_no_texts_hold_nothing() -> None:
    assert list(Index([]).all_of(Pattern("gold"))) == list(Index([]).all_of(Pattern("a"))) == []
