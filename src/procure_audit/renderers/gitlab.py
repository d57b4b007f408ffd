"""GitLab Code Quality (https://docs.gitlab.com/ci/testing/code_quality/): one issue a finding, at its first place.

Documents have no lines: `lines.begin` is the page, or 1 where the format has no pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..model import Finding, Report, Severity, digest
from .json import written
from .shared import fate, named, tender_key
from .unseen import NOT_READ, unseen
from .view import View, shown
from .words import place as place_in_words

Json = dict[str, Any]

SEVERITIES = {
    Severity.CRITICAL: "blocker",
    Severity.HIGH: "critical",
    Severity.MEDIUM: "major",
    Severity.LOW: "minor",
    Severity.INFO: "info",
}


def render(reports: Sequence[Report], view: View) -> bytes:
    """A list of issues: the findings, worst first in each tender, then what could not be read."""
    kept = [replace(report, findings=shown(report, view)) for report in reports]
    issues = [_issue(report, finding, name) for report, finding, name in named(kept)]
    return written([*issues, *(issue for report in kept for issue in _unread(report))])


def _issue(report: Report, finding: Finding, name: str) -> Json:
    first = next(iter(finding.places), None)
    where = place_in_words(first) if first else "the tender as a whole"
    document = first.document if first else ""
    why = fate(finding)
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": " ".join(filter(None, (why, f"{finding.title}: {finding.message} ({where})"))),
        "content": {"body": f"{finding.why}\n\nWrite instead: {finding.suggestion}"},
        "categories": ["Compatibility"],
        "fingerprint": name,
        "severity": "info" if why else SEVERITIES[finding.severity],
        "location": _location(report, document, first.page if first else None),
    }


def _unread(report: Report) -> Iterator[Json]:
    for one in unseen(report):
        if one.kind == NOT_READ:
            yield {
                "type": "issue",
                "check_name": "not-read",
                "description": f"This was not looked at. {one.says}",
                "categories": ["Compatibility"],
                "fingerprint": digest(tender_key(report), one.document, one.part, "unread"),
                "severity": "major",
                "location": _location(report, one.document, None),
            }


def _location(report: Report, document: str, page: int | None) -> Json:
    """A relative path without "./", as GitLab wants it; the first document for the tender as a whole."""
    documents = report.understood.documents
    name = document or (documents[0].path if documents else report.tender)
    return {"path": report.understood.origin.place(name).lstrip("/"), "lines": {"begin": page or 1}}
