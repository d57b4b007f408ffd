"""A PATH to a Tender: every file of it read in processes of their own, or named with the reason why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from queue import SimpleQueue
from threading import BoundedSemaphore

from ..model import NOWHERE, Document, Origin, Tender, Unread, UnreadableError
from .formats import READERS, suffix_of
from .isolate import READS, Isolated
from .options import ReadOptions
from .sources import SourceFile, files, origin, tender_name

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
    with Readers(options, jobs, on_progress) as readers:
        return readers.begin(path).tender()


class Readers:
    """Processes that read tenders. A context manager; the first process gets ready while the caller goes on."""

    def __init__(
        self,
        options: ReadOptions | None = None,
        jobs: int = 1,
        on_progress: Progress | None = None,
        worker: str = READS,
    ) -> None:
        self.options = options or ReadOptions()
        jobs = max(1, jobs)
        self._processes = [Isolated(self.options, worker) for _ in range(jobs)]
        self._free: SimpleQueue[Isolated] = SimpleQueue()
        for process in self._processes:
            self._free.put(process)
        self._threads = ThreadPoolExecutor(jobs)
        self._room = BoundedSemaphore(jobs * _AHEAD)
        self.on_progress = on_progress

    def __enter__(self) -> Readers:
        self._processes[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._processes:
            process.close()

    def begin(self, path: str) -> Begun:
        """Begin to read the tender at *path*: its first few files, without waiting for any."""
        return self.begin_files(tender_name(path), files(path, self.options), origin(path))

    def begin_files(self, name: str, sources: Iterator[SourceFile | Unread], lies: Origin = NOWHERE) -> Begun:
        """Begin to read the tender called *name*, which is made of *sources* and *lies* somewhere."""
        begun = Begun(name, sources, self._read, lies)
        begun.take(len(self._processes) * _AHEAD)
        return begun

    def _read(self, source: SourceFile) -> Future[Outcome]:
        self._room.acquire()
        future = self._threads.submit(self._outcome, source)
        future.add_done_callback(lambda _: self._room.release())
        return future

    def _outcome(self, source: SourceFile) -> Outcome:
        process = self._free.get()
        try:
            return process.read(source.data, source.path)
        except UnreadableError as error:
            return _unread(source.path, error)
        finally:
            self._free.put(process)
            if self.on_progress:
                self.on_progress(source.path)


class Begun:
    """A tender that is being read: files go in, outcomes come in the same order. The same bytes are read once."""

    def __init__(
        self,
        name: str,
        sources: Iterator[SourceFile | Unread],
        read: Callable[[SourceFile], Future[Outcome]],
        origin: Origin = NOWHERE,
    ) -> None:
        self._name, self._origin = name, origin
        self._sources = sources
        self._read = read
        self._taken: list[Future[Outcome] | Unread] = []
        self._copies: dict[str, list[str]] = {}
        self._ours: list[str] = []

    def take(self, most: int | None = None) -> None:
        """Begin to read the next files, all of them or *most*."""
        for source in islice(self._sources, most):
            self._take(source)

    def _take(self, source: SourceFile | Unread) -> None:
        """Begin to read *source*, unless the same bytes came before."""
        if isinstance(source, Unread):
            self._taken.append(source)
            return
        if source.ours:
            self._ours.append(source.path)
            return
        copies = self._copies.get(digest := sha256(source.data).hexdigest())
        if copies is not None:
            copies.append(source.path)
            return
        self._copies[digest] = [source.path]
        self._taken.append(self._read(source))

    def tender(self) -> Tender:
        """The tender, once all of it is read."""
        self.take()
        outcomes = tuple(self._outcomes())
        return Tender(
            name=self._name,
            documents=tuple(self._documents(outcomes)),
            unread=tuple(outcome for outcome in outcomes if isinstance(outcome, Unread)),
            origin=self._origin,
        )

    def _outcomes(self) -> Iterator[Outcome]:
        copies = {names[0]: names[1:] for names in self._copies.values()}
        for taken in self._taken:
            outcome = taken.result() if isinstance(taken, Future) else taken
            yield from _with_copies(outcome, copies.get(outcome.path, []))

    def _documents(self, outcomes: Sequence[Outcome]) -> Iterator[Document]:
        """The documents that were read; the first tells which files are reports of ours."""
        notes = tuple(f"{path} is a report of this program, so it was not read" for path in self._ours)
        for document in outcomes:
            if isinstance(document, Document):
                yield replace(document, notes=document.notes + notes) if notes else document
                notes = ()


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
