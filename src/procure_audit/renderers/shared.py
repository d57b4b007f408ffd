"""What the formats for machines share: what became of a finding, its name over all tenders, its texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..model import Finding, Report, Source, digest
from .words import citation, day, place

_WEIGHT = {kind: number for number, kind in enumerate(("law", "guidance", "practice", "evidence", "judgement"))}


def fate(finding: Finding) -> str:
    """Why the gate passes over *finding*: who accepted it, or that a baseline knows it. Empty for an open one."""
    if finding.is_open:
        return ""
    told = finding.suppression
    if told is None:
        return "Known: it stands in the baseline."
    by = f" by {told.approved_by}" if told.approved_by else ""
    until = f" until {day(told.until)}" if told.until else ""
    return f"Accepted{by}{until}: {told.reason.rstrip('.')}."


def named(reports: Sequence[Report]) -> Iterator[tuple[Report, Finding, str]]:
    """Every finding with a name that no other has: its fingerprint within its tender."""
    seen: Counter[str] = Counter()
    for report in reports:
        for finding in report.findings:
            name = digest(report.understood.origin.path or report.tender, finding.fingerprint)
            seen[name] += 1
            yield report, finding, name if seen[name] == 1 else digest(name, str(seen[name]))


def weightiest_first(sources: Sequence[Source]) -> list[Source]:
    """Law before guidance before practice, evidence and our own judgement."""
    return sorted(sources, key=lambda source: _WEIGHT.get(source.kind, len(_WEIGHT)))


def in_full(finding: Finding, most: int = 5) -> str:
    """*finding* as plain text: what was found, where (*most* places of it), why it matters, what to write instead."""
    quoted = [f"“{one.quote}” ({place(one)})" if one.quote else place(one) for one in finding.places[:most]]
    more = len(finding.places) - most
    cited = [citation(one.title, one.section) for one in weightiest_first(finding.sources)]
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
