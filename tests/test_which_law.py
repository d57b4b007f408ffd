"""Which law a tender is judged by."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from procure_audit.model import Confidence, Evidence, Fact, Setting, Span, fact, given
from procure_audit.setting import setting_of

TODAY = date(2026, 6, 1)
_places = count()


def place(document: str = "itt.pdf") -> Evidence:
    return Evidence(document, "words", Span(next(_places), 10_000))


def said(kind: str, *values: str, documents: int = 1, confidence: Confidence = Confidence.HIGH) -> list[Fact]:
    places = [place(f"{number}.pdf") for number in range(documents)]
    return [fact(kind, *places, confidence=confidence, value=value) for value in values]


def of(*facts: Fact, asked: date | None = None) -> Setting:
    return setting_of(facts, TODAY, asked)


def test_most_documents_say_whose_law_it_is() -> None:
    one = fact("jurisdiction", *(place("scottish schedule.pdf") for _ in range(5)), value="scotland")
    assert of(one, *said("jurisdiction", "england", documents=3)).jurisdiction == "england"


def test_two_that_are_said_alike_leave_it_open() -> None:
    assert of(*said("jurisdiction", "england", "scotland")).jurisdiction == "unknown"


def test_a_sign_of_wales_decides_between_england_and_wales() -> None:
    facts = [*said("jurisdiction", "england", documents=3), *said("jurisdiction", "wales")]
    assert of(*facts).jurisdiction == "wales"


def test_postcodes_tell_only_of_one_accord_and_where_nothing_plainer_does() -> None:
    low = Confidence.LOW
    assert of(*said("jurisdiction", "ni", confidence=low)).jurisdiction == "ni"
    assert of(*said("jurisdiction", "ni", "england", confidence=low)).jurisdiction == "unknown"
    assert of(*said("jurisdiction", "other"), *said("jurisdiction", "ni", confidence=low)).jurisdiction == "other"


@pytest.mark.parametrize(
    ("cited", "day", "regime"),
    [
        (("above-threshold",), None, "above-threshold"),
        (("above-threshold", "light-touch"), None, "light-touch"),
        (("old-pcr", "light-touch"), None, "old-pcr"),
        (("old-pcr", "framework-calloff"), date(2014, 8, 7), "old-pcr"),
        (("old-pcr", "below-threshold"), date(2024, 3, 1), "unknown"),
        (("old-pcr", "above-threshold"), None, "unknown"),
        (("old-pcr", "above-threshold"), date(2024, 9, 1), "old-pcr"),
        (("old-pcr", "above-threshold", "light-touch"), date(2025, 9, 1), "light-touch"),
        (("old-pcr", "psr"), date(2024, 9, 1), "psr"),
    ],
)
def test_the_narrower_rules_and_the_day_decide(cited: tuple[str, ...], day: date | None, regime: str) -> None:
    issued = [fact("publication_or_issue_date", place(), value=day)] if day else []
    assert of(*said("regime", *cited), *issued).regime == regime


def test_what_the_user_gives_stands() -> None:
    setting = of(given("regime", value="psr"), *said("regime", "old-pcr"), asked=date(2020, 1, 1))
    assert (setting.regime, setting.as_of, setting.as_of_basis) == ("psr", date(2020, 1, 1), "as you asked")


def test_an_old_tender_without_a_day_of_issue_is_not_one_of_today() -> None:
    due = fact("tender_deadline", place(), value=date(2013, 8, 16))
    assert (of(due).as_of, of(due).as_of_basis) == (date(2013, 8, 16), "the first day of its timetable")
    later = fact("tender_deadline", place(), value=date(2026, 8, 16))
    assert (of(later).as_of, of(later).as_of_basis) == (TODAY, "today")


def test_of_two_days_of_issue_the_first_counts() -> None:
    days = [fact("publication_or_issue_date", place(), value=date(2024, 3, day)) for day in (9, 2)]
    assert of(*days).as_of == date(2024, 3, 2)


@pytest.mark.parametrize(
    ("jurisdiction", "day", "regime"),
    [
        ("england", date(2024, 1, 15), "old-pcr"),
        ("ni", date(2025, 2, 23), "old-pcr"),
        ("wales", date(2025, 2, 24), "above-threshold"),
        ("scotland", date(2024, 1, 15), "above-threshold"),
    ],
)
def test_what_lay_above_the_threshold_before_the_act_is_judged_by_the_rules_before_it(
    jurisdiction: str, day: date, regime: str
) -> None:
    given_by_user = (given("jurisdiction", value=jurisdiction), given("regime", value="above-threshold"))
    assert of(*given_by_user, asked=day).regime == regime


def test_rules_of_another_country_are_none_that_a_pack_knows() -> None:
    facts = [*said("jurisdiction", "other"), *said("regime", "above-threshold")]
    assert of(*facts).regime == "unknown"
    assert of(*facts, given("regime", value="light-touch")).regime == "light-touch"
