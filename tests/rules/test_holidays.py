"""How much of the time to bid falls into holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.model import Fact, Setting, Tender, fact
from procure_audit.rules import case_of
from procure_audit.rules.measures.holidays import easter, is_holiday, working_days
from procure_audit.rules.pack import load_pack
from procure_audit.rules.reading import Lack, Reading

PACK = load_pack(["uk"])
SETTING = Setting("england", "unknown", "unknown", date(2026, 6, 1), "test")

SUNDAYS = [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5)]
LATEST = [(2027, 3, 28), (2038, 4, 25), (2049, 4, 18), (2076, 4, 19)]


@pytest.mark.parametrize(("year", "month", "day"), [*SUNDAYS, *LATEST])
def test_easter_is_that_of_the_published_tables(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@given(st.integers(1900, 2199))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        (date(2025, 12, 19), False),
        (date(2025, 12, 20), True),
        (date(2026, 1, 4), True),
        (date(2026, 1, 5), False),
        (date(2026, 4, 2), False),  # Maundy Thursday
        (date(2026, 4, 3), True),  # Good Friday
        (date(2026, 4, 6), True),
        (date(2026, 4, 10), True),
        (date(2026, 4, 11), False),
        (date(2026, 5, 4), True),  # first Monday of May
        (date(2026, 5, 11), False),
        (date(2026, 5, 25), True),  # last Monday of May
        (date(2026, 5, 26), False),
        (date(2026, 7, 31), False),
        (date(2026, 8, 1), True),
        (date(2026, 8, 31), True),
    ],
)
def test_which_days_are_holidays(day: date, holiday: bool) -> None:
    assert is_holiday(day) is holiday


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.integers(0, 100))
def test_working_days_are_weekdays_after_the_first(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    days = working_days(first, last)
    assert all(first < day <= last and day.weekday() < 5 for day in days)
    assert length // 7 * 5 <= len(days) <= length


def share(*facts: Fact) -> Reading | Lack:
    return case_of(PACK, Tender("t", ()), facts, (), SETTING).look("holiday_share")


def test_the_share_is_of_working_days() -> None:
    issued = fact("publication_or_issue_date", value=date(2026, 7, 24))  # a Friday
    seen = share(issued, fact("tender_deadline", value=date(2026, 8, 7)))
    assert isinstance(seen, Reading)
    assert (seen.value, str(seen)) == (0.5, "50%")


def test_without_both_dates_or_any_working_day_there_is_no_share() -> None:
    issued = fact("publication_or_issue_date", value=date(2026, 7, 24))
    for other in ((), (fact("tender_deadline", value=date(2026, 7, 26)),)):
        assert isinstance(share(issued, *other), Lack)
