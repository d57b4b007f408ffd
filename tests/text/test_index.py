import re

from hypothesis import given
from hypothesis import strategies as st

from procure_audit.text.index import Index
from procure_audit.text.pattern import Pattern

SOURCES = ["gold", r"gold\w* (?:tin|\d)", "(?:ol|in) ?d", r"\bg", r"(?:gold)?\d", "tin gold|e3|old"]
TEXTS = st.lists(st.text(alphabet="golditne3 \nG\u017f\u0130", max_size=20), max_size=8)


@given(TEXTS, st.sampled_from(SOURCES))
def test_every_text_that_a_pattern_matches_is_among_those_it_may_match(texts: list[str], source: str) -> None:
    matched = [number for number, text in enumerate(texts) if re.search(source, text, re.I)]
    maybe = Index(texts).may_match(Pattern(source, re.I))
    assert set(matched) <= set(maybe)
    assert list(maybe) == [number for number, text in enumerate(texts) if Pattern(source, re.I).may_match(text)]


def test_only_the_texts_with_the_words_are_looked_at() -> None:
    texts = ["no gold", "Golden 3", "tin", "", "g old"]
    assert list(Index(texts).may_match(Pattern(r"gold(?:en)? \d"))) == [1]
    assert list(Index(texts).may_match(Pattern(r"\w"))) == [0, 1, 2, 3, 4]
    assert list(Index([]).may_match(Pattern("gold"))) == []
