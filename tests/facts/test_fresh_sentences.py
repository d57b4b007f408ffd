"""Sentences that were once misread, each with its right reading: [] where the sentence says nothing of the kind."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from terms import facts_of

from procure_audit.facts import (
    accounts,
    answers,
    award,
    certificates,
    consortia,
    extract,
    liability,
    payment,
    portal,
    references,
    rights,
    setting,
    subcontracting,
    term,
    termination,
    timetable,
    tupe,
    turnover,
    uplift,
    value,
)
from procure_audit.model import Confidence, Tender
from procure_audit.readers import markdown

READINGS: tuple[tuple[Any, str, str, list[dict[str, Any]]], ...] = (
    (payment, "payment_timing", "No payment in advance will be made in any circumstances.", []),
    (payment, "payment_timing", "The fee is paid in advance each quarter.", [{"value": "quarterly_in_advance"}]),
    (
        payment,
        "payment_timing",
        "The Contractor shall submit an invoice on the last working day of each month.",
        [{"value": "monthly_in_arrears"}],
    ),
    (payment, "payment_terms_days", "The caterer pays the school within 30 days of the end of each term.", []),
    (payment, "payment_terms_days", "Invoice us whenever you like. We pay in 14 days.", [{"value": 14}]),
    (payment, "payment_by_results", "40% of the Charges shall be payable by results.", [{"percent": 40}]),
    (
        payment,
        "payment_by_results",
        "The sub-contract must repeat these terms, with the provisions relating to payment by results.",
        [],
    ),
    (term, "extension_months", "Each worker has a DBS check, renewed every three years.", []),
    (term, "extension_months", "Drivers renew their first aid training every three years.", []),
    (term, "extension_months", "The contract may be extended twice, by a year each time.", [{"value": 24}]),
    (
        term,
        "extension_months",
        "The Authority may extend the Framework by any periods which in total do not exceed 24 months.",
        [{"value": 24}],
    ),
    (term, "contract_length_months", "The contract starts on 1 June 2027 and lasts 36 months.", [{"value": 36}]),
    (
        term,
        "contract_length_months",
        "This Agreement begins on 1 August 2026 and, unless ended sooner, continues until 31 July 2029.",
        [{"value": 36}],
    ),
    (award, "social_value_weight", "For social value the Provider gives 1% of the charges to a local fund.", []),
    (award, "social_value_weight", "Social value carries 5% of the overall marks.", [{"value": 5}]),
    (
        award,
        "quality_price_weights",
        "Price is fixed, so price is not marked. We choose on quality (100%).",
        [{"value": "100/0"}],
    ),
    (award, "quality_price_weights", "Award criteria: Quality 70. Price 30.", [{"value": "70/30"}]),
    (
        award,
        "quality_price_weights",
        "Price 40 marks; menu quality 30 marks; staff 15 marks; tasting 15 marks.",
        [{"value": "60/40"}],
    ),
    (
        accounts,
        "audited_accounts_required",
        "Net assets must be £50,000 at the date of the last audited balance sheet.",
        [],
    ),
    (
        accounts,
        "audited_accounts_required",
        "Send your latest accounts in the form your own rules require: audited, independently examined, or a summary.",
        [{"value": False}],
    ),
    (accounts, "audited_accounts_required", "You don't have to send audited accounts.", [{"value": False}]),
    (
        certificates,
        "certification_required",
        "The software must be hosted in a data centre certified to ISO 27001.",
        [{"value": (), "alternatives": ("ISO 27001",)}],
    ),
    (
        certificates,
        "certification_required",
        "You must be accredited under SSIP (CHAS, SafeContractor or similar).",
        [{"value": ("SSIP",), "alternatives": ("CHAS", "SafeContractor")}],
    ),
    (setting, "regime", "Words used here have the meaning that the Procurement Act 2023 gives them.", []),
    (
        setting,
        "regime",
        "The service falls below the relevant threshold for light touch contracts.",
        [{"value": "below-threshold"}],
    ),
    (answers, "response_limits", "You only need to read this document (ten pages) and the contract (five pages).", []),
    (
        answers,
        "response_limits",
        "The whole answer can be up to 3,000 words.",
        [{"words": 3000, "scope": "whole"}],
    ),
    (answers, "questions", "Answer six questions in the form that comes with this document.", [{"count": 6}]),
    (consortia, "consortia_allowed", "You may bid together with others.", [{"value": True}]),
    (
        portal,
        "electronic_portal_only",
        "Send your bid by email to bids@borough.example, or through the portal, or by post.",
        [{"value": False}],
    ),
    (portal, "electronic_portal_only", "We cannot accept bids by email.", [{"value": True}]),
    (uplift, "price_uplift", "Each April the price rises by the September CPI rate.", [{"value": True}]),
    (uplift, "price_uplift", "Fees may rise each year by no more than the increase in CPI.", [{"value": True}]),
    (rights, "ip_assignment", "You keep what you make.", [{"value": False}]),
    (
        rights,
        "ip_assignment",
        "All copyright in material created by the Provider in connection with the Service, including its background "
        "materials, shall vest in the Authority.",
        [{"value": True}],
    ),
    (
        liability,
        "liability_cap",
        "Each side's total liability in a year is limited to one year's price.",
        [{"multiple": 1}],
    ),
    (
        liability,
        "liability_unlimited",
        "The liability of the Provider in connection with the Contract shall be unlimited.",
        [{"value": True}],
    ),
    (
        termination,
        "termination_notice",
        "Either of us may end this contract with six months' notice.",
        [{"days": 180, "by": "either"}],
    ),
    (
        termination,
        "termination_notice",
        "You may bring the contract to an end with six months' notice; we may do so with three months' notice.",
        [{"days": 180, "by": "supplier"}, {"days": 90, "by": "buyer"}],
    ),
    (subcontracting, "subcontracting_terms", "The Supplier must not sub-contract without telling the Authority.", []),
    (tupe, "tupe", "We don't expect TUPE to apply.", [{"value": "not_applicable"}]),
    (tupe, "tupe", "Tenderers must price on the assumption that TUPE applies.", [{"value": "may_apply"}]),
    (
        references,
        "references_required",
        "Give us one or two examples of similar work, and someone we can phone.",
        [{"count": 1}],
    ),
    (turnover, "turnover_requirement", "The trust's turnover in 2025/26 was £412,000.", []),
    (
        turnover,
        "turnover_requirement",
        "We will not award a contract worth more than 25% of a company's annual turnover.",
        [{"multiple": 4}],
    ),
    (
        value,
        "contract_value",
        "The budget is £80,000 a year in all; each lot is between £10,000 and £20,000 a year.",
        [{"amount": 80000, "lot": None}, {"minimum": 10000, "maximum": 20000, "lot": "each"}],
    ),
    (value, "contract_value", "Sub-contracts over the value of £200,000 are advertised.", []),
    (
        timetable,
        "tender_deadline",
        "The tender opened on 25 January 2027 and closes at 1pm on 8 March 2027.",
        [{"value": datetime(2027, 3, 8, 13)}],
    ),
)


@pytest.mark.parametrize(("extractor", "kind", "sentence", "readings"), READINGS)
def test_reading(extractor: Any, kind: str, sentence: str, readings: list[dict[str, Any]]) -> None:
    found = facts_of(extractor.find, sentence, kind)
    assert len(found) == len(readings)
    for one, wanted in zip(found, readings, strict=True):
        assert {name: one.get(name) for name in wanted} == wanted


def test_a_thing_with_a_certificate_is_a_doubtful_reading() -> None:
    (found,) = facts_of(
        certificates.find, "The software must run on a platform certified to ISO 27001.", "certification_required"
    )
    assert found.confidence is Confidence.LOW


TABLE = """# Questionnaire

