"""The JSON that other programs read: versioned, and deliberately not a dump of inner types.

`procure-audit/report/1` for a tender, `procure-audit/facts/1` for what was understood of one; several tenders stand in
an envelope. The JSON Schemas are files of `procure_audit/schemas`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from ..model import (
    Cited,
    DocumentSummary,
    Eligibility,
    Evidence,
    Fact,
    Finding,
    Metric,
    Pace,
    Report,
    Score,
    Source,
    Strength,
    Understanding,
    Unread,
    Value,
    Verdict,
    Weighed,
)
from .groups import recommendations_wire
from .mending import mending_object
from .wiresettings import baseline_object, configuration_object, notice_object, suppression_object

Json = dict[str, Any]
_MISSED = ("rule", "title", "reason")
ASSUMPTIONS = tuple(field.name for field in fields(Pace) if field.name not in ("currency", "basis"))


def reports_object(reports: Sequence[Report], version: str) -> Json:
    """One report as it is; several in an envelope."""
    told = [report_object(report, version) for report in reports]
    return told[0] if len(told) == 1 else {"schema": "procure-audit/reports/1", "reports": told}


def facts_object(understood: Sequence[Understanding], version: str) -> Json:
    """What was understood of one tender as it is; of several in an envelope."""
    told = [_head("procure-audit/facts/1", one, version) | _understood(one) for one in understood]
    return told[0] if len(told) == 1 else {"schema": "procure-audit/facts-list/1", "tenders": told}


def report_object(report: Report, version: str) -> Json:
    setting, understood = report.setting, report.understood
    head = _head("procure-audit/report/1", understood, version)
    head["tender"] |= {
        "jurisdiction": setting.jurisdiction,
        "regime": setting.regime,
        "authority_kind": setting.authority_kind,
        "as_of": setting.as_of.isoformat(),
        "as_of_basis": setting.as_of_basis,
    }
    return {
        **head,
        "pack": report.pack,
        "score": _score(report.score) if report.score else None,
        **_understood(understood),
        "strengths": [_strength(strength) for strength in report.strengths],
        "findings": [_finding(finding) for finding in report.findings],
        "passed": list(report.passed),
        "by_recommendation": recommendations_wire(report),
        "not_assessed": [{name: getattr(each, name) for name in _MISSED} for each in report.not_assessed],
        "eligibility": [_eligibility(each) for each in report.eligibility],
        "effort": _effort(report),
        "configuration": configuration_object(report.configuration) if report.configuration else None,
        "notices": [notice_object(notice) for notice in report.notices],
        "baseline": baseline_object(report.baseline) if report.baseline else None,
        "mending": mending_object(report.mending),
    }


def _head(schema: str, understood: Understanding, version: str) -> Json:
    return {
        "schema": schema,
        "tool": {"name": "procure-audit", "version": version},
        "tender": {"name": understood.tender},
    }


def _understood(understood: Understanding) -> Json:
    return {
        "documents": [_document(document) for document in understood.documents],
        "unread": [_unread(unread) for unread in understood.unread],
        "metrics": _metrics(understood.metrics),
        "facts": [_fact(fact) for fact in understood.facts],
    }


def _document(document: DocumentSummary) -> Json:
    return {
        "path": document.path,
        "format": document.format,
        "sha256": document.sha256,
        "pages": document.pages,
        "pages_basis": document.pages_basis,
        "words": document.words,
        "language": document.language,
        "unreadable_pages": list(document.unreadable_pages),
        "gaps": [{"what": gap.what, "reason": gap.reason, "advice": gap.advice} for gap in document.gaps],
        "notes": list(document.notes),
    }


def _unread(unread: Unread) -> Json:
    return {"path": unread.path, "format": unread.format, "reason": unread.reason, "advice": unread.advice}


def _metrics(metrics: Iterable[Metric]) -> Json:
    return {metric.name: None if metric.value is None else round(metric.value, 3) for metric in metrics}


def _fact(fact: Fact) -> Json:
    return {
        "kind": fact.kind,
        **{name: plain(value) for name, value in fact.values},
        "places": [_place(place) for place in fact.places],
        "confidence": str(fact.confidence),
        "given": fact.given,
        "derived": fact.derived,
    }


def plain(value: Value) -> Any:
    """A value as JSON has it: dates in ISO 8601, to the minute where a time is known."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return list(value) if isinstance(value, tuple) else value


