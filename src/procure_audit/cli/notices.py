"""`notices`: audit procurement notices, procurement by procurement, into a register or as lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..notices.manners import Manners
from ..notices.services import SERVICES, fetched
from ..readers import ReadOptions
from . import options as o
from .many import Many, audited_into, on_this_machine
from .progress import Progress

if TYPE_CHECKING:
    from ..notices.found import Outcome

_SOURCES = (
    "Notices in OCDS: packages, records or releases as .json, .jsonl, compressed, in a ZIP or in folders; or a public "
    f"service, asked over the network: {', '.join(SERVICES)}."
)
_SUMMER = timedelta(hours=1)  # how far clocks in the United Kingdom may be ahead of UTC
_TIMES = ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]


def notices(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help=_SOURCES)],
    register: o.RegisterFile,
    rules: o.Packs = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    bidder: o.Bidders = None,
    jurisdiction: o.Jurisdiction = None,
    regime: o.Regime = None,
    as_of: o.AsOf = None,
    since: Annotated[
        datetime | None,
        o.option("--from", formats=_TIMES, help="Of a service: published from then on. [default: a day ago]"),
    ] = None,
    until: Annotated[
        datetime | None, o.option("--to", formats=_TIMES, help="Of a service: until then. [default: now]")
    ] = None,
    endpoint: Annotated[
        str | None, o.option("--endpoint", metavar="URL", help="Another address of a service of the same kind.")
    ] = None,
    allow_private: Annotated[bool, o.option("--allow-private", help="Let --endpoint be inside this network.")] = False,
    documents: Annotated[
        Path | None,
        o.option("--documents", metavar="FOLDER", help="Fetch the documents of tenders into it, and read them too."),
    ] = None,
    pace: Annotated[float, o.option("--pace", min=0, help="Seconds between two requests.")] = 1.0,
    jobs: o.Workers = None,
    max_bytes: o.MaxBytes = 200_000_000,
    tender_timeout: o.TenderTimeout = 60.0,
    allow_partial: o.AllowPartial = None,
    no_progress: o.NoProgress = False,
) -> None:
    """Audit procurement notices into a register, the releases of one procurement together.

    Exit 0 when every notice could be read, 3 when none could, 4 when some could not.
    """
    from ..batch.sources import fetch_into, procurements

    many = Many(rules, select, ignore, bidder, jurisdiction, regime, as_of, max_bytes=max_bytes)
    web = Asked(since, until, endpoint, pace, allow_private)
    found = (one for source in sources for one in _published(source, web.manners(max_bytes), web))
    progress = Progress(not no_progress)
    fetch = fetch_into(documents, web.manners(max_bytes)) if documents else None
    run = on_this_machine(many.how(register, None), jobs, tender_timeout)
    code = audited_into(register, procurements(found, fetch, progress.expect), run, progress)
    raise typer.Exit(0 if allow_partial and code == o.PARTIAL else code)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call asks of a service."""

    since: datetime | None
    until: datetime | None
    endpoint: str | None
    pace: float
    private: bool

    def manners(self, max_bytes: int) -> Manners:
        return Manners(pace=self.pace, most_bytes=max_bytes, private=self.private)


def _published(source: str, manners: Manners, asked: Asked) -> Iterator[Outcome]:
    """The releases of *source*: of a service if that is its name and no file is called so."""
    from ..notices.found import published

    if source not in SERVICES or Path(source).exists():
        return published(source, ReadOptions(max_bytes=manners.most_bytes))
    until = asked.until or (datetime.now(UTC) + _SUMMER).replace(microsecond=0, tzinfo=None)
    return fetched(source, asked.since or until - timedelta(days=1), until, manners, asked.endpoint)
