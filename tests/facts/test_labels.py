"""Labels and titles that say what a statement is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.facts.labels import affirms, denies, of_line, of_row, title_of


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Performance bond: 5% of the price", ("Performance bond", "5% of the price")),
        ("4.2 Notice – three months", ("Notice", "three months")),
        ("The Supplier shall pay its staff, its agents and all of its sub-contractors: promptly.", None),
        ("We pay within 30 days.", None),
    ],
)
def test_a_line_is_a_label_and_what_it_says(line: str, label: tuple[str, str] | None) -> None:
    assert of_line(line) == label


def test_the_number_of_a_row_is_no_label() -> None:
    assert of_row(("7.1", "TUPE", "Applies", "see annex")) == ("TUPE", "Applies see annex")
    assert of_row(("3", "Price")) is None


@pytest.mark.parametrize(
    ("paragraph", "title"),
    [
        ("8.2 Break clause. The Council may end the contract.", "Break clause"),
        ("OWNERSHIP OF WORK: All reports are the City's.", "OWNERSHIP OF WORK"),
        ("All of the reports that the Supplier makes for us in any year are ours. We keep them.", ""),
    ],
)
def test_a_paragraph_may_begin_with_its_title(paragraph: str, title: str) -> None:
    assert title_of(paragraph) == title


@pytest.mark.parametrize("value", ["Yes", "required before award", "Permitted.", "is allowed"])
def test_yes(value: str) -> None:
    assert affirms(value)
    assert not denies(value)


@pytest.mark.parametrize("value", ["No.", "N/A", "none", "Not required", "is not permitted", "It isn't needed"])
def test_no(value: str) -> None:
    assert denies(value)
    assert not affirms(value)


@pytest.mark.parametrize("value", ["Yes / No", "no less than 5%", "no more than 10 pages", "with consent", ""])
def test_neither(value: str) -> None:
    assert not affirms(value)
    assert not denies(value)


@given(st.text(alphabet="aA1. :–-\n", max_size=4_000))
def test_any_text_has_at_most_one_label_of_its_own_words(text: str) -> None:
    label = of_line(text)
    assert label is None or (label[0] in text and label[1] in text)
    assert title_of(text) in text
