"""Days whose year goes without saying ("by noon on 12 February"), and the year that the dates around them give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ...text.pattern import Pattern
from .dates import MONTHS, TH
from .numbers import GAP

_NAMES = "|".join(f"{month.capitalize()}|{month[:3].capitalize()}" for month in MONTHS) + "|Sept"
_NO_YEAR = (
    rf"(?!\w)\.?(?!{GAP}{{0,2}},?{GAP}{{0,2}}(?:'?\d\d|of{GAP}|two{GAP}thousand|twenty|"
    rf"(?:each|every|annually|in{GAP}each)\b))"
)
_DAY = Pattern(
    rf"(?<![\w/.£-])(?P<d1>\d{{1,2}}){TH}?{GAP}{{1,2}}(?:of{GAP})?(?P<m1>{_NAMES}){_NO_YEAR}"
    rf"|(?<!\w)(?P<m2>{_NAMES}){GAP}(?:the{GAP})?(?P<d2>\d{{1,2}}){TH}?(?![\w:]|[.,/]\d){_NO_YEAR}"
)


@dataclass(frozen=True, slots=True)
class DayFound:
    """Characters *start* to *end* state a day of some year."""

    start: int
    end: int
    day: int
    month: int


def days(text: str) -> list[DayFound]:
    """The days of *text* that state no year, in order; those of every year ("31 March each year") are none."""
    found = []
    for match in _DAY.finditer(text):
        day, month = match["d1"] or match["d2"], match["m1"] or match["m2"]
        number = 1 + [name[:3] for name in MONTHS].index(month[:3].lower())
        found.append(DayFound(match.start(), match.end(), int(day), number))
    return found


def nearest(found: DayFound, known: date) -> date | None:
    """The date of *found* that lies nearest to *known*; None for a day that no year near it has (31 June)."""
    years = range(max(1, known.year - 1), min(9999, known.year + 1) + 1)
    return min(_in_years(found, years), key=lambda one: abs(one - known), default=None)


def _in_years(found: DayFound, years: Iterable[int]) -> Iterable[date]:
    for year in years:
        try:
            yield date(year, found.month, found.day)
        except ValueError:
            continue
