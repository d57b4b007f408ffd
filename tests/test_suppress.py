"""Accepted findings: marked and told, never lost; what is past its date or does nothing is told too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from procure_audit.gate import Gate, fails
from procure_audit.model import (
    Confidence,
    DocumentSummary,
    Evidence,
    Finding,
    NotAssessed,
    Report,
    Setting,
    Severity,
    Span,
    Suppression,
    Understanding,
)
from procure_audit.rules.pack import load_score_model
from procure_audit.score import scored
from procure_audit.suppress import EXPIRED, PARTIAL, UNUSED, Acceptance, accepted

TODAY = date(2026, 6, 1)
MODEL = load_score_model()
ITT, TERMS = (
    Evidence("itt.docx", "public liability  cover of £10 million", Span(0, 9), clause="4.1"),
    Evidence("legal/terms.pdf", "Public liability insurance of £10 million", Span(0, 9), clause="12"),
)


def finding(rule: str, *places: Evidence, severity: Severity = Severity.HIGH) -> Finding:
    return Finding(rule, rule, "insurance", severity, Confidence.HIGH, "m", "w", "s", "c", (), places)


def report(*findings: Finding, missing: tuple[str, ...] = ()) -> Report:
    documents = tuple(
        DocumentSummary(path, "docx", "0", 3, "counted", 900, "en") for path in (ITT.document, TERMS.document)
    )
    score, priced = scored(findings, (), 0.0, MODEL)
    return Report(
        understood=Understanding("t", documents, (), (), ()),
        pack="uk",
        setting=Setting("england", "unknown", "unknown", TODAY, "today"),
        score=score,
        strengths=(),
        findings=priced,
        passed=(),
        not_assessed=tuple(NotAssessed(rule, rule, "no value") for rule in missing),
        effort=None,
    )


def excuse(rule: str = "cover", until: date | None = None, reason: str = "Work at height", **about: str) -> Acceptance:
    return Acceptance(rule, Suppression(reason, "Head of Procurement", until, "procure-audit.yaml:3"), **about)


def run(one: Report, *some: Acceptance) -> Report:
    return accepted([one], some, TODAY, MODEL)[0]


@pytest.mark.parametrize(
    ("about", "covered"),
    [
        ({}, True),
        ({"document": "itt.docx"}, True),
        ({"document": "ITT*"}, True),
        ({"document": "*.pdf"}, False),
        ({"clause": "4.1"}, True),
        ({"clause": "4"}, False),
        ({"quote": "COVER of £10 million"}, True),
        ({"quote": "£5 million"}, False),
        ({"document": "*.docx", "clause": "4.1", "quote": "liability cover"}, True),
        ({"document": "*.docx", "clause": "4.1", "quote": "indemnity"}, False),
    ],
)
def test_what_a_suppression_is_about(about: dict[str, str], covered: bool) -> None:
    (told,) = run(report(finding("cover", ITT)), excuse(**about)).findings
    assert (told.status == "suppressed") is covered
    assert (told.suppression is not None) is covered


def test_another_rule_stays_open() -> None:
    told = run(report(finding("cover", ITT), finding("turnover", ITT)), excuse())
    assert [one.status for one in told.findings] == ["suppressed", "open"]


def test_a_new_place_of_the_same_barrier_is_open() -> None:
    told = run(report(finding("cover", ITT, TERMS)), excuse(document="itt.docx"))
    assert told.findings[0].is_open
    assert [notice.kind for notice in told.notices] == [PARTIAL]
    assert "1 of the 2 places" in told.notices[0].message


def test_two_suppressions_may_cover_a_finding_together() -> None:
    one = excuse(document="itt.docx", until=date(2026, 12, 31))
    other = excuse(document="terms.pdf", reason="Crowds", until=date(2026, 7, 1))
    told = run(report(finding("cover", ITT, TERMS)), one, other)
    assert told.notices == ()
    suppression = told.findings[0].suppression
    assert suppression is not None
    assert (suppression.reason, suppression.until) == ("Work at height; Crowds", date(2026, 7, 1))
    assert suppression.approved_by == "Head of Procurement"


@pytest.mark.parametrize(
    ("about", "covered"),
    [({}, True), ({"document": "*"}, True), ({"document": "itt.docx"}, False), ({"clause": "4.1"}, False)],
)
def test_a_finding_without_places_is_one_of_the_whole_tender(about: dict[str, str], covered: bool) -> None:
    assert run(report(finding("cover")), excuse(**about)).findings[0].is_open is not covered


@pytest.mark.parametrize(("until", "holds"), [(date(2026, 6, 2), True), (TODAY, True), (date(2026, 5, 31), False)])
def test_a_suppression_holds_to_the_end_of_its_last_day(until: date, holds: bool) -> None:
    told = run(report(finding("cover", ITT)), excuse(until=until))
    assert told.findings[0].is_open is not holds
    assert [notice.kind for notice in told.notices] == ([] if holds else [EXPIRED])


def test_one_past_its_date_is_told_even_where_it_would_do_nothing() -> None:
    (notice,) = run(report(), excuse(until=date(2026, 5, 31))).notices
    assert notice.message == "this suppression ended on 31 May 2026: it would suppress nothing any more"
    assert notice.place == "procure-audit.yaml:3"


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (excuse("turnover"), "there is no such finding"),
        (excuse("turnover", document="plan.docx"), "no document here is called 'plan.docx'"),
        (excuse("value"), "the rule could not be assessed"),
    ],
)
def test_one_that_suppresses_nothing_is_told_with_the_reason(one: Acceptance, why: str) -> None:
    (notice,) = run(report(finding("cover", ITT), missing=("value",)), one).notices
    assert notice.kind == UNUSED
    assert why in notice.message


def test_one_that_suppresses_something_in_any_tender_of_the_run_is_used() -> None:
    told = accepted([report(finding("cover", ITT)), report(finding("turnover", ITT))], [excuse()], TODAY, MODEL)
    assert [one.notices for one in told] == [(), ()]
    none = accepted([report(), report()], [excuse()], TODAY, MODEL)
    assert [len(one.notices) for one in none] == [0, 1]


def test_the_score_is_that_of_the_text_and_the_gate_goes_by_what_is_open() -> None:
    before = report(finding("cover", ITT, severity=Severity.CRITICAL), finding("turnover", ITT, severity=Severity.LOW))
    told = run(before, excuse())
    assert before.score is not None and told.score is not None
    assert (told.score.value, told.score.grade) == (before.score.value, before.score.grade)
    assert told.score.for_gate > 90 > before.score.for_gate
    assert [step.rule for step in told.score.improvements] == ["turnover"]
    for gate in (Gate(), Gate(None, fail_under=80)):
        assert fails(before, gate)
        assert not fails(told, gate)


def test_nothing_is_lost_and_nothing_else_changes() -> None:
    before = report(finding("cover", ITT), finding("turnover", TERMS))
    told = run(before, excuse(), excuse("turnover"))
    assert [replace(one, status="open", suppression=None) for one in told.findings] == list(before.findings)
    assert run(before) == before
