"""Reports made for the tests of renderers: ordinary ones, and one whose every word tries to break out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from procure_audit.model import (
    KNOWN,
    SUPPRESSED,
    Confidence,
    DocumentSummary,
    Evidence,
    Finding,
    Gap,
    NotAssessed,
    Notice,
    Origin,
    Report,
    Score,
    Setting,
    Severity,
    Source,
    Span,
    Suppression,
    Understanding,
    Unread,
)
from procure_audit.renderers import View

VIEW = View("0.1.0")
SETTING = Setting("england", "unknown", "unknown", date(2026, 6, 1), "today")
LAW = Source("PA", "Procurement Act 2023", "22", "conditions must be in proportion", "https://example.org/act", "law")
HOSTILE = 'a" onerror=<b>&amp;::error file=x::\n::set-output name=a::b\r\n%0A%25,: \x00\x1b[31m\u202e\ud800#?😀'
"""Quotes, markup, workflow commands, line ends, escapes, control characters, half a character, signs of URIs."""
FORMULAS = ("=HYPERLINK(0)", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1", "'=1")


def place(document: str = "itt.pdf", quote: str = "Cover of £10 million.", page: int | None = 3) -> Evidence:
    return Evidence(document, quote, Span(0, 9), page, "4.2", 31)


def finding(
    rule: str = "cover", severity: Severity = Severity.HIGH, *places: Evidence, words: str = "words"
) -> Finding:
    return Finding(
        rule=rule,
        title=f"{rule} {words}",
        category="insurance",
        severity=severity,
        confidence=Confidence.HIGH,
        message=f"Found: {words}",
        why=f"Why: {words}",
        suggestion=f"Instead: {words}",
        model_clause=words,
        sources=(LAW,),
        places=places,
        points=4,
    )


def report(
    *findings: Finding,
    name: str = "care",
    documents: tuple[str, ...] = ("itt.pdf", "terms.docx"),
    origin: Origin | None = None,
    unread: tuple[Unread, ...] = (),
    gaps: tuple[Gap, ...] = (),
    missing: tuple[NotAssessed, ...] = (),
    score: int | None = 41,
) -> Report:
    read = tuple(
        DocumentSummary(path, "pdf", "0" * 64, 9, "counted", 900, "en", gaps=gaps if not number else ())
        for number, path in enumerate(documents)
    )
    understood = Understanding(name, read, unread, (), (), origin or Origin(f"tenders/{name}", f"tenders/{name}"))
    return Report(
        understood=understood,
        pack="uk",
        setting=SETTING,
        score=None if score is None else Score(score, score, score, "D", "1", ()),
        strengths=(),
        findings=findings,
        passed=("consortia-barred",),
        not_assessed=missing,
        effort=None,
    )


def mixed() -> Report:
    """One of everything: open, known, accepted, without a place, unread, unassessed, a notice."""
    accepted = replace(
        finding("accepted", Severity.CRITICAL, place()),
        status=SUPPRESSED,
        suppression=Suppression("work at height", "Head of Procurement", date(2027, 3, 31), "procure-audit.yaml:3"),
    )
    one = report(
        accepted,
        finding("cover", Severity.HIGH, place(), place("terms.docx", page=None)),
        replace(finding("old", Severity.HIGH, place("terms.docx", page=None)), status=KNOWN),
        finding("absent", Severity.MEDIUM),
        finding("small", Severity.LOW, place()),
        unread=(Unread("plan.pdf", "it is locked with a password", "ask for a copy without one", "pdf"),),
        gaps=(Gap("page 2", "no text layer", "ask for the original file", 2),),
        missing=(NotAssessed("window", "Little time", "no issue date found; give --issued"),),
    )
    return replace(one, notices=(Notice("suppression-unused", "x", "it suppresses nothing", "procure-audit.yaml:9"),))


def hostile() -> Report:
    """Every name and word tries to be something else."""
    origin = Origin(f"t/{HOSTILE}", f"t/{HOSTILE}")
    return report(
        finding("cover", Severity.HIGH, place(HOSTILE, HOSTILE), words=HOSTILE),
        finding("absent", Severity.LOW, words=HOSTILE),
        *(finding(f"formula-{n}", Severity.INFO, place(text, text), words=text) for n, text in enumerate(FORMULAS)),
        name=HOSTILE,
        documents=(HOSTILE, *FORMULAS),
        origin=origin,
        unread=(Unread(HOSTILE + "2", HOSTILE, HOSTILE, "pdf"),),
        missing=(NotAssessed("window", HOSTILE, HOSTILE),),
    )
