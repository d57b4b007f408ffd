"""What settings and a baseline did to a report, told in the terminal: what was accepted, is known or was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Finding, Report
from . import told
from .words import number

if TYPE_CHECKING:
    from .paragraphs import Paper

_MOST_PLACES = 3


def tell_accepted(paper: Paper, report: Report) -> None:
    """The findings that somebody accepted, with who, why and until when."""
    findings = told.accepted(report)
    if not findings:
        return
    paper.head("Accepted")
    paper.line(told.ABOUT_ACCEPTED)
    for finding in findings:
        _accepted(paper, finding)


def _accepted(paper: Paper, finding: Finding) -> None:
    paper.gap()
    paper.line(told.accepted_title(finding), style="bold", hang=2)
    paper.line(finding.message, indent=4)
    for evidence in finding.places[:_MOST_PLACES]:
        paper.line(told.in_place(evidence), indent=4, hang=1, style="dim")
    if len(finding.places) > _MOST_PLACES:
        paper.line(f"and {number(len(finding.places) - _MOST_PLACES, 'more places')}", indent=4, style="dim")
    if finding.suppression:
        paper.line(told.why_accepted(finding.suppression), indent=4, hang=2)


def tell_known(paper: Paper, report: Report) -> None:
    """The findings that a baseline knows, in short: whoever made it has seen them."""
    lines = told.known_lines(report)
    if not lines:
        return
    paper.head("Known before")
    paper.line(told.ABOUT_KNOWN)
    for line in lines:
        paper.line(line, hang=2)


def tell_notices(paper: Paper, report: Report) -> None:
    """What somebody should look at in the settings."""
    if report.notices:
        paper.head("Settings to look at")
    for line in told.notice_lines(report):
        paper.line(line, hang=2, style="yellow")


def tell_settings(paper: Paper, report: Report) -> None:
    """Which settings judged, and what they change of the rules."""
    if report.configuration is None:
        return
    if report.configuration.changes:
        paper.head("What your settings change")
    for line in told.change_lines(report):
        paper.line(line, hang=2)
    paper.gap()
    paper.line(f"Settings: {', '.join(report.configuration.files)}.", indent=0, style="dim")
