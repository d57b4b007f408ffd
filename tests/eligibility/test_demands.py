"""Each kind of demand against a bidder: met, still to get, unsure, or blocked."""

from __future__ import annotations

from typing import Any

import pytest
from bidders import asks, bidder, weigh

from procure_audit.model import Accounts, Fact, Role
from procure_audit.rules.pack import load_pack

RULES = {rule.id for rule in load_pack(["uk"]).rules}
TURNOVER = "turnover_requirement"
COVER = "insurance"
CERTIFICATE = "certification_required"


def cover(kind: str, amount: int | None, early: bool | None = None, **more: Any) -> Fact:
    return asks(COVER, type=kind, amount=amount, currency="GBP", required_before_award=early, **more)


def certificate(*names: str, **more: Any) -> Fact:
    return asks(CERTIFICATE, value=names, alternatives=(), **more)


@pytest.mark.parametrize(
    ("fact", "verdict"),
    [
        (asks(TURNOVER, amount=250_000, currency="GBP"), "met"),
        (asks(TURNOVER, amount=250_001, currency="GBP"), "blocked"),
        (asks(TURNOVER, amount=250_001, currency="GBP", sure="low"), "unsure"),
        (asks(TURNOVER, amount=900_000, currency="EUR"), "unsure"),
        (asks(TURNOVER, amount=None, multiple=None), "unsure"),
        (asks(TURNOVER, multiple=2.0), "met"),
        (asks(TURNOVER, multiple=3.0), "blocked"),
        (asks(TURNOVER, multiple=3.0, period="total"), "blocked"),
        (asks("audited_accounts_required", value=True, alternatives=()), "blocked"),
        (asks("audited_accounts_required", value=True, alternatives=("equivalent",), sure="medium"), "unsure"),
        (asks("audited_accounts_required", value=True, alternatives=(), sure="medium"), "unsure"),
        (asks("accounts_years_required", value=3), "met"),
        (asks("accounts_years_required", value=4), "unsure"),
        (asks("years_trading_required", value=3), "met"),
        (asks("years_trading_required", value=5), "blocked"),
        (asks("years_trading_required", value=5, sure="medium"), "unsure"),
        (asks("reserves_required", amount=60_000, currency="GBP"), "met"),
        (asks("reserves_required", amount=60_001, currency="GBP"), "blocked"),
        (asks("reserves_required", months=2), "met"),
        (asks("reserves_required", months=6), "blocked"),
        (asks("reserves_required"), "unsure"),
        (asks("references_required", count=2), "met"),
        (asks("references_required", count=3), "unsure"),
        (asks("references_required", count=3, at_most=True), "met"),
        (asks("references_required", count=None, sure="medium"), "met"),
        (cover("public_liability", 5_000_000, early=True), "met"),
        (cover("public_liability", 10_000_000, early=True), "blocked"),
        (cover("public_liability", 10_000_000, early=True, sure="low"), "unsure"),
        (cover("public_liability", 10_000_000, early=False), "to_qualify"),
        (cover("public_liability", 10_000_000), "to_qualify"),
        (cover("public_liability", None, early=True), "met"),
        (cover("cyber", None), "to_qualify"),
        (cover("cyber", None, early=True), "unsure"),
        (asks(COVER, type="public_liability", amount=5_000, currency="USD", required_before_award=True), "unsure"),
        (cover("professional_indemnity", 250_000, early=True), "blocked"),
        (cover("employers_liability", 10_000_000, early=True), "met"),
        (cover("employers_liability", 20_000_000, early=True), "to_qualify"),
        (cover("employers_liability", None, early=True), "met"),
        (cover("motor", 5_000_000, early=True), "to_qualify"),
        (certificate("Cyber Essentials Plus"), "met"),
        (certificate("Cyber Essentials"), "met"),
        (certificate("ISO 9001"), "blocked"),
        (certificate("ISO 9001", or_equivalent=True), "unsure"),
        (certificate("ISO 9001", role=Role.CONTRACT_TERMS), "to_qualify"),
        (certificate("ISO 9001", role=Role.SPECIFICATION), "to_qualify"),
        (certificate("CQC registration"), "to_qualify"),
        (asks("parent_company_guarantee", value=True), "blocked"),
        (asks("parent_company_guarantee", value=True, sure="medium"), "unsure"),
        (asks("parent_company_guarantee", value=True, role=Role.CONTRACT_TERMS), "unsure"),
        (asks("parent_company_guarantee", value=True, quote="the council may require a guarantee"), "unsure"),
        (asks("performance_bond", value=True, percent=10.0), "to_qualify"),
        (asks("performance_bond", value=True, percent=20.0), "blocked"),
        (asks("performance_bond", value=True, amount=60_001, currency="GBP"), "blocked"),
        (asks("performance_bond", value=True), "unsure"),
        (asks("payment_timing", value="quarterly_in_arrears"), "met"),
        (asks("payment_timing", value="annually_in_arrears"), "to_qualify"),
    ],
)
def test_a_demand_is_weighed(fact: Fact, verdict: str) -> None:
    told = weigh(fact, yearly=100_000, total=400_000)
    assert [str(one.verdict) for one in told.weighed] == [verdict]
    assert told.weighed[0].asks and told.weighed[0].has
    assert bool(told.weighed[0].remark) == (verdict != "met")
    assert told.weighed[0].places == fact.places
    assert told.weighed[0].id in RULES


