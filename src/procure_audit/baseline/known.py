"""What a baseline remembers of a tender: its findings by what they say, never by counts or pages, and its score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import SUPPRESSED, Finding, Passage, Report, Severity


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """A finding as it was: how bad, and its passages. What is counted or nowhere said has none."""

    rule: str
    severity: Severity
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownTender:
    """A tender as it was. `path` is seen from the folder of the baseline, `score` is the one that the gate goes by."""

    path: str
    pack: str
    score: int
    score_model: str
    documents: tuple[str, ...]
    findings: tuple[KnownFinding, ...]

    def finding(self, rule: str) -> KnownFinding | None:
        return next((one for one in self.findings if one.rule == rule), None)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The tenders of one file, by their paths."""

    tenders: tuple[KnownTender, ...] = ()

    def tender(self, path: str) -> KnownTender | None:
        return next((one for one in self.tenders if one.path == path), None)

    def updated(self, tenders: Iterable[KnownTender]) -> Baseline:
        """With *tenders* in place of those of the same paths; the others stay."""
        kept = {one.path: one for one in (*self.tenders, *tenders)}
        return Baseline(tuple(kept[path] for path in sorted(kept)))


def remembered(report: Report, path: str) -> KnownTender | None:
    """What to remember of *report*; None where nothing was assessed.

    What somebody accepted is not remembered: it has its own end, and is open again after it.
    """
    if report.score is None:
        return None
    found = (finding for finding in report.findings if finding.status != SUPPRESSED)
    return KnownTender(
        path=path,
        pack=report.pack,
        score=report.score.for_gate,
        score_model=report.score.model,
        documents=tuple(sorted(document.path for document in report.understood.documents)),
        findings=tuple(sorted((_known(finding) for finding in found), key=lambda one: one.rule)),
    )


def _known(finding: Finding) -> KnownFinding:
    places = () if finding.counted else finding.places
    return KnownFinding(finding.rule, finding.severity, tuple(sorted({place.passage for place in places})))
