"""What a baseline knows again: the same words, moved or renamed; never a copy, another amount, or something worse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.baseline import Baseline, KnownTender, held_against, remembered
from procure_audit.baseline.match import GONE, UNKNOWN_TENDER
from procure_audit.model import (
    KNOWN,
    OPEN,
    SUPPRESSED,
    Confidence,
    DocumentSummary,
    Evidence,
    Finding,
    Report,
    Setting,
    Severity,
    Span,
    Suppression,
    Understanding,
)
from procure_audit.rules.pack import load_score_model
from procure_audit.score import scored

SETTING = Setting("england", "unknown", "unknown", date(2026, 6, 1), "today")
MODEL = load_score_model()
FILE = "known.json"


def place(quote: str = "Cover of £5 million", clause: str = "4.1", document: str = "itt.docx") -> Evidence:
    return Evidence(document, quote, Span(0, 9), page=3, clause=clause)


def finding(
    *places: Evidence, severity: Severity = Severity.HIGH, rule: str = "cover", counted: bool = False
) -> Finding:
    return Finding(rule, rule, "insurance", severity, Confidence.HIGH, "m", "w", "s", "c", (), places, counted=counted)


def report(*findings: Finding, documents: tuple[str, ...] = ("itt.docx", "terms.pdf"), passed: str = "") -> Report:
    read = tuple(DocumentSummary(path, "docx", "0", 3, "counted", 900, "en") for path in documents)
    score, priced = scored(findings, (), 0.0, MODEL)
    understood = Understanding("t", read, (), (), ())
    return Report(understood, "uk", SETTING, score, (), priced, tuple(passed.split()), (), None)


def known(one: Report) -> KnownTender:
    told = remembered(one, "t")
    assert told is not None
    return told


def statuses(before: Report, now: Report) -> list[str]:
    return [one.status for one in held_against(now, known(before), FILE).findings]


BEFORE = report(finding(place()))
RENAMED = ("invitation-v2.docx", "terms.pdf")


@pytest.mark.parametrize(
    ("now", "status"),
    [
        (report(finding(place())), KNOWN),
        (report(finding(replace(place(), page=9, paragraph=99))), KNOWN),
        (report(finding(place(clause="4.2"))), KNOWN),
        (report(finding(place("COVER  of £5\u00a0million"))), KNOWN),
        (report(finding(place("Cover of £10 million"))), OPEN),
        (report(finding(place("Cover of £5 million, in each year"))), OPEN),
        (report(finding(place(), place(clause="9.9"))), OPEN),
        (report(finding(place(), place(document="terms.pdf"))), OPEN),
        (report(finding(place(document="terms.pdf"))), OPEN),
        (report(finding(place(), severity=Severity.CRITICAL)), OPEN),
        (report(finding(place(), severity=Severity.LOW)), KNOWN),
        (report(finding(place(), rule="other")), OPEN),
        (report(finding(place(document=RENAMED[0])), documents=RENAMED), KNOWN),
        (report(finding(place(document=RENAMED[0], clause="5.1")), documents=RENAMED), KNOWN),
        (report(finding(place("Cover of £10 million", document=RENAMED[0])), documents=RENAMED), OPEN),
        (report(finding(place(document="new.docx")), documents=("itt.docx", "terms.pdf", "new.docx")), OPEN),
        (report(finding(place(document="a.docx"), place(document="b.docx")), documents=("a.docx", "b.docx")), OPEN),
    ],
)
def test_what_is_known_again(now: Report, status: str) -> None:
    assert statuses(BEFORE, now) == [status]


def test_a_finding_that_lost_a_place_is_known() -> None:
    assert statuses(report(finding(place(), place(clause="7"))), BEFORE) == [KNOWN]


def test_a_passage_that_stays_stands_for_no_copy() -> None:
    before = report(finding(place(), place("Cover of £2 million", "5")))
    assert statuses(before, report(finding(place(), place(clause="5")))) == [OPEN]


def test_what_has_no_place_or_is_counted_is_known_until_it_is_worse() -> None:
    absent, counted = finding(rule="absent"), finding(place("Long."), rule="counted", counted=True)
    before = report(absent, counted)
    assert statuses(before, report(absent, replace(counted, places=(place("Other."),)))) == [KNOWN, KNOWN]
    worse = [replace(one, severity=Severity.CRITICAL) for one in (absent, counted)]
    assert statuses(before, report(*worse)) == [OPEN, OPEN]
    assert statuses(before, report(finding(place(), rule="absent"))) == [OPEN], "now it stands somewhere"


def test_what_somebody_accepted_is_not_remembered_and_stays_accepted() -> None:
    accepted = replace(finding(place()), status=SUPPRESSED, suppression=Suppression("why"))
    assert known(report(accepted)).findings == ()
    assert statuses(BEFORE, report(accepted)) == [SUPPRESSED]


def test_what_is_gone_and_a_tender_that_is_not_there_are_told() -> None:
    gone = held_against(report(passed="cover other"), known(BEFORE), FILE)
    assert [(one.kind, one.rule, one.place) for one in gone.notices] == [(GONE, "cover", FILE)]
    assert held_against(report(), known(BEFORE), FILE).notices == (), "not assessed is not gone"
    new = held_against(BEFORE, None, FILE)
    assert [one.kind for one in new.notices] == [UNKNOWN_TENDER]
    assert new.findings == BEFORE.findings and new.baseline is not None and new.baseline.score is None


def test_an_update_leaves_other_tenders_alone() -> None:
    first, second = known(BEFORE), replace(known(BEFORE), path="u")
    better = replace(first, score=99)
    assert Baseline((first, second)).updated([better]).tenders == (better, second)


PLACES = st.builds(
    place,
    st.sampled_from(["Cover of £5 million", "Cover of £10 million", "Pay in 60 days"]),
    st.sampled_from(["1", "2", ""]),
    st.sampled_from(["itt.docx", "terms.pdf"]),
)
FINDINGS = st.lists(
    st.builds(finding, PLACES, PLACES, severity=st.sampled_from(Severity), rule=st.sampled_from("abc")),
    unique_by=lambda one: one.rule,
)


@given(FINDINGS)
def test_a_tender_that_stays_as_it_is_has_nothing_new(findings: list[Finding]) -> None:
    assert {*statuses(report(*findings), report(*findings))} <= {KNOWN}


@given(FINDINGS, PLACES)
def test_words_that_stood_nowhere_are_always_new(findings: list[Finding], added: Evidence) -> None:
    fresh = replace(added, quote=f"{added.quote} and £1 more")
    now = [replace(one, places=(*one.places, fresh)) for one in findings]
    assert {*statuses(report(*findings), report(*now))} <= {OPEN}


@given(FINDINGS, st.randoms())
def test_the_order_of_places_says_nothing(findings: list[Finding], chance: object) -> None:
    turned = [replace(one, places=tuple(reversed(one.places))) for one in findings]
    assert known(report(*turned)) == known(report(*findings))
    assert {*statuses(report(*findings), report(*turned))} <= {KNOWN}


@given(FINDINGS, FINDINGS)
def test_no_more_is_known_than_was_there(before: list[Finding], now: list[Finding]) -> None:
    told = held_against(report(*now), known(report(*before)), FILE)
    words = {(one.rule, p.passage.words) for one in before for p in one.places}
    for one in told.findings:
        assert one.status == OPEN or {(one.rule, p.passage.words) for p in one.places} <= words
