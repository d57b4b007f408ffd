"""Findings that somebody accepted: marked, with who, why and until when, and never left out. Pure.

A finding is accepted when each of its places is: a new place of the same barrier is open until somebody looks at it.
The score stays that of the text, since a charity meets the barrier whoever accepted it; the gate goes by what is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from .model import SUPPRESSED, Evidence, Finding, Notice, Report, ScoreModel, Span, Suppression
from .score import without_accepted
from .text.globs import name_matches

EXPIRED, UNUSED, PARTIAL = "suppression-expired", "suppression-unused", "suppression-partial"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What a suppression is about; what is left empty doesn't limit.

    `document` is a pattern of names, `quote` words that the place holds, whatever their case and white space,
    `span` words that it meets. Of a quiet one that does nothing nobody is told.
    """

    rule: str
    suppression: Suppression
    document: str = ""
    clause: str = ""
    quote: str = ""
    span: Span | None = None
    is_quiet: bool = False

    def holds(self, today: date) -> bool:
        """Whether its last day isn't past."""
        return self.suppression.until is None or today <= self.suppression.until

    def covers(self, place: Evidence) -> bool:
        return (
            (not self.document or name_matches(place.document, self.document))
            and (not self.clause or self.clause == place.clause)
            and (not self.quote or _flat(self.quote) in _flat(place.quote))
            and (self.span is None or self.span.meets(place.span))
        )

    def covers_whole(self, documents: Sequence[str]) -> bool:
        """Whether it is about a tender as a whole: a finding of what is nowhere said has no place."""
        named = not self.document or all(name_matches(path, self.document) for path in documents)
        return named and not self.clause and not self.quote and self.span is None


def accepted(
    reports: Sequence[Report], acceptances: Sequence[Acceptance], today: date, model: ScoreModel
) -> list[Report]:
    """*reports*, all judged by the same settings, with the findings that *acceptances* cover marked as accepted.

    Notices tell which suppressions are past their date, cover a finding only in part, or suppress nothing in any of
    the reports.
    """
    holding = [one for one in acceptances if one.holds(today)]
    marked = [_marked(report, holding, model) for report in reports]
    told = [(*report.notices, *_expired(report, acceptances, today), *_partial(report, holding)) for report in marked]
    unused = [
        _unused(one, reports)
        for one in holding
        if not (one.is_quiet or any(_touches(one, report) for report in reports))
    ]
    last = len(marked) - 1
    return [
        replace(report, notices=(*notices, *(unused if number == last else ())))
        for number, (report, notices) in enumerate(zip(marked, told, strict=True))
    ]


def _marked(report: Report, holding: Sequence[Acceptance], model: ScoreModel) -> Report:
    documents = _documents(report)
    findings = tuple(_judged(finding, holding, documents) for finding in report.findings)
    if findings == report.findings or report.score is None:
        return report
    return replace(report, findings=findings, score=without_accepted(report.score, findings, model))


def _judged(finding: Finding, holding: Sequence[Acceptance], documents: Sequence[str]) -> Finding:
    """*finding*, marked if every place of it is covered."""
    mine = [one for one in holding if one.rule == finding.rule]
    needed = [next((one for one in mine if one.covers(place)), None) for place in finding.places]
    if not finding.places:
        needed = [next((one for one in mine if one.covers_whole(documents)), None)]
    used = [one.suppression for one in needed if one is not None]
    if len(used) < len(needed):
        return finding
    return replace(finding, status=SUPPRESSED, suppression=_together(list(dict.fromkeys(used))))


def _together(some: Sequence[Suppression]) -> Suppression:
    """Several suppressions that cover a finding's places only together: all reasons, the first day to end."""
    return Suppression(
        reason="; ".join(dict.fromkeys(one.reason for one in some)),
        approved_by=", ".join(dict.fromkeys(one.approved_by for one in some if one.approved_by)),
        until=min((one.until for one in some if one.until), default=None),
        place=", ".join(one.place for one in some),
    )


def _touches(one: Acceptance, report: Report) -> bool:
    """Whether any finding of *report* has a place that *one* covers."""
    return any(_touched(one, finding, _documents(report)) for finding in report.findings)


def _touched(one: Acceptance, finding: Finding, documents: Sequence[str]) -> int:
    """How many places of *finding* it covers; 1 for a finding without places that it covers."""
    if one.rule != finding.rule:
        return 0
    if not finding.places:
        return int(one.covers_whole(documents))
    return sum(one.covers(place) for place in finding.places)


def _expired(report: Report, acceptances: Sequence[Acceptance], today: date) -> Iterator[Notice]:
    for one in acceptances:
        until = one.suppression.until
        if until is not None and today > until:
            open_again = "the finding is open again" if _touches(one, report) else "it would suppress nothing any more"
            ended = f"this suppression ended on {until.day} {until:%B %Y}: {open_again}"
            yield Notice(EXPIRED, one.rule, ended, one.suppression.place)


def _partial(report: Report, holding: Sequence[Acceptance]) -> Iterator[Notice]:
    documents = _documents(report)
    for finding in report.findings:
        for one in holding if finding.is_open else ():
            if covered := _touched(one, finding, documents):
                places = f"{covered} of the {len(finding.places)} places"
                why = f"this suppression covers {places} of the finding, which stays open for the others"
                yield Notice(PARTIAL, one.rule, why, one.suppression.place)


def _unused(one: Acceptance, reports: Sequence[Report]) -> Notice:
    """Why a suppression did nothing, as far as that can be told."""
    names = [path for report in reports for path in _documents(report)]
    if one.document and not any(name_matches(path, one.document) for path in names):
        why = f"no document here is called '{one.document}'"
    elif any(one.rule == missing.rule for report in reports for missing in report.not_assessed):
        why = "the rule could not be assessed"
    else:
        why = "there is no such finding, so it can be taken out"
    return Notice(UNUSED, one.rule, f"this suppression suppresses nothing: {why}", one.suppression.place)


def _documents(report: Report) -> list[str]:
    return [document.path for document in report.understood.documents]


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
