"""What every report for people says of a tender, in the same words: terminal, page and comment print these."""

from __future__ import annotations

from collections import Counter

from ..model import (
    FOREIGN,
    KNOWN,
    SUPPRESSED,
    Evidence,
    Fact,
    Finding,
    Gap,
    Report,
    Score,
    Severity,
    Source,
    Suppression,
    Understanding,
    Unread,
)
from .words import citation, day, metric_value, number, place

ABOUT_ACCEPTED = "These stand in the text and cost a bidder what they cost, so the score counts them. The gate doesn't."
ABOUT_KNOWN = "These were there when the baseline was made. The score counts them. The gate doesn't."
MUCH = 20
"""Points between a score and its lower bound from which the score says little."""
_VERDICTS = {
    "A": "Open: a small charity could bid for this.",
    "B": "Mostly open: a few things to mend.",
    "C": "Some small charities could bid; many would be put off.",
    "D": "Hard for most small charities to bid for.",
    "E": "Closed to most small charities as it stands.",
}
_WEIGHT = {kind: place for place, kind in enumerate(("law", "guidance", "practice", "evidence", "judgement"))}


def size(understood: Understanding) -> str:
    """ "4 documents, 51 pages, 7,901 words": what there is to read."""
    pages, words = understood.metric("pages"), understood.metric("words")
    parts = [
        number(len(understood.documents), "documents"),
        *(metric_value(m) for m in (pages, words) if m and m.value),
    ]
    return ", ".join(parts)


def verdict(score: Score) -> str:
    """What a grade means for a small charity."""
    return _VERDICTS[score.grade]


def grade(score: Score) -> str:
    """ "grade E, between 2 and 7": a score without a range has none."""
    between = f", between {score.low} and {score.high}" if score.low != score.high else ""
    return f"grade {score.grade}{between}"


def open_by_severity(report: Report) -> list[tuple[Severity, int]]:
    """How many barriers nobody accepted, worst first; what is only told (INFO) is none."""
    counts = Counter(finding.severity for finding in report.findings if finding.is_open)
    return [(severity, counts[severity]) for severity in sorted(counts, reverse=True) if severity > Severity.INFO]


def barriers(report: Report) -> str:
    """ "12 barriers: 1 critical, 11 high."; that there is none."""
    counts = open_by_severity(report)
    if counts:
        told = ", ".join(f"{count} {severity}" for severity, count in counts)
        return f"{number(sum(count for _, count in counts), 'barriers')}: {told}."
    return "No barrier was found." if all(finding.is_open for finding in report.findings) else "No barrier is open."


def accepted_in_short(report: Report) -> str:
    """How many findings were accepted, and what the gate makes of the score; "" for none."""
    count, score = len(accepted(report)), report.score
    if not count or score is None:
        return ""
    told = f"{count} more {'was' if count == 1 else 'were'} accepted, and {'is' if count == 1 else 'are'} told below."
    without = f" Without {'it' if count == 1 else 'them'} the score would be {score.for_gate}."
    return told + (without if score.for_gate != score.value else "")


def doubt(score: Score) -> str:
    """A warning where much could not be assessed, else ""."""
    if score.value - score.low < MUCH:
        return ""
    return "Much could not be assessed, so take the score as the best that it may be; see below."


def why_not(report: Report) -> str:
    """Why a report has no score: nothing was read, or it is no tender."""
    if report.understood.is_empty:
        return "nothing of this tender could be read"
    reasons = {missing.reason for missing in report.not_assessed}
    return reasons.pop() if len(reasons) == 1 else "none of these rules could be judged"


def cost(finding: Finding) -> str:
    """ "takes 2 points, finance, confidence medium; rule turnover-absolute": its part of what the score lacks."""
    unsure = "" if finding.confidence >= 3 else f", confidence {finding.confidence}"
    points = f"takes {number(finding.points, 'points') if finding.points else 'under 1 point'}, "
    told = points if finding.severity > Severity.INFO else ""
    return f"{told}{category(finding.category)}{unsure}; rule {finding.rule}"


def ladder(score: Score) -> str:
    """What mending whole severities brings: single steps say little where many barriers stand; "" for one severity."""
    if len(score.ladder) < 2:
        return ""
    first, *others = score.ladder
    rest = "".join(f", with the {rung.severity} ones as well {rung.score}" for rung in others)
    return f"With every {first.severity} barrier mended it would score {first.score}{rest}."


def category(name: str) -> str:
    """ "liability-and-risk" as people say it."""
    return name.replace("-", " ")


def sources(finding: Finding) -> list[Source]:
    """What a finding rests on, the weightiest first: law before guidance, our own judgement last."""
    return sorted(finding.sources, key=lambda source: _WEIGHT.get(source.kind, len(_WEIGHT)))


def source_kind(source: Source) -> str:
    """ "Law: " before a law; nothing before our own judgement, whose title says so."""
    return "" if source.kind == "judgement" else f"{(source.kind or 'source').capitalize()}: "


def source_words(source: Source) -> str:
    """A source in a line."""
    says = f": {source.says}" if source.says else ""
    return f"{source_kind(source)}{citation(source.title, source.section)}{says}"


def origin(fact: Fact) -> str:
    """Where a fact is from if not from a text, and how sure it is if it isn't."""
    told = " (you said so)" if fact.given else " (worked out)" if fact.derived else ""
    return told + ("" if fact.confidence >= 3 else f" ({fact.confidence} confidence)")


