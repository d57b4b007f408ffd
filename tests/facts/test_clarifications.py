"""What bidders asked is no demand; what the buyer answered is read with it."""

from __future__ import annotations

import pytest
from families import facts_in, read

ROWS = "| Ref | {asked} | {told} |\n|---|---|---|\n| 1 | {question} | {answer} |"


def log(question: str, answer: str, asked: str = "Question", told: str = "Answer", title: str = "Log") -> str:
    return f"# {title}\n\n{ROWS.format(asked=asked, told=told, question=question, answer=answer)}"


def test_a_row_is_read_for_its_answer() -> None:
    words = log("The terms say that you pay in 60 days. Could it be 30?", "We will pay within 30 days of an invoice.")
    assert read(words, "payment_terms_days") == [30]


def test_a_short_answer_is_quoted_with_its_question() -> None:
    (found,) = facts_in(log("Is a performance bond of 10% required?", "No."), "performance_bond")
    assert found.get("value") is False
    assert found.places[0].quote == "Is a performance bond of 10% required? No."


@pytest.mark.parametrize("told", ["Answer", "Council response", "The Buyer's reply", "Authority’s Response"])
def test_columns_in_which_a_buyer_writes(told: str) -> None:
    assert read(log("Must we hold ISO 9001?", "Not at all.", told=told), "certification_required") == []


def test_a_form_in_which_a_bidder_writes_keeps_its_questions() -> None:
    words = log("Please describe two similar contracts.", "Answer here", told="Response", title="Questionnaire")
    assert read(words, "references_required") == [2]


def test_a_log_may_call_its_answers_responses() -> None:
    words = log("Do we need a bond?", "A bond is not needed.", told="Response", title="Clarification log 2")
    assert read(words, "performance_bond") == [False]


@pytest.mark.parametrize(
    "words",
    [
        "Q7. Must we give a performance bond?\n\nA7. No.",
        "Question 7: Our bank asks about a bond.\n\nMust we give a performance bond?\n\nResponse: No.",
        "Bidder question:\n\nMust we give a performance bond?\n\nAnswer:\n\nNo.",
        "# Questions and answers\n\nMust we give a performance bond?\n\nNo.",
        "# FAQs\n\n**Must we give a performance bond?**\n\nNo, you needn't.",
        "## Must we give a performance bond?\n\nNo.",
    ],
)
def test_ways_of_asking_and_answering(words: str) -> None:
    assert read(words, "performance_bond") == [False]


def test_a_question_that_nobody_answers_stays_where_it_is() -> None:
    words = "Question 1: Describe two contracts.\n\nQuestion 2: Describe your staff."
    assert read(words, "questions") == [2]
