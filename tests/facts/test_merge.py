"""Facts said several times, facts that disagree, and facts that follow."""

from __future__ import annotations

from datetime import date, datetime

from procure_audit.facts.derive import derived
from procure_audit.facts.merge import contradictions, merged, settled
from procure_audit.model import Confidence, Evidence, Fact, Span, Value, fact


def said(kind: str, at: int = 0, document: str = "a.pdf", sure: Confidence = Confidence.HIGH, **values: Value) -> Fact:
    return fact(kind, Evidence(document, "words", Span(at, at + 5)), confidence=sure, **values)


def test_equal_facts_are_one_with_all_places() -> None:
    facts = [said("lots", 0, count=2, sure=Confidence.LOW), said("lots", 9, count=2), said("lots", 9, count=2)]
    [found] = merged(facts)
    assert [place.span.start for place in found.places] == [0, 9]
    assert found.confidence is Confidence.HIGH


def test_a_day_and_a_time_on_it_are_one_and_the_time_is_kept() -> None:
    facts = [
        said("tender_deadline", 0, value=date(2025, 6, 4)),
        said("tender_deadline", 9, value=datetime(2025, 6, 4, 12)),
    ]
    [found] = merged(facts)
    assert found.get("value") == datetime(2025, 6, 4, 12) and len(found.places) == 2


def test_facts_stand_in_the_order_of_kinds() -> None:
    assert [one.kind for one in merged([said("lots", count=0), said("contract_value", amount=1)])] == [
        "contract_value",
        "lots",
    ]


def test_two_days_for_one_deadline_contradict_each_other() -> None:
    facts = [
        said("tender_deadline", 0, value=date(2025, 6, 4)),
        said("tender_deadline", 9, "b.pdf", value=date(2025, 6, 6)),
    ]
    [found] = contradictions(facts)
    assert (found.get("about"), found.get("values")) == ("tender_deadline", ("2025-06-04", "2025-06-06"))
    assert [place.document for place in found.places] == ["a.pdf", "b.pdf"]


def test_lots_doubts_and_other_types_do_not_contradict() -> None:
    facts = [
        said("insurance", 0, type="public_liability", amount=5_000_000),
        said("insurance", 1, type="employers_liability", amount=10_000_000),
        said("insurance", 2, type="public_liability", amount=1_000_000, lot="2"),
        said("insurance", 3, type="public_liability", amount=2_000_000, sure=Confidence.LOW),
    ]
    assert list(contradictions(facts)) == []


def test_a_field_that_holds_length_and_extensions_gives_way_to_the_text() -> None:
    found = [said("contract_length_months", value=36), said("extension_months", value=24)]
    assert settled(found, [said("contract_length_months", 9, value=60)]) == found
    assert len(settled(found, [said("contract_length_months", 9, value=48)])) == 3
    assert settled(found, [said("contract_length_months", 9, value=999)]) == found


def test_the_amount_of_a_field_is_what_the_field_says() -> None:
    stated = said("contract_value", amount=60_000, period="maximum_total")
    assert settled([said("contract_value", amount=60_000, period="total")], [stated]) == [stated]


def test_the_yearly_value_follows_from_total_and_length() -> None:
    facts = [
        said("contract_value", 0, amount=300_000, currency="GBP", period="total"),
        said("contract_length_months", 9, value=36),
    ]
    [found] = derived(facts)
    assert (found.kind, found.get("amount"), found.derived) == ("annual_value", 100_000, True)
    assert [place.span.start for place in found.places] == [0, 9]


def test_a_total_with_extensions_is_spread_over_them() -> None:
    facts = [
        said("contract_value", amount=300_000, period="total_including_extensions"),
        said("contract_length_months", value=36),
        said("extension_months", value=24),
    ]
    assert [one.get("amount") for one in derived(facts)] == [60_000]


def test_nothing_is_derived_from_doubt() -> None:
    total, length = said("contract_value", amount=300_000, period="total"), said("contract_length_months", value=36)
    assert list(derived([total])) == []
    assert list(derived([total, length, said("contract_length_months", value=24)])) == []
    assert list(derived([total, length, said("contract_value", amount=90_000, period="per_year")])) == []
