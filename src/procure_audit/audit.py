"""The whole point: a tender and a rule pack go in, a report comes out. No disk, no clock, no network, no chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from .effort import effort_of
from .facts import extract
from .metrics import measure
from .model import (
    Confidence,
    Document,
    DocumentSummary,
    Fact,
    Report,
    Setting,
    Tender,
    Understanding,
    WordLists,
    of_kind,
)
from .rules import Judgement, Pack, judge
from .score import scored

UNKNOWN = "unknown"


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
    setting = setting_of(understood.facts, context)
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


def setting_of(facts: Sequence[Fact], context: Context) -> Setting:
    """Which law applies: what the user gave, else what the text says plainly and of one accord, else "unknown"."""
    as_of, basis = _as_of(facts, context)
    return Setting(
        jurisdiction=_agreed(facts, "jurisdiction"),
        regime=_agreed(facts, "regime"),
        authority_kind=_agreed(facts, "authority_kind"),
        as_of=as_of,
        as_of_basis=basis,
    )


def _agreed(facts: Sequence[Fact], kind: str) -> str:
    """The value that most places support; "unknown" where two are supported alike."""
    votes = Counter[str]()
    for fact in of_kind(facts, kind):
        if fact.given:
            return str(fact.get("value"))
        if fact.confidence > Confidence.LOW:
            votes[str(fact.get("value"))] += max(1, len(fact.places))
    best = votes.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return UNKNOWN
    return best[0][0]


def _as_of(facts: Sequence[Fact], context: Context) -> tuple[date, str]:
    if context.as_of:
        return context.as_of, "as you asked"
    issued = [fact.get("value") for fact in of_kind(facts, "publication_or_issue_date")]
    days = {value.date() if isinstance(value, datetime) else value for value in issued if isinstance(value, date)}
    return (days.pop(), "the day of issue") if len(days) == 1 else (context.today, "today")


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
