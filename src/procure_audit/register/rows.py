"""Rows for other programs: JSON, CSV, and a calendar of closing dates. The same rows give the same bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from datetime import datetime

from .ask import Row
from .tell import moment

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LINE = 73  # bytes; RFC 5545 folds what is longer


def as_json(rows: Sequence[Row]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_jsonl(rows: Sequence[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def as_csv(rows: Sequence[Row]) -> str:
    """One row a line; what a spreadsheet would take for a formula has an apostrophe before it."""
    paper = io.StringIO()
    if rows:
        writer = csv.writer(paper, lineterminator="\r\n")
        writer.writerow(rows[0])
        writer.writerows([_plain(value) for value in row.values()] for row in rows)
    return paper.getvalue()


def _plain(value: object) -> object:
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def as_calendar(rows: Sequence[Row]) -> str:
    """Closing dates as iCalendar (RFC 5545), an event each; a day without a time is an event of the whole day."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//procure-audit//register//EN"]
    for row in rows:
        if row["deadline"]:
            lines += _event(row)
    return "".join(_folded(line) for line in (*lines, "END:VCALENDAR"))


def _event(row: Row) -> list[str]:
    when = moment(row["deadline"])
    is_timed = isinstance(when, datetime)  # told by the clock on the buyer's wall: without a zone, a "floating" time
    start = f"DTSTART:{when:%Y%m%dT%H%M%S}" if is_timed else f"DTSTART;VALUE=DATE:{when:%Y%m%d}"
    told = f"{row['title'] or row['name']}, {row['buyer']}".strip(", ")
    lines = [f"UID:{_escaped(row['key'])}@procure-audit", f"DTSTAMP:{when:%Y%m%dT%H%M%SZ}", start]
    lines += [f"SUMMARY:{_escaped(f'Bids close: {told}')}"]
    return ["BEGIN:VEVENT", *lines, *([f"URL:{row['url']}"] if row["url"] else []), "END:VEVENT"]


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _folded(line: str) -> str:
    parts, rest = [], line
    while len(rest.encode()) > _LINE:
        cut = len(rest.encode()[:_LINE].decode("utf-8", "ignore"))
        parts.append(rest[:cut])
        rest = rest[cut:]
    return "\r\n ".join((*parts, rest)) + "\r\n"


FORMATS: dict[str, Callable[[Sequence[Row]], str]] = {
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "ics": as_calendar,
}
"""Formats of rows besides "text"; calendars only of tenders."""
