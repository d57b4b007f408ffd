"""What the formats for machines share: what became of a finding, and its name over all tenders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..model import Finding, Report, digest
from .told import why_accepted


def fate(finding: Finding) -> str:
    """Why the gate passes over *finding*: who accepted it, or that a baseline knows it. Empty for an open one."""
    if finding.is_open:
        return ""
    return why_accepted(finding.suppression) if finding.suppression else "Known: it stands in the baseline."


def tender_key(report: Report) -> str:
    """What tells tenders apart on every machine: the path below the current folder, else the name."""
    origin = report.understood.origin
    return origin.path if origin.folder else report.tender


def named(reports: Sequence[Report]) -> Iterator[tuple[Report, Finding, str]]:
    """Every finding with a name that no other has: its fingerprint within its tender."""
    seen: Counter[str] = Counter()
    for report in reports:
        for finding in report.findings:
            name = digest(tender_key(report), finding.fingerprint)
            seen[name] += 1
            yield report, finding, name if seen[name] == 1 else digest(name, str(seen[name]))
