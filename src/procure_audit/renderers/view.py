"""What of a report is shown, and how: nothing here changes what was found or how the gate decides."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Confidence, Finding, Report, Severity


@dataclass(frozen=True, slots=True)
class View:
    """How a report is shown. `width` is in characters; what stands below it matters to the text report only.

    `group_by` is one of `GROUPINGS`.
    """

    version: str
    min_severity: Severity = Severity.INFO
    min_confidence: Confidence = Confidence.LOW
    width: int = 80
    color: bool = False
    quiet: bool = False
    verbose: bool = False
    group_by: str = "severity"


def shown(report: Report, view: View) -> tuple[Finding, ...]:
    """The findings that *view* lets through, in their order; those that were accepted or are known always."""
    return tuple(
        finding
        for finding in report.findings
        if (finding.severity >= view.min_severity and finding.confidence >= view.min_confidence) or not finding.is_open
    )
