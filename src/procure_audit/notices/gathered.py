"""Releases sorted into procurements. They wait on disk, so that years of notices need no more memory than one does."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from ..model import Unread
from ..readers.ocds.parse import Release
from .found import Outcome, Published
from .merge import merged

_SCHEMA = """
create table release (number integer primary key, process text not null, place text not null, body blob not null);
create index by_process on release (process, number);
"""


@dataclass(frozen=True, slots=True)
class Process:
    """One procurement: its ocid (the place of a release that has none), all its releases as one, and their places."""

    ocid: str
    release: Release
    places: tuple[str, ...]


Expect = Callable[[int], None]
"""Called with how many procurements there are."""


def processes(found: Iterable[Outcome], expect: Expect | None = None) -> Iterator[Process | Unread]:
    """Every procurement of *found*, in the order in which each was first met, after what could not be read."""
    # A file of SQLite's own that goes with the connection; who breaks off may close it from another thread.
    with closing(sqlite3.connect("", check_same_thread=False)) as store:
        store.executescript(_SCHEMA)
        for outcome in found:
            if isinstance(outcome, Unread):
                yield outcome
            else:
                _keep(store, outcome)
        if expect:
            expect(store.execute("select count(distinct process) from release").fetchone()[0])
        for (name,) in store.execute("select process from release group by process order by min(number)"):
            yield _process(store, name)


def _keep(store: sqlite3.Connection, one: Published) -> None:
    ocid = one.release.get("ocid")
    name = ocid if isinstance(ocid, str) and ocid.strip() else one.place
    body = zlib.compress(json.dumps(one.release, ensure_ascii=False).encode("utf-8", "replace"), 1)
    store.execute("insert into release (process, place, body) values (?, ?, ?)", (name, one.place, body))


def _process(store: sqlite3.Connection, name: str) -> Process:
    rows = store.execute("select place, body from release where process = ? order by number", (name,)).fetchall()
    releases = [json.loads(zlib.decompress(body)) for _, body in rows]
    return Process(name, merged(releases), tuple(place for place, _ in rows))
