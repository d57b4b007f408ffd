"""What a tender means for bidders, in the terminal: what a bid costs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Effort, Report
from .words import money, number

if TYPE_CHECKING:
    from .paragraphs import Paper

_ROUND = 100
"""An estimated cost is told to the nearest hundred: closer would promise too much."""


def effort(paper: Paper, report: Report) -> None:
    """What there is to read and to answer, the hours, the cost, and what all that is assumed by."""
    told = report.effort
    if told is None or report.score is None:
        return
    paper.head("What bidding costs")
    paper.line(f"To read: {_to_read(told)}, {_hours(told.reading_hours)}.", hang=2)
    if told.answer_hours is None:
        paper.line("To answer: no questions were found, so hours and cost can't be told.", hang=2)
    else:
        paper.line(f"To answer: {_to_answer(told)}, {_hours(told.answer_hours)}.", hang=2)
        paper.line(f"In all: {_in_all(told)}.", hang=2)
    paper.line(f"An estimate. {told.basis[:1].upper()}{told.basis[1:]}.", style="dim")


def _to_read(told: Effort) -> str:
    parts = [number(told.documents, "documents")]
    parts += [number(told.pages, "pages")] if told.pages else []
    return ", ".join([*parts, number(told.words, "words")])


def _to_answer(told: Effort) -> str:
    parts = [number(told.questions, "questions")] if told.questions else []
    parts += [f"up to {told.answer_words_max:,} words"] if told.answer_words_max else []
    parts += [f"{number(told.attachments, 'documents')} to send"] if told.attachments else []
    return ", ".join(parts)


def _in_all(told: Effort) -> str:
    """Hours, days and cost; what that is of a year's value where it is known."""
    if told.hours is None or told.cost is None:
        return "not known"
    hours = _hours(told.hours)
    cost = money(max(_ROUND, _ROUND * round(told.cost / _ROUND)), told.pace.currency)
    year = f"{hours}, with the price and the rest, or about {cost}"
    if told.share_of_year is None or told.annual_value is None:
        return year
    share = f"{100 * told.share_of_year:.1f}%" if told.share_of_year < 0.1 else f"{told.share_of_year:.0%}"
    return f"{year}: {share} of a year's value of {money(told.annual_value, told.pace.currency)}"


def _hours(value: float) -> str:
    """An estimate in hours: no closer than it can be."""
    if value < 1:
        return "less than an hour"
    return f"about {number(round(value), 'hours')}"
