"""The exit code: a table of what happened against what the shell learns."""

from __future__ import annotations

from datetime import date

import pytest

from procure_audit.gate import ExitCode, Gate, exit_code
from procure_audit.model import (
    Confidence,
    DocumentSummary,
    Finding,
    Gap,
    Report,
    Score,
    Setting,
    Severity,
    Understanding,
    Unread,
)

SETTING = Setting("england", "unknown", "unknown", date(2026, 6, 1), "today")
READ = DocumentSummary("itt.pdf", "pdf", "0", 3, "counted", 900, "en")
WITH_GAP = DocumentSummary("itt.pdf", "pdf", "0", 3, "counted", 900, "en", (2,), (Gap("page 2", "no text layer"),))
LOCKED = Unread("plan.pdf", "it is locked with a password")


def report(
    severity: Severity | None = None, score: int | None = 80, read: DocumentSummary = READ, *unread: Unread
) -> Report:
    found = Finding("a-rule", "A", "finance", severity or Severity.INFO, Confidence.HIGH, "", "", "", "", ())
    return Report(
        understood=Understanding("t", (read,) if score is not None else (), unread, (), ()),
        pack="uk",
        setting=SETTING,
        score=None if score is None else Score(score, score, score, "B", "1", ()),
        strengths=(),
        findings=(found,) if severity is not None else (),
        passed=(),
        not_assessed=(),
        effort=None,
    )


CLEAN, HIGH, LOW = report(), report(Severity.HIGH), report(Severity.LOW)
NOTHING = report(None, None, READ, LOCKED)
PARTLY, BY_PAGE = report(None, 80, READ, LOCKED), report(None, 80, WITH_GAP)
PARTLY_HIGH = report(Severity.HIGH, 80, READ, LOCKED)


@pytest.mark.parametrize(
    ("reports", "gate", "code"),
    [
        ([CLEAN], Gate(), ExitCode.OK),
        ([HIGH], Gate(), ExitCode.GATE),
        ([LOW], Gate(), ExitCode.OK),
        ([LOW], Gate(Severity.LOW), ExitCode.GATE),
        ([HIGH], Gate(Severity.CRITICAL), ExitCode.OK),
        ([HIGH], Gate(None), ExitCode.OK),
        ([CLEAN], Gate(fail_under=81), ExitCode.GATE),
        ([CLEAN], Gate(fail_under=80), ExitCode.OK),
        ([NOTHING], Gate(), ExitCode.UNREAD),
        ([NOTHING], Gate(fail_under=100), ExitCode.UNREAD),
        ([NOTHING, CLEAN], Gate(), ExitCode.PARTIAL),
        ([PARTLY], Gate(), ExitCode.PARTIAL),
        ([BY_PAGE], Gate(), ExitCode.PARTIAL),
        ([PARTLY], Gate(allow_partial=True), ExitCode.OK),
        ([NOTHING], Gate(allow_partial=True), ExitCode.UNREAD),
        ([PARTLY_HIGH], Gate(), ExitCode.GATE),
        ([CLEAN, HIGH], Gate(), ExitCode.GATE),
    ],
)
def test_the_exit_code(reports: list[Report], gate: Gate, code: ExitCode) -> None:
    assert exit_code([(report, gate) for report in reports]) is code
