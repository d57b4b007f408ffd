from __future__ import annotations

from datetime import date

import pytest
from families import read
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.facts.quantities import days, nearest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by noon on Friday 12 February", (12, 2)),
        ("up to the 5th of February", (5, 2)),
        ("February 5th at noon", (5, 2)),
        ("on 3 Sept. at noon", (3, 9)),
        ("on 12 February 2027", None),
        ("by 31 March each year", None),
        ("12 may be asked", None),
        ("May 2027", None),
        ("£12 March fees", None),
    ],
)
def test_days_without_a_year(text: str, expected: tuple[int, int] | None) -> None:
    assert [(one.day, one.month) for one in days(text)] == ([expected] if expected else [])


def test_the_year_is_that_of_the_nearest_date() -> None:
    (january,) = days("by 5 January")
    assert nearest(january, date(2026, 12, 1)) == date(2027, 1, 5)
    assert nearest(january, date(2026, 2, 1)) == date(2026, 1, 5)
    (never,) = days("by 31 June")
    assert nearest(never, date(2026, 2, 1)) is None


@given(st.text(max_size=300), st.dates())
def test_any_text_ends_in_dates_or_none(text: str, known: date) -> None:
    for one in days(text):
        assert text[one.start : one.end].strip()
        found = nearest(one, known)
        assert found is None or (found.day, found.month) == (one.day, one.month)


DATED = "Issued on 11 January 2027.\n\n"


def test_a_deadline_without_a_year_takes_that_of_the_document() -> None:
    assert read(DATED + "Questions may be put to the Clerk up to the 5th of February.", "clarification_deadline") == [
        "2027-02-05"
    ]
    assert read("All dates are in 2026.\n\nBids are due by noon on Friday 3 July.", "tender_deadline") == ["2026-07-03"]
    assert read("Bids are due by noon on Friday 3 July.", "tender_deadline") == []
