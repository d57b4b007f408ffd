"""SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), within the limits of GitHub's code scanning.

A finding is one result; all its places have to be mended, so all are its `locations`. Documents have no lines: the page
stands in the properties, the clause is a logical location. What was not looked at is a notification of the run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from ..model import KNOWN, SUPPRESSED, Evidence, Finding, Report, Severity
from .json import written
from .sarifrules import message, rules
from .shared import fate, named
from .told import notice_lines
from .unseen import NOT_READ, Unseen, unseen
from .view import View, shown
from .words import place as place_in_words

Json = dict[str, Any]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 25_000
MOST_LOCATIONS = 100
_MOST_EXAMPLES = 10
LEVELS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.INFO: "note",
}
_NOTIFICATIONS = {
    "not-read": "A file or page could not be read.",
    "not-assessed": "A rule could not be judged.",
    "settings": "Something about the settings that somebody should look at.",
    "left-out": "There are more findings than a SARIF file may hold.",
}


def render(reports: Sequence[Report], view: View) -> bytes:
    """One run over all *reports*, worst findings first; those below the view's limits are left out."""
    kept = [replace(report, findings=shown(report, view)) for report in reports]
    found = sorted(named(kept), key=lambda one: -one[1].severity)
    told = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(kept, found, view.version)]}
    return written(told)


def _run(reports: Sequence[Report], found: Sequence[tuple[Report, Finding, str]], version: str) -> Json:
    descriptors = rules(
        [finding for _, finding, _ in found], [one for report in reports for one in report.not_assessed]
    )
    index = {rule["id"]: number for number, rule in enumerate(descriptors)}
    return {
        "tool": {
            "driver": {
                "name": "procure-audit",
                "semanticVersion": version,
                "version": version,
                "rules": descriptors,
                "notifications": [
                    {"id": name, "shortDescription": {"text": text}} for name, text in _NOTIFICATIONS.items()
                ],
            }
        },
        "invocations": [_invocation(reports, len(found), index)],
        "artifacts": [artifact for report in reports for artifact in _artifacts(report)],
        "results": [_result(report, finding, name, index) for report, finding, name in found[:MOST_RESULTS]],
        "properties": {"tenders": [_tender(report) for report in reports]},
    }


def _tender(report: Report) -> Json:
    score = report.score
    return {
        "name": report.tender,
        "pack": report.pack,
        "score": {"value": score.value, "low": score.low, "high": score.high, "grade": score.grade} if score else None,
    }


def _artifacts(report: Report) -> Iterator[Json]:
    for document in report.understood.documents:
        yield {
            "location": {"uri": uri(report.understood.origin.place(document.path))},
            "hashes": {"sha-256": document.sha256},
        }


def uri(path: str) -> str:
    """*path* as a relative reference: every sign but letters, digits and -._~/ percent-encoded."""
    return quote(path.lstrip("/"), safe="/", errors="replace")


# Results -----------------------------------------------------------------------------------------------------------


def _result(report: Report, finding: Finding, name: str, index: dict[str, int]) -> Json:
    most = _MOST_EXAMPLES if finding.counted else MOST_LOCATIONS
    locations = [_location(report, one) for one in finding.places[:most]]
    related = [_related(report, one) for one in finding.related[:MOST_LOCATIONS]]
    return {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": LEVELS[finding.severity],
        "message": message(f"{finding.title}: {finding.message} Write instead: {finding.suggestion}"),
        "locations": locations or [_whole(report)],
        **({"relatedLocations": related} if related else {}),
        # GitHub knows an alert again by the first, which its own upload would otherwise make of lines
        "partialFingerprints": {"primaryLocationLineHash": f"{name}:1", "procureAudit/v1": name},
        **({"baselineState": "unchanged" if finding.status == KNOWN else "new"} if report.baseline else {}),
        **({"suppressions": [_suppression(finding)]} if finding.status == SUPPRESSED else {}),
        "properties": {
            "tender": report.tender,
            "severity": str(finding.severity),
            "confidence": str(finding.confidence),
            "category": finding.category,
            "basis": finding.basis,
            "points": finding.points,
            "status": finding.status,
        },
    }


def _suppression(finding: Finding) -> Json:
    return {"kind": "external", "status": "accepted", "justification": fate(finding)}


def _location(report: Report, place: Evidence) -> Json:
    path = report.understood.origin.place(place.document)
    logical = [{"name": place.document, "fullyQualifiedName": path, "kind": "document"}]
    if place.clause:
        logical.append({"name": place.clause, "fullyQualifiedName": f"{path}#{place.clause}", "kind": "clause"})
    region = {"startLine": 1, **({"snippet": {"text": place.quote}} if place.quote else {})}
    found = {"page": place.page, "paragraph": place.paragraph, "path": place.path}
    return {
        "physicalLocation": {"artifactLocation": {"uri": uri(path)}, "region": region},
        "logicalLocations": logical,
        "properties": {name: value for name, value in found.items() if value is not None},
    }


def _related(report: Report, place: Evidence) -> Json:
    return {**_location(report, place), "message": message(f"Set against: {place_in_words(place)}")}


def _whole(report: Report) -> Json:
    """A finding without a place is about the tender. GitHub needs a file: it is shown at the first one."""
    documents = report.understood.documents
    path = report.understood.origin.place(documents[0].path) if documents else report.understood.origin.path
    return {
        "physicalLocation": {"artifactLocation": {"uri": uri(path or report.tender)}, "region": {"startLine": 1}},
        "logicalLocations": [{"name": report.tender, "kind": "tender"}],
        "message": {"text": "The tender as a whole"},
    }


# What was not looked at --------------------------------------------------------------------------------------------


def _invocation(reports: Sequence[Report], found: int, index: dict[str, int]) -> Json:
    missed = [_notification(report, one, index) for report in reports for one in unseen(report)]
    if found > MOST_RESULTS:
        says = f"{found - MOST_RESULTS} more findings than the {MOST_RESULTS} that a SARIF file may hold are left out."
        missed.append({"descriptor": {"id": "left-out"}, "level": "warning", "message": message(says)})
    notices = [line for report in reports for line in notice_lines(report)]
    return {
        "executionSuccessful": all(report.score is not None for report in reports),
        "toolExecutionNotifications": missed,
        "toolConfigurationNotifications": [
            {"descriptor": {"id": "settings"}, "level": "warning", "message": message(text)} for text in notices
        ],
    }


def _notification(report: Report, one: Unseen, index: dict[str, int]) -> Json:
    path = report.understood.origin.place(one.document)
    if one.kind == NOT_READ:
        return {
            "descriptor": {"id": "not-read"},
            "level": "error" if not one.part else "warning",
            "message": message(one.says),
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(path)}}}],
        }
    return {
        "descriptor": {"id": "not-assessed"},
        "associatedRule": {"id": one.rule, "index": index[one.rule]},
        "level": "note",
        "message": message(f"{report.tender}: {one.says}"),
    }
