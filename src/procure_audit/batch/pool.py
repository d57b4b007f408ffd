"""Jobs run in worker processes of this machine, each of which can be timed out and killed without harm to the rest."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from queue import Queue
from threading import Event, Lock, Thread, Timer
from typing import NamedTuple

import msgspec

from ..readers import frames
from ..readers.frames import OUT_OF_MEMORY
from ..readers.start import end, started
from .job import Done, How, Job

MOST_ANSWER = 200_000_000
"""Bytes that a report may have on its way here."""

_GROUP = 50
_AHEAD = 4
"""Jobs and results in memory for each worker, so that none waits and a million jobs need no more memory than ten."""


def run(jobs: Iterable[Job], how: How, workers: int, timeout: float) -> Iterator[list[Done]]:
    """What came of *jobs*, in groups of those that are there, *timeout* seconds for each job at most.

    A tender that brings its worker down is tried once more with each document in a process of its own, so that one
    bad document costs only itself. Closing the iterator ends all processes.
    """
    queues = Queues(Queue(workers * _AHEAD), Queue(workers * _AHEAD))
    hands = [Hands(Worker(how, timeout), Worker(replace(how, isolated=True), timeout)) for _ in range(workers)]
    threads = [Thread(target=_serve, args=(queues, pair), daemon=True) for pair in hands]
    threads.append(Thread(target=_feed, args=(jobs, queues, workers), daemon=True))
    for thread in threads:
        thread.start()
    try:
        yield from _groups(queues.coming, workers)
    finally:
        queues.over.set()
        for worker in (worker for pair in hands for worker in pair):
            worker.close()


@dataclass(frozen=True, slots=True)
class Queues:
    """Between who lists jobs, who runs them and who takes in results; None ends each of them."""

    waiting: Queue[Job | None]
    coming: Queue[Done | None]
    over: Event = field(default_factory=Event)


class Hands(NamedTuple):
    quick: Worker
    careful: Worker


def _groups(coming: Queue[Done | None], workers: int) -> Iterator[list[Done]]:
    """All results that are there, and again, until every worker is through."""
    busy = workers
    while busy:
        some = [coming.get()]
        while len(some) < _GROUP and not coming.empty():
            some.append(coming.get())
        done = [one for one in some if one is not None]
        busy -= len(some) - len(done)
        if done:
            yield done


def _feed(jobs: Iterable[Job], queues: Queues, workers: int) -> None:
    try:
        for job in jobs:
            if queues.over.is_set():
                return
            queues.waiting.put(job)
    except Exception as fault:  # whatever lists the jobs: nobody must wait for ever because of a fault in it
        queues.coming.put(Done("", "failed", reason=f"the list of tenders broke off ({type(fault).__name__}: {fault})"))
    for _ in range(workers):
        queues.waiting.put(None)


def _serve(queues: Queues, hands: Hands) -> None:
    for job in iter(queues.waiting.get, None):
        if queues.over.is_set():
            break
        done = hands.quick.do(job)
        if done.status == "failed":
            done = hands.careful.do(job)
        queues.coming.put(done)
    queues.coming.put(None)


class Worker:
    """A process that audits one tender after the other, and is replaced when it dies. For one thread."""

    def __init__(self, how: How, timeout: float) -> None:
        self._how, self._timeout = how, timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._is_over = False
        self._lock = Lock()

    def do(self, job: Job) -> Done:
        """What came of *job*; "failed", with the reason, where its process was killed or broke down."""
        process = self._started()
        if process is None:
            return Done(job.key, "failed", reason="interrupted")
        late = Event()
        timer = Timer(self._timeout, _give_up, (process, late))
        timer.start()
        try:
            answer = self._ask(process, job)
        finally:
            timer.cancel()
        if answer is not None:
            return msgspec.json.decode(answer, type=Done)
        self._stop()
        return Done(job.key, "failed", reason=_why(process.returncode, self._timeout if late.is_set() else None))

    def _started(self) -> subprocess.Popen[bytes] | None:
        """The process, started if there is none; None once this worker is closed."""
        with self._lock:
            return None if self._is_over else self._running()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            self._process = started(f"{__package__}.worker")
            assert self._process.stdin is not None
            with suppress(OSError):  # it died at once: the first job tells
                frames.send(self._process.stdin, msgspec.json.encode(self._how))
        return self._process

    def _ask(self, process: subprocess.Popen[bytes], job: Job) -> bytes | None:
        assert process.stdin is not None and process.stdout is not None
        try:
            frames.send(process.stdin, msgspec.json.encode(job))
            return frames.receive(process.stdout, MOST_ANSWER)
        except (OSError, ValueError, OverflowError):  # it died, was closed, or its report is absurd
            return None

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            end(process)
            with suppress(OSError, ValueError):
                process.communicate()  # takes in what is left and closes the pipes

    def close(self) -> None:
        """End the process for good, also while another thread waits for its answer."""
        with self._lock:
            self._is_over = True
            self._stop()


def _give_up(process: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    end(process)


def _why(code: int | None, seconds: float | None) -> str:
    if seconds is not None:
        return f"auditing it took longer than {seconds:g} seconds"
    if code in (OUT_OF_MEMORY, -6):  # a library without memory aborts
        return "it needs more memory than a tender should"
    return f"something in it made the program break down ({f'signal {-code}' if code and code < 0 else f'code {code}'})"
