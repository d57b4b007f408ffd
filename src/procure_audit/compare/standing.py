"""How a tender stands: its score and barriers, from a report or from one that was kept as JSON."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Finding, Report, Severity

SERIOUS = Severity.HIGH
"""From here on a new barrier makes a draft worse, whatever became better beside it."""


@dataclass(frozen=True, slots=True)
class Barrier:
    """One finding, as far as it takes to know it again; where it stands is told by its first place."""

    rule: str
    title: str
    category: str
    severity: Severity
    message: str
    points: int
    is_open: bool
    document: str = ""
    page: int | None = None
    clause: str | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A tender at one time. `score` is None where nothing could be assessed."""

    tender: str
    score: int | None
    model: str
    by_category: tuple[tuple[str, int], ...]
    barriers: tuple[Barrier, ...]
    not_assessed: frozenset[str]
    is_partial: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A barrier that stands in both, with another level, severity or extent."""

    old: Barrier
    new: Barrier


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two standings of one tender. `unknown` are barriers whose rules could not be judged in the other."""

    old: Standing
    new: Standing
    gone: tuple[Barrier, ...]
    added: tuple[Barrier, ...]
    changed: tuple[Change, ...]
    still: tuple[Barrier, ...]
    unknown: tuple[Barrier, ...]

    @property
    def is_worse(self) -> bool:
        """Whether the score fell, or a barrier of severity high or critical came in or rose to it."""
        if self.old.score is not None and self.new.score is not None and self.new.score < self.old.score:
            return True
        rose = [one.new for one in self.changed if one.new.severity > one.old.severity]
        return any(one.severity >= SERIOUS for one in (*self.added, *rose))


def standing_of(report: Report) -> Standing:
    """How the tender of *report* stands."""
    score = report.score
    return Standing(
        tender=report.tender,
        score=score.value if score else None,
        model=score.model if score else "",
        by_category=score.by_category if score else (),
        barriers=tuple(_barrier(finding) for finding in report.findings),
        not_assessed=frozenset(one.rule for one in report.not_assessed),
        is_partial=report.understood.is_partial,
    )


def _barrier(finding: Finding) -> Barrier:
    first = finding.places[0] if finding.places else None
    return Barrier(
        rule=finding.rule,
        title=finding.title,
        category=finding.category,
        severity=finding.severity,
        message=finding.message,
        points=finding.points,
        is_open=finding.is_open,
        document=first.document if first else "",
        page=first.page if first else None,
        clause=first.clause if first else None,
        quote=first.quote if first else "",
    )
