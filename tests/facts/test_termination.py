"""Notice without fault."""

from __future__ import annotations

import pytest
from terms import facts_of

from procure_audit.facts.termination import find

NOTICE = (
    ("Either party may terminate this Agreement by giving three months' written notice.", 90, "either"),
    ("The Council may terminate this Contract at any time on giving 30 days' notice in writing.", 30, "buyer"),
    (
        "The Authority reserves the right to terminate for convenience with not less than six weeks' notice.",
        42,
        "buyer",
    ),
    ("The Supplier may terminate this Agreement by giving the Council at least 12 months notice.", 360, "supplier"),
    ("The contract may be terminated by either side with a notice period of 90 days.", 90, "either"),
    (
        "The Buyer can end this contract at any time by giving a minimum of 28 days' written notice to the Supplier.",
        28,
        "buyer",
    ),
    ("The Commissioner may terminate without cause by notice.", None, "buyer"),
)
NOT_NOTICE = (
    "The Council may terminate this Contract on 30 days' notice if the Supplier commits a material breach.",
    "If the breach is not remedied within 30 days of notice, the Council may terminate.",
    "What notice do you require to terminate?",
    "Please state your notice period to end the contract.",
    "The Supplier shall not terminate the employment of any person without 30 days' notice.",
    "Termination Assistance may be extended by 20 Working Days' written notice.",
    "The Council may terminate the procurement process at any time without liability.",
    "The Buyer may terminate immediately by notice where the Supplier becomes insolvent.",
)


@pytest.mark.parametrize(("sentence", "days", "by"), NOTICE)
def test_notice_without_fault(sentence: str, days: int | None, by: str) -> None:
    assert [(fact.get("days"), fact.get("by")) for fact in facts_of(find, sentence, "termination_notice")] == [
        (days, by)
    ]


@pytest.mark.parametrize("sentence", NOT_NOTICE)
def test_other_endings(sentence: str) -> None:
    assert facts_of(find, sentence, "termination_notice") == []


def test_a_whole_sentence_needs_no_words_above_it() -> None:
    text = """The buyer may terminate this agreement at once where you breach it, and must pay:

The buyer may terminate this agreement for any reason by giving 5 days' notice by email.
"""
    found = facts_of(find, text, "termination_notice")
    assert [(one.get("days"), one.places[0].quote[-6:]) for one in found] == [(5, "email.")]
