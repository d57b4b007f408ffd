"""What a tender means for bidders, in the terminal: who could bid, and what a bid costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..model import Answer, Effort, Eligibility, Report, Verdict, Weighed
from .view import View
from .words import citation, money, number, place

if TYPE_CHECKING:
    from .paragraphs import Paper

_ROUND = 100
"""An estimated cost is told to the nearest hundred: closer would promise too much."""
_LEAST_SHARE, _PLAIN_SHARE = 0.001, 0.1
"""Shares of a year's value below which no figure is told, and from which no decimal is."""
_COLUMNS = (("income", 14), ("can bid", 9), ("blocks", 8), ("unsure", 8), ("to get", 8), ("met", 5))
_LEAST_TITLE = 12
_PARTS = (
    (Verdict.BLOCKED, "Shut out by"),
    (Verdict.UNSURE, "Unsure"),
    (Verdict.TO_QUALIFY, "Still to get"),
)


def eligibility(paper: Paper, report: Report, view: View) -> None:
    """A line for each bidder, and then each demand that shuts one out, with whom; one bidder alone is told in full."""
    told = report.eligibility
    if not told:
        return
    paper.head("Who could bid")
    for line in _table(told, view.width - 2):
        paper.line(line)
    _answers(paper, told)
    for verdict, title in _PARTS:
        found = list(_grouped(told, verdict))
        if found:
            paper.gap()
            paper.line(title, style="bold")
        for one, whose in found:
            _demand(paper, one, whose, told, view)


def _table(told: Sequence[Eligibility], width: int) -> Iterator[str]:
    title = max(_LEAST_TITLE, width - sum(size for _, size in _COLUMNS))
    yield "bidder".ljust(title) + "".join(name.rjust(size) for name, size in _COLUMNS)
    for one in told:
        income = money(one.profile.income, one.profile.currency)
        counts = (income, str(one.can_bid), len(one.blocked_by), len(one.unsure), len(one.to_qualify), one.met)
        cells = "".join(str(cell).rjust(size) for cell, (_, size) in zip(counts, _COLUMNS, strict=True))
        yield _cut(one.profile.name, title).ljust(title) + cells


def _cut(text: str, width: int) -> str:
    return text if len(text) < width else f"{text[: width - 2]}…"


def _answers(paper: Paper, told: Sequence[Eligibility]) -> None:
    """What the table can't say: who is meant, why no answer is a yes, whom partners would help, the answer by lot."""
    if len(told) == 1:
        paper.line(f"{told[0].profile.title}.", hang=2)
    for doubt in dict.fromkeys(doubt for one in told for doubt in one.doubts):
        paper.line(f"No answer is a plain yes: {doubt}.", hang=2)
    helped = [one.profile.name for one in told if one.with_partners]
    if helped:
        paper.line(f"With partners, perhaps: {', '.join(helped)}. Joint bids are welcome.", hang=2)
    if any(one.can_bid is Answer.YES for one in told):
        paper.line("Yes means that nothing we found shuts it out.", hang=2)
    for one in told:
        if any(answer is not one.can_bid for _, answer in one.lots):
            lots = ", ".join(f"{lot} {answer}" for lot, answer in one.lots)
            paper.line(f"Lots that ask something of their own, {one.profile.name}: {lots}.", hang=2)


def _grouped(told: Sequence[Eligibility], verdict: Verdict) -> Iterator[tuple[Weighed, list[str]]]:
    """Each demand of that verdict once, with the names of its bidders."""
    groups: dict[tuple[str, str, str | None], tuple[Weighed, list[str]]] = {}
    for bidder in told:
        for one in bidder.weighed:
            if one.verdict is verdict:
                groups.setdefault((one.asks, one.about, one.lot), (one, []))[1].append(bidder.profile.name)
    yield from groups.values()


def _demand(paper: Paper, one: Weighed, whose: list[str], told: Sequence[Eligibility], view: View) -> None:
    lot = f" (lot {one.lot})" if one.lot else ""
    alone = len(told) == 1
    who = f"has {one.has}" if alone else "all of them" if len(whose) == len(told) else ", ".join(whose)
    paper.line(f"- {one.asks}{lot}: {who}", hang=2)
    for cited in (one.share_below, one.cost):
        if cited:
            paper.line(f"{cited.says} ({citation(cited.source.title, cited.source.section)}).", indent=4)
    if one.remark and (alone or view.verbose):
        paper.line(f"{one.remark[:1].upper()}{one.remark[1:]}.", indent=4)
    for evidence in one.places[: None if view.verbose else 1]:
        paper.line(place(evidence), indent=4, style="dim")
        if alone or view.verbose:
            paper.line(f"“{evidence.quote}”", indent=4, hang=1, style="italic dim")


def effort(paper: Paper, report: Report) -> None:
    """What there is to read and to answer, the hours, the cost, and what all that is assumed by."""
    told = report.effort
    if told is None or report.score is None:
        return
    paper.head("What bidding costs")
    paper.line(f"To read: {_to_read(told)}, {_hours(told.reading_hours)}.", hang=2)
    if told.answer_hours is None:
        paper.line("To answer: no questions were found, so hours and cost can't be told.", hang=2)
    else:
        paper.line(f"To answer: {_to_answer(told)}, {_hours(told.answer_hours)}.", hang=2)
        paper.line(f"In all: {_in_all(told)}.", hang=2)
        paper.line(f"An estimate. {told.basis[:1].upper()}{told.basis[1:]}.", style="dim")


def _to_read(told: Effort) -> str:
    parts = [number(told.documents, "documents")]
    parts += [number(told.pages, "pages")] if told.pages else []
    return ", ".join([*parts, number(told.words, "words")])


def _to_answer(told: Effort) -> str:
    parts = [f"{number(told.questions, 'questions')} found"] if told.questions else []
    parts += [f"up to {told.answer_words_max:,} words"] if told.answer_words_max else []
    parts += [f"{number(told.attachments, 'documents')} to send"] if told.attachments else []
    return ", ".join(parts)


def _in_all(told: Effort) -> str:
    """Hours, days and cost; what that is of a year's value where it is known."""
    if told.hours is None or told.cost is None:
        return "not known"
    hours = _hours(told.hours)
    cost = money(max(_ROUND, _ROUND * round(told.cost / _ROUND)), told.pace.currency)
    year = f"{hours}, with the price and the rest, or about {cost}"
    if told.share_of_year is None or told.annual_value is None:
        return year
    return f"{year}: {_share(told.share_of_year)} of a year's value of {money(told.annual_value, told.pace.currency)}"


def _share(share: float) -> str:
    if share < _LEAST_SHARE:
        return f"less than {_LEAST_SHARE:.1%}"
    return f"{share:.1%}" if share < _PLAIN_SHARE else f"{share:.0%}"


def _hours(value: float) -> str:
    """An estimate in hours: no closer than it can be."""
    if value < 1:
        return "less than an hour"
    return f"about {number(round(value), 'hours')}"
