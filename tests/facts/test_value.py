"""What the contract is worth."""

from __future__ import annotations

import pytest
from terms import facts_of

from procure_audit.facts.value import find

KIND = "contract_value"


@pytest.mark.parametrize(
    ("text", "amount", "period"),
    [
        ("The estimated value of the contract is £250,000.", 250_000, "total"),
        ("The estimated cost of this contract is about £15,000 per year.", 15_000, "per_year"),
        ("The annual budget for the service is £80k.", 80_000, "per_year"),
        ("The maximum contract value is £1.5m.", 1_500_000, "maximum_total"),
        ("The total contract value including extensions is £600,000.", 600_000, "total_including_extensions"),
        ("Contract value: 3,000,000", 3_000_000, "total"),
        ("Lowest contract value: £40,000", 40_000, "minimum_total"),
    ],
)
def test_a_value(text: str, amount: float, period: str) -> None:
    [found] = facts_of(find, text, KIND)
    assert (found.get("amount"), found.get("period")) == (amount, period)


def test_a_range_has_a_minimum_and_a_maximum() -> None:
    [found] = facts_of(find, "The estimated value of the contract is between £1m and £2m, excluding VAT.", KIND)
    assert (found.get("minimum"), found.get("maximum"), found.get("vat")) == (1_000_000, 2_000_000, "excluded")


def test_the_value_of_a_lot() -> None:
    [found] = facts_of(find, "Lot 2 has an estimated contract value of £90,000.", KIND)
    assert found.get("lot") == "2"


@pytest.mark.parametrize(
    "text",
    [
        "Public liability insurance of £5m is required for the contract value.",
        "Bidders need a yearly turnover of £500,000.",
        "Organisations with a turnover over £36m must publish a slavery statement.",
        "Contracts valued over £50,000 must have community benefits.",
        "State the value of each similar contract, for example £100,000.",
        "Please state your total price: £____",
        "An invoice of up to £1,000 may be paid by card.",
        "The market for these services is worth £700m a year.",
    ],
)
def test_other_money_is_no_value(text: str) -> None:
    assert facts_of(find, text, KIND) == []
