"""Jobs through the workers into the register, in small groups, each on disk before it is told as done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from ..batch.job import Done, Job
from ..model import Unread
from .write import Register

Told = Callable[[Counter[str]], None]
"""Called with the numbers of results by status when more of them are on disk."""


Runner = Callable[[Iterable[Job]], Iterator[list[Done]]]
"""Runs jobs and gives what came of them, in groups: the pool of this machine, or a cluster."""


def fill(jobs: Iterable[Job | Unread], run: Runner, register: Path, told: Told) -> tuple[Counter[str], list[Unread]]:
    """Have *jobs* run and keep what comes of them in *register*; numbers by status, and what was no tender at all."""
    counts: Counter[str] = Counter()
    unread: list[Unread] = []
    waiting: dict[str, Job] = {}
    with Register(register) as kept:
        for group in run(_tenders(jobs, waiting, unread)):
            kept.put([(waiting.pop(done.key, Job(done.key)), done) for done in group], datetime.now())
            counts.update(done.status for done in group)
            told(counts)
        kept.put_unread(unread, datetime.now())
    return counts, unread


def _tenders(jobs: Iterable[Job | Unread], waiting: dict[str, Job], unread: list[Unread]) -> Iterator[Job]:
    """The jobs themselves, remembered until they are done; the others are set aside. A key is done once."""
    for job in jobs:
        if isinstance(job, Unread):
            unread.append(job)
        elif job.key not in waiting:
            waiting[job.key] = job
            yield job
