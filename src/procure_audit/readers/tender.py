"""A PATH to a Tender: every file of it read in processes of their own, or named with the reason why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from queue import SimpleQueue
from threading import BoundedSemaphore

from ..model import Document, Tender, Unread, UnreadableError
from .formats import READERS, suffix_of
from .isolate import Isolated
from .options import ReadOptions
from .sources import SourceFile, files, tender_name

Progress = Callable[[str], None]
"""Called with a file's name in the tender when it is done."""

_AHEAD = 2
"""Files held in memory for each process, so that none waits."""

Outcome = Document | Unread


def read_tender(
    path: str, options: ReadOptions | None = None, jobs: int = 1, on_progress: Progress | None = None
) -> Tender:
    """The tender at *path*: a file, a folder, a ZIP, or "-" for text on standard input.

    *jobs* files are read at the same time; the order of documents is that of their names all the same. Never raises
    for what it finds: a missing path, too, is an `Unread` of the tender.
    """
    options = options or ReadOptions()
    with _Pool(options, max(1, jobs), on_progress) as pool:
        for source in files(path, options):
            pool.take(source)
        outcomes = tuple(pool.outcomes())
    return Tender(
        name=tender_name(path),
        documents=tuple(outcome for outcome in outcomes if isinstance(outcome, Document)),
        unread=tuple(outcome for outcome in outcomes if isinstance(outcome, Unread)),
    )


class _Pool:
    """Files go in, outcomes come out in the same order; a file that came before is read once."""

    def __init__(self, options: ReadOptions, jobs: int, on_progress: Progress | None) -> None:
        self._readers = [Isolated(options) for _ in range(jobs)]
        self._free: SimpleQueue[Isolated] = SimpleQueue()
        for reader in self._readers:
            self._free.put(reader)
        self._threads = ThreadPoolExecutor(jobs)
        self._room = BoundedSemaphore(jobs * _AHEAD)
        self._on_progress = on_progress
        self._taken: list[Future[Outcome] | Unread] = []
        self._copies: dict[str, list[str]] = {}

    def __enter__(self) -> _Pool:
        self._readers[0].start()
        from . import wire  # noqa: F401  (imported while the process starts, so that no answer waits for it)

        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for reader in self._readers:
            reader.close()

    def take(self, source: SourceFile | Unread) -> None:
        """Begin to read *source*, waiting while enough others are on their way."""
        if isinstance(source, Unread):
            self._taken.append(source)
            return
        copies = self._copies.get(digest := sha256(source.data).hexdigest())
        if copies is not None:
            copies.append(source.path)
            return
        self._copies[digest] = [source.path]
        self._room.acquire()
        future = self._threads.submit(self._read, source)
        future.add_done_callback(lambda _: self._room.release())
        self._taken.append(future)

    def outcomes(self) -> Iterator[Outcome]:
        """What came of each file, in the order they were taken."""
        copies = {names[0]: names[1:] for names in self._copies.values()}
        for taken in self._taken:
            outcome = taken.result() if isinstance(taken, Future) else taken
            yield from _with_copies(outcome, copies.get(outcome.path, []))

    def _read(self, source: SourceFile) -> Outcome:
        reader = self._free.get()
        try:
            return reader.read(source.data, source.path)
        except UnreadableError as error:
            return _unread(source.path, error)
        finally:
            self._free.put(reader)
            if self._on_progress:
                self._on_progress(source.path)


def _unread(path: str, error: UnreadableError) -> Unread:
    suffix = suffix_of(path)
    return Unread(path, error.reason, error.advice, READERS[suffix].name if suffix in READERS else suffix)


def _with_copies(outcome: Outcome, copies: list[str]) -> Iterator[Outcome]:
    """*outcome*, and what becomes of the other files with the same bytes: a note, or unread like it."""
    if isinstance(outcome, Document):
        notes = tuple(f"{copy} is the same file: read once" for copy in copies)
        yield replace(outcome, notes=outcome.notes + notes) if notes else outcome
    else:
        yield outcome
        yield from (replace(outcome, path=copy) for copy in copies)