def in_place(evidence: Evidence) -> str:
    """A quote and its place in a line; the place alone where nothing is quoted."""
    return f"“{evidence.quote}” ({place(evidence)})" if evidence.quote else place(evidence)


def gaps(understood: Understanding) -> list[tuple[str, Gap]]:
    """The parts of documents that could not be read, with the documents' paths."""
    return [(document.path, gap) for document in understood.documents for gap in document.gaps]


def notes(understood: Understanding) -> list[tuple[str, str]]:
    """What is good to know of documents, with their paths."""
    return [(document.path, note) for document in understood.documents for note in document.notes]


def unread_in_short(understood: Understanding) -> str:
    """How much could not be read; "" where all was."""
    parts = len(understood.unread) + len(gaps(understood))
    return f"{number(parts, 'parts')} could not be read" if parts else ""


def unread_file(unread: Unread) -> str:
    """A file that could not be read: why, and what to do."""
    return f"{unread.path}: {unread.reason}. {unread.advice}".rstrip()


def unread_part(path: str, gap: Gap) -> str:
    """A part of the document at *path* that could not be read: why, and what to do."""
    return f"{path}, {gap.what}: {gap.reason}. {gap.advice}".rstrip()


def unread_lines(understood: Understanding) -> list[str]:
    """What could not be read: files, then parts of documents."""
    parts = [unread_part(path, gap) for path, gap in gaps(understood)]
    return [*(unread_file(unread) for unread in understood.unread), *parts]


def not_assessed_lines(report: Report) -> list[str]:
    """The rules that could not be judged, and why."""
    return [f"{missing.title}: {missing.reason} ({missing.rule})" for missing in report.not_assessed]


def notice_lines(report: Report) -> list[str]:
    """What somebody should look at in the settings."""
    return [": ".join(filter(None, (one.place, one.rule, f"{one.message}."))) for one in report.notices]


def change_lines(report: Report) -> list[str]:
    """What the settings change of the rules."""
    changes = report.configuration.changes if report.configuration else ()
    reasons = [f": {change.reason}" if change.reason else "" for change in changes]
    return [f"{one.rule}: {one.what}{why} ({one.place})" for one, why in zip(changes, reasons, strict=True)]


def accepted(report: Report) -> list[Finding]:
    """The findings that somebody accepted."""
    return [finding for finding in report.findings if finding.status == SUPPRESSED]


def accepted_title(finding: Finding) -> str:
    return f"{finding.title} ({finding.severity}; rule {finding.rule})"


def why_accepted(suppression: Suppression) -> str:
    """Who accepted a finding, until when, why, and where that is written."""
    by = f" by {suppression.approved_by}" if suppression.approved_by else ""
    until = f" until {day(suppression.until)}" if suppression.until else ""
    return f"Accepted{by}{until}: {suppression.reason.rstrip('.')}. ({suppression.place})"


def accepted_lines(report: Report) -> list[str]:
    """The findings that somebody accepted, each in a line with who, why and until when."""
    reasons = [why_accepted(one.suppression) if one.suppression else "" for one in accepted(report)]
    lines = zip(accepted(report), reasons, strict=True)
    return [f"{accepted_title(finding)}: {finding.message} {why}".rstrip() for finding, why in lines]


def known_in_short(report: Report) -> str:
    """How many findings a baseline knows, and the score that it holds; "" without one."""
    held = report.baseline
    if held is None or report.score is None:
        return ""
    if held.score is None:
        return f"This tender is not in the baseline {held.file}: every finding counts as new."
    count = number(len(known_lines(report)), "findings")
    return f"{count} known from the baseline {held.file}, told below. The score was {held.score} when it was made."


def known_lines(report: Report) -> list[str]:
    """ "high: A fixed minimum turnover (itt.docx, clause 5.1); rule turnover-absolute": those a baseline knows."""
    known = [finding for finding in report.findings if finding.status == KNOWN]
    where = [f" ({place(finding.places[0])})" if finding.places else "" for finding in known]
    return [f"{one.severity}: {one.title}{at}; rule {one.rule}" for one, at in zip(known, where, strict=True)]


def setting(report: Report) -> str:
    """The pack and the law that judged, and what a finding is not."""
    law = report.setting
    return (
        f"Judged by the pack {report.pack}; jurisdiction {law.jurisdiction}, regime {law.regime}, law of "
        f"{law.as_of.day} {law.as_of:%B %Y} ({law.as_of_basis}). Not legal advice: a finding says that a "
        "passage may deter small charities, and shows it."
    )


def foreign(report: Report) -> str:
    """That no law is held against a tender under a law which the pack isn't made for; else ""."""
    if report.setting.jurisdiction != FOREIGN:
        return ""
    return (
        f"This seems to be under the law of another country than those the pack {report.pack} is made for. No law "
        "is held against it; what is called high or short is so by the practice of those countries."
    )


def beside_the_score(report: Report) -> list[str]:
    """What must stand beside a score: what was accepted or is known, whose law it is, and how much is in doubt."""
    lines = (accepted_in_short(report), known_in_short(report), foreign(report))
    return [line for line in (*lines, doubt(report.score) if report.score else "") if line]
