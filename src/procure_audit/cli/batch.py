"""`batch`: audit many tenders into a register."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options as o
from .many import Many, audited_into, on_a_cluster, on_this_machine
from .progress import Progress

_SOURCES = (
    "A file, a ZIP, a folder or an address (s3://…); a folder of folders and ZIPs is many tenders; @FILE lists one on "
    "each line."
)


def batch(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help=_SOURCES)],
    register: o.RegisterFile,
    rules: o.Packs = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    bidder: o.Bidders = None,
    jurisdiction: o.Jurisdiction = None,
    regime: o.Regime = None,
    as_of: o.AsOf = None,
    revisions: o.TrackedChanges = o.Revisions.ACCEPTED,
    ocr: o.Ocr = False,
    jobs: o.Workers = None,
    max_pages: o.MaxPages = 2000,
    max_bytes: o.MaxBytes = 200_000_000,
    timeout: o.Timeout = None,
    tender_timeout: o.TenderTimeout = 900.0,
    cluster: Annotated[
        str | None, o.option("--cluster", metavar="ADDRESS", help="Audit on the Dask cluster with this scheduler.")
    ] = None,
    cache: o.CacheFolder = None,
    no_cache: o.NoCache = False,
    allow_partial: o.AllowPartial = None,
    no_progress: o.NoProgress = False,
) -> None:
    """Audit many tenders into a register, in processes of their own. What it holds already is not audited again.

    Exit 0 when every tender could be read in full, 3 when nothing could, 4 when some could not. Interrupted, it goes
    on where it stopped when it is called again.
    """
    from ..batch.sources import tenders_at

    many = Many(
        rules, select, ignore, bidder, jurisdiction, regime, as_of, revisions, max_pages, max_bytes, timeout, ocr
    )
    kept = None if no_cache else cache or register.with_suffix(".documents")
    how = many.how(register, kept)
    run = on_a_cluster(how, cluster, tender_timeout) if cluster else on_this_machine(how, jobs, tender_timeout)
    progress, tenders = Progress(not no_progress), list(tenders_at(sources))
    progress.expect(len(tenders))
    code = audited_into(register, tenders, run, progress)
    raise typer.Exit(0 if allow_partial and code == o.PARTIAL else code)
