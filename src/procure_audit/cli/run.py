"""From the words of a command line to reports: the calls that `check`, `facts` and `demo` share."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from ..model import Fact, Tender, given
from ..readers import ReadOptions, read_tender

if TYPE_CHECKING:
    from ..audit import Context


@dataclass(frozen=True, slots=True)
class Known:
    """What the user knows and the documents needn't say."""

    jurisdiction: str | None = None
    regime: str | None = None
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
        if self.value is not None:
            yield given("contract_value", amount=self.value, currency="GBP", period="total")
        if self.issued:
            yield given("publication_or_issue_date", value=self.issued.date())
        if self.deadline:
            yield given("tender_deadline", value=self.deadline.date())
        if self.lots is not None:
            yield given("lots", count=self.lots)


def context_of(known: Known) -> Context:
    """The pure core's context; the only place that looks at the clock."""
    from ..audit import Context
    from ..rules.words import load_words

    as_of = known.as_of.date() if known.as_of else None
    return Context(today=date.today(), words=load_words(), given=known.facts(), as_of=as_of)


def tenders(paths: Sequence[str], options: ReadOptions, jobs: int, *, progress: bool) -> Iterator[Tender]:
    """Each path as one tender, read when it is asked for; progress on standard error if a terminal is there."""
    show = progress and sys.stderr.isatty()
    for path in paths:
        yield read_tender(path, options, jobs, _progress if show else None)
        if show:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def _progress(done: int, total: int, name: str) -> None:
    print(f"\r\033[Kreading {done} of {total}: {name[-50:]}", end="", file=sys.stderr, flush=True)
