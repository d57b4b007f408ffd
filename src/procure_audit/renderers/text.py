"""The report in the terminal: verdict, what is good, barriers worst first, what to mend, what was not looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model import METRIC_KINDS, Evidence, Finding, Report, Severity, Source, Understanding
from . import bidders
from .accepted import accepted_in_short, tell_accepted, tell_notices, tell_settings
from .mending import tell_mending
from .view import View, shown
from .words import citation, kind_title, metric_value, number, place, value_of

if TYPE_CHECKING:
    from .paragraphs import Paper

_COLORS = {
    Severity.CRITICAL: "bold white on red",
    Severity.HIGH: "bold red",
    Severity.MEDIUM: "yellow",
    Severity.LOW: "cyan",
    Severity.INFO: "dim",
}
_VERDICTS = {
    "A": "Open: a small charity could bid for this.",
    "B": "Mostly open: a few things to mend.",
    "C": "Some small charities could bid; many would be put off.",
    "D": "Hard for most small charities to bid for.",
    "E": "Closed to most small charities as it stands.",
}
_MOST_PLACES = 3
_MUCH = 20
"""Points between a score and its lower bound from which the score says little."""
_WEIGHT = {kind: place for place, kind in enumerate(("law", "guidance", "practice", "evidence", "judgement"))}


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
    documents = number(len(understood.documents), "documents")
    pages, words = understood.metric("pages"), understood.metric("words")
    size = [documents, *(metric_value(m) for m in (pages, words) if m and m.value)]
    paper.gap()
    paper.line(understood.tender, indent=0, style="bold")
    paper.line(", ".join(size), indent=0, style="dim")


def _verdict(paper: Paper, report: Report) -> None:
    score = report.score
    paper.gap()
    if score is None:
        paper.line(f"Not assessed: {_why_not(report)}.", style="bold red")
        return
    between = f", between {score.low} and {score.high}" if score.low != score.high else ""
    paper.line(f"{score.value} out of 100 (grade {score.grade}{between}). {_VERDICTS[score.grade]}", style="bold")
    counts = Counter(finding.severity for finding in report.findings if finding.is_open)
    told = [f"{counts[severity]} {severity}" for severity in sorted(counts, reverse=True) if severity > Severity.INFO]
    stand = number(sum(counts[s] for s in counts if s > Severity.INFO), "barriers")
    accepted = sum(not finding.is_open for finding in report.findings)
    none = "No barrier was found." if not accepted else "No barrier is open."
    paper.line(f"{stand}: {', '.join(told)}." if told else none)
    if accepted:
        paper.line(accepted_in_short(accepted, score))
    if score.value - score.low >= _MUCH:
        paper.line("Much could not be assessed, so take the score as the best that it may be; see below.")


def _why_not(report: Report) -> str:
    """Why a report has no score: nothing was read, or it is no tender."""
    if report.understood.is_empty:
        return "nothing of this tender could be read"
    reasons = {missing.reason for missing in report.not_assessed}
    return reasons.pop() if len(reasons) == 1 else "none of these rules could be judged"


def _strengths(paper: Paper, report: Report) -> None:
    if not report.strengths:
        return
    paper.head("What is good")
    for strength in report.strengths:
        where = f" ({place(strength.places[0])})" if strength.places else ""
        paper.line(f"+ {strength.message}{where}", hang=2, style="green")


def _findings(paper: Paper, report: Report, view: View) -> None:
    findings = [finding for finding in shown(report, view) if finding.is_open]
    if not findings:
        return
    paper.head("What stands in the way, worst first")
    for count, finding in enumerate(findings, 1):
        _finding(paper, count, finding, brief=finding.severity <= Severity.LOW and not view.verbose)
    hidden = sum(finding.is_open for finding in report.findings) - len(findings)
    if hidden:
        paper.line(f"{number(hidden, 'findings')} below the limits of this view.", style="dim")


def _finding(paper: Paper, count: int, finding: Finding, *, brief: bool) -> None:
    paper.gap()
    paper.tagged(f"{count:>3}. ", str(finding.severity).upper(), _COLORS[finding.severity], finding.title)
    unsure = "" if finding.confidence >= 3 else f", confidence {finding.confidence}"
    cost = f"costs {number(finding.points, 'points')}, " if finding.points else ""
    paper.line(f"{cost}{finding.category.replace('-', ' ')}{unsure}; rule {finding.rule}", indent=5, style="dim")
    paper.line(finding.message, indent=5)
    for evidence in finding.places[:_MOST_PLACES]:
        _evidence(paper, evidence)
    if len(finding.places) > _MOST_PLACES:
        more = number(len(finding.places) - _MOST_PLACES, "more places")
        paper.line(f"and {more}", indent=5, style="dim")
    for evidence in finding.related[:1]:
        paper.line(f"Set against: “{evidence.quote}” ({place(evidence)})", indent=5, hang=2, style="dim")
    if not brief:
        paper.line(f"Why it matters: {finding.why}", indent=5, hang=2)
    paper.line(f"Write instead: {finding.suggestion}", indent=5, hang=2)
    if not brief:
        paper.line(f"For example: “{finding.model_clause.strip()}”", indent=5, hang=2, style="italic")
        for source in sorted(finding.sources, key=lambda source: _WEIGHT.get(source.kind, len(_WEIGHT))):
            paper.line(_source(source), indent=5, hang=2, style="dim")


def _evidence(paper: Paper, evidence: Evidence) -> None:
    if evidence.quote:
        paper.line(f"“{evidence.quote}”", indent=5, hang=1, style="italic")
    paper.line(place(evidence), indent=6, style="dim")


def _source(source: Source) -> str:
    """Law by its section; our own judgement says so by its title."""
    lead = "" if source.kind == "judgement" else f"{(source.kind or 'source').capitalize()}: "
    says = f": {source.says}" if source.says else ""
    return f"{lead}{citation(source.title, source.section)}{says}"


def _improvements(paper: Paper, report: Report) -> None:
    if report.score is None or not report.score.improvements:
        return
    paper.head("What to mend first")
    before = report.score.value
    for count, step in enumerate(report.score.improvements, 1):
        paper.line(f"{count}. {step.title}: {before} → {step.score}  ({step.rule})", hang=3)
        before = step.score


def _facts(paper: Paper, understood: Understanding, *, everything: bool) -> None:
    """Each fact with its first place; all its places when *everything* is wanted."""
    if not understood.facts:
        return
    paper.head("What we understood (please check)")
    for fact in understood.facts:
        unsure = "" if fact.confidence >= 3 else f" ({fact.confidence} confidence)"
        origin = " (you said so)" if fact.given else " (worked out)" if fact.derived else ""
        paper.line(f"{kind_title(fact.kind)}: {value_of(fact)}{origin}{unsure}", hang=2)
        for evidence in fact.places[: None if everything else 1]:
            paper.line(place(evidence), indent=4, style="dim")
            if everything:
                paper.line(f"“{evidence.quote}”", indent=4, hang=1, style="italic dim")


def _metrics(paper: Paper, understood: Understanding) -> None:
    paper.head("What was counted")
    for metric in understood.metrics:
        paper.line(f"{METRIC_KINDS[metric.name].says}: {metric_value(metric)}", hang=2)


def _unread(paper: Paper, understood: Understanding) -> None:
    gaps = [(document.path, gap) for document in understood.documents for gap in document.gaps]
    notes = [(document.path, note) for document in understood.documents for note in document.notes]
    if not (understood.unread or gaps or notes):
        return
    paper.head("What could not be read" if understood.unread or gaps else "Good to know")
    for unread in understood.unread:
        paper.line(f"{unread.path}: {unread.reason}. {unread.advice}".rstrip(), hang=2, style="red")
    for path, gap in gaps:
        paper.line(f"{path}, {gap.what}: {gap.reason}. {gap.advice}".rstrip(), hang=2, style="red")
    for path, note in notes:
        paper.line(f"{path}: {note}", hang=2, style="dim")


def _unread_in_short(paper: Paper, report: Report) -> None:
    """What no verdict may leave out: why nothing was assessed, or how much was not."""
    if report.score is None:
        _unread(paper, report.understood)
        return
    parts = len(report.understood.unread) + sum(len(document.gaps) for document in report.understood.documents)
    if parts:
        paper.line(f"{number(parts, 'parts')} could not be read: see the whole report.", style="red")


def _not_assessed(paper: Paper, report: Report) -> None:
    if not report.not_assessed or report.score is None:
        return
    paper.head("What was not assessed")
    for missing in report.not_assessed:
        paper.line(f"{missing.title}: {missing.reason} ({missing.rule})", hang=2)


def _setting(paper: Paper, report: Report) -> None:
    setting = report.setting
    paper.gap()
    if setting.jurisdiction == "other":
        paper.line("Under another country's law than these rules were made for: no law is cited.", indent=0)
    paper.line(
        f"Judged by the pack {report.pack}; jurisdiction {setting.jurisdiction}, regime {setting.regime}, law of "
        f"{setting.as_of.day} {setting.as_of:%B %Y} ({setting.as_of_basis}). Not legal advice: a finding says that a "
        "passage may deter small charities, and shows it.",
        indent=0,
        style="dim",
    )
