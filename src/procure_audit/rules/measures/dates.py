"""Days between two dates of the timetable. The day after the first date is day one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial

from ...model import Fact
from ..case import Case
from ..reading import DATE, Lack, Look, Reading
from .base import Measure, absent

_SATURDAY, _WEEK = 5, 7
_ISSUED, _DUE, _QUESTIONS = "publication_or_issue_date", "tender_deadline", "clarification_deadline"


def day(fact: Fact) -> date | None:
    value = fact.get("value")
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None


def on(case: Case, kind: str) -> tuple[date, Fact] | Lack:
    """The date of *kind*, its surest; a `Lack` where there is none or where two equally sure ones disagree."""
    dated = [(found, fact) for fact in case.facts(kind) if (found := day(fact))]
    if not dated:
        return absent(kind)
    surest = max(fact.confidence for _, fact in dated)
    sure = [(found, fact) for found, fact in dated if fact.confidence == surest]
    if len({found for found, _ in sure}) > 1:
        return Lack(f"the tender names several dates for one thing: {_listed([found for found, _ in sure])}")
    return sure[0]


def between(case: Case, first: str, last: str) -> Look:
    """Days from *first* to *last*."""
    begins, ends = on(case, first), on(case, last)
    if isinstance(begins, Lack):
        return begins
    if isinstance(ends, Lack):
        return ends
    (start, one), (end, other) = begins, ends
    days = (end - start).days
    if days < 0:
        return Lack(f"the dates do not fit: {_listed([start])} stands before {_listed([end])} in the timetable")
    confidence = min(one.confidence, other.confidence)
    return Reading(days, "days", (*other.places, *one.places), confidence)


def later(case: Case, kind: str, days: int) -> Look:
    """The day *days* after the date of *kind* (before it, if negative); after a weekend the Monday."""
    found = on(case, kind)
    if isinstance(found, Lack):
        return found
    when = found[0] + timedelta(days=days)
    if days and when.weekday() >= _SATURDAY:
        when += timedelta(days=_WEEK - when.weekday())
    return Reading(when.toordinal(), DATE, found[1].places, found[1].confidence)


def is_dated(case: Case) -> Look:
    """1 where the day of issue, or else the deadline, is known: then the law of that day is."""
    issued, due = on(case, _ISSUED), on(case, _DUE)
    return issued if isinstance(issued, Lack) and isinstance(due, Lack) else Reading(1)


def _listed(days: Sequence[date]) -> str:
    return ", ".join(f"{one.day} {one:%B %Y}" for one in sorted(set(days)))


MEASURES = (
    Measure("is_dated", "1 where the day of issue or the deadline is known", is_dated),
    Measure("dates.issued", "day of issue", partial(later, kind=_ISSUED, days=0)),
    Measure("dates.six_weeks", "day six weeks after the issue", partial(later, kind=_ISSUED, days=42)),
    Measure("dates.last_question", "day ten days before the deadline", partial(later, kind=_DUE, days=-10)),
    Measure("dates.ready", "day twelve weeks after the award", partial(later, kind="contract_award_date", days=84)),
    Measure("tender_window_days", "days to write a bid", partial(between, first=_ISSUED, last=_DUE)),
    Measure("question_window_days", "days in which to ask questions", partial(between, first=_ISSUED, last=_QUESTIONS)),
    Measure("answer_gap_days", "days left after the last question", partial(between, first=_QUESTIONS, last=_DUE)),
    Measure(
        "mobilisation_days",
        "days between award and start",
        partial(between, first="contract_award_date", last="contract_start"),
    ),
)
