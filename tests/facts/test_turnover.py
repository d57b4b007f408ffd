"""The least yearly income asked of a bidder."""

from __future__ import annotations

import pytest
from terms import facts_of, values_of

from procure_audit.facts.turnover import find

KIND = "turnover_requirement"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Bidders must have a minimum annual turnover of £750,000.", 750_000),
        ("A minimum yearly turnover of GBP 2 million is required in each of the last three years.", 2_000_000),
        ("Tenderers should have a turnover of at least £1.2m.", 1_200_000),
        ("A £500k minimum annual turnover applies.", 500_000),
        ("Applicants must show an annual income of no less than £90,000.", 90_000),
    ],
)
def test_amounts(text: str, amount: int) -> None:
    assert values_of(find, text, KIND, "amount") == [amount]


@pytest.mark.parametrize(
    ("text", "multiple"),
    [
        ("Turnover must be at least twice the annual contract value.", 2),
        ("Your turnover should be 1.5 times the estimated value of the contract.", 1.5),
        ("Bidders need a turnover of three times the contract value.", 3),
        ("Turnover must be at least 150% of the contract value.", 1.5),
        ("The annual contract value must not exceed 25% of your turnover.", 4),
        ("The contract price should be no more than 50 per cent of annual turnover.", 2),
        ("Annual turnover must be at least equal to the contract value.", 1),
    ],
)
def test_multiples(text: str, multiple: float) -> None:
    assert values_of(find, text, KIND, "multiple") == [multiple]


@pytest.mark.parametrize(
    "text",
    [
        "Please state your turnover for the last three years.",
        "There is no minimum turnover for this contract.",
        "A minimum turnover of £1m is not required.",
        "Organisations with a turnover of more than £36m must publish a modern slavery statement.",
        "An SME has fewer than 250 staff and a turnover not exceeding £44m.",
        "Staff turnover must be below 10% and cost less than £20,000.",
        "Bidders must hold insurance of £5m. Tell us your turnover.",
        "The contract is worth £2m.",
    ],
)
def test_not_demanded(text: str) -> None:
    assert facts_of(find, text, KIND) == []


def test_lot() -> None:
    assert values_of(find, "Lot 2: bidders must have a minimum turnover of £300,000.", KIND, "lot") == ["2"]
