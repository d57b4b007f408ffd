"""What is the same in the next draft: words wherever they are printed, never other words or another amount."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.model import Block, BlockKind, Box, Confidence, Document, Evidence, Finding, Role, Severity, Span
from procure_audit.model.identity import digest, same_words

PLACE = Evidence("itt.docx", "Public liability cover of £5 million is needed.", Span(0, 47), 3, "4.2", 31)
FINDING = Finding("cover", "T", "insurance", Severity.HIGH, Confidence.HIGH, "m", "w", "s", "c", (), (PLACE,))


def at(**changes: object) -> Finding:
    return replace(FINDING, places=(replace(PLACE, **changes),))  # type: ignore[arg-type]


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(Role), st.text(max_size=9))
def test_where_it_is_printed_does_not_matter(page: int, paragraph: int, role: Role, path: str) -> None:
    box = Box(page, 1.0, 2.0, 3.0, 4.0)
    moved = at(page=page, paragraph=paragraph, boxes=(box,), role=role, path=path, span=Span(paragraph, page + 999))
    assert moved.fingerprint == FINDING.fingerprint


@given(st.data())
def test_spacing_case_and_typing_do_not_matter(data: st.DataObject) -> None:
    words = PLACE.quote.split()
    blanks = data.draw(st.lists(st.sampled_from([" ", "  ", "\n", "\u00a0", "\t"]), min_size=9, max_size=9))
    spaced = "".join(word + blank for word, blank in zip(words, blanks, strict=False))
    assert at(quote=data.draw(st.sampled_from([spaced, spaced.upper()]))).fingerprint == FINDING.fingerprint


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the “Provider”'s duty", 'the "Provider"’s duty'),
        ("12\u201324 months", "12-24 months"),
        ("co\u00adopera\u200btive", "cooperative"),
        ("o\ufb03ce", "office"),
    ],
)
def test_the_same_words_as_they_are_typed(one: str, other: str) -> None:
    assert same_words(one) == same_words(other)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_another_amount_is_another_finding(one: int, other: int) -> None:
    said = [at(quote=f"Cover of £{amount:,} is needed.").fingerprint for amount in (one, other)]
    assert (said[0] == said[1]) == (one == other)


@pytest.mark.parametrize("change", [{"document": "terms.pdf"}, {"clause": "4.3"}, {"clause": None}, {"quote": "No."}])
def test_another_document_clause_or_wording_is_another_finding(change: dict[str, str | None]) -> None:
    assert at(**change).fingerprint != FINDING.fingerprint
    assert replace(FINDING, rule="other").fingerprint != FINDING.fingerprint


def test_the_number_before_the_words_is_that_of_the_clause() -> None:
    assert same_words("4.2. Cover of £5m", "4.2") == same_words("4.3 Cover of £5m", "4.3") == "cover of £5m"
    assert same_words("4.2 million people", "4") == "4.2 million people"


def test_the_point_names_a_finding_of_several_places_and_none_names_what_is_counted() -> None:
    further = replace(FINDING, places=(PLACE, replace(PLACE, document="terms.pdf")))
    assert further.fingerprint == FINDING.fingerprint
    counted = replace(FINDING, counted=True)
    assert counted.fingerprint == replace(counted, places=()).fingerprint == replace(FINDING, places=()).fingerprint
    assert counted.fingerprint != FINDING.fingerprint


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_a_digest_tells_parts_apart(some: list[str], others: list[str]) -> None:
    assert (digest(*some) == digest(*others)) == ((some or [""]) == (others or [""]))


def long_clause(amount: str) -> Evidence:
    text = "The Provider shall keep up, with an insurer of repute, " * 8 + f"cover of {amount}."
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text)), clause="6.1"),)
    return Document("itt.docx", "docx", "0", text, blocks).evidence(Span(0, len(text)))


def test_an_amount_beyond_the_end_of_a_quote_counts() -> None:
    five, ten = long_clause("£5 million"), long_clause("£10 million")
    assert five.quote == ten.quote
    assert five.passage.words != ten.passage.words
    assert five.passage == long_clause("£5 million").passage
    assert at(quote="short").places[0].digest == ""
