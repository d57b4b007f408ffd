"""Workers of this machine: a tender that hangs, crashes or fills the memory costs only itself."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from procure_audit.batch import work
from procure_audit.batch.job import Done, How, Job
from procure_audit.batch.pool import Worker, run
from procure_audit.data import data_file

HOW = How(today="2026-06-01")


def tenders(folder: Path, number: int) -> list[Job]:
    for n in range(number):
        (folder / f"{n}.txt").write_text(
            f"Invitation to tender. Bidders must have a minimum annual turnover of £{n + 1}00,000.\n", encoding="utf-8"
        )
    return [Job(str(n), str(folder / f"{n}.txt")) for n in range(number)]


def results(jobs: list[Job], how: How = HOW, workers: int = 2, timeout: float = 120) -> dict[str, Done]:
    return {done.key: done for group in run(jobs, how, workers, timeout) for done in group}


def test_each_tender_is_audited_once(tmp_path: Path) -> None:
    found = results([*tenders(tmp_path, 5), Job("gone", str(tmp_path / "gone"))])
    assert {key: done.status for key, done in found.items()} == {str(n): "assessed" for n in range(5)} | {
        "gone": "unread"
    }
    assert found["gone"].reason == "there is no such file or folder"
    report = found["1"].report
    assert report is not None and report["facts"][0]["amount"] == 200_000


def test_the_same_tender_has_the_same_digests(tmp_path: Path) -> None:
    jobs = tenders(tmp_path, 2)
    first, second = results(jobs), results(jobs)
    assert first == second and first["0"].content != first["1"].content
    other = results(jobs, How(today="2026-06-01", rules=("plain-english",)))
    assert other["0"].content == first["0"].content and other["0"].judged_by != first["0"].judged_by


def test_a_word_list_that_changed_is_judged_by_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It belongs to no pack, so that no digest of a pack tells."""
    job = tenders(tmp_path, 1)[0]
    first = work.work(job, HOW)
    shutil.copytree(data_file("rules"), tmp_path / "data" / "rules")
    with (tmp_path / "data" / "rules" / "words" / "jargon.yaml").open("a", encoding="utf-8") as words:
        words.write('"blue sky": "new"\n')
    monkeypatch.setattr(work, "data_file", lambda *parts: (tmp_path / "data").joinpath(*parts))
    work._judged_by.cache_clear()
    second = work.work(job, HOW)
    work._judged_by.cache_clear()
    assert second.judged_by != first.judged_by and second.content == first.content


def test_a_tender_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    worker = Worker(HOW, timeout=120)
    worker.do(tenders(tmp_path, 1)[0])
    worker.timeout = 0.5
    assert worker.served.process is not None
    os.kill(worker.served.process.pid, signal.SIGSTOP)
    done = worker.do(tenders(tmp_path, 1)[0])
    assert (done.status, done.reason) == ("failed", "auditing it took longer than 0.5 seconds")
    worker.close()


def test_a_worker_that_is_killed_is_replaced(tmp_path: Path) -> None:
    job = tenders(tmp_path, 1)[0]
    worker = Worker(HOW, timeout=60)
    assert worker.do(job).status == "assessed"
    assert worker.served.process is not None
    os.kill(worker.served.process.pid, signal.SIGKILL)
    assert worker.do(job).status in ("assessed", "failed")
    assert worker.do(job).status == "assessed"
    worker.close()


def test_a_tender_that_brings_its_worker_down_is_tried_with_each_document_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def do(self: Worker, job: Job) -> Done:
        return Done(job.key, "assessed" if self.how.isolated else "failed", reason="it broke down")

    monkeypatch.setattr(Worker, "do", do)
    assert results([Job("a", "a.pdf")])["a"].status == "assessed"


def test_a_list_of_tenders_that_breaks_off_leaves_nobody_waiting(tmp_path: Path) -> None:
    def broken() -> Iterator[Job]:
        yield tenders(tmp_path, 1)[0]
        raise RuntimeError("the list is gone")

    found: list[Any] = [done for group in run(broken(), HOW, 2, 60) for done in group]
    assert sorted(done.status for done in found) == ["assessed", "failed"]
    assert "the list is gone" in next(done.reason for done in found if done.status == "failed")


def test_a_fault_of_the_program_costs_one_tender(tmp_path: Path) -> None:
    found = results(tenders(tmp_path, 1), How(today="2026-06-01", select=("no-such-rule",)))
    assert found["0"].status == "failed" and "no-such-rule" in found["0"].reason


def test_closing_it_ends_all_processes(tmp_path: Path) -> None:
    others = children()
    coming = run(iter(tenders(tmp_path, 30)), HOW, 2, 60)
    next(coming)
    workers = children() - others
    assert workers
    coming.close()
    assert not workers & children()


def children() -> set[int]:
    """The numbers of the processes that this one has started and that still run."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid() and fields[0] != "Z":
            found.add(int(stat.parent.name))
    return found
