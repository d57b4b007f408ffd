"""A pattern of a user's pack that tries too many ways is given up, by the name of its rule."""

from __future__ import annotations

import re
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from procure_audit.batch.job import How, Job
from procure_audit.batch.pool import run
from procure_audit.model import CallError
from procure_audit.rules import patience as guard
from procure_audit.rules.patience import patience

Run = Callable[..., Any]
PACK = """\
pack: ours
title: Ours
sources:
  OWN: {title: Ours, kind: judgement}
rules:
  too-many-ways:
    title: Too many ways
    category: complexity
    check: {phrases: {any_of: ['(?:a+)+!']}}
    bands: {low: ">= 1"}
    basis: {low: judgement}
    says: It stands there.
    why: It takes long to read.
    instead: Cut it.
    clause: short
    sources: [{id: OWN}]
    recommendations: [2]
    examples:
      flags: [{text: 'Bidders must aaa!', severity: low}]
      passes: [{text: 'Bidders must not.'}]
clauses:
  short:
    topic: complexity
    says: We ask for two pages.
"""
TENDER = f"Invitation to tender. Bidders must {'a' * 60} by noon.\n"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="there are no timers of this kind on Windows")


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "ours.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "itt.txt").write_text(TENDER, encoding="utf-8")
    return str(tmp_path / "itt.txt"), str(tmp_path / "ours.yaml")


@POSIX
@pytest.mark.slow
def test_a_check_ends_and_names_the_rule(files: tuple[str, str], procure_audit: Run) -> None:
    tender, pack = files
    done = procure_audit("check", tender, "--rules", pack)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"procure-audit: {pack}:6: the rule 'too-many-ways' takes longer than 10 seconds: ")


@POSIX
@pytest.mark.slow
def test_a_batch_keeps_it_as_failed_with_the_rule(files: tuple[str, str]) -> None:
    tender, pack = files
    ((done,),) = run([Job("one", tender)], How(today="2026-06-01", rules=(pack,)), 1, 60)
    assert done.status == "failed" and "the rule 'too-many-ways' takes longer" in done.reason


@POSIX
def test_what_takes_too_long_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "SECONDS", 0.05)
    before = signal.getsignal(signal.SIGVTALRM)
    named = pytest.raises(CallError, match=r"ours.yaml:6: the rule 'slow' takes longer than 0.05 seconds")
    with named, patience() as turn:
        turn("quick", "ours.yaml:3")
        turn("slow", "ours.yaml:6")
        re.search("(?:a+)+!", "a" * 60)
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_another_thread_goes_on_without() -> None:
    found = []

    def judge() -> None:
        with patience() as turn:
            turn("quick", "ours.yaml:6")
            found.append(re.search("a", "a"))

    thread = threading.Thread(target=judge)
    thread.start()
    thread.join()
    assert found and found[0]
