"""The same work on a Dask cluster: a real one on this machine, a worker of which is killed in the middle."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from procure_audit.batch.cluster import run
from procure_audit.batch.job import How, Job
from procure_audit.batch.work import work
from procure_audit.model import CallError

HOW = How(today="2026-06-01")


def jobs(folder: Path, number: int) -> Iterator[Job]:
    for n in range(number):
        path = folder / f"{n}.txt"
        path.write_text(f"Bidders need a turnover of at least £{n + 1}0,000.", encoding="utf-8")
        yield Job(str(n), str(path))


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CallError, match=r"pip install 'procure-audit\[dask\]'"):
        next(run([], HOW, "tcp://127.0.0.1:9", 5))


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_worker_that_is_killed_costs_no_tender(tmp_path: Path) -> None:
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        results = []
        for group in run(jobs(tmp_path, 40), HOW, cluster.scheduler_address, 120):
            if not results:
                os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
            results += group
        assert sorted(int(done.key) for done in results) == list(range(40))
        assert {done.status for done in results} == {"assessed"}
        alone = work(next(iter(jobs(tmp_path, 1))), HOW)
        assert next(done for done in results if done.key == "0") == alone
