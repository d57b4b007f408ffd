"""What it costs a bidder to read a tender and to answer it, with the assumptions in plain sight."""

from __future__ import annotations

from dataclasses import dataclass

from .model import Effort, Understanding


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a bidder works. Our own judgement: no sourced figure for small charities exists."""

    words_read_an_hour: int = 12_000
    words_written_an_hour: int = 500
    hours_a_question: float = 2.0

    def __str__(self) -> str:
        return (
            f"our assumptions, not research: {self.words_read_an_hour:,} words read an hour; an answer takes "
            f"{self.hours_a_question:g} hours, or one hour for each {self.words_written_an_hour} words of its limit"
        )


def effort_of(understood: Understanding, pace: Pace | None = None) -> Effort:
    """Hours to read and to answer; answers are None where no question was found."""
    pace = pace or Pace()
    words = sum(document.words for document in understood.documents)
    questions, limit = _whole(understood, "questions"), _whole(understood, "answer_words")
    by_count = (questions or 0) * pace.hours_a_question
    by_words = (limit or 0) / pace.words_written_an_hour
    hours = max(by_count, by_words)
    return Effort(
        reading_hours=round(words / pace.words_read_an_hour, 1),
        answer_hours=round(hours, 1) if hours else None,
        questions=questions,
        answer_words_max=limit,
        basis=str(pace),
    )


def _whole(understood: Understanding, name: str) -> int | None:
    metric = understood.metric(name)
    return int(metric.value) if metric and metric.value else None
