"""From the SOURCEs of a command line to jobs: tenders in folders, lists of them, and procurements out of notices."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model import CallError, Unread
from ..notices import Outcome, Process, listing_of, processes, published
from ..readers.options import ReadOptions
from ..readers.sources import is_junk
from .job import Job
from .remote import is_remote, tenders_of


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


def procurements(found: Iterable[Outcome]) -> Iterator[Job | Unread]:
    """A job for each procurement of the releases *found*."""
    for one in processes(found):
        yield _job(one) if isinstance(one, Process) else one


def _job(process: Process) -> Job:
    notice = json.dumps(process.release, ensure_ascii=False).encode("utf-8", "replace")
    return Job(process.ocid, "", notice, listing_of(process.release), ", ".join(process.places))
