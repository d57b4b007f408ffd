"""Rows for other programs: JSON, CSV, and a calendar of closing dates. The same rows give the same bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from ..renderers.csv import safe
from ..renderers.table import Cell
from .ask import Row
from .tell import moment

_LINE = 73  # bytes; RFC 5545 folds what is longer


def as_json(rows: Sequence[Row]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_jsonl(rows: Sequence[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def as_csv(rows: Sequence[Row], names: Sequence[str] = ()) -> str:
    """One row a line, under *names* or those of the first row; what a spreadsheet would take for a formula has an
    apostrophe before it."""
    paper = io.StringIO()
    head = names or list(rows[0] if rows else ())
    if head:
        writer = csv.writer(paper, lineterminator="\r\n")
        writer.writerow(head)
        writer.writerows([safe(cell(row[name])) for name in head] for row in rows)
    return paper.getvalue()


def cell(value: Any) -> Cell:
    """*value* of a row for a table: the parts of a list in one line, and whether something is so in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(map(str, value)) if isinstance(value, list) else value


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
