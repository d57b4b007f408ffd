"""Questions and limits."""

from __future__ import annotations

import pytest
from terms import facts_of

from procure_audit.facts.answers import find

LIMITS = (
    ("Please describe your approach (maximum 1,000 words).", 1000, None, "question"),
    ("Word limit: 500", 500, None, "question"),
    ("Your answer should be no more than 2 sides of A4.", None, 2, "question"),
    ("Character limit 6,000", 1000, None, "question"),
    ("Response (maximum 2 x A4)", None, 2, "question"),
    ("Answers must not exceed 750 words.", 750, None, "question"),
    ("Describe your team. (500 words)", 500, None, "question"),
    ("Explain your method in no more than five hundred (500) words.", 500, None, "question"),
    ("The whole tender must not exceed 40 pages.", None, 40, "whole"),
    ("Proposals should be no longer than 20 pages in total.", None, 20, "whole"),
)
NO_LIMITS = (
    "The tender pack has 40 pages.",
    "Answers should be at least 500 words.",
    "See pages 4 to 6 of the response form.",
    "So, for example, where 300 words have been used the limit is 500 words.",
    "The file size limit is 20 MB.",
)


@pytest.mark.parametrize(("sentence", "words", "pages", "scope"), LIMITS)
def test_limits(sentence: str, words: int | None, pages: int | None, scope: str) -> None:
    found = facts_of(find, sentence, "response_limits")
    assert [(fact.get("words"), fact.get("pages"), fact.get("scope")) for fact in found] == [(words, pages, scope)]


@pytest.mark.parametrize("sentence", NO_LIMITS)
def test_no_limits(sentence: str) -> None:
    assert facts_of(find, sentence, "response_limits") == []


def test_limits_that_are_only_spoken_of() -> None:
    (found,) = facts_of(find, "Any part of an answer over the specified word limit will be ignored.", "response_limits")
    assert found.get("words") is None


def test_each_question_is_a_place() -> None:
    text = "Question 1: Describe your approach.\n\nQuestion 2: How will you staff it?\n\nQ2: How will you staff it?"
    (found,) = facts_of(find, text, "questions")
    assert found.get("count") == 2
    assert [place.quote[:11] for place in found.places] == ["Question 1:", "Question 2:"]


@pytest.mark.parametrize(
    "text",
    ["Q1: May we bid jointly?\n\nA1: Yes, you may bid jointly.", "The buyer pays within 30 days.", "1. We are honest."],
)
def test_what_is_no_question_to_the_bidder(text: str) -> None:
    assert facts_of(find, text, "questions") == []


def test_the_points_of_a_numbered_question_are_no_questions_of_their_own() -> None:
    text = """# Quality questions

Question 1 How will you run the café?

- Please describe the menu you would offer.
- What would you do in winter?

Question 2 Who will run it?
"""
    assert [one.get("count") for one in facts_of(find, text, "questions")] == [2]


def test_a_word_on_how_to_fill_in_a_form_is_no_question() -> None:
    text = "# Selection questionnaire\n\n3. Please ensure that all questions are completed in full.\n"
    assert facts_of(find, text, "questions") == []


AFFIRMED = """# How to make your bid

Do you accept the rules of this competition? Yes / No

Have you read the whole pack? Yes / No
"""


def test_what_is_to_be_ticked_among_instructions_counts_beside_questions() -> None:
    text = f"{AFFIRMED}\n# Quality questions\n\nQuestion 1: How will you staff the café?\n"
    assert [one.get("count") for one in facts_of(find, text, "questions")] == [3]


def test_what_is_to_be_ticked_among_instructions_is_not_the_whole_answer() -> None:
    assert facts_of(find, AFFIRMED, "questions") == []
