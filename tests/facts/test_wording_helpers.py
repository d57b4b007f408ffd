"""How a passage says what it says."""

from __future__ import annotations

import pytest

from procure_audit.facts.wording import Party, asks_bidder, bearer, is_blank, is_definition, negated, softened


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("There is no minimum turnover here.", "turnover", True),
        ("A bond is not required.", "bond", True),
        ("We do not require a bond.", "bond", True),
        ("Bidders need not hold a licence.", "licence", True),
        ("Bond: not applicable", "Bond", True),
        ("Nothing starts now. A bond is required.", "bond", False),
        ("Hold a bond of not less than £5m.", "bond", False),
    ],
)
def test_negated(text: str, words: str, expected: bool) -> None:
    start = text.index(words)
    assert negated(text, start, start + len(words)) is expected


@pytest.mark.parametrize(
    "text", ["ISO 9001 or equivalent", "hold or will obtain cover", "where applicable", "may be asked"]
)
def test_softened(text: str) -> None:
    assert softened(text)


def test_a_plain_demand_is_not_softened() -> None:
    assert not softened("The Supplier must hold a licence.")


@pytest.mark.parametrize(
    "text", ["£____", "[X]", "£[ ]m", "[insert amount]", "(delete as appropriate)", "£xxxx", "cost: £"]
)
def test_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["£5m", "[10,000,000]", "a plain sentence"])
def test_filled(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize("text", ["“Fee” means the price.", "Liability cover: the insurance covering visitors."])
def test_definition(text: str) -> None:
    assert is_definition(text)


def test_means_of_transport_is_no_definition() -> None:
    assert not is_definition("The Supplier must hold means of transport.")


@pytest.mark.parametrize("text", ["Please state your turnover.", "Do you hold a licence?", "What is your fee"])
def test_asks(text: str) -> None:
    assert asks_bidder(text)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Council shall pay the Supplier.", Party.BUYER),
        ("The Supplier must pay its sub-contractors.", Party.SUPPLIER),
        ("Bidders must send two copies to the Council.", Party.BIDDER),
        ("Sub-contractors shall be paid in 30 days.", Party.SUBCONTRACTOR),
        ("It rains.", Party.UNKNOWN),
    ],
)
def test_bearer(text: str, party: Party) -> None:
    assert bearer(text) is party
