"""`notices`: audit procurement notices, procurement by procurement, into a register or as lines."""

from __future__ import annotations

from typing import Annotated

import typer

from ..readers import ReadOptions
from . import options as o
from .many import Many, audited_into

_SOURCES = "Notices in OCDS: packages, records or releases as .json, .jsonl, compressed, in a ZIP or in folders."


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
    jobs: o.Workers = None,
    max_bytes: o.MaxBytes = 200_000_000,
    tender_timeout: o.TenderTimeout = 60.0,
    allow_partial: o.AllowPartial = None,
    no_progress: o.NoProgress = False,
) -> None:
    """Audit procurement notices into a register, the releases of one procurement together.

    Exit 0 when every notice could be read, 3 when none could, 4 when some could not.
    """
    from ..batch.sources import procurements_at

    many = Many(rules, select, ignore, bidder, jurisdiction, regime, as_of, max_bytes=max_bytes)
    jobs_found = procurements_at(sources, ReadOptions(max_bytes=max_bytes))
    code = audited_into(register, jobs_found, many.how(register, None), jobs, tender_timeout, not no_progress)
    raise typer.Exit(0 if allow_partial and code == o.PARTIAL else code)
