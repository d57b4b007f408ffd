"""Demands for security: a guarantee from a parent body, or a bond."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Fact, Profile, Role, Verdict, Weighed
from ..text.amounts import money, plain
from .asked import Asked, number

_OF_SUBSIDIARIES = re.compile(
    r"\bsubsidiar|\b(?:is|are) part of a (?:larger )?group\b|"
    r"\b(?:if|where|in case)\b[^.;]{0,80}\b(?:parent|holding|group) (?:company|body|organisation)|"
    r"\b(?:parent|holding|group) (?:company|body|organisation)[^.;]{0,20}\bif (?:any|(?:it|they|you|there) (?:has|have|"
    r"is))\b|"
    r"\brel(?:y|ies|ying) (?:up)?on\b[^.;]{0,60}\b(?:parent|holding|group) (?:company|body|organisation)",
    re.I,
)
"""Words that ask for a guarantee only of bidders that have a parent."""
_PERHAPS = re.compile(
    r"\b(?:may|might|could)\b|\b(?:if|where|in case)\b[^.;]{0,80}\b(?:requires?|required|requested|asked|indicates?)\b",
    re.I,
)
"""Words that ask only perhaps."""


def guarantee(fact: Fact, bidder: Profile, _: Asked) -> Iterator[Weighed]:
    """A guarantee from a parent body, which no body without a parent can bring."""
    if fact.get("value") is not True:
        return
    verdict, remark = _open(fact) or (Verdict.BLOCKED, "nothing says what a body without a parent may bring")
    if not bidder.parent_guarantee and _all_say(fact, _OF_SUBSIDIARIES):
        verdict, remark = Verdict.MET, "asked only of those who have a parent body"
    yield Weighed(
        id="parent-company-guarantee",
        kind=fact.kind,
        about="",
        verdict=Verdict.MET if bidder.parent_guarantee else verdict,
        asks="a guarantee from a parent body",
        has="a parent body that can give one" if bidder.parent_guarantee else "no parent body",
        remark="" if bidder.parent_guarantee else remark,
    )


def bond(fact: Fact, bidder: Profile, asked: Asked) -> Iterator[Weighed]:
    """A bond or deposit. A bank gives one against cash, so reserves of that sum will do."""
    if fact.get("value") is not True:
        return
    share, sum_ = number(fact, "percent"), number(fact, "amount")
    worth = asked.worth_of(fact)
    if sum_ is None and share is not None and worth.total is not None:
        sum_ = share / 100 * worth.total
    asks = "a bond" + (f" of {plain(share)}% of the contract" if share is not None else "")
    asks += f" ({money(sum_, bidder.currency)})" if sum_ is not None else ""
    verdict, remark = _bond(fact, sum_, bidder)
    yield Weighed(
        id="performance-bond",
        kind=fact.kind,
        about="",
        verdict=verdict,
        asks=asks,
        has="a bank that gives bonds" if bidder.bond else f"{money(bidder.reserves, bidder.currency)} of free reserves",
        remark=remark,
    )


def _bond(fact: Fact, sum_: float | None, bidder: Profile) -> tuple[Verdict, str]:
    if bidder.bond:
        return Verdict.MET, ""
    if sum_ is not None and bidder.reserves >= sum_:
        return Verdict.TO_QUALIFY, "a bank will hold that much of its reserves until the contract ends"
    if sum_ is None:
        return Verdict.UNSURE, "its sum can't be told: ask, and ask for something else instead"
    return _open(fact) or (Verdict.BLOCKED, "banks seldom give one without holding as much cash")


def _open(fact: Fact) -> tuple[Verdict, str] | None:
    """Why the demand may not be one of every bidder; None where it is."""
    if fact.places and all(place.role is Role.CONTRACT_TERMS for place in fact.places):
        return Verdict.UNSURE, "only the contract speaks of it: ask whether it will be wanted"
    if _all_say(fact, _PERHAPS):
        return Verdict.UNSURE, "it may be asked: find out whether it will be"
    return None


def _all_say(fact: Fact, words: re.Pattern[str]) -> bool:
    return bool(fact.places) and all(words.search(place.quote) for place in fact.places)
