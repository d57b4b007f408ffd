"""What the law sets, by table: the value of each day, place, regime and buyer, exactly as the law's text has it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from procure_audit.model import AUTHORITIES, JURISDICTIONS, REGIMES, UNKNOWN, Setting, Tender
from procure_audit.rules.case import Case
from procure_audit.rules.law import LawValue
from procure_audit.rules.lawbook import load_law
from procure_audit.rules.reading import Lack, Reading

BOOK = load_law()
LAWS, LAW = BOOK.laws, BOOK.values
OLD, LAST_OLD, ACT = date(2024, 1, 15), date(2025, 2, 23), date(2025, 2, 24)
LAST_2025, FIRST_2026, LAST_2027 = date(2025, 12, 31), date(2026, 1, 1), date(2027, 12, 31)


def told(
    name: str, day: date, jurisdiction: str = "england", regime: str = UNKNOWN, kind: str = UNKNOWN
) -> float | str:
    """The value, or why there is none."""
    look = LAW[f"law.{name}"].on(Setting(jurisdiction, regime, kind, day, "test"))
    return look.value if isinstance(look, Reading) else look.reason


THRESHOLDS = [
    # Schedule 1 to the Procurement Act 2023 from 2026, and the sums of 2024 and 2025; all with VAT
    ("goods_services", "central", 139_688, 135_018),
    ("goods_services", "nhs", 139_688, 135_018),
    ("goods_services", "sub_central", 214_904, 207_720),
    ("goods_services", "parish", 214_904, 207_720),
    ("lowest", UNKNOWN, 139_688, 135_018),
    ("light_touch", UNKNOWN, 663_540, 663_540),
    ("works", UNKNOWN, 5_372_609, 5_193_000),
    ("concession", UNKNOWN, 5_372_609, 5_193_000),
]


@pytest.mark.parametrize(("name", "kind", "before", "after"), THRESHOLDS)
def test_thresholds_are_those_of_the_day(name: str, kind: str, before: float, after: float) -> None:
    for day in (date(2024, 1, 1), OLD, LAST_OLD, ACT, LAST_2025):
        assert told(f"threshold.{name}", day, kind=kind) == before
    for day in (FIRST_2026, LAST_2027):
        assert told(f"threshold.{name}", day, kind=kind) == after


def test_a_light_touch_concession_has_a_threshold_of_its_own() -> None:
    assert told("threshold.light_touch_concession", FIRST_2026) == 5_372_609


def test_no_threshold_is_made_up_where_none_is_known() -> None:
    unknown = "no law known here sets it: threshold of contracts for works"
    assert told("threshold.works", date(2023, 12, 31)) == unknown
    assert told("threshold.works", date(2028, 1, 1)) == unknown
    assert told("threshold.works", FIRST_2026, "scotland") == unknown
    assert told("threshold.works", FIRST_2026, "wales") == unknown
    assert told("threshold.works", LAST_2025, "wales") == 5_372_609
    assert "--authority-kind" in str(told("threshold.goods_services", FIRST_2026))
    assert "--jurisdiction" in str(told("threshold.works", FIRST_2026, UNKNOWN))


def test_scotland_regulates_from_its_own_sums() -> None:
    assert told("threshold.regulated", FIRST_2026, "scotland") == 50_000
    assert told("threshold.regulated_works", FIRST_2026, "scotland") == 2_000_000
    assert isinstance(told("threshold.regulated", FIRST_2026, "england"), str)


PERIODS = [
    ("tender_period.shortened", 10),
    ("tender_period.complete", 25),
    ("tender_period.incomplete", 30),
    ("tender_period.on_paper", 30),
    ("tender_period.on_paper_incomplete", 35),
    ("participation_period.normal", 25),
    ("participation_period.urgent", 10),
]


@pytest.mark.parametrize(("name", "days"), PERIODS)
@pytest.mark.parametrize("jurisdiction", JURISDICTIONS)
@pytest.mark.parametrize("regime", REGIMES)
def test_periods_hold_above_the_threshold_under_the_act_alone(
    name: str, days: float, jurisdiction: str, regime: str
) -> None:
    holds = jurisdiction in ("england", "wales", "ni") and regime == "above-threshold"
    assert (told(name, ACT, jurisdiction, regime) == days) is holds
    assert isinstance(told(name, LAST_OLD, jurisdiction, regime), str)


@pytest.mark.parametrize(
    ("kind", "worth"), [("central", 12_000), ("sub_central", 30_000), ("parish", 30_000), ("school", None)]
)
def test_a_notice_below_the_threshold_is_due_from_the_sums_of_section_87(kind: str, worth: float | None) -> None:
    found = told("notice.worth", ACT, "england", "below-threshold", kind)
    assert found == worth if worth else isinstance(found, str)
    assert isinstance(told("notice.worth", ACT, "ni", "below-threshold", kind), str)
    assert isinstance(told("notice.worth", ACT, "england", "above-threshold", kind), str)


CHARITIES = [
    # Charities Act 2011 ss. 133, 144, 145, and as SI 2026/427 art. 3 changes it on 30 September 2026
    ("charity_audit.income", 1_000_000, 1_500_000),
    ("charity_audit.assets", 3_260_000, 5_000_000),
    ("charity_audit.income_with_assets", 250_000, 500_000),
    ("charity_examination.income", 25_000, 40_000),
    ("charity_receipts_and_payments.income", 250_000, 500_000),
]


@pytest.mark.parametrize(("name", "before", "after"), CHARITIES)
def test_charities_are_audited_and_examined_from_the_sums_of_the_day(name: str, before: float, after: float) -> None:
    for place in ("england", "wales"):
        assert told(name, OLD, place) == told(name, date(2026, 9, 29), place) == before
        assert told(name, date(2026, 9, 30), place) == after
    assert isinstance(told(name, OLD, "scotland"), str)


def test_employers_must_hold_five_million_in_great_britain() -> None:
    assert [told("employers_liability", OLD, place) for place in ("england", "wales", "scotland")] == [5_000_000] * 3
    assert isinstance(told("employers_liability", OLD, "ni"), str)


@pytest.mark.parametrize(
    ("regime", "kind", "jurisdiction", "days"),
    [
        ("above-threshold", "sub_central", "england", 30),
        ("light-touch", "nhs", "ni", 30),
        ("below-threshold", "parish", "wales", 30),
        ("below-threshold", "sub_central", "ni", None),
        ("light-touch", "school", "england", None),
        ("psr", "nhs", "england", None),
        ("light-touch", "sub_central", "scotland", None),
    ],
)
def test_payment_is_due_in_thirty_days_where_the_act_says_so(
    regime: str, kind: str, jurisdiction: str, days: float | None
) -> None:
    found = told("payment_days", ACT, jurisdiction, regime, kind)
    assert found == days if days else isinstance(found, str)
    assert isinstance(told("payment_days", LAST_OLD, jurisdiction, regime, kind), str)


TWICE = {
    # PCR 2015 reg. 58(9), SI 2023/1348 Sch. 16 para. 3(3), SSI 2015/446 reg. 59(9), Directive 2014/24/EU art. 58(3)
    *((where, "old-pcr") for where in ("england", "wales", "ni")),
    ("england", "psr"),
    *((where, "above-threshold") for where in ("scotland", "ireland", "eu")),
}


@pytest.mark.parametrize("jurisdiction", JURISDICTIONS)
@pytest.mark.parametrize("regime", REGIMES)
def test_turnover_is_held_to_twice_the_worth_where_a_law_names_a_number(jurisdiction: str, regime: str) -> None:
    found = told("turnover_times", ACT, jurisdiction, regime)
    assert (found == 2) is ((jurisdiction, regime) in TWICE)


# PCR 2015 reg. 27, SSI 2015/446 reg. 28, Directive 2014/24/EU art. 27
OPEN = [("open_period.electronic", 30), ("open_period.on_paper", 35), ("open_period.shortened", 15)]


@pytest.mark.parametrize(("name", "days"), OPEN)
@pytest.mark.parametrize("jurisdiction", JURISDICTIONS)
@pytest.mark.parametrize("regime", REGIMES)
def test_open_procedures_have_least_times_outside_the_act(
    name: str, days: float, jurisdiction: str, regime: str
) -> None:
    abroad = jurisdiction in ("scotland", "ireland", "eu") and regime == "above-threshold"
    before = jurisdiction in ("england", "wales", "ni") and regime == "old-pcr"
    assert (told(name, OLD, jurisdiction, regime) == days) is (abroad or before)


@pytest.mark.parametrize(
    ("jurisdiction", "day", "days"),
    [("ireland", OLD, 30), ("ireland", date(2016, 5, 24), None), ("eu", OLD, 60), ("eu", date(2013, 3, 15), None)],
)
def test_late_payment_is_limited_in_ireland_and_in_the_eu(jurisdiction: str, day: date, days: float | None) -> None:
    found = told("payment_days", day, jurisdiction)
    assert found == days if days else isinstance(found, str)


@pytest.mark.parametrize(
    ("name", "kind", "before", "after"),
    [
        # Directive 2014/24/EU art. 4, and as Delegated Regulation (EU) 2025/2152 changes it; without VAT
        ("goods_services", "central", 143_000, 140_000),
        ("goods_services", "sub_central", 221_000, 216_000),
        ("lowest", UNKNOWN, 143_000, 140_000),
        ("light_touch", UNKNOWN, 750_000, 750_000),
        ("works", UNKNOWN, 5_538_000, 5_404_000),
    ],
)
def test_thresholds_of_the_eu_are_in_euros(name: str, kind: str, before: float, after: float) -> None:
    for place in ("ireland", "eu"):
        assert told(f"threshold.{name}", OLD, place, kind=kind) == told(
            f"threshold.{name}", LAST_2025, place, kind=kind
        )
        assert told(f"threshold.{name}", LAST_2025, place, kind=kind) == before
        assert told(f"threshold.{name}", FIRST_2026, place, kind=kind) == after


@pytest.mark.parametrize("value", LAW.values(), ids=LAW)
def test_no_two_provisions_hold_at_once_and_a_law_says_where_it_stands(value: LawValue) -> None:
    edges = {day for one in value.provisions for day in (one.applies.starts, one.applies.until) if day}
    days = {day + timedelta(days=step) for day in edges or {ACT} for step in (-1, 0, 1)}
    for where, regime, kind, day in product(JURISDICTIONS, REGIMES, AUTHORITIES, days):
        setting = Setting(where, regime, kind, day, "test")
        assert sum(one.applies.to(setting) is True for one in value.provisions) <= 1
    for one in value.provisions:
        assert one.source.section and one.source.says and one.source.url.startswith("https://")
        assert one.applies.jurisdiction


def test_every_law_says_where_it_holds() -> None:
    assert all(law.jurisdiction and law.url for law in LAWS.values())


def test_a_sum_in_pounds_is_not_compared_with_one_in_euros() -> None:
    for place, right in (("england", "GBP"), ("ireland", "EUR")):
        setting = Setting(place, UNKNOWN, UNKNOWN, ACT, "test")
        for currency in ("GBP", "EUR"):
            look = LAW["law.threshold.light_touch"](Case(Tender("test", ()), (), (), setting, currency, LAW))
            assert isinstance(look, Reading if currency == right else Lack)
            assert isinstance(look, Reading) or look.clear
