"""The whole point: a tender and a rule pack go in, a report comes out. No disk, no clock, no network, no chance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .effort import effort_of
from .facts import extract
from .metrics import measure
from .model import (
    Document,
    DocumentSummary,
    Fact,
    Report,
    Setting,
    Tender,
    Understanding,
    WordLists,
)
from .rules import Judgement, Pack, judge
from .score import scored
from .setting import setting_of


@dataclass(frozen=True, slots=True)
class Context:
    """What isn't in the documents: the day, the word lists, and what the user knows (`given` facts, `as_of`)."""

    today: date
    words: WordLists
    given: tuple[Fact, ...] = ()
    as_of: date | None = None


def audit(tender: Tender, pack: Pack, context: Context) -> Report:
    """Judge *tender* by *pack*. A tender of which nothing could be read or judged gets no score."""
    understood = understand(tender, context)
    setting = setting_of(understood.facts, context.today, context.as_of)
    if understood.is_empty:
        return Report(understood, pack.name, setting, None, (), (), (), (), None)
    return _report(understood, pack, setting, judge(pack, tender, understood.facts, understood.metrics, setting))


def understand(tender: Tender, context: Context) -> Understanding:
    """The facts and metrics of *tender*; what the user gave stands first and replaces what was found of its kind."""
    kinds = {fact.kind for fact in context.given}
    found = tuple(fact for fact in extract(tender) if fact.kind not in kinds)
    facts = (*context.given, *found)
    return Understanding(
        tender.name,
        tuple(_summary(d) for d in tender.documents),
        tender.unread,
        measure(tender, facts, context.words),
        facts,
    )


def _report(understood: Understanding, pack: Pack, setting: Setting, judged: Judgement) -> Report:
    unread = _unread_share(understood)
    score, findings = scored(judged.findings, judged.missing_severities, unread, pack.score_model, pack.categories)
    return Report(
        understood=understood,
        pack=pack.name,
        setting=setting,
        score=None if judged.is_empty else score,
        strengths=judged.strengths,
        findings=tuple(sorted(findings, key=lambda finding: (-finding.severity, -finding.points))),
        passed=judged.passed,
        not_assessed=judged.not_assessed,
        effort=effort_of(understood),
    )


def _unread_share(understood: Understanding) -> float:
    """How much of the tender was not looked at: unread pages of all pages, each unread file as an average one."""
    pages = sum(document.pages or 1 for document in understood.documents)
    missing = sum(len(document.unreadable_pages) or bool(document.gaps) for document in understood.documents)
    average = pages / len(understood.documents)
    unread = missing + len(understood.unread) * average
    return min(1.0, unread / (pages + len(understood.unread) * average))


def _summary(document: Document) -> DocumentSummary:
    return DocumentSummary(
        path=document.path,
        format=document.format,
        sha256=document.sha256,
        pages=document.properties.pages,
        pages_basis=document.properties.pages_basis,
        words=len(document.text.split()),
        language=document.language,
        unreadable_pages=tuple(gap.page for gap in document.gaps if gap.page is not None),
        gaps=document.gaps,
        notes=document.notes,
    )
