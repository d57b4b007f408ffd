"""Demands weighed one by one, what speaks of the same thing put together, and the answer that follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..model import Answer, Confidence, Eligibility, Evidence, Fact, Profile, Verdict, Weighed
from .asked import Asked, lots_of
from .proof import policies
from .table import REQUIREMENTS

_MOST_PLACES = 3
_UNSURE = "it may not be asked of every bidder, or we may have misread it"
_DISAGREE = "the documents disagree, and one of them asks less"


def eligibility_of(asked: Asked, bidder: Profile) -> Eligibility:
    """Every demand of a tender against *bidder*, worst first, and whether it can bid by itself."""
    weighed = sorted(_together(_each(asked, bidder)), key=lambda one: -one.verdict)
    lots = tuple(_lots(weighed))
    doubts = (*asked.doubts, *_silence(asked, weighed))
    blocks = [one for one in weighed if one.verdict is Verdict.BLOCKED]
    return Eligibility(
        profile=bidder,
        can_bid=_answer(weighed, lots, asked.lots, doubts),
        weighed=tuple(weighed),
        lots=lots,
        doubts=doubts,
        with_partners=asked.joint_bids is True and bool(blocks) and all(one.joint for one in blocks),
    )


def _each(asked: Asked, bidder: Profile) -> Iterator[Weighed]:
    for requirement in REQUIREMENTS:
        for fact in asked.of(requirement.kind):
            for one in requirement.weigh(fact, bidder, asked):
                told = _unless_unsure(replace(one, places=fact.places), fact, asked)
                yield from (replace(told, lot=lot) for lot in lots_of(fact))
    if asked.attachments is not None:
        yield from policies(asked.attachments, bidder)


def _unless_unsure(one: Weighed, fact: Fact, asked: Asked) -> Weighed:
    """What was not read for certain blocks nobody, nor does what something else may be shown for."""
    if one.verdict is not Verdict.BLOCKED:
        return one
    if fact.confidence is not Confidence.HIGH:
        return replace(one, verdict=Verdict.UNSURE, remark=_UNSURE)
    instead = asked.instead_of(fact)
    if instead:
        remark = f"something else may be accepted ({', '.join(instead)}): ask"
        return replace(one, verdict=Verdict.UNSURE, remark=remark)
    return one


def _together(each: Iterable[Weighed]) -> Iterator[Weighed]:
    groups: dict[tuple[str, str, str | None], list[Weighed]] = {}
    for one in each:
        groups.setdefault((one.kind, one.about, one.lot), []).append(one)
    return (_one(group) for group in groups.values())


def _one(group: Sequence[Weighed]) -> Weighed:
    """The hardest of what is asked about one thing; where a place asks what the bidder meets, it doesn't block."""
    hardest = max(group, key=lambda one: one.verdict)
    if hardest.verdict is Verdict.BLOCKED and any(one.verdict is Verdict.MET for one in group):
        places = [one.places[0] for one in group if one.places]
        return replace(hardest, verdict=Verdict.UNSURE, remark=_DISAGREE, places=_few(places))
    return replace(hardest, places=_few(place for one in group if one.asks == hardest.asks for place in one.places))


def _few(places: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(places))[:_MOST_PLACES]


def _lots(weighed: Sequence[Weighed]) -> Iterator[tuple[str, Answer]]:
    """The answer for each lot that asks something of its own, with what is asked for all."""
    names = dict.fromkeys(one.lot for one in weighed if one.lot is not None)
    for name in names:
        yield name, _worst(one for one in weighed if one.lot in (None, name))


def _silence(asked: Asked, weighed: Sequence[Weighed]) -> Iterator[str]:
    """A tender that speaks of nothing that bidders must have has said it where nobody looked."""
    if not weighed and not any(True for requirement in REQUIREMENTS for _ in asked.of(requirement.kind)):
        yield "nothing was found of what bidders must have or show: it may stand in another document"


def _answer(
    weighed: Sequence[Weighed], lots: Sequence[tuple[str, Answer]], count: int, doubts: Sequence[str]
) -> Answer:
    """A bidder can bid if it can bid for one of *count* lots; one that asks nothing of its own asks what all ask."""
    common = _worst(one for one in weighed if one.lot is None)
    answer = max(common, _easiest(lots, count))
    return Answer.UNSURE if answer is Answer.YES and doubts else answer


def _easiest(lots: Sequence[tuple[str, Answer]], count: int) -> Answer:
    """The answer for the easiest lot: not a no where there may be lots that ask nothing of their own."""
    if not lots or 0 < len(lots) < count:
        return Answer.YES
    easiest = min(answer for _, answer in lots)
    return easiest if count else min(easiest, Answer.UNSURE)


def _worst(some: Iterable[Weighed]) -> Answer:
    worst = max((one.verdict for one in some), default=Verdict.MET)
    return {Verdict.BLOCKED: Answer.NO, Verdict.UNSURE: Answer.UNSURE}.get(worst, Answer.YES)
