"""Questions that a tick answers are told from those that must be written."""

from __future__ import annotations

import pytest

from procure_audit.metrics.answers import measure
from procure_audit.metrics.subject import Subject
from procure_audit.model import Evidence, Span, Tender, WordLists, fact


@pytest.mark.parametrize(
    ("quote", "ticks"),
    [
        ("Has your body been fined in the last year? Yes / No", 1),
        ("Do you hold a licence? YES/NO", 1),
        ("The policy is attached. Pass/Fail", 1),
        ("I confirm the above ☐", 1),
        ("Have you a policy on safeguarding? Yes    No", 1),
        ("Describe how you keep children safe. If no, say why.", 0),
        ("How will you say yes or no to a referral?", 0),
        ("How will you find and welcome people who are lonely?", 0),
    ],
)
def test_words_that_offer_the_answers_make_a_tick(quote: str, ticks: int) -> None:
    place = Evidence("form.docx", quote, Span(0, len(quote)))
    asked = fact("questions", place, count=1)
    found = {metric.name: metric.value for metric in measure(Subject(Tender("t", ()), (asked,), WordLists()))}
    assert found["tick_questions"] == ticks


def test_a_question_that_is_ticked_needs_no_limit() -> None:
    quotes = ("Have you been fined? Yes / No", "Describe your team. 500 words", "Describe your plan.")
    places = [Evidence("form.docx", quote, Span(n, n + 1)) for n, quote in enumerate(quotes)]
    facts = (fact("questions", *places, count=3), fact("response_limits", places[1], words=500, scope="question"))
    found = {metric.name: metric.value for metric in measure(Subject(Tender("t", ()), facts, WordLists()))}
    assert found["questions_without_limit"] == 1
