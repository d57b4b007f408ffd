"""From the SOURCEs of a command line to jobs: tenders in folders, lists of them, and procurements out of notices."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..model import CallError, Unread
from ..notices.found import Outcome, published
from ..notices.gathered import Expect, Process, processes
from ..notices.listing import listing_of
from ..notices.manners import Manners
from ..readers.options import ReadOptions
from ..readers.sources import is_junk
from .job import Job
from .remote import is_remote, tenders_of

Fetch = Callable[[str, Sequence[str]], tuple[str, list[Unread]]]
"""From a procurement's name and the addresses of its documents to their folder ("" for none), and what is missing."""


def tenders_at(sources: Iterable[str]) -> Iterator[Job]:
    """A job for each tender of *sources*: a file, a ZIP, or what a folder holds.

    A folder of folders and ZIPs is a collection, each of whose entries is a tender; a folder that holds documents is
    one tender. So it is with addresses (s3://…), where a "/" at the end says that it is a folder. "@list.txt" names a
    tender on each line. Raises CallError for a list that can't be read, or an address that can't be used.
    """
    return _jobs([name for source in sources for name in _named(source)])


def _jobs(sources: Iterable[str]) -> Iterator[Job]:
    for source in sources:
        found = tenders_of(source) if is_remote(source) else _tenders(source)
        yield from (Job(path, path, source=source) for path in found)


def _named(source: str) -> list[str]:
    """*source*, or what the list that it names holds: looked up at once, so that a wrong call audits nothing."""
    return _listed(Path(source[1:])) if source.startswith("@") else [source]


def _listed(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CallError(f"the list {path} can't be read: {error}") from error
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _tenders(source: str) -> Iterator[str]:
    place = Path(source)
    entries = sorted(entry for entry in place.iterdir() if not is_junk(entry.name)) if place.is_dir() else []
    folders = [entry for entry in entries if entry.is_dir() or entry.suffix.lower() == ".zip"]
    if not folders:
        yield source
    for entry in entries if folders else ():
        if entry.is_dir():
            yield from _tenders(str(entry))
        else:
            yield str(entry)


def procurements_at(paths: Iterable[str], options: ReadOptions) -> Iterator[Job | Unread]:
    """A job for each procurement of the notices at *paths*, and what could not be read of them."""
    yield from procurements(outcome for path in paths for outcome in published(path, options))


def procurements(
    found: Iterable[Outcome], documents: Fetch | None = None, expect: Expect | None = None
) -> Iterator[Job | Unread]:
    """A job for each procurement of the releases *found*, with what *documents* fetches for those that are tenders.

    *expect* is told how many there are, before the first of them.
    """
    for one in processes(found, expect):
        if isinstance(one, Unread):
            yield one
            continue
        job = _job(one)
        if documents and job.listing and job.listing.stage == "tender" and job.listing.documents:
            folder, missing = documents(job.key, job.listing.documents)
            yield from missing
            job = replace(job, path=folder)
        yield job


def _job(process: Process) -> Job:
    notice = json.dumps(process.release, ensure_ascii=False).encode("utf-8", "replace")
    return Job(process.ocid, "", notice, listing_of(process.release), ", ".join(process.places))


def fetch_into(root: Path, manners: Manners) -> Fetch:
    """What fetches the documents of a procurement into a folder of its own below *root*."""
    from ..notices.download import Downloads

    def fetch(key: str, urls: Sequence[str]) -> tuple[str, list[Unread]]:
        folder = root / re.sub(r"[^\w-]+", "_", key)
        with Downloads(folder, manners) as downloads:
            outcomes = [downloads.get(url) for url in urls]
        there = any(isinstance(one, Path) for one in outcomes)
        return str(folder) if there else "", [one for one in outcomes if isinstance(one, Unread)]

    return fetch
