"""Numbers worked out of what a bidder must hold and bear."""

from __future__ import annotations

from datetime import date

import pytest

from procure_audit.model import Confidence, Evidence, Fact, Role, Setting, Span, Tender, fact
from procure_audit.readers.text import read
from procure_audit.rules import case_of
from procure_audit.rules.checks.level import Level
from procure_audit.rules.measures.demands import PAID
from procure_audit.rules.pack import load_pack
from procure_audit.rules.reading import Lack, Look, Observation

PACK = load_pack(["uk"])
SETTING = Setting("england", "unknown", "unknown", date(2026, 6, 1), "test")


def look(measure: str, *facts: Fact) -> Look:
    return case_of(PACK, Tender("t", ()), facts, (), SETTING).look(measure)


def value(measure: str, *facts: Fact) -> float | None:
    seen = look(measure, *facts)
    return None if isinstance(seen, Lack) else seen.value


def cover(kind: str, amount: int | None = 1_000_000, confidence: Confidence = Confidence.HIGH) -> Fact:
    return fact("insurance", type=kind, amount=amount, currency="GBP", confidence=confidence)


def test_kinds_of_cover_that_charities_hold_anyway_are_no_extras() -> None:
    usual = [cover(kind) for kind in ("public_liability", "employers_liability", "product_liability", "motor")]
    assert value("insurance.extra_kinds", *usual, cover("professional_indemnity")) is None
    assert value("insurance.extra_kinds", *usual, cover("cyber"), cover("cyber", 2_000_000), cover("other")) == 2


def test_a_kind_that_is_only_hinted_at_is_no_extra() -> None:
    assert value("insurance.extra_kinds", cover("other", None, Confidence.LOW)) is None
    assert value("insurance.extra_kinds", cover("cyber", None)) == 1


def test_certificates_are_counted_by_name() -> None:
    asked = fact("certification_required", value=("ISO 9001", "CQC registration"), or_equivalent=None)
    again = fact("certification_required", value=("ISO 9001", "Cyber Essentials"), or_equivalent=None)
    other = fact("certification_required", value=("ISO 14001",), or_equivalent=True)
    assert value("certificates.paid", asked, again, other) == 2
    assert value("certificates.paid", other) is None


def test_paid_certificates_are_those_of_the_rule() -> None:
    """The rule's band counts by the measure, so both must mean the same certificates."""
    check = PACK.rule("certification-costly").signs[0].check
    assert set(check.where["value"]) == set(PAID)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("said", "known"), [("applies", True), ("may_apply", True), ("not_applicable", False)])
def test_a_transfer_of_staff_is_known_where_it_is_likely(said: str, known: bool) -> None:
    assert (value("staff_transfer", fact("tupe", value=said)) == 1) is known


def test_results_pay_is_known_where_pay_hangs_on_results() -> None:
    assert value("results_pay", fact("payment_by_results", value=True)) == 1
    assert value("results_pay", fact("payment_by_results", value=False)) is None


def test_a_tender_is_dated_by_issue_or_deadline() -> None:
    day = date(2026, 3, 2)
    assert value("is_dated", fact("publication_or_issue_date", value=day)) == 1
    assert value("is_dated", fact("tender_deadline", value=day)) == 1
    assert value("is_dated") is None


def test_an_undivided_contract_has_no_lot_that_could_be_too_large() -> None:
    seen = look("lots.smallest_annual_value", fact("lots", count=0))
    assert isinstance(seen, Lack)
    assert (seen.clear, seen.reason) == (True, "the contract is not divided into lots")
    assert look("lots.smallest_annual_value") == seen


def test_lots_without_values_are_a_gap() -> None:
    seen = look("lots.smallest_annual_value", fact("lots", count=4))
    assert isinstance(seen, Lack)
    assert (seen.clear, seen.reason) == (False, "no value of a lot found")


def said(kind: str, quote: str, path: str | None = None, **values: object) -> Fact:
    """A fact of *kind* that stands in the words *quote*."""
    return fact(kind, Evidence("itt.pdf", quote, Span(0, len(quote)), path=path), **values)  # type: ignore[arg-type]


def test_where_lots_weigh_price_differently_the_kindest_lot_is_taken() -> None:
    lots = (
        said("quality_price_weights", "Lot 1: quality 60%, price 40%", value="60/40"),
        said("quality_price_weights", "Lot 2: price 100%", value="0/100"),
    )
    assert value("price_weight", *lots) == 40
    fields = [
        said("quality_price_weights", "Quality: 30", path=f"tender.lots[{n}].awardCriteria", value=v)
        for n, v in enumerate(("30/70", "80/20"))
    ]
    assert value("price_weight", *fields) == 20


def test_the_end_of_a_framework_counts_only_where_no_other_contract_is_spoken_of() -> None:
    words = "CCS may terminate the Framework Contract by giving 30 days' notice"
    framework = said("termination_notice", words, days=30, by="buyer")
    call_off = said("termination_notice", "The Buyer may end the contract with 90 days' notice", days=90, by="buyer")
    assert value("termination_notice.buyer_days", framework, call_off) == 90
    assert value("termination_notice.buyer_days", framework) == 30


@pytest.mark.parametrize(("role", "seen"), [(Role.INSTRUCTIONS, True), (Role.CONTRACT_TERMS, False)])
def test_a_level_that_is_only_mentioned_elsewhere_is_none(role: Role, seen: bool) -> None:
    """A schedule that is "applicable to Lots 1a and 1b" doesn't divide the contract."""
    lots = fact("lots", Evidence("itt.pdf", "Lot 1 and Lot 2", Span(0, 15), role=role), count=2)
    case = case_of(PACK, Tender("t", ()), (lots,), (), SETTING)
    found = Level(of="lots.count", roles=("instructions", "notice")).look(case)
    assert isinstance(found, Observation) is seen


@pytest.mark.parametrize(
    ("words", "judged"),
    [
        ("The framework agreement has four lots.", False),
        ("This is a dynamic purchasing system.", False),
        ("A legal framework protects tenants.", True),
    ],
)
def test_the_value_of_a_lot_that_suppliers_share_is_not_what_one_earns(words: str, judged: bool) -> None:
    tender = Tender("t", (read(words.encode(), "notice.txt"),))
    worth = fact("contract_value", amount=5_000_000, currency="GBP", period="per_year", lot="1")
    seen = case_of(PACK, tender, (worth,), (), SETTING).look("lots.smallest_annual_value")
    assert isinstance(seen, Lack) is not judged
