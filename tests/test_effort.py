"""What a bid costs: counts times assumptions, and nothing where there is nothing to count."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.effort import against, effort_of, estimates
from procure_audit.model import Effort, Metric, Pace, PackError
from procure_audit.rules.pace import PaceSpec, load_pace, pace_over

PACE = Pace(
    words_read_an_hour=10_000,
    words_written_an_hour=500,
    hours_a_question=2,
    hours_a_tick=0.1,
    hours_an_attachment=0.5,
    hours_besides=6,
    cost_of_an_hour=20,
    currency="GBP",
    basis="a test",
)
NAMES = ("words", "questions", "answer_words", "questions_without_limit", "tick_questions", "attachments")


def effort(**counts: float | None) -> Effort:
    return effort_of([Metric(name, value) for name, value in counts.items()], PACE)


@pytest.mark.parametrize(
    ("counts", "reading", "answers", "hours", "cost"),
    [
        ({"words": 20_000, "questions": 4, "questions_without_limit": 4}, 2, 8, 16, 320),
        ({"words": 0, "questions": 4, "answer_words": 2000, "questions_without_limit": 0}, 0, 4, 10, 200),
        ({"words": 0, "questions": 5, "answer_words": 1000, "questions_without_limit": 3}, 0, 8, 14, 280),
        ({"words": 0, "questions": 10, "questions_without_limit": 10, "tick_questions": 10}, 0, 1, 7, 140),
        ({"words": 0, "answer_words": 3000}, 0, 6, 12, 240),
        ({"words": 0, "answer_words": 3000, "attachments": 4}, 0, 6, 14, 280),
        ({"words": 5_000, "questions": None}, 0.5, None, None, None),
    ],
)
def test_hours_follow_from_the_counts(
    counts: dict[str, float | None], reading: float, answers: float | None, hours: float | None, cost: float | None
) -> None:
    told = effort(**counts)
    assert (told.reading_hours, told.answer_hours, told.hours, told.cost) == (reading, answers, hours, cost)


def test_what_could_not_be_counted_is_a_metric_with_a_reason() -> None:
    told = {metric.name: metric for metric in estimates(effort(words=5_000))}
    assert told["reading_hours"].value == 0.5
    assert told["bid_cost"].value is None and "no questions" in told["bid_cost"].reason


def test_the_cost_is_set_against_a_years_value_in_its_own_currency_only() -> None:
    told = effort(answer_words=3000)
    assert against(told, 24_000, "GBP").share_of_year == 0.01
    assert against(told, 24_000, "EUR").share_of_year is None
    assert against(effort(words=10), 24_000, "GBP").share_of_year is None


@given(st.dictionaries(st.sampled_from(NAMES), st.integers(0, 100_000)), st.sampled_from(NAMES), st.integers(1, 1000))
def test_more_to_do_never_takes_less_time(counts: dict[str, int], name: str, more: int) -> None:
    if name == "tick_questions":
        return  # more of the same questions being ticks is less to do
    before, after = effort(**counts), effort(**{**counts, name: counts.get(name, 0) + more})
    assert (after.hours or 0) >= (before.hours or 0)
    assert after.reading_hours >= before.reading_hours


def test_the_shipped_assumptions_say_that_they_are_ours() -> None:
    assert "our own judgement" in load_pace().basis


def test_a_users_numbers_replace_ours_and_say_so() -> None:
    own = pace_over(PACE, PaceSpec(cost_of_an_hour=31.5))
    assert own == replace(PACE, cost_of_an_hour=31.5, basis="your own assumptions")
    assert pace_over(PACE, PaceSpec()) == PACE


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("words_read_an_hour: 9000\nwords_writen_an_hour: 5\n", 2, "did you mean 'words_written_an_hour'?"),
        ("words_read_an_hour: 0\n", 1, "> 0"),
        ("words_read_an_hour: 9000\n", 1, "missing"),
        ("- 3\n", 1, "name: number"),
    ],
)
def test_a_wrong_assumption_is_told_at_its_line(text: str, line: int, why: str, tmp_path: Path) -> None:
    path = tmp_path / "effort.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as wrong:
        load_pace(path)
    assert wrong.value.line == line and why in str(wrong.value)
