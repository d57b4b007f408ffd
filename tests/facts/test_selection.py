"""Accounts, references, certificates, guarantees and joint bids."""

from __future__ import annotations

import time

import pytest
from terms import facts_of, values_of

from procure_audit.facts import accounts, certificates, consortia, guarantees, references
from procure_audit.facts.counts import count, years_back


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Please provide your last three years' accounts.", [3]),
        ("Bidders must submit accounts for the last two financial years.", [2]),
        ("Send us your two most recent sets of accounts.", [2]),
        ("The Supplier shall keep accounts for 6 years after the contract ends.", []),
        ("Two years of accounts are not required.", []),
    ],
)
def test_years_of_accounts(text: str, years: list[int]) -> None:
    assert values_of(accounts.find, text, "accounts_years_required") == years


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bidders must provide two years' audited accounts.", [True]),
        ("Provide accounts, audited where required by law.", [False]),
        ("Provide your accounts; they need not be audited accounts.", [False]),
        ("A review of audited accounts may follow.", []),
    ],
)
def test_audited(text: str, value: list[bool]) -> None:
    assert values_of(accounts.find, text, "audited_accounts_required") == value


@pytest.mark.parametrize(
    ("lead", "sure"),
    [("Send us a copy of these, as appropriate.", "medium"), ("Send us a copy of all of these.", "high")],
)
def test_audited_accounts_that_only_some_can_send_are_less_sure(lead: str, sure: str) -> None:
    found = facts_of(accounts.find, f"{lead}\n\nLast two years' audited accounts.", "audited_accounts_required")
    assert [str(fact.confidence) for fact in found] == [sure]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Please provide two references from similar contracts in the last five years.", [(2, 5)]),
        ("Bidders must give a minimum of 3 examples of similar work.", [(3, None)]),
        ("Give the names of two referees.", [(2, None)]),
        ("Please provide relevant examples of similar services carried out during the last three years.", [(None, 3)]),
        ("The Supplier shall provide two reports to the Board.", []),
        ("Staff must give two employment references to the contractor.", []),
        ("The Council may award two contracts under this framework.", []),
        (
            "(a) three similar completed services are required; or\n\n(b) two similar completed services are required.",
            [(3, None)],
        ),
    ],
)
def test_references(text: str, found: list[tuple[int | None, int | None]]) -> None:
    facts = facts_of(references.find, text, "references_required")
    assert [(fact.get("count"), fact.get("years")) for fact in facts] == found


@pytest.mark.parametrize(
    ("text", "value", "alternatives"),
    [
        ("Bidders must be certified to ISO 9001:2015.", ("ISO 9001",), ()),
        ("You must hold ISO14001/18001 certification.", ("ISO 14001", "OHSAS 18001"), ()),
        ("Cyber Essentials Plus certification is required.", ("Cyber Essentials Plus",), ()),
        ("Bidders must hold ISO 27001 or have a documented security policy.", (), ("ISO 27001",)),
        ("Do you hold ISO 9001 certification?", (), ("ISO 9001",)),
    ],
)
def test_certificates(text: str, value: tuple[str, ...], alternatives: tuple[str, ...]) -> None:
    (fact,) = facts_of(certificates.find, text, "certification_required")
    assert (fact.get("value"), fact.get("alternatives")) == (value, alternatives)


@pytest.mark.parametrize(
    "text",
    [
        "The Supplier shall work in accordance with ISO 45001.",
        "Bidders need not hold ISO 9001.",
        "BS 5839 applies to all fire alarms and must be followed.",
        "The plan must follow the principles of ISO 18001.",
        "The laboratory is accredited to ISO 17043: Conformity assessment - General requirements for tests.",
    ],
)
def test_standards_of_work_are_no_certificates(text: str) -> None:
    assert facts_of(certificates.find, text, "certification_required") == []


def test_what_may_be_replaced_elsewhere_is_not_required() -> None:
    text = "Bidders must hold ISO 9001 certification.\n\nIf you do not hold ISO 9001 certificates, send a policy."
    assert {fact.get("value") for fact in facts_of(certificates.find, text, "certification_required")} == {()}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("The bidder must obtain a parent company guarantee.", "parent_company_guarantee", [True]),
        ("A parent company guarantee is not required.", "parent_company_guarantee", [False]),
        ("Would your parent company guarantee be available?", "parent_company_guarantee", []),
        ("The Supplier shall provide a performance bond of 10%.", "performance_bond", [True]),
        ("We do not require a performance bond.", "performance_bond", [False]),
        ("Prices are guaranteed for a year.", "performance_bond", []),
    ],
)
def test_security(text: str, kind: str, value: list[bool]) -> None:
    assert values_of(guarantees.find, text, kind) == value


def test_size_of_a_bond() -> None:
    (fact,) = facts_of(
        guarantees.find, "The Supplier must give a performance bond of 10% (£50,000).", "performance_bond"
    )
    assert (fact.get("percent"), fact.get("amount"), fact.get("currency")) == (10, 50_000, "GBP")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The contract is suitable for consortia.", [True]),
        ("If you are bidding as part of a consortium, name the lead.", [True]),
        ("Consortium bids will not be accepted.", [False]),
        ("Bidders must not disclose prices to anyone other than a consortium member.", []),
        ("“Consortium” means two or more bodies that bid together.", []),
    ],
)
def test_joint_bids(text: str, value: list[bool]) -> None:
    assert values_of(consortia.find, text, "consortia_allowed") == value


@pytest.mark.parametrize(("words", "number"), [("3", 3), ("three", 3), ("two (2)", 2), ("Ten", 10)])
def test_counts(words: str, number: int) -> None:
    assert count(words) == number


def test_years_back() -> None:
    assert years_back("in the last 3 financial years") == 3
    assert years_back("for 3 years") is None


@pytest.mark.parametrize(
    "words", ["ISO 9001, ", "accounts for the 3 years ", "provide 3 similar contracts ", "if bid consortium "]
)
def test_a_long_sentence_costs_no_more_than_its_length(words: str) -> None:
    text = words * (60_000 // len(words))
    start = time.perf_counter()
    for extractor in (accounts, certificates, consortia, guarantees, references):
        facts_of(extractor.find, text, "tupe")
    assert time.perf_counter() - start < 10
