"""From the words of a command line to reports: the calls that `check`, `facts` and `demo` share."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from ..model import NOBODY, Bidders, Fact, Metric, Report, Tender, given
from ..readers import Readers, ReadOptions

if TYPE_CHECKING:
    from ..audit import Context
    from ..readers import Begun
    from ..rules import Pack
    from ..rules.proof import Understand

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


def chosen_pack(rules: Words, select: Words, ignore: Words) -> Pack:
    """The pack that a call asks for. Loaded before anything is read: a wrong one must cost no reading."""
    from ..rules.pack import load_pack

    return load_pack(rules or ["uk"]).chosen(select or (), ignore or ())


def chosen_bidders(names: Words) -> Bidders:
    """The bidders that a call names, all that ship with the program if none. Loaded before anything is read."""
    from ..rules.bidders import load_figures, load_profiles

    return Bidders(load_profiles(names or ()), load_figures())


def audited(read: Iterable[Tender], pack: Pack, known: Known, bidders: Bidders) -> list[Report]:
    """A report for each tender, in order."""
    from ..audit import audit

    context = context_of(known, bidders)
    return [audit(tender, pack, context) for tender in read]


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


def readers_of(options: ReadOptions, jobs: int = 1, *, progress: bool = True) -> Readers:
    """What reads the paths of a call; progress on standard error if that is a terminal."""
    return Readers(options, jobs, _progress if progress and sys.stderr.isatty() else None)


def tenders(paths: Sequence[str], readers: Readers, *, each: bool = False) -> Iterator[Tender]:
    """Each path as one tender, or with *each* every file of it.

    The first is begun at once, and the next one whenever one is taken: it is read while the caller judges the last.
    """
    return _in_turn(readers.begin(paths[0]), paths[1:], readers, each=each)


def _in_turn(coming: Begun, paths: Sequence[str], readers: Readers, *, each: bool) -> Iterator[Tender]:
    for path in (*paths, None):
        tender = coming.tender()
        if readers.on_progress:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
        if path is not None:
            coming = readers.begin(path)
        yield from _apart(tender) if each else (tender,)


def _progress(name: str) -> None:
    print(f"\r\033[Kread {name[-60:]}", end="", file=sys.stderr, flush=True)


def _apart(tender: Tender) -> Iterator[Tender]:
    for document in tender.documents:
        yield Tender(document.path, (document,))
    for unread in tender.unread:
        yield Tender(unread.path, (), (unread,))