def _place(place: Evidence) -> Json:
    box = place.boxes[0] if place.boxes else None
    same_page = [each for each in place.boxes if box and each.page == box.page]
    return {
        "document": place.document,
        "page": place.page,
        "clause": place.clause,
        "paragraph": place.paragraph,
        "path": place.path,
        "role": str(place.role),
        "box": [
            round(min(each.x0 for each in same_page), 1),
            round(min(each.top for each in same_page), 1),
            round(max(each.x1 for each in same_page), 1),
            round(max(each.bottom for each in same_page), 1),
        ]
        if same_page
        else None,
        "before": place.before,
        "quote": place.quote,
        "after": place.after,
    }


def _finding(finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": str(finding.severity),
        "confidence": str(finding.confidence),
        "basis": finding.basis,
        "title": finding.title,
        "message": finding.message,
        "why": finding.why,
        "suggestion": finding.suggestion,
        "model_clause": finding.model_clause,
        "sources": [_source(source) for source in finding.sources],
        "places": [_place(place) for place in finding.places],
        "related": [_place(place) for place in finding.related],
        "recommendations": list(finding.recommendations),
        "points": finding.points,
        "score_if_fixed": finding.score_if_fixed,
        "fingerprint": finding.fingerprint,
        "status": finding.status,
        "suppression": suppression_object(finding.suppression) if finding.suppression else None,
    }


def _strength(strength: Strength) -> Json:
    return {
        "rule": strength.rule,
        "title": strength.title,
        "message": strength.message,
        "places": [_place(place) for place in strength.places],
        "recommendations": list(strength.recommendations),
    }


def _score(score: Score) -> Json:
    return {
        "value": score.value,
        "low": score.low,
        "high": score.high,
        "open": score.for_gate,
        "grade": score.grade,
        "model": score.model,
        "by_category": dict(score.by_category),
        "improvements": [{"rule": each.rule, "title": each.title, "score": each.score} for each in score.improvements],
        "ladder": [{"severity": str(rung.severity), "score": rung.score} for rung in score.ladder],
    }


def _eligibility(told: Eligibility) -> Json:
    """Ids of rules for what blocks and is unsure; each demand that is not met with its evidence under "demands"."""
    return {
        "profile": told.profile.name,
        "title": told.profile.title,
        "income": plain(told.profile.income),
        "can_bid": str(told.can_bid),
        "blocked_by": list(dict.fromkeys(one.id for one in told.blocked_by)),
        "unsure": list(dict.fromkeys(one.id for one in told.unsure)),
        "to_qualify": list(dict.fromkeys(one.id for one in told.to_qualify)),
        "met": told.met,
        "with_partners": told.with_partners,
        "lots": [{"lot": lot, "can_bid": str(answer)} for lot, answer in told.lots],
        "doubts": list(told.doubts),
        "demands": [_demand(one) for one in told.weighed if one.verdict is not Verdict.MET],
    }


def _demand(one: Weighed) -> Json:
    return {
        "rule": one.id,
        "kind": one.kind,
        "about": one.about,
        "verdict": str(one.verdict),
        "asks": one.asks,
        "has": one.has,
        "remark": one.remark,
        "lot": one.lot,
        "partners_may_meet_it": one.joint,
        "share_below": _cited(one.share_below),
        "cost": _cited(one.cost),
        "places": [_place(place) for place in one.places],
    }


def _cited(cited: Cited | None) -> Json | None:
    return None if cited is None else {"says": cited.says, "source": _source(cited.source)}


def _source(source: Source) -> Json:
    return {key: value for key in ("id", "title", "section", "says", "url", "kind") if (value := getattr(source, key))}


def _effort(report: Report) -> Json | None:
    effort = report.effort
    if effort is None:
        return None
    pace = effort.pace
    return {
        "documents": effort.documents,
        "pages": effort.pages,
        "words": effort.words,
        "questions": effort.questions,
        "answer_words_max": effort.answer_words_max,
        "attachments": effort.attachments,
        "reading_hours": effort.reading_hours,
        "answer_hours": effort.answer_hours,
        "other_hours": effort.other_hours,
        "hours": effort.hours,
        "cost": effort.cost,
        "currency": pace.currency,
        "annual_value": plain(effort.annual_value),
        "share_of_year": effort.share_of_year,
        "assumptions": {name: plain(getattr(pace, name)) for name in ASSUMPTIONS},
        "basis": effort.basis,
    }
