"""Passages as sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procure_audit.facts.passages import passages
from procure_audit.facts.said import Said, phrase, said
from procure_audit.readers.text import read


def spoken(text: str) -> list[Said]:
    return list(said(tuple(passages(read(text.encode(), "tender.txt")))))


def test_a_sentence_is_quoted_alone() -> None:
    second = spoken("The first is here. The second is there.")[1]
    assert (second.text, second.evidence().quote) == ("The second is there.", "The second is there.")


def test_a_lead_belongs_to_its_list_and_not_to_the_next_clause() -> None:
    found = spoken("4.3 The Supplier must not:\n\n(a) sub-contract\n\n4.4 The Council pays.")
    assert [one.lead for one in found] == ["", "4.3 The Supplier must not:", ""]


def test_lines_of_a_contents_list_are_left_out() -> None:
    assert spoken("6.12 TUPE .......................... 14") == []


def test_a_bracketed_blank_of_dots_is_no_contents_line() -> None:
    assert spoken("[The amount of the performance bond is ..........]") != []


def test_a_blank_in_a_phrase_crosses_line_ends_and_may_be_optional() -> None:
    assert phrase("price ?: ?40").search("Price\n:40")
    assert phrase("in arrears").search("in\n  arrears")


@given(st.lists(st.sampled_from(("a", "word", "b" * 3_000, "c" * 9_000)), min_size=1, max_size=8), st.integers(1, 400))
def test_what_never_ends_is_cut_without_losing_words(words: list[str], times: int) -> None:
    text = " ".join(words * (times if len("".join(words)) < 100 else 1))
    assert "".join("".join(one.text for one in spoken(text)).split()) == "".join(text.split())
