"""From demands to an answer: what is said twice, lots, partners, doubts, and cited figures."""

from __future__ import annotations

import pytest
from bidders import FIGURES, asks, bidder, place, weigh

from procure_audit.eligibility.shares import share_below
from procure_audit.model import Fact, Figures, Metric

TURNOVER = "turnover_requirement"


def income(amount: int, lot: str | None = None, **more: str) -> Fact:
    return asks(TURNOVER, amount=amount, currency="GBP", lot=lot, quote=f"at least £{amount}", **more)


def test_a_tender_that_asks_nothing_at_all_gets_no_plain_yes() -> None:
    told = weigh()
    assert str(told.can_bid) == "unsure" and "another document" in told.doubts[0]


def test_what_is_said_not_to_be_asked_shuts_nobody_out() -> None:
    assert str(weigh(asks("audited_accounts_required", value=False, alternatives=())).can_bid) == "yes"


def test_what_can_be_got_shuts_nobody_out() -> None:
    told = weigh(asks("insurance", type="public_liability", amount=10_000_000, currency="GBP"))
    assert str(told.can_bid) == "yes" and [one.id for one in told.to_qualify] == ["public-liability-level"]


def test_the_worst_comes_first() -> None:
    told = weigh(asks("references_required", count=1), asks("accounts_years_required", value=9), income(900_000))
    assert [str(one.verdict) for one in told.weighed] == ["blocked", "unsure", "met"]


def test_documents_that_disagree_block_nobody_who_meets_the_easier() -> None:
    told = weigh(income(900_000), income(200_000))
    assert str(told.can_bid) == "unsure"
    assert "disagree" in told.weighed[0].remark
    assert [one.quote for one in told.weighed[0].places] == ["at least £900000", "at least £200000"]
    assert str(weigh(income(900_000), income(300_000)).can_bid) == "no"


@pytest.mark.parametrize(
    ("facts", "count", "answer"),
    [
        ([income(900_000, "1")], 2, "yes"),
        ([income(900_000, "1"), income(100_000, "2")], 2, "yes"),
        ([income(900_000, "1"), income(900_000, "2")], 2, "no"),
        ([income(900_000, "1"), income(900_000, "2", sure="low")], 2, "unsure"),
        ([income(900_000, "1")], None, "unsure"),
        ([income(900_000, "each")], 2, "no"),
        ([income(900_000), income(100_000, "1")], 2, "no"),
    ],
)
def test_a_demand_of_one_lot_blocks_that_lot_alone(facts: list[Fact], count: int | None, answer: str) -> None:
    stated = [asks("lots", count=count)] if count else []
    assert str(weigh(*facts, *stated).can_bid) == answer


@pytest.mark.parametrize(
    ("quote", "lots"),
    [
        ("Bidders for Lots 1 and 2 must hold ISO 9001.", ["1", "2"]),
        ("For lots 1 to 3 a bidder must hold ISO 9001.", ["1", "2", "3"]),
        ("Lots 2a, 2b and 3: ISO 9001", ["2A", "2B", "3"]),
        ("Bidders must hold ISO 9001, and may bid for any number of lots.", [None]),
        ("Whoever wins Lot 2 must hold ISO 9001.", [None]),
        ("Bidders must hold ISO 9001.", [None]),
    ],
)
def test_a_demand_that_its_words_limit_to_lots_is_one_of_those_lots(quote: str, lots: list[str | None]) -> None:
    told = weigh(asks("certification_required", value=("ISO 9001",), alternatives=(), quote=quote))
    assert [one.lot for one in told.weighed] == lots


def test_the_answer_is_told_lot_by_lot() -> None:
    told = weigh(income(900_000, "1"), income(100_000, "2"), asks("lots", count=2))
    assert [(lot, str(answer)) for lot, answer in told.lots] == [("1", "no"), ("2", "yes")]


@pytest.mark.parametrize(("at", "answer"), [(900, "unsure"), (9_000, "no")])
def test_a_demand_on_money_that_other_proof_nearby_may_meet_blocks_nobody(at: int, answer: str) -> None:
    other = asks("financial_alternatives", value=("bank letter",), at=at, sure="medium")
    told = weigh(income(900_000), asks("audited_accounts_required", value=True, alternatives=()), other)
    assert str(told.can_bid) == answer
    assert (answer == "unsure") == all("bank letter" in one.remark for one in told.weighed)
    assert str(weigh(asks("parent_company_guarantee", value=True), other).can_bid) == "no"


def test_other_accounts_stand_for_no_income() -> None:
    other = asks("financial_alternatives", value=("examined accounts",), sure="medium")
    assert str(weigh(income(900_000), other).can_bid) == "no"


@pytest.mark.parametrize(("joint", "helped"), [(True, True), (False, False), (None, False)])
def test_partners_may_meet_a_turnover_where_joint_bids_are_welcome(joint: bool | None, helped: bool) -> None:
    said = [] if joint is None else [asks("consortia_allowed", value=joint, sure="medium")]
    told = weigh(income(900_000), *said)
    assert (str(told.can_bid), told.with_partners) == ("no", helped)
    assert "joint" in told.weighed[0].remark or "together" in told.weighed[0].remark
    both = weigh(income(900_000), asks("parent_company_guarantee", value=True), *said)
    assert not both.with_partners


def test_what_could_not_be_read_leaves_no_plain_yes() -> None:
    assert str(weigh(income(1), doubts=("a page could not be read",)).can_bid) == "unsure"
    assert str(weigh(income(900_000), doubts=("a page could not be read",)).can_bid) == "no"


def test_policies_to_send_can_be_written() -> None:
    wanted = Metric("attachments", 3, (place(), place(), place()), ("health safety policy", "gift policy", "policy"))
    told = weigh(attachments=wanted)
    assert {one.about: str(one.verdict) for one in told.weighed} == {
        "health safety policy": "met",
        "gift policy": "to_qualify",
    }


@pytest.mark.parametrize(
    ("least", "says"),
    [
        (99_999, None),
        (100_000, "About 50% of bodies have less than that"),
        (316_228, "About 70% of bodies have less than that"),
        (1_000_000, "About 90% of bodies have less than that"),
        (5_000_000, "More than 90% of bodies have less than that"),
    ],
)
def test_shares_come_from_cited_points_and_go_no_further(least: float, says: str | None) -> None:
    told = share_below(least, FIGURES)
    assert (told and told.says) == says


def test_without_figures_no_share_is_told() -> None:
    assert share_below(500_000, Figures()) is None


def test_a_cost_is_told_only_where_a_source_has_it() -> None:
    volunteers = bidder(staff=0, insurance=())
    wanted = asks("insurance", type="public_liability", amount=5_000_000, currency="GBP")
    assert weigh(wanted, by=volunteers).weighed[0].cost == FIGURES.covers[0].cited
    assert weigh(wanted, by=bidder(insurance=())).weighed[0].cost is None
