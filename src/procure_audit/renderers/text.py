"""The report in the terminal: verdict, what is good, barriers worst first, what to mend, what was not looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model import METRIC_KINDS, Evidence, Finding, Report, Severity, Understanding
from . import bidders, told
from .accepted import tell_accepted, tell_known, tell_notices, tell_settings
from .groups import grouped
from .mending import tell_mending
from .view import View, shown
from .words import kind_title, metric_value, number, place, value_of

if TYPE_CHECKING:
    from .paragraphs import Paper

_COLORS = {
    Severity.CRITICAL: "bold white on red",
    Severity.HIGH: "bold red",
    Severity.MEDIUM: "yellow",
    Severity.LOW: "cyan",
    Severity.INFO: "dim",
}
_MOST_PLACES = 3


def render(reports: Sequence[Report], view: View) -> str:
    """The reports for people at a terminal, wrapped at `view.width`, in colour only if `view.color`."""
    from .paragraphs import Paper  # rich is loaded when something is printed for people

    paper = Paper(view.width, color=view.color)
    for report in reports:
        _report(paper, report, view)
    return paper.text()


def render_facts(understood: Sequence[Understanding], view: View) -> str:
    """What was understood, for a person to confirm."""
    from .paragraphs import Paper  # rich is loaded when something is printed for people

    paper = Paper(view.width, color=view.color)
    for one in understood:
        _title(paper, one)
        _facts(paper, one, everything=True)
        _metrics(paper, one)
        _unread(paper, one)
    return paper.text()


def _report(paper: Paper, report: Report, view: View) -> None:
    _title(paper, report.understood)
    _verdict(paper, report)
    if view.quiet:
        _unread_in_short(paper, report)
        return
    _strengths(paper, report)
    _findings(paper, report, view)
    tell_accepted(paper, report)
    tell_known(paper, report)
    _improvements(paper, report)
    tell_mending(paper, report)
    bidders.eligibility(paper, report, view)
    bidders.effort(paper, report)
    _facts(paper, report.understood, everything=view.verbose)
    if view.verbose:
        _metrics(paper, report.understood)
    _unread(paper, report.understood)
    _not_assessed(paper, report)
    tell_notices(paper, report)
    tell_settings(paper, report)
    _setting(paper, report)


def _title(paper: Paper, understood: Understanding) -> None:
    paper.gap()
    paper.line(understood.tender, indent=0, style="bold")
    paper.line(told.size(understood), indent=0, style="dim")


def _verdict(paper: Paper, report: Report) -> None:
    score = report.score
    paper.gap()
    if score is None:
        paper.line(f"Not assessed: {told.why_not(report)}.", style="bold red")
        return
    paper.line(f"{score.value} out of 100 ({told.grade(score)}). {told.verdict(score)}", style="bold")
    paper.line(told.barriers(report))
    for line in told.beside_the_score(report):
        paper.line(line)


def _strengths(paper: Paper, report: Report) -> None:
    if not report.strengths:
        return
    paper.head(f"What is good ({len(report.strengths)})")
    for strength in report.strengths:
        where = f" ({place(strength.places[0])})" if strength.places else ""
        paper.line(f"+ {strength.message}{where}", hang=2, style="green")


def _findings(paper: Paper, report: Report, view: View) -> None:
    findings = [finding for finding in shown(report, view) if finding.is_open]
    if not findings:
        return
    paper.head("What stands in the way, worst first")
    before: dict[int, int] = {}
    for group in grouped(view.group_by, findings, report.strengths):
        if view.group_by != "severity":
            paper.gap()
            paper.line(f"{group.title}: {group.counts}", style="bold")
        for finding in group.findings:
            _told_once(paper, before, finding, view)
    hidden = sum(finding.is_open for finding in report.findings) - len(findings)
    if hidden:
        paper.line(f"{number(hidden, 'findings')} below the limits of this view.", style="dim")


def _told_once(paper: Paper, before: dict[int, int], finding: Finding, view: View) -> None:
    """A finding that stands in several groups is told in full in the first; *before* has those told already."""
    number_before = before.get(id(finding))
    if number_before:
        paper.gap()
        paper.line(f"{number_before:>3}. {finding.title} (see above)", style="dim")
        return
    before[id(finding)] = len(before) + 1
    _finding(paper, len(before), finding, brief=finding.severity <= Severity.LOW and not view.verbose)


def _finding(paper: Paper, count: int, finding: Finding, *, brief: bool) -> None:
    paper.gap()
    paper.tagged(f"{count:>3}. ", str(finding.severity).upper(), _COLORS[finding.severity], finding.title)
    paper.line(told.cost(finding), indent=5, style="dim")
    paper.line(finding.message, indent=5)
    for evidence in finding.places[:_MOST_PLACES]:
        _evidence(paper, evidence)
    if len(finding.places) > _MOST_PLACES:
        more = number(len(finding.places) - _MOST_PLACES, "more places")
        paper.line(f"and {more}", indent=5, style="dim")
    for evidence in finding.related[:1]:
        paper.line(f"Set against: {told.in_place(evidence)}", indent=5, hang=2, style="dim")
    if not brief:
        paper.line(f"Why it matters: {finding.why}", indent=5, hang=2)
    paper.line(f"Write instead: {finding.suggestion}", indent=5, hang=2)
    if not brief:
        paper.line(f"For example: “{finding.model_clause.strip()}”", indent=5, hang=2, style="italic")
        for source in told.sources(finding):
            paper.line(told.source_words(source), indent=5, hang=2, style="dim")


def _evidence(paper: Paper, evidence: Evidence) -> None:
    if evidence.quote:
        paper.line(f"“{evidence.quote}”", indent=5, hang=1, style="italic")
    paper.line(place(evidence), indent=6, style="dim")


def _improvements(paper: Paper, report: Report) -> None:
    if report.score is None or not report.score.improvements:
        return
    paper.head("What to mend first")
    before = report.score.value
    for count, step in enumerate(report.score.improvements, 1):
        paper.line(f"{count}. {step.title}: {before} → {step.score}  ({step.rule})", hang=3)
        before = step.score
    if told.ladder(report.score):
        paper.line(told.ladder(report.score), hang=2)


def _facts(paper: Paper, understood: Understanding, *, everything: bool) -> None:
    """Each fact with its first place; all its places when *everything* is wanted."""
    if not understood.facts:
        return
    paper.head("What we understood (please check)")
    for fact in understood.facts:
        paper.line(f"{kind_title(fact.kind)}: {value_of(fact)}{told.origin(fact)}", hang=2)
        for evidence in fact.places[: None if everything else 1]:
            paper.line(place(evidence), indent=4, style="dim")
            if everything:
                paper.line(f"“{evidence.quote}”", indent=4, hang=1, style="italic dim")


def _metrics(paper: Paper, understood: Understanding) -> None:
    paper.head("What was counted")
    for metric in understood.metrics:
        paper.line(f"{METRIC_KINDS[metric.name].says}: {metric_value(metric)}", hang=2)


def _unread(paper: Paper, understood: Understanding) -> None:
    lines, notes = told.unread_lines(understood), told.notes(understood)
    if not (lines or notes):
        return
    paper.head("What could not be read" if lines else "Good to know")
    for line in lines:
        paper.line(line, hang=2, style="red")
    for path, note in notes:
        paper.line(f"{path}: {note}", hang=2, style="dim")


def _unread_in_short(paper: Paper, report: Report) -> None:
    """What no verdict may leave out: why nothing was assessed, or how much was not."""
    if report.score is None:
        _unread(paper, report.understood)
        return
    parts = told.unread_in_short(report.understood)
    if parts:
        paper.line(f"{parts}: see the whole report.", style="red")


def _not_assessed(paper: Paper, report: Report) -> None:
    if not report.not_assessed or report.score is None:
        return
    paper.head("What was not assessed")
    for line in told.not_assessed_lines(report):
        paper.line(line, hang=2)


def _setting(paper: Paper, report: Report) -> None:
    paper.gap()
    paper.line(told.setting(report), indent=0, style="dim")
