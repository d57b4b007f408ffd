"""The whole point: a tender and a rule pack go in, a report comes out. No disk, no clock, no network, no chance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from .effort import against, effort_of, estimates
from .eligibility import Asked, Worth, eligibility_of
from .facts import extract
from .metrics import measure
from .model import (
    NOBODY,
    Bidders,
    Document,
    DocumentSummary,
    Effort,
    Eligibility,
    Fact,
    Metric,
    Pace,
    Report,
    Role,
    Tender,
    Understanding,
    WordLists,
)
from .rules import Case, Judgement, Pack, Reading, case_of, judge
from .rules.measures.value import annual, total
from .score import scored
from .setting import setting_of


@dataclass(frozen=True, slots=True)
class Context:
    """What isn't in the documents: the day, the word lists, what bidders are like, and what the user knows.

    Of bidders: how fast they work, and those whom the tender is held against. What the user knows are the `given`
    facts, and the day whose law counts (`as_of`).
    """

    today: date
    words: WordLists
    pace: Pace
    bidders: Bidders = NOBODY
    given: tuple[Fact, ...] = ()
    as_of: date | None = None


Measure = Callable[[Tender, Sequence[Fact], WordLists], tuple[Metric, ...]]
"""`metrics.measure`, or what remembers its results."""


def audit(tender: Tender, pack: Pack, context: Context, by: Measure = measure) -> Report:
    """Judge *tender*, measured *by* that, by *pack*. A tender of which nothing could be read or judged has no score."""
    understood = understand(tender, context, by)
    setting = setting_of(understood.facts, context.today, context.as_of)
    if understood.is_empty:
        return Report(understood, pack.name, setting, None, (), (), (), (), None)
    case = case_of(pack, tender, understood.facts, understood.metrics, setting)
    return _report(understood, pack, judge(pack, case), case, context)


def understand(tender: Tender, context: Context, by: Measure = measure) -> Understanding:
    """The facts and metrics of *tender*; what the user gave stands first and replaces what was found of its kind."""
    kinds = {fact.kind for fact in context.given}
    found = tuple(fact for fact in extract(tender) if fact.kind not in kinds)
    facts = (*context.given, *found)
    metrics = by(tender, facts, context.words)
    return Understanding(
        tender.name,
        tuple(_summary(d) for d in tender.documents),
        tender.unread,
        (*metrics, *estimates(effort_of(metrics, context.pace))),
        facts,
        tender.origin,
    )


def _report(understood: Understanding, pack: Pack, judged: Judgement, case: Case, context: Context) -> Report:
    unread = _unread_share(understood)
    score, findings = scored(judged.findings, judged.missing_severities, unread, pack.score_model, pack.categories)
    return Report(
        understood=understood,
        pack=pack.name,
        setting=case.setting,
        score=None if judged.is_empty else score,
        strengths=judged.strengths,
        findings=tuple(sorted(findings, key=lambda finding: (-finding.severity, -finding.points))),
        passed=judged.passed,
        not_assessed=judged.not_assessed,
        effort=_effort(understood, case, context.pace),
        eligibility=() if judged.is_empty else tuple(_eligibility(understood, case, context)),
    )


def _effort(understood: Understanding, case: Case, pace: Pace) -> Effort:
    worth = case.look("contract_value.annual")
    effort = effort_of(understood.metrics, pace)
    return against(effort, worth.value, worth.currency) if isinstance(worth, Reading) else effort


def _eligibility(understood: Understanding, case: Case, context: Context) -> Iterator[Eligibility]:
    asked = Asked(
        facts=understood.facts,
        figures=context.bidders.figures,
        worth=partial(_worth, case),
        attachments=understood.metric("attachments"),
        doubts=tuple(_doubts(understood, case)),
    )
    return (eligibility_of(asked, profile) for profile in context.bidders.profiles)


def _worth(case: Case, lot: str | None) -> Worth:
    year, whole = annual(case, lot), total(case, lot)
    return Worth(
        year.value if isinstance(year, Reading) else None,
        whole.value if isinstance(whole, Reading) else None,
        case.currency,
    )


def _doubts(understood: Understanding, case: Case) -> Iterator[str]:
    """Why a demand may have been missed."""
    if understood.is_partial:
        yield "some of the tender could not be read"
    if not case.roles & {Role.INSTRUCTIONS, Role.SELECTION, Role.FORM}:
        yield "these documents don't say how to bid, so more may be asked elsewhere"


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
        replies=document.replies,
    )
