"""Headings of plain text that have neither number nor capitals, and short lines that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.model import BlockKind
from procure_audit.readers.text import read
from procure_audit.readers.titles import is_heading_line, is_over, is_title, titles

LETTER = """Thornby Parish Council

Cutting the grass

We want somebody to cut the grass on the green and in the churchyard from March to October.

What you need to send us

- a price for each cut
- the names of two customers

How we shall choose

The cheapest offer wins.

Please send these:

Public liability certificate

Waste carrier licence

A map of the sites is on the notice board.

Yours faithfully

J Penhallow

Clerk
"""


def headings(text: str) -> list[str]:
    document = read(text.encode(), "letter.txt")
    return [document.quote(block.span) for block in document.blocks if block.kind is BlockKind.HEADING]


def test_headings_of_a_letter() -> None:
    assert headings(LETTER) == ["Cutting the grass", "What you need to send us", "How we shall choose"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Insurance and safety", True),
        ("Do you need audited accounts?", True),
        ("Public liability £5m", False),
        ("Closing date 3 May", False),
        ("The council pays.", False),
        ("Signed", False),
        ("and the rest", False),
        ("Name ____", False),
        ("Send your quotation by e-mail to the clerk who will open all of them", False),
    ],
)
def test_what_could_be_a_title(line: str, title: bool) -> None:
    assert is_title(line) is title


@pytest.mark.parametrize("line", ["A. Interpretation", "Section 3 Contract period", "Schedule 2 Prices", "4.1 Cover"])
def test_numbered_headings(line: str) -> None:
    assert is_heading_line(line)


@pytest.mark.parametrize("line", ["30 days", "Section 3 applies to all of this.", "4.1 The Supplier shall hold cover."])
def test_no_headings(line: str) -> None:
    assert not is_heading_line(line)


def test_a_numbered_line_heads_the_text_right_below() -> None:
    assert headings("1. Our service\nThe council wants a hall for its lunch club.\n\nThe end.") == ["1. Our service"]
    assert is_over(["1. Price", "The price is fixed for three years."])
    assert not is_over(["1. Public liability", "2. Motor"])


@given(st.lists(st.lists(st.text("Aab .:\n", min_size=1, max_size=90), min_size=1, max_size=3), max_size=30))
def test_the_last_paragraph_heads_nothing(paragraphs: list[list[str]]) -> None:
    assert all(index < len(paragraphs) - 1 for index in titles(paragraphs))
