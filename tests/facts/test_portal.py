"""Only through a portal?"""

from __future__ import annotations

import pytest
from terms import values_of

from procure_audit.facts.portal import find

SAID = (
    ("Tenders must be submitted through the e-tendering portal.", [True]),
    ("Only bids submitted via the ProContract portal will be considered.", [True]),
    ("Tenders sent by email or post will not be accepted.", [True]),
    ("Responses should be uploaded to the e-sourcing portal by noon.", [True]),
    ("Submissions by means other than the portal (e.g. hard copy) will be rejected.", [True]),
    ("Tenders should be returned by email to tenders@example.org.", [False]),
    ("Please return two hard copies of your tender in a sealed envelope.", [False]),
    ("Bids may be delivered by post or by hand.", [False]),
    ("Questions must be sent through the portal.", []),
    ("Clarification queries about the tender should be sent by email.", []),
    ("The Council uses an e-tendering portal.", []),
    ("Invoices must be submitted through the supplier portal.", []),
)


@pytest.mark.parametrize(("sentence", "values"), SAID)
def test_ways_in(sentence: str, values: list[bool]) -> None:
    assert values_of(find, sentence, "electronic_portal_only") == values


def test_what_bars_a_tender_is_read_with_the_list_it_leads() -> None:
    text = "Tenders cannot be accepted if:\n\n- they are received by post or email\n\n- they are late"
    assert values_of(find, text, "electronic_portal_only") == [True]
