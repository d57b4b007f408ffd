"""What a tender means for bidders, in the terminal: who could bid, and what a bid costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..model import Eligibility, Report
from .bidding import Demand, assumptions, demands, effort_lines, remarks
from .view import View
from .words import money, place

if TYPE_CHECKING:
    from .paragraphs import Paper

_COLUMNS = (("income", 14), ("can bid", 9), ("blocks", 8), ("unsure", 8), ("to get", 8), ("met", 5))
_LEAST_TITLE = 12


def eligibility(paper: Paper, report: Report, view: View) -> None:
    """A line for each bidder, and then each demand that shuts one out, with whom; one bidder alone is told in full."""
    told = report.eligibility
    if not told:
        return
    paper.head("Who could bid")
    room = view.width - 2 - sum(size for _, size in _COLUMNS)
    if room < _LEAST_TITLE:
        for one in told:
            paper.line(_sentence(one), hang=2)
    else:
        for row in _table(told, room):
            paper.line(row)
    for remark in remarks(told):
        paper.line(remark, hang=2)
    for title, found in demands(told):
        paper.gap()
        paper.line(title, style="bold")
        for demand in found:
            _demand(paper, demand, view)


def _table(told: Sequence[Eligibility], title: int) -> Iterator[str]:
    """Headings and a line for each bidder, whose name has *title* columns."""
    yield "bidder".ljust(title) + "".join(name.rjust(size) for name, size in _COLUMNS)
    for one in told:
        cells = "".join(str(cell).rjust(size) for cell, (_, size) in zip(_cells(one), _COLUMNS, strict=True))
        yield _cut(one.profile.name, title).ljust(title) + cells


def _cells(one: Eligibility) -> tuple[object, ...]:
    income = money(one.profile.income, one.profile.currency)
    return (income, one.can_bid, len(one.blocked_by), len(one.unsure), len(one.to_qualify), one.met)


def _sentence(one: Eligibility) -> str:
    """The same for a terminal that is too narrow for a table."""
    counts = ", ".join(f"{name} {cell}" for cell, (name, _) in zip(_cells(one), _COLUMNS, strict=True))
    return f"{one.profile.name}: {counts}."


def _cut(text: str, width: int) -> str:
    return text if len(text) < width else f"{text[: width - 2]}…"


def _demand(paper: Paper, demand: Demand, view: View) -> None:
    in_full = demand.alone or view.verbose
    paper.line(f"- {demand.asks}: {demand.who}", hang=2)
    for cited in demand.cited:
        paper.line(cited, indent=4)
    if demand.remark and in_full:
        paper.line(demand.remark, indent=4)
    for evidence in demand.one.places[: None if view.verbose else 1]:
        paper.line(place(evidence), indent=4, style="dim")
        if in_full:
            paper.line(f"“{evidence.quote}”", indent=4, hang=1, style="italic dim")


def effort(paper: Paper, report: Report) -> None:
    """What there is to read and to answer, the hours, the cost, and what all that is assumed by."""
    told = report.effort
    if told is None or report.score is None:
        return
    paper.head("What bidding costs")
    for title, line in effort_lines(told):
        paper.line(f"{title}: {line}", hang=2)
    if assumptions(told):
        paper.line(assumptions(told), style="dim")
