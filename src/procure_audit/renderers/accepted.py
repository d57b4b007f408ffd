"""What settings and a baseline did to a report, told in the terminal: what was accepted, is known or was changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model import KNOWN, SUPPRESSED, Finding, Report, Score, Suppression
from .words import day, number, place

if TYPE_CHECKING:
    from .paragraphs import Paper

_MOST_PLACES = 3


def accepted_in_short(count: int, score: Score) -> str:
    """How many findings were accepted, for the verdict, and what the gate makes of the score."""
    told = f"{count} more {'was' if count == 1 else 'were'} accepted, and {'is' if count == 1 else 'are'} told below."
    without = f" Without {'it' if count == 1 else 'them'} the score would be {score.for_gate}."
    return told + (without if score.for_gate != score.value else "")


def tell_accepted(paper: Paper, report: Report) -> None:
    """The findings that somebody accepted, with who, why and until when."""
    findings = [finding for finding in report.findings if finding.status == SUPPRESSED]
    if not findings:
        return
    paper.head("Accepted")
    paper.line("These stand in the text and cost a bidder what they cost, so the score counts them. The gate doesn't.")
    for finding in findings:
        _accepted(paper, finding)


def _accepted(paper: Paper, finding: Finding) -> None:
    paper.gap()
    paper.line(f"{finding.title} ({finding.severity}; rule {finding.rule})", style="bold", hang=2)
    paper.line(finding.message, indent=4)
    for evidence in finding.places[:_MOST_PLACES]:
        paper.line(f"“{evidence.quote}” ({place(evidence)})", indent=4, hang=1, style="dim")
    if len(finding.places) > _MOST_PLACES:
        paper.line(f"and {number(len(finding.places) - _MOST_PLACES, 'more places')}", indent=4, style="dim")
    if finding.suppression:
        paper.line(_why(finding.suppression), indent=4, hang=2)


def known_in_short(report: Report) -> str:
    """How many findings are known, for the verdict, and the score that the baseline holds; empty without one."""
    told = report.baseline
    if told is None:
        return ""
    if told.score is None:
        return f"This tender is not in the baseline {told.file}: every finding counts as new."
    count = sum(finding.status == KNOWN for finding in report.findings)
    was = f" The score was {told.score} when it was made." if report.score else ""
    return f"{number(count, 'findings')} known from the baseline {told.file}, told below.{was}"


def tell_known(paper: Paper, findings: Sequence[Finding]) -> None:
    """The known ones of *findings*, in short: whoever made the baseline has seen them."""
    known = [finding for finding in findings if finding.status == KNOWN]
    if not known:
        return
    paper.head("Known before")
    paper.line("These were there when the baseline was made. The score counts them. The gate doesn't.")
    for finding in known:
        where = f" ({place(finding.places[0])})" if finding.places else ""
        paper.line(f"{finding.severity}: {finding.title}{where}; rule {finding.rule}", hang=2)


def _why(suppression: Suppression) -> str:
    by = f" by {suppression.approved_by}" if suppression.approved_by else ""
    until = f" until {day(suppression.until)}" if suppression.until else ""
    return f"Accepted{by}{until}: {suppression.reason.rstrip('.')}. ({suppression.place})"


def tell_notices(paper: Paper, report: Report) -> None:
    """What somebody should look at in the settings."""
    if report.notices:
        paper.head("Settings to look at")
    for notice in report.notices:
        told = ": ".join(filter(None, (notice.place, notice.rule, notice.message)))
        paper.line(f"{told}.", hang=2, style="yellow")


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
