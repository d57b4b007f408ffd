"""Text made to trip extractors: nothing raises, facts stand in the text, work grows no faster than the text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procure_audit.facts.extractors import of_document
from procure_audit.facts.printed import printed_lines
from procure_audit.readers.text import read

_PIECES = st.sampled_from(
    [
        "£5m ",
        "£1e9999 ",
        "public liability ",
        "minimum turnover of ",
        "What is it worth? ",
        "Closing date: ",
        "3 May 2027 ",
        "extended for up to two years ",
        "1 + 1 years ",
        "Lot 2 ",
        "accounts for 2024-25, 2025-26 ",
        "the contract is for three years ",
        "(",
        ")",
        "; ",
        ". ",
        "\n",
        "\n\n",
        "| ",
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_words_give_facts_that_stand_in_the_text(text: str) -> None:
    document = read(text.encode(), "tender.txt")
    for one in of_document(document):
        assert one.places
        assert all(place.span and 0 <= place.span.start <= place.span.end <= len(document.text) for place in one.places)


@given(st.text(alphabet="A a1:\n.£", max_size=200))
def test_printed_lines_lie_in_order_and_apart(text: str) -> None:
    lines = printed_lines(text)
    assert all(start < end <= len(text) for start, end, _ in lines)
    assert all(above[1] <= below[0] for above, below in pairwise(lines))


@pytest.mark.parametrize(
    "piece",
    [
        "limit of indemnity: £5m under public liability ",
        "extended for a further two years and ",
        "minimum turnover of £1,000,000 for Lot 1 and ",
        "What is it worth? £5,000. ",
        "from 1 April 2025 to 31 March 2028, ",
        "1 year + 1 year + ",
        "the council has agreed £9,000 for year one, ",
        "Label: 5\n",
        "A\n",
        "£1e9999 ",
    ],
)
def test_four_times_the_text_is_no_sixteen_times_the_work(piece: str) -> None:
    first, second = (_seconds(piece * (size // len(piece))) for size in (25_000, 100_000))
    assert second < max(10 * first, 2.0)


def test_a_page_of_ten_thousand_sums_states_no_worth() -> None:
    text = "The contract value " + " ".join(f"£{number},000" for number in range(1, 10_001))
    found = of_document(read(text.encode(), "tender.txt"))
    assert [one for one in found if one.kind == "contract_value"] == []


def test_a_paragraph_of_two_megabytes_is_read() -> None:
    text = "word " * 400_000 + "The contract is for three years."
    found = of_document(read(text.encode(), "tender.txt"))
    assert [one.get("value") for one in found if one.kind == "contract_length_months"] == [36]


def _seconds(text: str) -> float:
    document = read(text.encode(), "tender.txt")
    begin = time.process_time()
    of_document(document)
    return time.process_time() - begin
