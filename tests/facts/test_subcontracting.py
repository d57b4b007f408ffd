"""What is said of sub-contracting."""

from __future__ import annotations

import pytest
from terms import facts_of, values_of

from procure_audit.facts.subcontracting import find

SAID = (
    ("Sub-contracting is not permitted under this contract.", ["prohibited"]),
    ("The Supplier must not sub-contract any part of the Services.", ["prohibited"]),
    ("No part of the services may be sub-contracted.", ["prohibited"]),
    (
        "The Contractor shall not assign or sub-contract its duties without the Council's prior written consent.",
        ["consent_needed"],
    ),
    ("Sub-contracting is only allowed with the written approval of the Authority.", ["consent_needed"]),
    ("You must obtain our prior consent before you appoint any subcontractor.", ["consent_needed"]),
    ("Tenderers may sub-contract parts of the service.", ["allowed"]),
    ("Please give details of any sub-contractors you propose to use.", ["allowed"]),
    ("Bidders should state whether they intend to subcontract and for what share.", ["allowed"]),
    (
        "The Supplier shall be responsible for the acts and omissions of its sub-contractors as if they were its own.",
        ["lead_provider_liable"],
    ),
    (
        "Sub-contracting any part of the Contract shall not relieve the Supplier of its obligations.",
        ["lead_provider_liable"],
    ),
    ("The lead provider will be liable for the performance of all sub-contractors.", ["lead_provider_liable"]),
    ("The Supplier shall pay its sub-contractors within 30 days of receipt of a valid invoice.", ["pay_chain_30_days"]),
    (
        "Every sub-contract must provide for payment of undisputed invoices within thirty (30) days.",
        ["pay_chain_30_days"],
    ),
)
NOTHING = (
    '"Sub-contractor" means any person to whom the Supplier sub-contracts.',
    "The Supplier must not subcontract to a company named in the list of excluded suppliers.",
    "The Council will meet the Supplier and its sub-contractors each month.",
    "The Supplier must terminate a sub-contract where the sub-contractor brings the Council into disrepute.",
    "Sub-contractors must be paid the real living wage.",
)


@pytest.mark.parametrize(("sentence", "categories"), SAID)
def test_categories(sentence: str, categories: list[str]) -> None:
    assert values_of(find, sentence, "subcontracting_terms", "category") == categories


@pytest.mark.parametrize("sentence", NOTHING)
def test_mentions_that_say_nothing(sentence: str) -> None:
    assert facts_of(find, sentence, "subcontracting_terms") == []


def test_the_words_before_a_list_count() -> None:
    lead = "The Supplier must not, without the prior written consent of the Council:"
    text = f"{lead}\n\n(a) sub-contract the Services; or\n\n(b) move premises."
    found = facts_of(find, text, "subcontracting_terms")
    assert [(fact.get("category"), fact.places[0].quote) for fact in found] == [
        ("consent_needed", "(a) sub-contract the Services; or")
    ]
