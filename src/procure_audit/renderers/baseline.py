"""A baseline for people: each tender with its known findings and the words of their passages."""

from __future__ import annotations

from ..baseline import Baseline, KnownTender
from .paragraphs import Paper
from .words import number


def render(baseline: Baseline, width: int) -> str:
    """Every tender of *baseline*, worst findings first."""
    paper = Paper(width, color=False)
    if not baseline.tenders:
        paper.line("This baseline is empty.", indent=0)
    for one in baseline.tenders:
        _tender(paper, one)
    return paper.text()


def _tender(paper: Paper, known: KnownTender) -> None:
    paper.head(known.path)
    paper.line(
        f"Score {known.score} (pack {known.pack}, score model {known.score_model}), "
        f"{number(len(known.documents), 'documents')}, {number(len(known.findings), 'findings')}."
    )
    for finding in sorted(known.findings, key=lambda one: (-one.severity, one.rule)):
        paper.line(f"{finding.severity}: {finding.rule}", hang=2, style="bold")
        for passage in finding.passages:
            clause = f", clause {passage.clause}" if passage.clause else ""
            paper.line(f"“{passage.quote}” ({passage.document}{clause})", indent=4, hang=1)
