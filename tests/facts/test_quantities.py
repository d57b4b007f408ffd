"""Amounts, lengths of time, dates, percentages and numbers as people type them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from procure_audit.facts.quantities import amounts, dates, durations, money, numbers, percents


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("£5m", 5_000_000, "GBP"),
        ("£5 million", 5_000_000, "GBP"),
        ("£5\nmillion", 5_000_000, "GBP"),
        ("GBP 5,000,000", 5_000_000, "GBP"),
        ("GPB 500,000", 500_000, "GBP"),
        ("0.607m GBP", 607_000, "GBP"),
        ("1 300,000 GBP", 1_300_000, "GBP"),
        ("[10,000,000] GBP", 10_000_000, "GBP"),
        ("2m pounds sterling", 2_000_000, "GBP"),
        ("£750k", 750_000, "GBP"),
        ("£[5] million", 5_000_000, "GBP"),
        ("five million pounds (£5,000,000)", 5_000_000, "GBP"),
        ("five million (£5,000,000)", 5_000_000, "GBP"),
        ("£5,000,000 (five million pounds)", 5_000_000, "GBP"),
        ("twenty (20) million pounds", 20_000_000, "GBP"),
        ("half a million pounds", 500_000, "GBP"),
        ("£99.99)(", 99.99, "GBP"),
        ("€6.5m", 6_500_000, "EUR"),
        ("EUR 5.000.000,00", 5_000_000, "EUR"),
        ("14,79 €", 14.79, "EUR"),
        ("US$3.5 billion", 3_500_000_000, "USD"),
        ("₹ 5 lakhs", 500_000, "INR"),
    ],
)
def test_an_amount_is_read_whole(text: str, amount: float, currency: str) -> None:
    [found] = money(text)
    assert (found.amount, found.currency, found.blank) == (amount, currency, False)
    assert text.startswith(text[found.start : found.end])


@pytest.mark.parametrize("text", ["£____", "£[ ]m", "£XX", "£[insert amount]", "£0,000.00", "£……", "GBP [ ]"])
def test_a_blank_is_an_amount_without_a_value(text: str) -> None:
    [found] = money(text)
    assert found.amount is None and found.blank


@pytest.mark.parametrize("text", ["£1e9999", "£999999999999999"])
def test_an_absurd_amount_has_no_value(text: str) -> None:
    [found] = money(text)
    assert found.amount is None and not found.blank


@pytest.mark.parametrize(
    "text",
    ["clause 5.1.2", "ring 01234 567890", "on 12/03/2024", "5 metres", "the pound of flesh", "Lot 3", "ISO 9001"],
)
def test_no_money(text: str) -> None:
    assert money(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("£1.5M-£2M", 1_500_000, 2_000_000),
        ("£5-10 million", 5_000_000, 10_000_000),
        ("between £1m and £2m", 1_000_000, 2_000_000),
        ("between 5 and 10 million pounds", 5_000_000, 10_000_000),
        ("£160,000 to £170,000", 160_000, 170_000),
        ("£160,000-170,000", 160_000, 170_000),
    ],
)
def test_a_range_has_two_ends(text: str, low: float, high: float) -> None:
    assert [(one.amount, one.part) for one in money(text)] == [(low, "low"), (high, "high")]


def test_two_amounts_in_a_list_are_no_range() -> None:
    assert [(one.amount, one.part) for one in money("£5 million and £10 million respectively")] == [
        (5_000_000, ""),
        (10_000_000, ""),
    ]


@pytest.mark.parametrize(
    ("text", "amount"),
    [("10milion", 10_000_000), ("5 000 000.00", 5_000_000), ("5MILLION", 5_000_000), ("200000", 200_000)],
)
def test_amounts_without_a_currency_are_bare(text: str, amount: float) -> None:
    assert money(text) == ()
    [found] = amounts(text)
    assert found.bare and found.amount == amount


@pytest.mark.parametrize(
    ("text", "value", "unit", "months"),
    [
        ("twelve (12) months", 12, "months", 12),
        ("12 (twelve) months", 12, "months", 12),
        ("a three-year contract", 3, "years", 36),
        ("ten (10) Working Days", 10, "working days", None),
        ("thirty (30) calendar days", 30, "days", None),
        ("[30] days", 30, "days", None),
        ("2 years and 6 months", 30, "months", 30),
        ("the last three financial years", 3, "years", 36),
        ("one and a half years", 1.5, "years", 18),
        ("two one-year options", 1, "years", 12),
        ("48 hours", 48, "hours", None),
    ],
)
def test_a_length_of_time(text: str, value: float, unit: str, months: float | None) -> None:
    [found] = durations(text)
    assert (found.value, found.unit, found.months, found.counted) == (value, unit, months, True)


def test_a_length_without_a_number_is_not_counted() -> None:
    assert [one.counted for one in durations("£5,000 a month, for several years")] == [False, False]


@pytest.mark.parametrize("text", ["24/7", "in days", "£5m", "Lot 2 metres", "a hundred people"])
def test_no_length_of_time(text: str) -> None:
    assert durations(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("28th March 2022 - by 12.00 noon", datetime(2022, 3, 28, 12)),
        ("12.00 noon 06/11/2013", datetime(2013, 11, 6, 12)),
        ("17:00 on 3 May 2024", datetime(2024, 5, 3, 17)),
        ("12:00 noon on Monday 21 March 2016", datetime(2016, 3, 21, 12)),
        ("5pm (GMT) on Friday, 3rd May, 2024", datetime(2024, 5, 3, 17)),
        ("2.30 p.m. on 3 May 2024", datetime(2024, 5, 3, 14, 30)),
        ("2024-05-03T17:00:00Z", datetime(2024, 5, 3, 17)),
        ("05-01-2026 15:00:00", datetime(2026, 1, 5, 15)),
        ("12th\nof Sep 2021 at 12:00 pm", datetime(2021, 9, 12, 12)),
        ("12 noon on Wednesday 17thFriday 26th September 2014", datetime(2014, 9, 26, 12)),
        ("1 st March 2022", date(2022, 3, 1)),
        ("9/09/ 2024", date(2024, 9, 9)),
        ("31/12/24", date(2024, 12, 31)),
        ("April 25, 2019", date(2019, 4, 25)),
        ("05/23/2024", date(2024, 5, 23)),
        ("the fourth of July 2025", date(2025, 7, 4)),
    ],
)
def test_a_date(text: str, value: date) -> None:
    [found] = dates(text)
    assert found.value == value and found.precision == "day"


@pytest.mark.parametrize(
    "text",
    ["noon on the 3rd", "you may 12 times", "clause 1.2.3", "2021/22", "30 February 2024", "19.11.15. Ensure that"],
)
def test_no_date(text: str) -> None:
    assert dates(text) == ()


def test_a_month_is_no_day() -> None:
    [found] = dates("from March 2026")
    assert (found.value, found.precision) == (date(2026, 3, 1), "month")


@pytest.mark.parametrize("text", ["12 noon 1726/09/2014", "2630/01//2015"])
def test_digits_of_two_dates_run_together_are_broken(text: str) -> None:
    [found] = dates(text)
    assert found.broken and found.value is None


def test_both_days_of_a_range() -> None:
    assert [one.value for one in dates("3rd - 5th May 2024")] == [date(2024, 5, 3), date(2024, 5, 5)]


def test_one_impossible_date_makes_a_text_american() -> None:
    assert [one.value for one in dates("05/23/2024 and 03/04/2024")] == [date(2024, 5, 23), date(2024, 3, 4)]
    assert [one.value for one in dates("03/04/2024")] == [date(2024, 4, 3)]


@pytest.mark.parametrize(
    ("text", "value"),
    [("60%", 60), ("ten (10) per cent", 10), ("10.5 %", 10.5), ("minus five percent", -5), ("[ ]%", None)],
)
def test_a_percentage(text: str, value: float | None) -> None:
    [found] = percents(text)
    assert found.value == value and found.blank is (value is None)


def test_weights_side_by_side_are_not_negative() -> None:
    assert [one.value for one in percents("60%-40%")] == [60, 40]


def test_escapes_in_an_address_are_no_percentages() -> None:
    assert percents("https://example.org/?q=30%25%2020%") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [("ten (10)", 10), ("one hundred and twenty-five", 125), ("1,300,000", 1_300_000), ("5 million", 5e6)],
)
def test_a_number(text: str, value: float) -> None:
    assert [one.value for one in numbers(text)] == [value]


def test_lakhs_are_rupees_where_no_currency_is_named() -> None:
    assert [(one.amount, one.currency) for one in amounts("a turnover of 15 lakh or 900,000")] == [
        (1_500_000, "INR"),
        (900_000, ""),
    ]
