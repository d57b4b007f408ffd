"""What the formats for machines share: what became of a finding, its name over all tenders, its texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..model import Finding, Report, digest
from .told import in_place, sources, why_accepted
from .words import citation


def fate(finding: Finding) -> str:
    """Why the gate passes over *finding*: who accepted it, or that a baseline knows it. Empty for an open one."""
    if finding.is_open:
        return ""
    return why_accepted(finding.suppression) if finding.suppression else "Known: it stands in the baseline."


def named(reports: Sequence[Report]) -> Iterator[tuple[Report, Finding, str]]:
    """Every finding with a name that no other has: its fingerprint within its tender."""
    seen: Counter[str] = Counter()
    for report in reports:
        for finding in report.findings:
            name = digest(report.understood.origin.path or report.tender, finding.fingerprint)
            seen[name] += 1
            yield report, finding, name if seen[name] == 1 else digest(name, str(seen[name]))


def in_full(finding: Finding, most: int = 5) -> str:
    """*finding* as plain text: what was found, where (*most* places of it), why it matters, what to write instead."""
    quoted = [in_place(one) for one in finding.places[:most]]
    more = len(finding.places) - most
    cited = [citation(one.title, one.section) for one in sources(finding)]
    parts = (
        finding.message,
        *quoted,
        f"and {more} more" if more > 0 else "",
        f"Why it matters: {finding.why}",
        f"Write instead: {finding.suggestion}",
        f"For example: “{finding.model_clause.strip()}”" if finding.model_clause.strip() else "",
        f"Sources: {'; '.join(cited)}" if cited else "",
        fate(finding),
    )
    return "\n".join(part for part in parts if part)
