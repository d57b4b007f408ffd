"""How much of the time to bid falls into holidays of the United Kingdom."""

from __future__ import annotations

from datetime import date, timedelta

from ..case import Case
from ..reading import Lack, Look, Reading
from .base import Measure
from .dates import between, on

_ISSUED, _DUE = "publication_or_issue_date", "tender_deadline"
_SATURDAY = 5
_MONDAY = 0
_EASTER_WEEK = range(-2, 6)
"""Days from Easter Sunday: Good Friday to the Friday after."""


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus of Meeus, Astronomical Algorithms)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leaps, over = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    leap, odd = divmod(rest, 4)
    weekday = (32 + 2 * over + 2 * leap - moon - odd) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def is_holiday(day: date) -> bool:
    """Whether *day* lies between 20 December and 4 January, in Easter week or August, or is a bank holiday of May.

    The holidays that only Scotland or Northern Ireland keep are left out, since not all bidders have them.
    """
    if (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 4) or day.month == 8:
        return True
    return (day - easter(day.year)).days in _EASTER_WEEK or _in_may(day)


def _in_may(day: date) -> bool:
    """The first and the last Monday of May."""
    first, last = day.day <= 7, day.day > 24
    return day.month == 5 and day.weekday() == _MONDAY and (first or last)


def working_days(issued: date, due: date) -> list[date]:
    """Monday to Friday from the day after *issued* to *due*."""
    days = (issued + timedelta(days=number) for number in range(1, (due - issued).days + 1))
    return [day for day in days if day.weekday() < _SATURDAY]


def holiday_share(case: Case) -> Look:
    """The share of the working days for writing a bid that lie in holidays."""
    window = between(case, _ISSUED, _DUE)
    begins, ends = on(case, _ISSUED), on(case, _DUE)
    if isinstance(window, Lack) or isinstance(begins, Lack) or isinstance(ends, Lack):
        return window if isinstance(window, Lack) else Lack("the time to bid is not known")
    days = working_days(begins[0], ends[0])
    if not days:
        return Lack("no working day lies between issue and deadline")
    share = sum(map(is_holiday, days)) / len(days)
    return Reading(share, "share", window.places, window.confidence)


MEASURES = (Measure("holiday_share", "share of the time to bid that lies in holidays", holiday_share),)
