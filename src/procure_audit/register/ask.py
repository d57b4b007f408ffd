"""Questions to the register, each a query; answers are rows, for whoever tells them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..model import CallError, did_you_mean
from .divisions import DIVISIONS

Row = dict[str, Any]

_BANDS = """case when value is null then 'not told' when value < 25000 then 'under 25,000' when value < 100000
then '25,000 to 100,000' when value < 500000 then '100,000 to 500,000' when value < 2000000
then '500,000 to 2 million' else '2 million and more' end"""
GROUPS: dict[str, str] = {
    "buyer": "nullif(buyer, '')",
    "category": "nullif(substr(category, 1, 2), '')",
    "value": _BANDS,
    "month": "substr(published, 1, 7)",
    "region": "nullif(region, '')",
    "regime": "regime",
}
"""By what tenders can be grouped, and the SQL for it."""

_JUDGED = "status in ('assessed', 'partial')"


@dataclass(frozen=True, slots=True)
class Which:
    """Which tenders are meant. Dates are ISO 8601; `open_on` means: with a deadline on that day or later, and no award.
    `words` must all stand in the title, the buyer or the category."""

    buyer: str = ""
    words: str = ""
    region: str = ""
    category: str = ""
    rule: str = ""
    open_on: str | None = None
    closing_by: str | None = None
    least_value: float | None = None
    most_value: float | None = None


def overview(store: sqlite3.Connection) -> Row:
    """How many tenders there are, how many of them were judged, and how they score."""
    sql = f"""select count(*) tenders, sum({_JUDGED}) judged, sum(status = 'partial') partial,
      sum(status = 'unread') unread, sum(status = 'failed') failed, round(avg(score)) average_score,
      (select count(*) from unread) files_unread from tender"""  # noqa: S608 - our own words
    return dict(store.execute(sql).fetchone())


def grades(store: sqlite3.Connection) -> list[Row]:
    sql = f"select grade, count(*) tenders from tender where {_JUDGED} group by grade order by grade"  # noqa: S608
    return _rows(store, sql)


def barriers(store: sqlite3.Connection, most: int, *, gravest: bool = False) -> list[Row]:
    """The rules that most tenders trip, the gravest first among equals; or those that are grave in most tenders."""
    order = "critical + high desc, tenders desc" if gravest else "tenders desc, critical desc, high desc"
    sql = f"""select rule, min(title) title, count(distinct tender) tenders, sum(severity = 'critical') critical,
      sum(severity = 'high') high,
      round(100.0 * count(distinct tender) / (select count(*) from tender where {_JUDGED}), 1) percent
      from finding where severity <> 'info' group by rule
      order by {order}, rule limit ?"""  # noqa: S608
    return _rows(store, sql, (most,))


def grouped(store: sqlite3.Connection, by: str, most: int | None) -> list[Row]:
    """Scores of the tenders by "buyer", "month" or another of GROUPS; every group where *most* is None.

    Raises CallError for an unknown one.
    """
    if by not in GROUPS:
        raise CallError(f"tenders can't be grouped by '{by}'; {did_you_mean(by, GROUPS)}")
    order = "name" if by == "month" else "tenders desc, name"
    sql = f"""with judged as (select *, {GROUPS[by]} as its_group from tender where {_JUDGED}),
      grave as (select tender, count(*) as number from finding where severity in ('high', 'critical') group by tender)
      select its_group name, count(*) tenders, round(avg(score)) average_score, min(score) lowest, max(score) highest,
      coalesce(sum(grave.number), 0) grave from judged left join grave on grave.tender = judged.key
      where its_group is not null group by its_group order by {order} limit ?"""  # noqa: S608
    rows = _rows(store, sql, (-1 if most is None else most,))
    if by == "category":
        return [row | {"name": f"{row['name']} {DIVISIONS.get(row['name'], '')}".strip()} for row in rows]
    return rows


def listed(store: sqlite3.Connection, which: Which, most: int) -> list[Row]:
    """Tenders, those that close soonest first, then those without a deadline."""
    where, values = _where(which)
    sql = f"""select key, name, title, buyer, published, deadline, value, currency, score, grade, status, url
      from tender where {where} order by deadline is null, deadline, name, key limit ?"""  # noqa: S608
    return _rows(store, sql, (*values, most))


def bidder(store: sqlite3.Connection, profile: str) -> str:
    """The title of the bidder called *profile*. Raises CallError where no tender was held against it."""
    known = dict(store.execute("select profile, max(title) from eligibility group by profile").fetchall())
    if profile not in known:
        told = f"the register knows no bidder '{profile}': give it to batch or notices (--bidder)"
        raise CallError(f"{told}; {did_you_mean(profile, known)}")
    return str(known[profile])


def open_to(store: sqlite3.Connection, profile: str, which: Which, most: int | None) -> list[Row]:
    """Tenders with whether the bidder called *profile* could bid, and what stands in its way, in words.

    Of one answer those that close last come first, so that there is time to bid; those without a deadline come last.
    Raises CallError where no tender was held against that bidder.
    """
    bidder(store, profile)
    where, values = _where(which)
    sql = f"""select key, name, tender.title, buyer, deadline, value, currency, score, grade, url, can_bid, blocked_by,
      unsure, to_qualify from tender join eligibility on tender = key and profile = ? where {where} and {_JUDGED}
      order by case can_bid when 'yes' then 0 when 'unsure' then 1 else 2 end, deadline is null, deadline desc,
      name, key limit ?"""  # noqa: S608
    lists = ("blocked_by", "unsure", "to_qualify")
    rows = _rows(store, sql, (profile, *values, -1 if most is None else most))
    return [row | {name: json.loads(row[name]) for name in lists} for row in rows]


def report(store: sqlite3.Connection, key: str) -> Row:
    """The report of the tender called *key*, or of the one whose key or name begins so. Raises CallError."""
    sql = "select key, name, report, reason from tender where key = ? or name = ? or key like ? order by key = ? desc"
    rows = _rows(store, sql, (key, key, f"{key}%", key))
    if not rows:
        raise CallError(f"the register holds no tender '{key}'; procure-audit register list shows them")
    exact = [row for row in rows if key in (row["key"], row["name"])] or rows
    if len(exact) > 1:
        raise CallError(f"'{key}' may be {', '.join(row['key'] for row in exact[:5])}: which one?")
    if exact[0]["report"] is None:
        raise CallError(f"there is no report of '{exact[0]['key']}': {exact[0]['reason']}")
    return dict(json.loads(exact[0]["report"]))


def _where(which: Which) -> tuple[str, list[Any]]:
    """The condition of a query, and its values."""
    parts: list[tuple[str, Any]] = [
        ("buyer like ?", which.buyer and f"%{which.buyer}%"),
        ("region like ?", which.region and f"{which.region}%"),
        ("category like ?", which.category and f"{which.category}%"),
        ("key in (select tender from finding where rule = ?)", which.rule),
        ("stage <> 'award' and deadline >= ?", which.open_on),
        ("substr(deadline, 1, 10) <= ?", which.closing_by),
        ("value >= ?", which.least_value),
        ("value <= ?", which.most_value),
    ]
    parts += [
        ("title || ' ' || name || ' ' || buyer || ' ' || category_name like ?", f"%{w}%") for w in which.words.split()
    ]
    given = [(sql, value) for sql, value in parts if value not in (None, "")]
    return " and ".join(sql for sql, _ in given) or "true", [value for _, value in given]


def _rows(store: sqlite3.Connection, sql: str, values: Sequence[Any] = ()) -> list[Row]:
    return [dict(row) for row in store.execute(sql, tuple(values))]
