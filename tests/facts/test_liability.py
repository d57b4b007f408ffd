"""Caps, no caps, indemnities."""

from __future__ import annotations

import pytest
from terms import facts_of, values_of

from procure_audit.facts.liability import find
from procure_audit.model import Confidence

CAPS = (
    ("The Supplier's total liability under this Agreement shall not exceed £2 million.", {"amount": 2000000}),
    (
        "The Contractor's aggregate liability is limited to the greater of £500,000 and 125% of the Charges.",
        {"amount": 500000, "percent": 125},
    ),
    ("Each party's liability in each year is capped at 150% of the annual Contract Price.", {"percent": 150}),
    ("The liability of the Provider shall not exceed two times the total Charges.", {"multiple": 2}),
    ("The Supplier's liability shall be limited to the total Charges payable.", {"percent": 100}),
    ("Neither party will be liable for more than £1,000,000 in any year.", {"amount": 1000000}),
    ("In no event shall the Consultant's total liability exceed £250,000.", {"amount": 250000}),
)
NOT_CAPS = (
    "The Supplier shall hold public liability insurance of not less than £5 million.",
    "The Council's total liability to the Supplier shall not exceed £10,000.",
    "The Guarantor's liability is limited to £50,000.",
    "Is your liability limited to £1 million?",
    "Nothing in this Agreement limits liability for death or personal injury.",
    "A limit of indemnity of £2m applies and liability is capped at £2m under the policy.",
)
INDEMNITIES = (
    "The Supplier shall indemnify the Council against all losses howsoever arising.",
    "The Contractor indemnifies and shall keep the Authority fully indemnified against any and all claims.",
    "The Provider shall indemnify and hold harmless the Trust from and against all claims arising from its negligence.",
    "The Supplier does not limit its liability for any indemnity given under clause 9.",
)
NOT_INDEMNITIES = (
    "The Council shall indemnify the Supplier against all losses arising from its data.",
    "The Former Supplier shall indemnify the Buyer against all claims.",
    "Professional indemnity insurance of £1m must be held.",
    "The Supplier shall indemnify the Council against all losses up to a maximum of £1m.",
    "All claims that are indemnified must follow clause 26.",
)


@pytest.mark.parametrize(("sentence", "values"), CAPS)
def test_caps(sentence: str, values: dict[str, float]) -> None:
    (found,) = facts_of(find, sentence, "liability_cap")
    assert {name: found.get(name) for name in ("amount", "multiple", "percent") if found.get(name)} == values


@pytest.mark.parametrize("sentence", NOT_CAPS)
def test_what_caps_nothing_of_the_suppliers(sentence: str) -> None:
    assert facts_of(find, sentence, "liability_cap") == []


def test_a_blank_cap_is_asked_without_a_level() -> None:
    (found,) = facts_of(find, "The Supplier's liability shall not exceed £[insert amount].", "liability_cap")
    assert found.get("amount") is None
    assert found.confidence is Confidence.LOW


@pytest.mark.parametrize(
    "sentence",
    [
        "The Supplier's liability under this Contract shall be unlimited.",
        "There is no limit on the Contractor's liability.",
    ],
)
def test_unlimited_liability(sentence: str) -> None:
    assert values_of(find, sentence, "liability_unlimited") == [True]


def test_usual_exceptions_are_not_unlimited_liability() -> None:
    text = "The Supplier's liability for death or personal injury caused by its negligence shall be unlimited."
    assert facts_of(find, text, "liability_unlimited") == []


@pytest.mark.parametrize("sentence", INDEMNITIES)
def test_indemnities_without_limit(sentence: str) -> None:
    assert values_of(find, sentence, "indemnity_uncapped") == [True]


@pytest.mark.parametrize("sentence", NOT_INDEMNITIES)
def test_other_indemnities(sentence: str) -> None:
    assert facts_of(find, sentence, "indemnity_uncapped") == []


def test_a_cap_in_the_same_terms_makes_an_indemnity_doubtful() -> None:
    text = f"{CAPS[0][0]}\n\n{INDEMNITIES[0]}"
    assert [fact.confidence for fact in facts_of(find, text, "indemnity_uncapped")] == [Confidence.LOW]
