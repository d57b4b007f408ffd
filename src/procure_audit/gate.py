"""Reports and a threshold in, an exit code out. A code is never a count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from .model import Report, Severity


class ExitCode(IntEnum):
    """What the shell learns; docs/exit-codes.md tells people."""

    OK = 0
    GATE = 1
    CALL = 2
    UNREAD = 3
    PARTIAL = 4
    FAULT = 70
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Gate:
    """What makes a run fail. `fail_on` None never fails on findings, `fail_under` None never on the score."""

    fail_on: Severity | None = Severity.HIGH
    fail_under: int | None = None
    allow_partial: bool = False


def exit_code(judged: Sequence[tuple[Report, Gate]]) -> ExitCode:
    """The gate fails (1) before anything was unread (3, 4); a gate that holds over unread parts isn't clean.

    Each report has the gate of its own settings.
    """
    if any(fails(report, gate) for report, gate in judged):
        return ExitCode.GATE
    if all(report.score is None for report, _ in judged):
        return ExitCode.UNREAD
    partial = any(_is_partial(report) and not gate.allow_partial for report, gate in judged)
    return ExitCode.PARTIAL if partial else ExitCode.OK


def _is_partial(report: Report) -> bool:
    return report.score is None or report.understood.is_partial


def fails(report: Report, gate: Gate) -> bool:
    """Whether an open finding reaches the threshold, or the score, without what was accepted, stays under it."""
    worst = max((finding.severity for finding in report.findings if finding.is_open), default=Severity.INFO)
    by_finding = gate.fail_on is not None and worst >= gate.fail_on
    by_score = gate.fail_under is not None and report.score is not None and report.score.for_gate < gate.fail_under
    return by_finding or by_score
