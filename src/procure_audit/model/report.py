"""The report: plain frozen data that can be told without the documents and without the rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from .document import Gap, Reply
from .effort import Effort
from .eligibility import Eligibility
from .facts import Confidence, Fact
from .identity import digest
from .metrics import Metric
from .origin import NOWHERE, Origin
from .places import Evidence
from .setting import Setting
from .source import Source
from .tender import Unread

OPEN, SUPPRESSED, KNOWN = "open", "suppressed", "known"


class Severity(IntEnum):
    """What a barrier costs a small charity. INFO is told, never scored."""

    INFO = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding that somebody accepted: why, who, and until when (the last day). `place` is where that is written."""

    reason: str
    approved_by: str = ""
    until: date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One barrier, told in full: it can be read without the documents or the rules.

    `places` are where it stands, the point first; `related` are the places it is measured against (the contract value
    beside the turnover). `points` is its part in what the score lacks to 100; `score_if_fixed` the score without it.
    The status is "open", "suppressed" for one that somebody accepted (such a finding has a `suppression`), or "known"
    for one that a baseline holds. `counted` says that it is of the text as a whole: its places are examples.
    """

    rule: str
    title: str
    category: str
    severity: Severity
    confidence: Confidence
    message: str
    why: str
    suggestion: str
    model_clause: str
    sources: tuple[Source, ...]
    places: tuple[Evidence, ...] = ()
    related: tuple[Evidence, ...] = ()
    basis: str = ""
    recommendations: tuple[int, ...] = ()
    points: int = 0
    score_if_fixed: int | None = None
    status: str = OPEN
    suppression: Suppression | None = None
    counted: bool = False

    @property
    def is_open(self) -> bool:
        """Whether nobody accepted it, and no baseline knows it."""
        return self.status == OPEN

    @property
    def is_manner(self) -> bool:
        """Whether it is about how the text is written: mending it replaces no clause."""
        return self.category == "readability"

    @property
    def fingerprint(self) -> str:
        """The same barrier in the next draft has the same fingerprint, wherever on the page it moved.

        It is made of the rule and of the point: the document, clause and words of the first place. What is nowhere said
        and what is counted has no point, and there is one such finding of a rule in a tender.
        """
        point = () if self.counted else self.places[:1]
        where = [part for one in point for part in (one.document, one.clause or "", one.passage.words)]
        return digest(self.rule, *where)


@dataclass(frozen=True, slots=True)
class Strength:
    """What the tender does well."""

    rule: str
    title: str
    message: str
    places: tuple[Evidence, ...] = ()
    recommendations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NotAssessed:
    """A rule that could not be judged, and why."""

    rule: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Improvement:
    """The next mend that raises the score most, after those before it, and the score it leads to."""

    rule: str
    title: str
    score: int


@dataclass(frozen=True, slots=True)
class Rung:
    """The score once every open finding of a severity and of all worse ones is mended."""

    severity: Severity
    score: int


@dataclass(frozen=True, slots=True)
class Mending:
    """A short list of mends that leads to a wanted score, dearest first.

    `settled` are findings that go with them, because all they say stands in the same passages. `score` is what the
    tender would have; it stays below `wanted` where even all mends together don't reach it.
    """

    wanted: int
    score: int
    mends: tuple[Finding, ...]
    settled: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """0 to 100; 100 is the most open. `low` and `high` bound it by what was not assessed or is unsure.

    It is the score of the text, whatever was accepted of it. `ladder` tells what mending a whole severity brings, worst
    first. `open` leaves out what was accepted: the gate goes by it.
    """

    value: int
    low: int
    high: int
    grade: str
    model: str
    by_category: tuple[tuple[str, int], ...]
    improvements: tuple[Improvement, ...] = ()
    ladder: tuple[Rung, ...] = ()
    open: int | None = None

    @property
    def for_gate(self) -> int:
        """What `--fail-under` is held against."""
        return self.value if self.open is None else self.open


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What a report keeps of a document that was read."""

    path: str
    format: str
    sha256: str
    pages: int | None
    pages_basis: str
    words: int
    language: str
    unreadable_pages: tuple[int, ...] = ()
    gaps: tuple[Gap, ...] = ()
    notes: tuple[str, ...] = ()
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was read and understood, before any judgement: shown to people to confirm."""

    tender: str
    documents: tuple[DocumentSummary, ...]
    unread: tuple[Unread, ...]
    metrics: tuple[Metric, ...]
    facts: tuple[Fact, ...]
    origin: Origin = NOWHERE

    @property
    def is_empty(self) -> bool:
        """Whether no document could be read at all."""
        return not self.documents

    @property
    def is_partial(self) -> bool:
        """Whether a file or a page of the tender could not be read."""
        return bool(self.unread) or any(document.gaps for document in self.documents)

    def metric(self, name: str) -> Metric | None:
        return next((metric for metric in self.metrics if metric.name == name), None)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the settings that somebody should look at: a suppression past its date, or that does nothing.

    `rule` is empty where it is about the tender as a whole.
    """

    kind: str
    rule: str
    message: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What the settings change of a rule: "off", or what is otherwise here; `place` is the file and line."""

    rule: str
    what: str
    place: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings a tender was judged by: their files, nearest first, and what they change of the rules."""

    files: tuple[str, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Baselined:
    """The file of known findings that a report was held against, and the score then; None for a tender not in it."""

    file: str
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What one tender holds against small charities. `score` is None when nothing could be assessed."""

    understood: Understanding
    pack: str
    setting: Setting
    score: Score | None
    strengths: tuple[Strength, ...]
    findings: tuple[Finding, ...]
    passed: tuple[str, ...]
    not_assessed: tuple[NotAssessed, ...]
    effort: Effort | None
    eligibility: tuple[Eligibility, ...] = ()
    notices: tuple[Notice, ...] = ()
    configuration: Configuration | None = None
    baseline: Baselined | None = None
    mending: Mending | None = None

    @property
    def tender(self) -> str:
        return self.understood.tender
