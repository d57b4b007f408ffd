"""The way to a wanted score, told in the terminal and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model import Mending, Report
from .words import number, place

if TYPE_CHECKING:
    from .paragraphs import Paper


def tell_mending(paper: Paper, report: Report) -> None:
    """Which mends lead to the score that was asked for, each with its place and what to write."""
    told, score = report.mending, report.score
    if told is None or score is None:
        return
    if not told.mends:
        paper.head(f"The way to {told.wanted}")
        paper.line(f"Nothing to mend: the score is {score.value} already.")
        return
    paper.head(f"The way from {score.value} to {told.score}")
    if told.score < told.wanted:
        paper.line(f"{told.wanted} can't be reached: this is all there is to mend.")
    for count, finding in enumerate(told.mends, 1):
        where = f" ({place(finding.places[0])})" if finding.places else ""
        more = f", and {number(len(finding.places) - 1, 'more places')}" if len(finding.places) > 1 else ""
        paper.line(f"{count:>2}. {finding.title}{where}{more}: {finding.suggestion}", hang=4)
    if told.settled:
        paper.line(f"The same passages also hold: {', '.join(one.rule for one in told.settled)}.", style="dim")


def mending_object(told: Mending | None) -> dict[str, Any] | None:
    """The same for other programs: rules."""
    if told is None:
        return None
    return {
        "wanted": told.wanted,
        "score": told.score,
        "mends": [one.rule for one in told.mends],
        "settled": [one.rule for one in told.settled],
    }
