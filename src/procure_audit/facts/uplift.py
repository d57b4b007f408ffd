"""Whether prices rise with costs while the contract runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, fact
from .passages import Passage
from .said import Said, phrase, said
from .wording import asks_bidder, is_blank

_PRICES = r"(?:prices?|rates?|charges?|fees?|contract (?:price|sum)|costs?|payments?|amounts?|tariffs?|funding)"
_INDEX = (
    r"(?:cpih?|rpix?|consumer prices? ind(?:ex|ices)|retail prices? ind(?:ex|ices)|(?:price )?ind(?:ex|ices)|"
    r"inflation|indexation|(?:national|real|london) living wage)"
)
_RISES = phrase(
    rf"\b{_PRICES}\b[^.;]{{0,120}}?\b(?:adjusted|increased?|increases|reviewed|uplift(?:ed|s)?|varied|rises?|"
    rf"go(?:es)? up|"
    rf"index-?linked|indexed|revised)\b[^.;]{{0,120}}?\b{_INDEX}\b|"
    rf"\b(?:go(?:es)? up|rises?|altered|uprated|adjusted|increased)\b[^.;]{{0,80}}\b(?:by|with|in line with|"
    rf"by reference to)\b"
    rf"[^.;]{{0,40}}?\b{_INDEX}\b|"
    rf"\b(?:uplift|increase|adjustment|review|rise)s?\b[^.;]{{0,100}}?\b(?:in line with|by reference to|linked to|"
    rf"based on|capped at|not exceeding|no more than|equal to|according to)\b[^.;]{{0,60}}?\b{_INDEX}\b|"
    rf"\bsubject to (?:variation by way of |annual )?indexation\b|\bindexation (?:will|shall|does)? ?(?:applies|"
    rf"apply|be applied)\b|\bindex-?linked\b|"
    rf"\b(?:will|shall) (?:apply|add|give|allow)\b[^.;]{{0,40}}\b(?:indexation|uplift|inflation)\b|"
    rf"\brates? move with\b[^.;]{{0,30}}\bindex\b|\b(?:annual|"
    rf"yearly) (?:price )?uplift\b(?! for)[^.;]{{0,40}}\b(?:will|shall)\b"
)
_FIXED = phrase(
    rf"\b{_PRICES}\b[^.;]{{0,100}}?\b(?:(?:shall|will|must|to) (?:be |remain |be held |stay )|(?:is|are|remain|"
    rf"remains|being) )(?:\w+ (?:and )?)?(?:fixed|firm)\b[^.;]{{0,60}}?"
    rf"\b(?:for|throughout|during|over)\b[^.;]{{0,60}}?\b(?:duration|term|whole|entire|life|contract period|period "
    rf"of the (?:contract|agreement)|"
    rf"contract|agreement|initial)\b|\bno (?:price |annual )?(?:increases?|uplifts?|indexation|inflationary "
    rf"\w+)\b[^.;]{{0,60}}?\b(?:will|shall|is|are|can|may|be|during|over|throughout)\b|"
    rf"\b(?:prices?|rates?|fees?|charges?)\b[^.;]{{0,40}}\b(?:must|shall|will|to) be held\b[^.;]{{0,20}}\b(?:for|"
    rf"throughout|during)\b|"
    rf"\b(?:budget|funding|price|sum|fee) is fixed\b[^.;]{{0,60}}\b(?:life|term|duration|period|length|years|"
    rf"contract)\b|"
    rf"\bno (?:annual |price |inflationary )?(?:uplift|increase|indexation)s?\b[^.;]{{0,40}}\b(?:contract|term|year)|"
    rf""
    rf"\b{_PRICES}\b[^.;]{{0,60}}?\b(?:will|shall|may|must)? ?not (?:be )?(?:increased?|uplifted|subject to (?:any "
    rf")?(?:increase|indexation|variation|uplift|inflation))"
)
_DENIED = phrase(
    r"(?:\b(?:not|no(?! more| greater| higher)|without|nor)|n['’]t)\b[^.;]{0,60}?\b(?:uplift|increase|"
    r"indexation|inflation|adjust|subject to)"
)
_OFFER = phrase(
    r"\b(?:closing date|valid(?:ity)?|acceptance|from the (?:date|deadline)|tender (?:period|validity)|days from|"
    r"open for)\b|\binterest\b|\binsur|"
    r"\bcap\b|\bliabilit|\bpension|\bsalar"
)

_CONDITIONAL = phrase(
    r"\b(?:if|where|unless|in the event)\b[^.;]{0,120}?\b(?:fixed|firm|index\w*|stated?s?)\b|\bexcept\b|\bmay\b"
)
_OWN = phrase(rf"\b(?:{_INDEX}|uplift\w*|increase\w*|fixed|firm|held|index\w*)\b")
_NOT_WHOLE = phrase(r"\bnot (?:be )?fixed\b|\b(?:fixed|held|firm) (?:for|during) (?:the first|one year|a year)\b")


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    for one in said(passages, _OWN):
        if one.passage.role is not Role.DEFINITIONS and not one.defines:
            yield from _uplift(one)


def _uplift(one: Said) -> Iterator[Fact]:
    text = one.full
    if _OFFER.search(text) or asks_bidder(text) or not _OWN.search(one.text):
        return
    drafted = "[" in text or is_blank(text)
    sure = Confidence.LOW if drafted or _CONDITIONAL.search(text) else Confidence.HIGH
    if _FIXED.search(text) and not _NOT_WHOLE.search(text):
        yield fact("price_uplift", one.evidence(), confidence=sure, value=False)
    elif _RISES.search(text):
        yield fact("price_uplift", one.evidence(), confidence=sure, value=not _DENIED.search(text))
