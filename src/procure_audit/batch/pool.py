"""Jobs run in worker processes of this machine, each of which can be timed out and killed without harm to the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from queue import Empty, Queue
from threading import Event, Thread
from time import monotonic
from typing import NamedTuple

import msgspec

from ..readers.served import Lost, Served
from .job import Done, How, Job

_GROUP = 50
_MOMENT = 0.2
"""Seconds for which more results are waited for: each group is put on disk at once, which costs as much as a notice."""
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
    """All results that come within a moment, and again, until every worker is through."""
    busy = workers
    while busy:
        some = [coming.get()]
        end = monotonic() + _MOMENT
        with suppress(Empty):
            while len(some) < _GROUP and some.count(None) < busy:
                some.append(coming.get(timeout=max(0, end - monotonic())))
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
        self.how, self.timeout = how, timeout
        self.served = Served(f"{__package__}.worker", (msgspec.json.encode(how),))

    def do(self, job: Job) -> Done:
        """What came of *job*; "failed", with the reason, where its process was killed or broke down."""
        answer = self.served.ask(self.timeout, msgspec.json.encode(job))
        if isinstance(answer, Lost):
            return Done(job.key, "failed", reason=_why(answer, self.timeout))
        return msgspec.json.decode(answer, type=Done)

    def close(self) -> None:
        """End the process for good, also while another thread waits for its answer."""
        self.served.close()


def _why(lost: Lost, seconds: float) -> str:
    if lost.late:
        return f"auditing it took longer than {seconds:g} seconds"
    if lost.too_much:
        return "its report is longer than any should be"
    if lost.is_full:
        return "it needs more memory than a tender should"
    return f"something in it made the program break down ({lost.how})"
