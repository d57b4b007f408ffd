"""From the words of a command line to reports: the calls that `check`, `facts` and `demo` share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from ..model import NOBODY, Bidders, Fact, Metric, Report, Tender, given
from ..readers import Readers, ReadOptions
from . import WORKER
from .output import show_progress, shows_progress

if TYPE_CHECKING:
    from pathlib import Path

    from ..audit import Context
    from ..gate import Gate
    from ..readers import Begun
    from ..rules import Pack
    from ..rules.proof import Understand
    from .plan import Asked, Plan

Words = list[str] | None


@dataclass(frozen=True, slots=True)
class Known:
    """What the user knows and the documents needn't say."""

    jurisdiction: str | None = None
    regime: str | None = None
    authority_kind: str | None = None
    value: float | None = None
    issued: datetime | None = None
    deadline: datetime | None = None
    lots: int | None = None
    as_of: datetime | None = None

    def facts(self) -> tuple[Fact, ...]:
        """The given facts, in a fixed order."""
        return tuple(self._facts())

    def _facts(self) -> Iterator[Fact]:
        if self.jurisdiction:
            yield given("jurisdiction", value=self.jurisdiction)
        if self.regime:
            yield given("regime", value=self.regime)
        if self.authority_kind:
            yield given("authority_kind", value=self.authority_kind)
        if self.value is not None:
            yield given("contract_value", amount=self.value, currency="GBP", period="total")
        if self.issued:
            yield given("publication_or_issue_date", value=self.issued.date())
        if self.deadline:
            yield given("tender_deadline", value=self.deadline.date())
        if self.lots is not None:
            yield given("lots", count=self.lots)


def context_of(known: Known, bidders: Bidders = NOBODY) -> Context:
    """The pure core's context; the only place that looks at the clock."""
    from ..audit import Context
    from ..rules.pace import load_pace
    from ..rules.words import load_words

    as_of = known.as_of.date() if known.as_of else None
    return Context(date.today(), load_words(), load_pace(), bidders, known.facts(), as_of)


def pack_here(rules: Words, config: Path | None = None) -> Pack:
    """The pack that a call names, else that of the settings here."""
    from ..config import find
    from .plan import Asked, pack_of, settings_at

    return pack_of(settings_at(config or find("-")), Asked(rules))


def bidders_of(names: Sequence[str | Path]) -> Bidders:
    """The bidders called *names*, all that ship with the program if none. Loaded before anything is read."""
    from ..rules.bidders import load_figures, load_profiles

    return Bidders(load_profiles(names), load_figures())


def audited(read: Iterable[tuple[Plan, Tender]], known: Known) -> list[tuple[Report, Gate]]:
    """A report for each tender by its plan, in order, with the gate it has to pass."""
    from ..audit import audit
    from .known import gated
    from .plan import settled

    context = context_of(known)
    judged = [(plan, audit(tender, plan.pack, plan.context(context))) for plan, tender in read]
    reports = settled(judged, context.today)
    return [gated(report, plan) for (plan, _), report in zip(judged, reports, strict=True)]


def judged_at(
    paths: Sequence[str], asked: Asked, known: Known, reading: ReadOptions, jobs: int = 1, *, each: bool, progress: bool
) -> list[tuple[Report, Gate]]:
    """A report for each of *paths*, with the gate it has to pass; with *each* for every file of them."""
    from .plan import plans

    with readers_of(reading, jobs, progress=progress) as readers:
        coming = tenders(paths, readers)  # begun before the rules are loaded, which takes as long as reading a page
        return audited(with_plans(plans(paths, asked), coming, each=each), known)


def as_understood() -> Understand:
    """How the text of a rule's example is read: as a file of that text would be."""
    from ..audit import understand
    from ..readers.text import read

    context = context_of(Known())

    def understood(text: str) -> tuple[Tender, tuple[Fact, ...], tuple[Metric, ...]]:
        tender = Tender("example", (read(text.encode(), "example.txt"),))
        known = understand(tender, context)
        return tender, known.facts, known.metrics

    return understood


def seconds(timeout: float | None, *, ocr: bool) -> float:
    """How long one document may take; recognising a scan takes a second or two a page."""
    return timeout if timeout is not None else 600.0 if ocr else 60.0


def readers_of(options: ReadOptions, jobs: int = 1, *, progress: bool = True) -> Readers:
    """What reads the paths of a call; progress on standard error if that is a terminal."""
    return Readers(options, jobs, _read if shows_progress(progress) else None, WORKER)


def tenders(paths: Sequence[str], readers: Readers) -> Iterator[Tender]:
    """Each path as one tender.

    The first is begun at once, and the next one whenever one is taken: it is read while the caller judges the last.
    """
    return _in_turn(readers.begin(paths[0]), paths[1:], readers)


def _in_turn(coming: Begun, paths: Sequence[str], readers: Readers) -> Iterator[Tender]:
    for path in (*paths, None):
        tender = coming.tender()
        if readers.on_progress:
            show_progress()
        if path is not None:
            coming = readers.begin(path)
        yield tender


def _read(name: str) -> None:
    show_progress(f"read {name[-60:]}")


def with_plans(planned: Sequence[Plan], read: Iterable[Tender], *, each: bool) -> Iterator[tuple[Plan, Tender]]:
    """Each tender with its plan; with *each* every file is a tender."""
    for plan, tender in zip(planned, read, strict=True):
        for one in apart(tender) if each else (tender,):
            yield plan, one


def apart(tender: Tender) -> Iterator[Tender]:
    """Every file of *tender* as its own tender."""
    for document in tender.documents:
        yield Tender(document.path, (document,), (), tender.origin.part(document.path))
    for unread in tender.unread:
        yield Tender(unread.path, (), (unread,), tender.origin.part(unread.path))