## Insurance

{before}

| Type of cover | Minimum |
|---|---|
| Public liability | £5,000,000 |
| Motor | As the law requires |

{after}
"""
HELD = (
    ("You must hold this insurance when you submit; enclose certificates with your tender.", "", True),
    ("Bidders have, or will obtain before the contract starts, the cover below.", "", False),
    ("The levels of cover are these.", "You need not have it now.", False),
    ("We need to see it before we sign the contract, not with your quotation.", "", False),
    ("The levels are these.", "", None),
)


@pytest.mark.parametrize(("before", "after", "held_first"), HELD)
def test_rows_inherit_from_the_words_around_the_table(before: str, after: str, held_first: bool | None) -> None:
    document = markdown.read(TABLE.format(before=before, after=after).encode(), "tender.md")
    found = [one for one in extract(Tender("tender", (document,))) if one.kind == "insurance"]
    assert [(one.get("type"), one.get("amount")) for one in found] == [("public_liability", 5_000_000), ("motor", None)]
    assert {one.get("required_before_award") for one in found} == {held_first}


def test_the_poorer_saying_becomes_a_place_of_the_richer() -> None:
    words = (
        "Public liability insurance of £5 million for each and every claim is required.",
        "Bidders must hold public liability insurance of £5,000,000.",
        "Public liability insurance of £2 million in the aggregate is required for volunteers.",
    )
    document = markdown.read("\n\n".join(words).encode(), "tender.md")
    found = [one for one in extract(Tender("tender", (document,))) if one.kind == "insurance"]
    assert [(one.get("amount"), one.get("basis"), len(one.places)) for one in found] == [
        (5_000_000, "per_claim", 2),
        (2_000_000, "aggregate", 1),
    ]
