"""Workflow commands of GitHub Actions: annotations of the worst findings, as many as a step may show.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the others in silence, so no more are printed
and the last line says how many there are. The whole table belongs in the job summary, as Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Finding, Report, Severity
from ..text.amounts import counted
from ..text.printable import printable, printable_lines
from .unseen import NOT_READ, Unseen, unseen
from .view import View, shown
from .words import place

MOST_OF_A_KIND = 10
KINDS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "notice",
    Severity.INFO: "notice",
}
Annotation = tuple[str, str]
"""Kind and line."""


def render(reports: Sequence[Report], view: View) -> bytes:
    """The commands, errors first, then one line for the log."""
    unread = [_unread(report, one) for report in reports for one in unseen(report) if one.kind == NOT_READ]
    open_ones = [(report, one) for report in reports for one in shown(report, view) if one.is_open]
    open_ones.sort(key=lambda pair: (-pair[1].severity, -pair[1].points))
    found = [*unread, *(_finding(report, finding) for report, finding in open_ones)]
    kept = [line for kind in ("error", "warning", "notice") for line in _most(found, kind)]
    passed_over = sum(not one.is_open for report in reports for one in report.findings)
    lines = [*kept, _last(len(found), len(kept), passed_over, reports)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _most(found: Sequence[Annotation], kind: str) -> Iterator[str]:
    yield from [line for other, line in found if other == kind][:MOST_OF_A_KIND]


def _finding(report: Report, finding: Finding) -> Annotation:
    first = next(iter(finding.places), None)
    quoted = f"“{first.quote}”" if first and first.quote else ""
    text = [finding.message, quoted, place(first) if first else "", f"Write instead: {finding.suggestion}"]
    title = f"{str(finding.severity).capitalize()}: {finding.title}"
    document = first.document if first else ""
    return _command(KINDS[finding.severity], report, document, title, "\n".join(filter(None, text)))


def _unread(report: Report, one: Unseen) -> Annotation:
    return _command("warning", report, one.document, "Not looked at", one.says)


def _command(kind: str, report: Report, document: str, title: str, text: str) -> Annotation:
    named = [("file", report.understood.origin.place(document))] if document else []
    told = ",".join(f"{name}={_property(value)}" for name, value in (*named, ("title", title)))
    return kind, f"::{kind} {told}::{_data(text)}"


def _data(text: str) -> str:
    """The text of a command, as https://github.com/actions/toolkit escapes it."""
    return printable_lines(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")


def _last(found: int, kept: int, passed_over: int, reports: Sequence[Report]) -> str:
    scores = ", ".join(f"{printable(one.tender)} {one.score.value if one.score else 'not assessed'}" for one in reports)
    shown_here = f"{kept} of {counted(found, 'findings')} annotated" if found else "nothing found that is open"
    known = f"; {passed_over} known or accepted" if passed_over else ""
    return f"procure-audit: {shown_here}{known}; score out of 100: {scores}"
