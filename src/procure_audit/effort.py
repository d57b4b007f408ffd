"""What it costs a bidder to read a tender and to answer it, with the assumptions in plain sight. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .model import Effort, Metric, Pace
from .text.amounts import counted, money

_UNANSWERED = "no questions to the bidder were found, so the time to answer them can't be told"


def effort_of(metrics: Sequence[Metric], pace: Pace) -> Effort:
    """Hours and cost at *pace*, from the counts of *metrics*; None where there is nothing to count."""
    counts = {metric.name: metric.value for metric in metrics}
    reading = (counts.get("words") or 0) / pace.words_read_an_hour
    answers = _answers(counts, pace)
    besides = (counts.get("attachments") or 0) * pace.hours_an_attachment + pace.hours_besides
    hours = None if answers is None else reading + answers + besides
    return Effort(
        documents=_whole(counts.get("documents")) or 0,
        pages=_whole(counts.get("pages")),
        words=_whole(counts.get("words")) or 0,
        questions=_whole(counts.get("questions")),
        answer_words_max=_whole(counts.get("answer_words")),
        attachments=_whole(counts.get("attachments")) or 0,
        reading_hours=round(reading, 1),
        answer_hours=None if answers is None else round(answers, 1),
        other_hours=round(besides, 1),
        hours=None if hours is None else round(hours, 1),
        cost=None if hours is None else round(hours * pace.cost_of_an_hour),
        pace=pace,
        basis=told(pace),
    )


def estimates(effort: Effort) -> Iterator[Metric]:
    """The hours and the cost as metrics, for rules to judge."""
    values = {"answer_hours": effort.answer_hours, "bid_hours": effort.hours, "bid_cost": effort.cost}
    yield Metric("reading_hours", effort.reading_hours)
    for name, value in values.items():
        yield Metric(name, value, reason="" if value is not None else _UNANSWERED)


def against(effort: Effort, annual_value: float | None, currency: str) -> Effort:
    """*effort* with its cost as a share of a year's value of the contract; as it is where they can't be compared."""
    if effort.cost is None or not annual_value or currency != effort.pace.currency:
        return effort
    return replace(effort, annual_value=annual_value, share_of_year=round(effort.cost / annual_value, 4))


def told(pace: Pace) -> str:
    """The assumptions in a sentence's words."""
    return (
        f"{pace.basis}: {pace.words_read_an_hour:,.0f} words are read and {pace.words_written_an_hour:,.0f} written in "
        f"an hour, answers up to their limit; a question without a limit takes "
        f"{counted(pace.hours_a_question, 'hours')}, one of yes or no {counted(60 * pace.hours_a_tick, 'minutes')}, "
        f"a policy or certificate to send "
        f"{counted(60 * pace.hours_an_attachment, 'minutes')}, and all the rest "
        f"{counted(pace.hours_besides, 'hours')}; an hour costs {money(pace.cost_of_an_hour, pace.currency)}"
    )


def _answers(counts: dict[str, float | None], pace: Pace) -> float | None:
    """Words up to the limits; a question without one takes its own time, one of yes or no a moment."""
    asked, words = counts.get("questions"), counts.get("answer_words") or 0
    if not asked and not words:
        return None
    ticks = min(counts.get("tick_questions") or 0, counts.get("questions_without_limit") or 0)
    free = (counts.get("questions_without_limit") or 0) - ticks
    return words / pace.words_written_an_hour + free * pace.hours_a_question + ticks * pace.hours_a_tick


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)
