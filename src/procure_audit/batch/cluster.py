"""The same work on the machines of a Dask cluster (extra `dask`), through its executor; results come back here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from itertools import islice
from typing import Any

from ..model import CallError
from .job import Done, How, Job
from .work import work

_AHEAD = 4
"""Jobs on their way for each thread of the cluster, so that none waits and the list of tenders may be endless."""

_TRIES = 2
"""More times that a job is given to another worker when the one that had it was lost."""


def run(jobs: Iterable[Job], how: How, address: str, timeout: float) -> Iterator[list[Done]]:
    """What came of *jobs*, in groups of those that are there. *address* is that of the scheduler.

    A worker that is lost costs only time: its jobs go to others. Raises CallError where no cluster is to be had.
    """
    client = _client(address)
    try:
        with client.get_executor(pure=False, retries=_TRIES) as executor:
            room = max(1, sum(client.nthreads().values())) * _AHEAD
            left = iter(jobs)
            keys = {executor.submit(work, job, how): job.key for job in islice(left, room)}
            while keys:
                ended, _ = wait(keys, timeout=timeout, return_when=FIRST_COMPLETED)
                if not ended:
                    yield [_late(keys.pop(future), future, timeout) for future in list(keys)]
                    continue
                yield [_done(keys.pop(future), future) for future in ended]
                keys |= {executor.submit(work, job, how): job.key for job in islice(left, room - len(keys))}
    finally:
        client.close()


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise CallError("--cluster needs Dask: pip install 'procure-audit[dask]'") from error
    try:
        return Client(address, timeout=10)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise CallError(f"no Dask scheduler answers at {address}: {error}") from error


def _done(key: str, future: Future[Done]) -> Done:
    """What a worker answered; its fault, or that workers were lost over this job, as a failed one."""
    fault = future.exception()
    if fault is None:
        return future.result()
    told = str(fault).splitlines()[0][:200] if str(fault) else ""
    return Done(key, "failed", reason=f"its worker broke down ({type(fault).__name__}: {told})")


def _late(key: str, future: Future[Done], seconds: float) -> Done:
    future.cancel()
    return Done(key, "failed", reason=f"nothing came back from the cluster for {seconds:g} seconds")
