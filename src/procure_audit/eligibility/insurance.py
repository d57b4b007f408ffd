"""Demands of cover. It can be bought, so it blocks only where it must be held before the award."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Cited, Cost, Evidence, Fact, Profile, Verdict, Weighed
from ..text.amounts import money
from .asked import Asked, number

_RULES = {
    "public_liability": "public-liability-level",
    "employers_liability": "employers-liability-level",
    "professional_indemnity": "professional-indemnity-level",
}
_OTHER_RULE = "extra-insurances"
_EARLY_RULE = "insurance-before-award"
_BY_LAW = {
    "employers_liability": "the law asks it of whoever employs somebody, and of nobody else",
    "motor": "the law asks it of whoever drives for the work, and of nobody else",
}
_IF_EMPLOYER = re.compile(
    r"\b(?:if|where|when|unless|who|that)\b[^.;]{0,40}\b(?:employ(?:s|ees)?\b|staff)|\bif (?:applicable|relevant)", re.I
)
_NAMES = {"employers_liability": "employers' liability", "other": "another kind of", "all_risks": "all-risks"}


def cover(fact: Fact, bidder: Profile, asked: Asked) -> Iterator[Weighed]:
    """One type of cover at one level; nothing where neither is named, for every bidder has some cover."""
    kind, sum_ = str(fact.get("type")), number(fact, "amount")
    if kind == "other" and sum_ is None:
        return
    held = bidder.cover(kind)
    currency = str(fact.get("currency") or bidder.currency)
    early = fact.get("required_before_award") is True and kind not in _BY_LAW
    if kind == "employers_liability" and not bidder.staff and fact.places and all(map(_of_employers, fact.places)):
        verdict, remark = Verdict.MET, "asked only of those who employ somebody"
    else:
        least = (sum_ or 0) if currency == bidder.currency else None
        verdict, remark = _verdict(kind, least, sum_ is not None, held, early)
    name = _NAMES.get(kind, kind.replace("_", " "))
    level = f" of {money(sum_, currency)}" if sum_ is not None else ", its level not stated"
    sources = [] if verdict is Verdict.MET or sum_ is None else _cited(kind, sum_, bidder, asked)
    yield Weighed(
        id=_EARLY_RULE if early and verdict >= Verdict.UNSURE else _RULES.get(kind, _OTHER_RULE),
        kind=fact.kind,
        about=kind,
        verdict=verdict,
        asks=f"{name} cover{level}{', in place before the award' if early else ''}",
        has=money(held, bidder.currency) if held else "none",
        remark=remark,
        cost=next(iter(sources), None),
    )


def _of_employers(place: Evidence) -> bool:
    """Whether the words ask only those who employ somebody."""
    return bool(_IF_EMPLOYER.search(place.quote))


def _verdict(kind: str, least: float | None, stated: bool, held: float, early: bool) -> tuple[Verdict, str]:
    """*least* is what the text asks, 0 where no level is *stated*; None where it can't be compared with *held*."""
    if held and least is not None and held >= least:
        return Verdict.MET, ""
    if kind in _BY_LAW:
        return Verdict.TO_QUALIFY, _BY_LAW[kind]
    if least is None or not stated:
        return (Verdict.UNSURE if early else Verdict.TO_QUALIFY), "its level can't be told: ask, before you buy"
    if early:
        return Verdict.BLOCKED, "it would have to be bought for a contract that may not be won"
    return Verdict.TO_QUALIFY, "buy it once the contract is won"


def _cited(kind: str, sum_: float, bidder: Profile, asked: Asked) -> list[Cited]:
    """What a source says of buying such cover: what it costs such a bidder, or that it is scarce."""
    figures = asked.figures
    costs = [one for one in figures.covers if _fits(one, kind) and sum_ <= one.amount and bidder.staff <= one.staff]
    scarce = [one for one in figures.scarce if _fits(one, kind) and sum_ >= one.amount]
    return [one.cited for one in (*costs, *scarce)]


def _fits(one: Cost, kind: str) -> bool:
    return one.insurance == kind
