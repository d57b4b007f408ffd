import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.text.syllables import TABLE, look_up, of_parts, rule, syllables
from procure_audit.text.words import bare, count_words, tally

KNOWN = """
the:1 bid:1 price:1 rules:1 used:1 council:2 tender:2 tenderer:3 charity:3 supplier:3 suppliers:3 turnover:3
insurance:3 indemnity:4 organisation:5 organisations:5 recognised:3 prioritise:4 utilise:3 procurement:3
safeguarding:3 safeguarded:3 specification:5 subcontractor:4 sub-contractor:4 carers:2 authority's:4
area:3 business:2 queue:1 people:2
"""


@pytest.mark.parametrize("pair", KNOWN.split())
def test_words_of_tenders(pair: str) -> None:
    word, count = pair.split(":")
    assert syllables(word) == int(count)
    assert syllables(word.upper()) == int(count)


def test_numbers_count_as_one_syllable_and_hyphens_join() -> None:
    assert syllables("£1,250.50") == 1
    assert syllables("4.2.1") == 1
    assert syllables("not-for-profit") == 4
    assert of_parts("procurement-led") == (3, 1)


def test_the_table_comes_before_the_stem_and_the_stem_before_the_rule() -> None:
    assert look_up("cafe", {"cafe": 2}) == 2
    assert look_up("cafes", {"cafe": 2}) == 2
    assert look_up("cafe", {}) == rule("cafe") == 1


def test_the_table_is_small() -> None:
    assert TABLE.stat().st_size < 500_000


@given(st.text(max_size=40))
def test_any_string_has_a_syllable(word: str) -> None:
    assert syllables(word) >= 1


@pytest.mark.parametrize(
    ("text", "count"),
    [("not-for-profit bodies", 2), ("a – b", 2), ("£1,250.50 and/or 5%", 3), ("• one …… two ____", 2), ("", 0)],
)
def test_what_a_word_is(text: str, count: int) -> None:
    assert count_words(text) == count


def test_a_tally_folds_case_and_punctuation() -> None:
    assert tally("The “bid”, the Bid; (THE bid) – £5m") == {"the": 3, "bid": 3, "5m": 1}
    assert bare("—") == ""


@given(st.text(alphabet="aB1.,-–_ \n£", max_size=100))
def test_counting_and_tallying_agree(text: str) -> None:
    assert count_words(text) == sum(tally(text).values())
