"""What a tender means for bidders, in words: who could bid, what shuts whom out, and what a bid costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Answer, Effort, Eligibility, Verdict, Weighed
from .words import citation, money, number

_ROUND = 100
"""An estimated cost is told to the nearest hundred: closer would promise too much."""
_LEAST_SHARE, _PLAIN_SHARE = 0.001, 0.1
"""Shares of a year's value below which no figure is told, and from which no decimal is."""
_PARTS = (
    (Verdict.BLOCKED, "Shut out by"),
    (Verdict.UNSURE, "Unsure"),
    (Verdict.TO_QUALIFY, "Still to get"),
)


@dataclass(frozen=True, slots=True)
class Demand:
    """A demand that some bidders don't meet, told once for all of them; `alone` if there is one bidder only.

    `one` is what it means for the first of them, `remark` what can be said of each.
    """

    one: Weighed
    who: str
    remark: str
    alone: bool

    @property
    def asks(self) -> str:
        return self.one.asks + (f" (lot {self.one.lot})" if self.one.lot else "")

    @property
    def cited(self) -> list[str]:
        """What published figures say of it."""
        some = (self.one.share_below, self.one.cost)
        return [f"{one.says} ({citation(one.source.title, one.source.section)})." for one in some if one]


def remarks(told: Sequence[Eligibility]) -> Iterator[str]:
    """What a table can't say: who is meant, why no answer is a yes, whom partners would help, the answer by lot."""
    if len(told) == 1:
        yield f"{told[0].profile.title}."
    for doubt in dict.fromkeys(doubt for one in told for doubt in one.doubts):
        yield f"No answer is a plain yes: {doubt}."
    helped = [one.profile.name for one in told if one.with_partners]
    if helped:
        yield f"With partners, perhaps: {', '.join(helped)}. Joint bids are welcome."
    if any(one.can_bid is Answer.YES for one in told):
        yield "Yes means that nothing we found shuts it out."
    for one in told:
        if any(answer is not one.can_bid for _, answer in one.lots):
            lots = ", ".join(f"{lot} {answer}" for lot, answer in one.lots)
            yield f"Lots that ask something of their own, {one.profile.name}: {lots}."


def demands(told: Sequence[Eligibility]) -> Iterator[tuple[str, list[Demand]]]:
    """The demands that aren't met, by what that means, the worst first; titles without a demand are left out."""
    for verdict, title in _PARTS:
        found = [_demand(some, told) for some in _grouped(told, verdict)]
        if found:
            yield title, found


def _grouped(told: Sequence[Eligibility], verdict: Verdict) -> Iterator[list[tuple[str, Weighed]]]:
    """The demands of that verdict: each with the bidders who don't meet it, and what it means for them."""
    groups: dict[tuple[str, str, str | None], list[tuple[str, Weighed]]] = {}
    for bidder in told:
        for one in bidder.weighed:
            if one.verdict is verdict:
                groups.setdefault((one.asks, one.about, one.lot), []).append((bidder.profile.name, one))
    yield from groups.values()


def _demand(some: Sequence[tuple[str, Weighed]], told: Sequence[Eligibility]) -> Demand:
    names, (one, *others) = [name for name, _ in some], [weighed for _, weighed in some]
    alone = len(told) == 1
    who = f"has {one.has}" if alone else "all of them" if len(names) == len(told) else ", ".join(names)
    said = one.remark if all(other.remark == one.remark for other in others) else ""
    return Demand(one, who, f"{said[:1].upper()}{said[1:]}." if said else "", alone)


def effort_lines(told: Effort) -> Iterator[tuple[str, str]]:
    """What there is to read and to answer, and what that comes to: titles and words."""
    yield "To read", f"{_to_read(told)}, {_hours(told.reading_hours)}."
    if told.answer_hours is None:
        yield "To answer", "no questions were found, so hours and cost can't be told."
    else:
        yield "To answer", f"{_to_answer(told)}, {_hours(told.answer_hours)}."
        yield "In all", f"{_in_all(told)}."


def assumptions(told: Effort) -> str:
    """What the estimate rests on; "" where no question was found, so that nothing was estimated."""
    return "" if told.answer_hours is None else f"An estimate. {told.basis[:1].upper()}{told.basis[1:]}."


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
