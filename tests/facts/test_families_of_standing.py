"""Ways to ask for income and accounts, and what is no such demand."""

from __future__ import annotations

import pytest
from families import read

CASES: tuple[tuple[str, object, str], ...] = (
    (
        "turnover_requirement",
        250000,
        "Bidders should have had an annual income of £250,000 or more in their last financial year.",
    ),
    ("turnover_requirement", 250000, "Your turnover must be at least £250,000."),
    ("turnover_requirement", 250000, "We expect a yearly turnover of £250,000 or more."),
    ("turnover_requirement", 250000, "A minimum turnover of £250,000 is required."),
    ("turnover_requirement", 250000, "Organisations with an income below £250,000 need not apply."),
    ("turnover_requirement", 250000, "Bidders whose turnover is less than £250,000 will be excluded."),
    ("turnover_requirement", 250000, "Bidders whose annual turnover is under £250,000 will not be considered."),
    ("turnover_requirement", 250000, "Annual income of at least £250,000 in each of the last two years is needed."),
    ("turnover_requirement", 250000, "| Minimum turnover | £250,000 |\n| --- | --- |\n| Accounts | 2 years |"),
    ("turnover_requirement", 250000, "Bidders must show income of no less than £250,000 a year."),
    ("turnover_requirement", 250000, "The bidder must have generated revenue of £250,000 in its last year."),
    ("turnover_requirement", 250000, "The average turnover over three years must exceed £250,000."),
    ("turnover_requirement", None, "There is no minimum turnover."),
    ("turnover_requirement", None, "We have not set a figure for turnover."),
    ("turnover_requirement", None, "Charities with an income over £1,000,000 must have audited accounts by law."),
    ("turnover_requirement", None, "The Trust has an income of £250,000 a year."),
    (
        "turnover_requirement",
        None,
        "For example, an organisation with an income of £120,000 would usually not be given more than £60,000 a year.",
    ),
    (
        "turnover_requirement",
        None,
        "**Q16. Is there a turnover test of 1.5 times the contract value, as there was in 2021?**\n\nA. There is none.",
    ),
    (
        "turnover_requirement",
        None,
        "Small organisations (turnover below £250,000) need send only one year of accounts.",
    ),
    ("turnover_requirement", 2, "Your turnover must be twice the annual contract value."),
    ("turnover_requirement", 2, "Turnover must be at least two times the value of the contract."),
    ("turnover_requirement", 2, "We would not award a contract worth more than half of your annual turnover."),
    ("turnover_requirement", 2, "The contract must not be more than 50% of your turnover."),
    ("turnover_requirement", 2, "We look for income of at least double the yearly value of the contract."),
    ("turnover_requirement", 2, "Turnover should be 200% of the annual value."),
    ("accounts_years_required", 2, "The Council will look at the two most recent years of accounts."),
    ("accounts_years_required", 2, "Financial standing will be judged on the last 2 years' accounts."),
    ("accounts_years_required", 2, "Send us your last two sets of accounts."),
    ("accounts_years_required", 2, "Please provide accounts for the past two years."),
    ("accounts_years_required", 2, "Two years of accounts are required."),
    (
        "accounts_years_required",
        2,
        "Copies of your accounts for the two most recent financial years should be enclosed.",
    ),
    ("accounts_years_required", 2, "Enclose your annual accounts (last two years)."),
    ("accounts_years_required", 2, "We need your two latest annual accounts."),
    ("accounts_years_required", 2, "Accounts for 2 years must be uploaded."),
    ("accounts_years_required", 2, "We will ask to see your accounts for the last two years."),
    ("accounts_years_required", 1, "We will look at your last set of accounts to see that you can meet your bills."),
    ("accounts_years_required", 1, "Please send your most recent accounts."),
    ("accounts_years_required", 1, "Please attach a copy of your latest annual accounts."),
    ("accounts_years_required", 1, "Bidders must enclose their last audited accounts."),
    ("accounts_years_required", 1, "One year's accounts will do."),
    ("accounts_years_required", None, "Net assets must be £50,000 at the date of the last audited balance sheet."),
    ("audited_accounts_required", False, "Charities may send independently examined accounts; an audit is not needed."),
    ("audited_accounts_required", False, "Accounts need not be audited."),
    ("audited_accounts_required", False, "The accounts do not have to be audited."),
    ("audited_accounts_required", False, "You should send the last 2 years' accounts; they need not be audited."),
    ("audited_accounts_required", False, "We accept unaudited accounts."),
    ("audited_accounts_required", False, "Management accounts will do where there is no audit."),
    ("audited_accounts_required", True, "Audited accounts for the last two years must be submitted."),
    ("audited_accounts_required", True, "Please provide audited accounts."),
    ("audited_accounts_required", True, "Bidders must provide their last two years of audited financial statements."),
)


@pytest.mark.parametrize(("kind", "value", "text"), CASES)
def test_one_sentence_states_it(kind: str, value: object, text: str) -> None:
    assert read(text, kind) == ([] if value is None else [value])