@pytest.mark.parametrize(
    "fact",
    [
        asks("audited_accounts_required", value=False, alternatives=()),
        asks("parent_company_guarantee", value=False),
        asks("performance_bond", value=False),
        certificate(),
        asks("payment_timing", value="quarterly_in_advance"),
        asks("consortia_allowed", value=True),
    ],
)
def test_what_is_not_asked_is_not_weighed(fact: Fact) -> None:
    assert weigh(fact, yearly=100_000).weighed == ()


def test_a_multiple_of_a_value_that_is_not_known_is_unsure() -> None:
    assert weigh(asks(TURNOVER, multiple=2.0)).can_bid.name == "UNSURE"


def test_each_certificate_is_a_demand_of_its_own() -> None:
    told = weigh(certificate("ISO 9001", "Cyber Essentials", "SSIP"), by=bidder(certificates=("CHAS",)))
    assert {one.about: str(one.verdict) for one in told.weighed} == {
        "ISO 9001": "blocked",
        "Cyber Essentials": "blocked",
        "SSIP": "met",
    }


def test_who_employs_nobody_needs_no_employers_liability_where_the_words_say_so() -> None:
    volunteers = bidder(staff=0, insurance=())
    conditional = cover("employers_liability", 5_000_000, quote="£5 million, only if you employ anyone")
    assert str(weigh(conditional, by=volunteers).weighed[0].verdict) == "met"
    assert str(weigh(cover("employers_liability", 5_000_000), by=volunteers).weighed[0].verdict) == "to_qualify"


@pytest.mark.parametrize(
    "quote",
    [
        "If you have a parent company, it must guarantee the work.",
        "A bidder that is a subsidiary brings a guarantee of its parent company.",
        "You bring a guarantee from your holding company, if you have one.",
        "Those who rely on the money of their parent company bring a guarantee.",
    ],
)
def test_a_guarantee_of_those_who_have_a_parent_is_asked_of_no_other(quote: str) -> None:
    told = weigh(asks("parent_company_guarantee", value=True, quote=quote))
    assert str(told.can_bid) == "yes" and "parent" in told.weighed[0].remark


def test_audited_accounts_and_a_parent_and_a_bank_meet_what_asks_for_them() -> None:
    able = bidder(accounts=Accounts.AUDITED, parent_guarantee=True, bond=True)
    told = weigh(
        asks("audited_accounts_required", value=True, alternatives=()),
        asks("parent_company_guarantee", value=True),
        asks("performance_bond", value=True),
        by=able,
    )
    assert told.met == 3 and str(told.can_bid) == "yes"


def test_cover_of_no_named_kind_and_no_level_is_nothing_to_get() -> None:
    assert weigh(cover("other", None, sure="low")).weighed == ()
    assert [one.asks for one in weigh(cover("other", 1_000_000)).weighed] == ["another kind of cover of £1 million"]
