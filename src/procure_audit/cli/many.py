"""What `batch` and `notices` share: the words of a call to the way of judging, what came of it, and the exit code."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..data import DEFAULT_PACK
from ..gate import ExitCode
from ..model import Unread
from ..text.amounts import counted
from .options import Revisions, Words
from .run import seconds

if TYPE_CHECKING:
    from ..batch.job import How, Job
    from ..register.fill import Runner
    from .progress import Progress

_JUDGED = ("assessed", "partial", "same")


@dataclass(frozen=True, slots=True)
class Many:
    """What a call says of how its tenders are judged and read."""

    rules: Words
    select: Words
    ignore: Words
    bidders: Words
    jurisdiction: str | None
    regime: str | None
    as_of: datetime | None
    revisions: Revisions = Revisions.ACCEPTED
    max_pages: int = 2000
    max_bytes: int = 200_000_000
    timeout: float | None = None
    ocr: bool = False

    def how(self, register: Path, cache: Path | None) -> How:
        """How the workers judge. Raises CallError or PackError here, before any of them starts."""
        from ..batch.job import How
        from ..rules.bidders import load_profiles
        from ..rules.pack import load_pack

        rules = tuple(self.rules or (DEFAULT_PACK,))
        load_pack(rules).chosen(self.select or (), self.ignore or ())
        load_profiles(self.bidders or ())
        return How(
            today=date.today().isoformat(),
            rules=rules,
            select=tuple(self.select or ()),
            ignore=tuple(self.ignore or ()),
            bidders=tuple(self.bidders or ()),
            jurisdiction=self.jurisdiction,
            regime=self.regime,
            as_of=self.as_of.date().isoformat() if self.as_of else None,
            revisions=self.revisions.value,
            max_pages=self.max_pages,
            max_bytes=self.max_bytes,
            document_timeout=seconds(self.timeout, ocr=self.ocr),
            ocr=self.ocr,
            cache=str(cache.resolve()) if cache else None,
            register=str(register.resolve()),
        )


def on_this_machine(how: How, workers: int | None, timeout: float) -> Runner:
    """Runs jobs in *workers* processes, one for each processor if it isn't said how many."""
    from ..batch.pool import run

    return partial(run, how=how, workers=workers or os.cpu_count() or 1, timeout=timeout)


def on_a_cluster(how: How, address: str, timeout: float) -> Runner:
    """Runs jobs on the Dask cluster whose scheduler is at *address*."""
    from ..batch.cluster import run

    return partial(run, how=how, address=address, timeout=timeout)


def audited_into(register: Path, jobs: Iterable[Job | Unread], run: Runner, progress: Progress) -> int:
    """Audit *jobs* into the *register*, tell what came of them, and return the exit code."""
    from ..register.fill import fill

    counts, unread = fill(jobs, run, register, lambda counts: progress.tell(counts.total(), told(counts)))
    progress.clear()
    for one in unread:
        print(f"not read: {one.path}: {one.reason}", file=sys.stderr)
    print(f"{told(counts)}; register: {register}")
    return exit_code(counts, unread)


def told(counts: Counter[str]) -> str:
    """ "120 tenders: 100 assessed, 12 as before, 5 partly, 2 unread, 1 failed"."""
    names = (
        ("assessed", "assessed"),
        ("partial", "assessed in part"),
        ("same", "as before"),
        ("unread", "not assessed"),
        ("failed", "failed"),
    )
    parts = [f"{counts[name]:,} {says}" for name, says in names if counts[name]]
    return counted(counts.total(), "tenders") + (f": {', '.join(parts)}" if parts else "")


def exit_code(counts: Counter[str], unread: Iterable[Unread]) -> int:
    if not any(counts[name] for name in _JUDGED):
        return ExitCode.UNREAD
    is_whole = not any(unread) and not any(counts[name] for name in ("partial", "unread", "failed"))
    return ExitCode.OK if is_whole else ExitCode.PARTIAL
