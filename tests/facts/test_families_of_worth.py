"""Ways to say what a contract is worth, and sums that are something else."""

from __future__ import annotations

import pytest
from families import read

CASES: tuple[tuple[str, object, str], ...] = (
    ("contract_value", 120000, "The fee must not be more than £120,000 including VAT and all travel."),
    ("contract_value", 120000, "The Council has set aside about £120,000 a year for this work."),
    ("contract_value", 120000, "The annual budget is £120,000."),
    ("contract_value", 120000, "We have a budget of £120,000."),
    ("contract_value", 120000, "We can pay up to £120,000 for this work."),
    ("contract_value", 120000, "The total funding available is £120,000."),
    ("contract_value", 120000, "There is £120,000 for this project."),
    ("contract_value", 120000, "The contract is worth £120,000 a year."),
    ("contract_value", 120000, "The contract value is estimated at £120,000."),
    ("contract_value", 120000, "The value of the contract is expected to be in the region of £120,000."),
    ("contract_value", 120000, "A sum of £120,000 is available for the whole project."),
    ("contract_value", 120000, "A maximum of £120,000 is available."),
    ("contract_value", 120000, "Bids above £120,000 will be rejected."),
    ("contract_value", 120000, "Tenders over £120,000 will not be considered."),
    ("contract_value", 120000, "The price must not exceed £120,000."),
    ("contract_value", 120000, "We expect to spend about £120,000."),
    ("contract_value", 120000, "The Trust will spend no more than £120,000."),
    ("contract_value", 120000, "# Budget\n\n£120,000 including VAT."),
    ("contract_value", 120000, "# What is the contract worth?\n\n£120,000 a year for the whole partnership."),
    ("contract_value", 120000, "**Q1. What is the contract worth?**\n\nA. £120,000 a year for the whole partnership."),
    ("contract_value", 120000, "Funding: £120,000 per year"),
    ("contract_value", 120000, "Estimated value: £120,000 excluding VAT"),
    ("contract_value", 120000, "| Value | £120,000 |\n| --- | --- |\n| Term | 3 years |"),
    ("contract_value", 120000, "The overall contract price is capped at £120,000."),
    ("contract_value", 120000, "The ceiling is £120,000."),
    ("contract_value", 120000, "The contract price shall not be greater than £120,000."),
    ("contract_value", 120000, "The grant is £120,000 a year."),
    ("contract_value", 120000, "The cost of the service should not go over £120,000 per annum."),
    ("contract_value", 120000, "| Lot | What we will spend each year |\n| --- | --- |\n| Lot A | £120,000 |\n"),
    ("contract_value", 120000, "| Lot | Annual value |\n| --- | --- |\n| 1 North | £120,000 |\n"),
    ("contract_value", 120000, "- Lot 1 (North): about £120,000 a year\n"),
    ("contract_value", 120000, "Lot 1, North, is worth around £120,000 a year."),
    (
        "contract_value",
        120000,
        "The service costs the Council £120,000 a year at present and the same sum is available.",
    ),
    ("contract_value", None, "Bidders must have public liability insurance of £120,000."),
    (
        "contract_value",
        None,
        "With support from the National Lottery Heritage Fund (grant of £120,000) we are running a project.",
    ),
    (
        "contract_value",
        None,
        "For example, an organisation with an income of £120,000 would usually not be given more.",
    ),
    ("contract_value", None, "The threshold for these services is £663,540 including VAT."),
    ("contract_value", None, "The Council insures its shed for £120,000."),
    ("contract_value", None, "Damages are limited to £120,000."),
    ("contract_value", None, "The Trust has an income of £120,000 a year."),
    ("contract_value", None, "A fine of £120,000 may be imposed."),
    ("contract_value", None, "Contracts worth over £120,000 must be advertised."),
)


@pytest.mark.parametrize(("kind", "value", "text"), CASES)
def test_one_sentence_states_it(kind: str, value: object, text: str) -> None:
    assert read(text, kind) == ([] if value is None else [value])


def test_a_sentence_of_many_sums_is_a_list_of_prices() -> None:
    assert read("The budget is " + "£5,000 and " * 10_000, "contract_value") == []
