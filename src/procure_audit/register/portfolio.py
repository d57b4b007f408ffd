"""The whole register as one page: how its tenders score, what shuts small charities out, and what a bidder could do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .. import __version__
from ..renderers.charts import Chart, columns
from ..renderers.templating import page
from ..renderers.words import day, money
from . import ask
from .ask import Row
from .tell import NOT_JUDGED, moment

_MOST = 20
_MONTHS = 24
_MOST_OFFERS = 200
_GROUPS = (("buyer", "buyer"), ("category", "category of service"), ("value", "value band"))
_OFFERS = {"yes": "Open as they stand", "unsure": "Perhaps: read on, or ask the buyer"}
_REASONS = {"unsure": "Unsure", "to_qualify": "Still to get"}

Charted = tuple[Chart, Sequence[str], Sequence[Sequence[object]]]
"""A chart with the heads and the rows of the table that says the same."""


@dataclass(frozen=True, slots=True)
class Group:
    """Scores of tenders put together by one thing; `note` says of which the table tells."""

    name: str
    says: str
    note: str
    rows: Sequence[Row]


def portfolio(store: sqlite3.Connection, today: str, bidder: str | None = None) -> bytes:
    """A page that needs no network; with *bidder*, the tenders open on the day *today* (ISO 8601) that it could bid
    for. Raises CallError for a bidder that the register doesn't know."""
    whole, barriers = ask.overview(store), ask.barriers(store, _MOST, gravest=True)
    open_ones = ask.open_to(store, bidder, ask.Which(open_on=today), None) if bidder else []
    return page(
        "portfolio.html.j2",
        whole=whole,
        unseen=[(says, whole[name]) for name, says in NOT_JUDGED.items() if whole[name]],
        charted=list(_charted(store)),
        barriers=barriers,
        groups=[group for name, says in _GROUPS if (group := _group(store, name, says)).rows],
        bidder=ask.bidder(store, bidder) if bidder else None,
        offers=_offers(open_ones),
        shut=sum(row["can_bid"] == "no" for row in open_ones),
        today=day(date.fromisoformat(today)),
        version=__version__,
    )


def _charted(store: sqlite3.Connection) -> Iterator[Charted]:
    """Grades, and scores by month of publication where any is known."""
    grades = [(row["grade"], row["tenders"]) for row in ask.grades(store) if row["grade"]]
    if grades:
        told = ", ".join(f"{grade}: {count:,}" for grade, count in grades)
        yield columns("grades", "Tenders by grade", f"{told}.", grades), ("Grade", "Tenders"), grades
    months = {row["name"]: row for row in ask.grouped(store, "month", None)}
    if months:
        yield _by_month(months)


def _by_month(months: dict[str, Row]) -> Charted:
    """The last two years: a month without tenders is a gap, so that time runs evenly."""
    last = _number(max(months))
    first = max(last - _MONTHS + 1, _number(min(months)))
    names = [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first, last + 1)]
    scores = [(_month(name), months[name]["average_score"] if name in months else None) for name in names]
    told = [(label, score) for label, score in scores if score is not None]
    says = f"{told[-1][1]:.0f} out of 100 in {told[-1][0]}."
    if len(told) > 1:
        says = f"From {told[0][1]:.0f} out of 100 in {told[0][0]} to {told[-1][1]:.0f} in {told[-1][0]}."
    table = [
        (_month(name), f"{row['average_score']:.0f}", row["tenders"]) for name in names if (row := months.get(name))
    ]
    chart = columns("months", "Average score by month of publication", says, scores, most=100)
    return chart, ("Month", "Average score", "Tenders"), table


def _number(month: str) -> int:
    """Months since the year 0 for "2026-03"."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _month(name: str) -> str:
    """ "Mar 2026" for "2026-03"."""
    return f"{date.fromisoformat(f'{name}-01'):%b %Y}"


def _group(store: sqlite3.Connection, name: str, says: str) -> Group:
    rows = ask.grouped(store, name, _MOST + 1)
    note = f"The {_MOST} with most tenders." if len(rows) > _MOST else ""
    return Group(name, says, note, rows[:_MOST])


def _offers(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """What may be bid for, by the answer."""
    offers = []
    for answer, title in _OFFERS.items():
        some = [row for row in rows if row["can_bid"] == answer]
        if some:
            offers.append((title, [_offer(row) for row in some[:_MOST_OFFERS]]))
    return offers


def _offer(row: Row) -> Row:
    return row | {
        "closes": f"closes {day(moment(row['deadline']))}",
        "worth": money(row["value"], row["currency"] or "GBP") if row["value"] else "",
        "reasons": [(lead, row[name]) for name, lead in _REASONS.items() if row[name]],
    }
