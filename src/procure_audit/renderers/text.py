"""The report in the terminal: verdict, what is good, barriers worst first, what to mend, what was not looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING

from ..model import METRIC_KINDS, Evidence, Finding, Report, Severity, Source, Understanding
from .view import View, shown
from .words import kind_title, metric_value, number, place, value_of

if TYPE_CHECKING:
    from rich.console import Console

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


def render(reports: Sequence[Report], view: View) -> str:
    """The reports for people at a terminal, wrapped at `view.width`, in colour only if `view.color`."""
    console = _console(view)
    for report in reports:
        _report(console, report, view)
    return _printed(console)


def render_facts(understood: Sequence[Understanding], view: View) -> str:
    """What was understood, for a person to confirm."""
    console = _console(view)
    for one in understood:
        _title(console, one)
        _facts(console, one, everything=True)
        _metrics(console, one)
        _unread(console, one)
    return _printed(console)


def _console(view: View) -> Console:
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=view.width,
        force_terminal=view.color,
        no_color=not view.color,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )


def _printed(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines()) + "\n"


def _report(console: Console, report: Report, view: View) -> None:
    _title(console, report.understood)
    _verdict(console, report)
    if view.quiet:
        return
    _strengths(console, report)
    _findings(console, report, view)
    _improvements(console, report)
    _effort(console, report)
    _facts(console, report.understood, everything=view.verbose)
    if view.verbose:
        _metrics(console, report.understood)
    _unread(console, report.understood)
    _not_assessed(console, report)
    _setting(console, report)


def _line(console: Console, text: str = "", indent: int = 2, style: str = "", hang: int = 0) -> None:
    """One paragraph, wrapped inside its indent; lines after the first hang further in."""
    from rich.text import Text

    if not text:
        console.print()
        return
    width = max(20, console.width - indent - hang)
    first, *rest = Text(text, style=style).wrap(console, width)
    for number_, line in enumerate((first, *rest)):
        console.print(Text(" " * (indent + (hang if number_ else 0))) + line)


def _head(console: Console, title: str) -> None:
    from rich.text import Text

    console.print()
    console.print(Text(f"{title} ", style="bold") + Text("─" * max(3, console.width - len(title) - 1), style="dim"))


def _title(console: Console, understood: Understanding) -> None:
    documents = number(len(understood.documents), "documents")
    pages, words = understood.metric("pages"), understood.metric("words")
    size = [documents, *(metric_value(m) for m in (pages, words) if m and m.value)]
    console.print()
    _line(console, understood.tender, indent=0, style="bold")
    _line(console, ", ".join(size), indent=0, style="dim")


def _verdict(console: Console, report: Report) -> None:
    score = report.score
    console.print()
    if score is None:
        _line(console, "Not assessed: nothing of this tender could be read.", style="bold red")
        return
    between = f", between {score.low} and {score.high}" if score.low != score.high else ""
    _line(console, f"{score.value} out of 100 (grade {score.grade}{between}). {_VERDICTS[score.grade]}", style="bold")
    counts = Counter(finding.severity for finding in report.findings)
    told = [f"{counts[severity]} {severity}" for severity in sorted(counts, reverse=True) if severity > Severity.INFO]
    stand = number(sum(counts[s] for s in counts if s > Severity.INFO), "barriers")
    _line(console, f"{stand}: {', '.join(told)}." if told else "No barrier was found.")


def _strengths(console: Console, report: Report) -> None:
    if not report.strengths:
        return
    _head(console, "What is good")
    for strength in report.strengths:
        where = f" ({place(strength.places[0])})" if strength.places else ""
        _line(console, f"+ {strength.message}{where}", hang=2, style="green")


def _findings(console: Console, report: Report, view: View) -> None:
    findings = shown(report, view)
    if not findings:
        return
    _head(console, "What stands in the way, worst first")
    for count, finding in enumerate(findings, 1):
        _finding(console, count, finding, brief=finding.severity <= Severity.LOW and not view.verbose)
    hidden = len(report.findings) - len(findings)
    if hidden:
        _line(console, f"{number(hidden, 'findings')} below the limits of this view.", style="dim")


def _finding(console: Console, count: int, finding: Finding, *, brief: bool) -> None:
    from rich.text import Text

    console.print()
    label = Text(f" {str(finding.severity).upper()} ", style=_COLORS[finding.severity])
    console.print(Text(f"{count:>3}. ") + label + Text(f" {finding.title}", style="bold"))
    unsure = "" if finding.confidence >= 3 else f", confidence {finding.confidence}"
    cost = f"costs {number(finding.points, 'points')}, " if finding.points else ""
    _line(console, f"{cost}{finding.category.replace('-', ' ')}{unsure}; rule {finding.rule}", indent=5, style="dim")
    for evidence in finding.places[:_MOST_PLACES]:
        _evidence(console, evidence)
    if len(finding.places) > _MOST_PLACES:
        more = number(len(finding.places) - _MOST_PLACES, "more places")
        _line(console, f"and {more}", indent=5, style="dim")
    _line(console, finding.message, indent=5)
    for evidence in finding.related[:1]:
        _line(console, f"Set against: “{evidence.quote}” ({place(evidence)})", indent=5, hang=2, style="dim")
    if not brief:
        _line(console, f"Why it matters: {finding.why}", indent=5, hang=2)
    _line(console, f"Write instead: {finding.suggestion}", indent=5, hang=2)
    if not brief:
        _line(console, f"For example: “{finding.model_clause.strip()}”", indent=5, hang=2, style="italic")
        for source in finding.sources:
            _line(console, _source(source), indent=5, hang=2, style="dim")


def _evidence(console: Console, evidence: Evidence) -> None:
    _line(console, f"“{evidence.quote}”", indent=5, hang=1, style="italic")
    _line(console, place(evidence), indent=6, style="dim")


def _source(source: Source) -> str:
    section = f" {source.section}" if source.section else ""
    says = f": {source.says}" if source.says else ""
    return f"{(source.kind or 'source').capitalize()}: {source.title}{section}{says}"


def _improvements(console: Console, report: Report) -> None:
    if report.score is None or not report.score.improvements:
        return
    _head(console, "What to mend first")
    before = report.score.value
    for count, step in enumerate(report.score.improvements, 1):
        _line(console, f"{count}. {step.title}: {before} → {step.score}  ({step.rule})", hang=3)
        before = step.score


def _effort(console: Console, report: Report) -> None:
    effort = report.effort
    if effort is None or report.score is None:
        return
    _head(console, "What bidding costs")
    _line(console, f"About {number(effort.reading_hours, 'hours')} to read.")
    if effort.answer_hours:
        limit = f", up to {effort.answer_words_max:,} words" if effort.answer_words_max else ""
        asked = f"{number(effort.questions, 'questions')}{limit}" if effort.questions else f"answers{limit}"
        _line(console, f"About {number(effort.answer_hours, 'hours')} to answer: {asked}.")
    _line(console, f"An estimate by {effort.basis}.", style="dim")


def _facts(console: Console, understood: Understanding, *, everything: bool) -> None:
    """Each fact with its first place; all its places when *everything* is wanted."""
    if not understood.facts:
        return
    _head(console, "What we understood (please check)")
    for fact in understood.facts:
        unsure = "" if fact.confidence >= 3 else f" ({fact.confidence} confidence)"
        origin = " (you said so)" if fact.given else " (worked out)" if fact.derived else ""
        _line(console, f"{kind_title(fact.kind)}: {value_of(fact)}{origin}{unsure}", hang=2)
        for evidence in fact.places[: None if everything else 1]:
            _line(console, place(evidence), indent=4, style="dim")
            if everything:
                _line(console, f"“{evidence.quote}”", indent=4, hang=1, style="italic dim")


def _metrics(console: Console, understood: Understanding) -> None:
    _head(console, "What was counted")
    for metric in understood.metrics:
        _line(console, f"{METRIC_KINDS[metric.name].says}: {metric_value(metric)}", hang=2)


def _unread(console: Console, understood: Understanding) -> None:
    gaps = [(document.path, gap) for document in understood.documents for gap in document.gaps]
    notes = [(document.path, note) for document in understood.documents for note in document.notes]
    if not (understood.unread or gaps or notes):
        return
    _head(console, "What could not be read" if understood.unread or gaps else "Good to know")
    for unread in understood.unread:
        _line(console, f"{unread.path}: {unread.reason}. {unread.advice}".rstrip(), hang=2, style="red")
    for path, gap in gaps:
        _line(console, f"{path}, {gap.what}: {gap.reason}. {gap.advice}".rstrip(), hang=2, style="red")
    for path, note in notes:
        _line(console, f"{path}: {note}", hang=2, style="dim")


def _not_assessed(console: Console, report: Report) -> None:
    if not report.not_assessed:
        return
    _head(console, "What was not assessed")
    for missing in report.not_assessed:
        _line(console, f"{missing.title}: {missing.reason} ({missing.rule})", hang=2)


def _setting(console: Console, report: Report) -> None:
    setting = report.setting
    console.print()
    _line(
        console,
        f"Judged by the pack {report.pack}; jurisdiction {setting.jurisdiction}, regime {setting.regime}, law of "
        f"{setting.as_of.day} {setting.as_of:%B %Y} ({setting.as_of_basis}). Not legal advice: a finding says that a "
        "passage may deter small charities, and shows it.",
        indent=0,
        style="dim",
    )
