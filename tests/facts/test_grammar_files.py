"""Exact shares of other projects' cases that the grammar reads; the cases stay where they are."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from procure_audit.facts.quantities import dates, durations, money, percents

Row = dict[str, Any]


def _pounds(row: Row) -> bool:
    found = [(round(float(one.amount or 0), 2), one.currency) for one in money(row["text"])]
    return found == [(round(float(want["amount"]), 2), want["currency"]) for want in row["expected"]]


def _duration(row: Row) -> bool:
    found = durations(row["text"])
    if all("days" in want for want in row["expected"]):
        return round(sum(one.days for one in found), 3) == round(sum(want["days"] for want in row["expected"]), 3)
    said = [row["text"][one.start : one.end].lower() for one in found]
    return said == [want["text"].lower() for want in row["expected"]]


def _date(row: Row) -> bool:
    return [str(one.value)[:10] for one in dates(row["text"]) if one.precision == "day"] == row["expected"]


def _percent(row: Row) -> bool:
    return [one.value for one in percents(row["text"])] == [want["value"] for want in row["expected"]]


def _dated(row: Row) -> bool:
    """Whether the row states the year of what it expects: relative dates need a day to count from."""
    return all(want[:4] in row["text"] for want in row["expected"])


@pytest.mark.parametrize(
    ("name", "right", "least", "counts"),
    [
        ("money_gbp", _pounds, 0.92, bool),
        ("duration_en", _duration, 0.80, bool),
        ("date_en", _date, 0.85, _dated),
        ("percent_en", _percent, 0.95, bool),
    ],
)
def test_share_read_exactly(
    shared: Path, name: str, right: Callable[[Row], bool], least: float, counts: Callable[[Row], bool]
) -> None:
    lines = (shared / "grammar" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for line in lines if counts(row := json.loads(line))]
    wrong = [row["text"] for row in rows if not right(row)]
    assert rows and 1 - len(wrong) / len(rows) >= least, wrong
