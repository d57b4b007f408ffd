"""Charts: columns in proportion, inside the drawing, and labels that don't run into each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.renderers.charts import HEIGHT, WIDTH, columns

NUMBERS = st.lists(st.one_of(st.none(), st.integers(0, 10_000_000)), min_size=1, max_size=40)


@given(NUMBERS)
def test_columns_stand_in_proportion_and_inside(numbers: list[int | None]) -> None:
    chart = columns("c", "Chart", "", [(f"No {at}", value) for at, value in enumerate(numbers)])
    top = chart.lines[-1][1]
    assert top >= max(value or 0 for value in numbers)
    room = chart.lines[0][0] - chart.lines[-1][0]
    for one, value in zip(chart.columns, numbers, strict=True):
        assert one.height == pytest.approx(room * (value or 0) / top, abs=0.06)
        assert one.y + one.height == pytest.approx(chart.lines[0][0], abs=0.11)
        assert one.x >= 0 and one.x + one.width <= WIDTH and one.y >= 0 and one.y + one.height <= HEIGHT
    assert 2 <= len(chart.lines) <= 6


@given(st.integers(1, 60))
def test_labels_leave_room_for_each_other_and_the_last_is_told(count: int) -> None:
    chart = columns("c", "Chart", "", [("Mar 2026", 50)] * count, most=100)
    told = [one for one in chart.columns if one.label]
    assert told[-1] is chart.columns[-1]
    assert all(after.middle - before.middle > 60 for before, after in pairwise(told))


def test_a_gap_has_no_column_and_no_number() -> None:
    chart = columns("c", "Chart", "", [("A", 3), ("B", None), ("C", 0)])
    assert [(one.label, one.told, one.height > 0) for one in chart.columns] == [
        ("A", "3", True), ("B", "", False), ("C", "0", False),
    ]  # fmt: skip
