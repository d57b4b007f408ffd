"""What settings did to a report, told in the terminal: what was accepted, what to look at, what they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Finding, Report, Suppression
from .told import in_place
from .words import day, number

if TYPE_CHECKING:
    from .paragraphs import Paper

ABOUT_ACCEPTED = "These stand in the text and cost a bidder what they cost, so the score counts them. The gate doesn't."
_MOST_PLACES = 3


def tell_accepted(paper: Paper, report: Report) -> None:
    """The findings that somebody accepted, with who, why and until when."""
    findings = [finding for finding in report.findings if not finding.is_open]
    if not findings:
        return
    paper.head("Accepted")
    paper.line(ABOUT_ACCEPTED)
    for finding in findings:
        _accepted(paper, finding)


def _accepted(paper: Paper, finding: Finding) -> None:
    paper.gap()
    paper.line(f"{finding.title} ({finding.severity}; rule {finding.rule})", style="bold", hang=2)
    paper.line(finding.message, indent=4)
    for evidence in finding.places[:_MOST_PLACES]:
        paper.line(in_place(evidence), indent=4, hang=1, style="dim")
    if len(finding.places) > _MOST_PLACES:
        paper.line(f"and {number(len(finding.places) - _MOST_PLACES, 'more places')}", indent=4, style="dim")
    if finding.suppression:
        paper.line(why_accepted(finding.suppression), indent=4, hang=2)


def why_accepted(suppression: Suppression) -> str:
    """Who accepted a finding, until when, why, and where that is written."""
    by = f" by {suppression.approved_by}" if suppression.approved_by else ""
    until = f" until {day(suppression.until)}" if suppression.until else ""
    return f"Accepted{by}{until}: {suppression.reason.rstrip('.')}. ({suppression.place})"


def tell_notices(paper: Paper, report: Report) -> None:
    """What somebody should look at in the settings."""
    if report.notices:
        paper.head("Settings to look at")
    for notice in report.notices:
        paper.line(f"{notice.place}: {notice.rule}: {notice.message}.", hang=2, style="yellow")


def tell_settings(paper: Paper, report: Report) -> None:
    """Which settings judged, and what they change of the rules."""
    told = report.configuration
    if told is None:
        return
    if told.changes:
        paper.head("What your settings change")
        for change in told.changes:
            why = f": {change.reason}" if change.reason else ""
            paper.line(f"{change.rule}: {change.what}{why} ({change.place})", hang=2)
    paper.gap()
    paper.line(f"Settings: {', '.join(told.files)}.", indent=0, style="dim")
