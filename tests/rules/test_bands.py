"""Conditions and bands: what they mean, what they refuse, and which can never come about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.model import Severity
from procure_audit.rules.bands import bands_of, grade, parse_condition
from procure_audit.rules.reach import unreachable
from procure_audit.rules.reading import Lack, Look, Reading

LOW, MEDIUM, HIGH = Severity.LOW, Severity.MEDIUM, Severity.HIGH


def nothing_known(name: str) -> Look:
    return Lack(f"{name} was not found")


def all_are(value: float):
    return lambda name: Reading(value)


@pytest.mark.parametrize(
    ("text", "holds", "fails"),
    [
        ("> 30", 30.5, 30),
        (">= 30", 30, 29),
        ("< 14", 13, 14),
        ("<= 14", 14, 15),
        ("= 0", 0, 1),
        ("> 663,540", 663_541, 663_540),
        ("> -2", 0, -2),
        ("> 0.5", 0.6, 0.5),
    ],
)
def test_a_condition_compares(text: str, holds: float, fails: float) -> None:
    assert parse_condition(text).holds(holds, nothing_known) is True
    assert parse_condition(text).holds(fails, nothing_known) is False


@given(st.floats(allow_nan=False))
def test_any_holds_for_every_number(number: float) -> None:
    assert parse_condition("any").holds(number, nothing_known) is True


@pytest.mark.parametrize("text", ["", "30", "> ", ">> 3", "more than 3", "> 3 if", "> 3 if pages", "> 3 if pages > 3x"])
def test_what_is_no_condition_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no condition"):
        parse_condition(text)


def test_a_side_that_is_not_known_leaves_it_open_only_where_it_matters() -> None:
    condition = parse_condition("> 60 if contract_value.total < 100000")
    assert condition.holds(61, all_are(99_999)) is True
    assert condition.holds(61, all_are(100_000)) is False
    assert condition.holds(60, nothing_known) is False
    assert isinstance(condition.holds(61, nothing_known), Lack)


def test_a_false_side_wins_over_one_that_is_not_known() -> None:
    condition = parse_condition("any if pages > 5 and words > 5")
    assert condition.holds(1, lambda name: Reading(1) if name == "words" else Lack("?")) is False


def test_known_and_unknown_are_asked_for() -> None:
    assert parse_condition("any if pages is unknown").holds(1, nothing_known) is True
    assert parse_condition("any if pages is known").holds(1, nothing_known) is False


def test_a_limit_may_be_another_measure() -> None:
    condition = parse_condition("> law.payment_days if contract_value.total < law.threshold.lowest")
    known = {"law.payment_days": 30.0, "contract_value.total": 9.0, "law.threshold.lowest": 10.0}

    def look(name: str) -> Look:
        return Reading(known[name]) if name in known else Lack(f"{name} was not found")

    assert [condition.holds(days, look) for days in (30, 31)] == [False, True]
    assert condition.names == ("law.payment_days", "contract_value.total", "law.threshold.lowest")
    known["contract_value.total"] = 10.0
    assert condition.holds(31, look) is False
    del known["law.payment_days"]
    assert condition.holds(31, look) is False
    known["contract_value.total"] = 9.0
    assert condition.holds(31, look) == Lack("law.payment_days was not found")


def test_the_worst_band_that_holds_wins() -> None:
    bands = bands_of({LOW: [parse_condition("> 1")], HIGH: [parse_condition("> 3")], MEDIUM: [parse_condition("> 2")]})
    assert [grade(bands, number, nothing_known).severity for number in (1, 2, 3, 4)] == [None, LOW, MEDIUM, HIGH]


def test_a_worse_band_that_hangs_on_the_unknown_is_told() -> None:
    bands = bands_of({LOW: [parse_condition("> 1")], HIGH: [parse_condition("> 1 if pages > 9")]})
    graded = grade(bands, 2, nothing_known)
    assert graded.severity is LOW
    assert graded.undecided is not None
    assert "pages" in graded.undecided.reason


@pytest.mark.parametrize(
    ("low", "high", "lost"),
    [
        ("> 1", "> 2", False),
        ("> 2", "> 1", True),
        (">= 2", "> 2", False),
        ("> 2", ">= 2", True),
        ("< 5", "< 3", False),
        ("< 3", "< 5", True),
        ("any", "> 5", False),
        ("> 5", "any", True),
        ("> 5", "any if pages > 3", False),
        ("> 5 if pages > 3", "> 4", True),
        ("> 5 if pages > 3", "> 4 if pages > 3", True),
        ("> 5", "< 5", False),
        ("> law.payment_days", "> 45", False),
        ("> 45", "> law.payment_days", False),
        ("> law.payment_days if pages > 3", "> law.payment_days", True),
        ("> law.payment_days", "any", True),
    ],
)
def test_a_band_that_cannot_be_reached_is_found(low: str, high: str, lost: bool) -> None:
    bands = bands_of({LOW: [parse_condition(low)], HIGH: [parse_condition(high)]})
    assert (unreachable(bands) == (LOW, HIGH)) is lost


@given(st.floats(-100, 100), st.floats(-100, 100), st.floats(-200, 200), st.sampled_from([">", ">=", "<", "<="]))
def test_what_is_called_unreachable_never_comes_about(low: float, high: float, number: float, way: str) -> None:
    bands = bands_of({LOW: [parse_condition(f"{way} {low:.3f}")], HIGH: [parse_condition(f"{way} {high:.3f}")]})
    if unreachable(bands):
        assert grade(bands, number, nothing_known).severity is not LOW
