"""How far the supplier answers for loss: a cap, no cap, indemnities without limit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, Value, fact
from .passages import Passage
from .quantities import money, numbers, percents
from .said import BUYER, SUPPLIER, Said, phrase, said
from .wording import asks_bidder, is_blank

_LIABLE = phrase(
    r"(?<!public\s)(?<!employer['’]s\s)(?<!employers['’]\s)(?<!employers\s)(?<!product\s)(?<!products\s)"
    r"(?<!professional\s)"
    r"(?<!party\s)(?<!tax\s)\b(?:liability|liabilities|liable)\b(?! insurance)"
)
_CAPPED = phrase(
    r"\b(?:(?:shall|will|must|may|does|do|is|can)(?: in no event)? (?:not|never) (?:in any event )?(?:\w+ "
    r"){0,3}?exceed|in no event shall [^.;]{0,60}? exceed|liable (?:to (?:the )?\w+ )?for more than|in no "
    r"event exceed|(?:is|are|be) (?:no|not) (?:more|greater|higher) than|"
    r"\b(?:will|shall|must|may) not be (?:more|greater|higher) than|"
    r"\b(?:neither|no|none)\b[^.;]{0,60}? (?:is|are|be) (?:more|greater|higher) than|"
    r"\b(?:maximum|total|aggregate|overall) (?:aggregate )?liability (?:of|for)\b[^.;]{0,80}? (?:is|shall be|"
    r"will be)\b|"
    r"(?:is|be) an? (?:\w+ )?(?:cap|limit) of\b|(?:is|are|be) (?:\w+ )?(?:limited|capped|"
    r"restricted) "
    r"(?:to|at)|limited (?:to|at)|limit(?:ation)? of (?:the )?(?:\w+(?:['’]s)? ){0,2}liability (?:is|shall be|will "
    r"be|of|:)|"
    r"liability cap (?:is|of|shall be|will be|:)|not be liable for (?:\w+ ){0,6}(?:more than|in excess of|exceeding))"
)
_PAYS_NO_MORE = phrase(
    rf"\b(?:neither|none|each) of us\b[^.;]{{0,50}}\bpay(?: the other)? (?:no )?more than\b|"
    rf"\b(?:we|{BUYER}) (?:will|shall|do|does) not (?:ask|require) you to pay (?:us )?more than\b"
)
_MOST_OWED = phrase(r"\bthe most (?:that )?(?:you|the \w+) (?:could|can|will|would) (?:owe|have to pay|be liable)\b")
_CAP_ROW = phrase(
    r"^\W*(?:[\d.]+ )?(?:(?:the )?(?:supplier|contractor|provider)(?:['’]s?)? )?(?:(?:maximum|total|aggregate|"
    r"overall) ){0,3}"
    r"(?:limit(?:ation)?s? (?:of|on) liability|liability (?:cap|limit)|liability)\b"
)
_INSURED = phrase(
    r"\binsur(?:ance|ed|er|ers)\b|\bpolicy\b|\bpremium|\blimit of indemnity\b|\bindemnity limit\b|\beach and every\b|"
    r"\blimited liability\b|\bguarantor\b|\bgroup limit"
)
_BUYERS = phrase(
    rf"\b{BUYER}['’]s? (?:\w+ ){{0,4}}liabilit|\bliability of (?:the )?{BUYER}\b(?! (?:and|or) the)|"
    rf"\b(?:the )?(?:buyer|authority|council|customer|client)(?: shall| will)? not be liable|"
    rf"\b(?:buyer|authority|council|customer|client) (?:shall|will) (?:in no event )?be liable"
)
_BOTH = phrase(
    rf"\b(?:each|either|neither|both) part(?:y|ies)|\b{SUPPLIER}(?:['’]s?)? (?:\w+ ){{0,4}}liab|\bliability of "
    rf"(?:the )?{SUPPLIER}"
)
_SHARE_OF = phrase(
    r"^ ?(?:\([^)]{0,40}\) )?of (?:the |all )?(?:[\w-]+ ){0,6}?(?:charges?|price|fees?|value|sums?|amounts?|"
    r"consideration)\b"
)
_TIMES = phrase(
    r"^ ?(?:\(\w+\) )?(?:times|x) (?:the |all )?(?:[\w-]+ ){0,6}?(?:charges?|price|fees?|value|sums?|amounts?)\b"
)
_TWICE = phrase(r"\b(?:twice|double) the (?:\w+ ){0,5}?(?:charges?|price|fees?|value|sums?|payments?)\b")
_A_YEARS = phrase(r"\b(?:one|a) year['’]s (?:\w+ )?(?:price|charges?|fees?|payments?)\b")
_WHOLE = phrase(
    r"\bthe (?:total )?(?:amount|sums?) (?:that )?(?:we|the \w+) (?:have |has )?pa(?:y|id)\b|"
    r"\b(?:the|an amount equal to|equal to) (?:the )?(?:total |aggregate |full )?(?:charges|contract (?:price|value|"
    r"sum)|fees)"
    r"(?: (?:paid|payable))?\b"
)
_NO_LIMIT = phrase(
    rf"\b{SUPPLIER}(?:['’]s?)? (?:\w+ ){{0,6}}liability (?:\w+ ){{0,8}}?(?:is|shall be|will be) (?:\w+ "
    rf")?(?:unlimited|uncapped|without limit)"
    rf"|\bliability of (?:the )?{SUPPLIER}\b[^.;]{{0,80}}\b(?:is|shall be|will be) (?:unlimited|uncapped|"
    rf"without limit)\b"
    rf"|\b(?:is|shall be|will be) no (?:limit|cap|limitation) (?:to|on|of) (?:the )?{SUPPLIER}['’]s? (?:\w+ "
    rf"){{0,3}}liability"
    rf"|\bno (?:limit|cap) (?:applies|shall apply|will apply|is placed|is set) (?:to|"
    rf"on) (?:the )?(?:liability of (?:the )?{SUPPLIER}|"
    rf"{SUPPLIER}['’]s? (?:\w+ ){{0,3}}liability)"
    rf"|\bunlimited liability (?:of|for|on) (?:the )?{SUPPLIER}|\b{SUPPLIER} (?:shall|will|must) (?:have|accept|"
    rf"bear) unlimited liability"
)
_CARVED = phrase(
    r"\bdeath\b|\bpersonal injury\b|\bfraud|\bcannot be (?:excluded|limited)|\bnothing in\b|\bany indemnity|\bin "
    r"respect of|"
    r"\bdata protection|\bconfidential|\bgross negligence|\bwilful|\bfor breach"
)
_INDEMNIFIES = phrase(
    rf"\b(?:(?P<who>(?:sub-?\s?contractor|former supplier|replacement supplier|guarantor|{SUPPLIER}|{BUYER}))\W "
    rf"(?:[^.;]{{0,90}}?)?|"
    rf"(?P<near>(?:former supplier|replacement supplier|sub-?\s?contractor|guarantor|{SUPPLIER}|{BUYER})) "
    rf"(?:[^.;:]{{0,70}}? )?)"
    r"(?:indemnif(?:y|ies)|keep (?:[^.;]{0,60}? )?indemnified|hold (?:[^.;]{0,60}? )?harmless)\b|"
    rf"\b{BUYER} (?:shall|will|must) be (?:\w+ )?(?:indemnified|held harmless) by (?:the )?(?P<by>sub-?\s?contractor|"
    rf"{SUPPLIER})\b"
)
_EVERYTHING = phrase(
    r"\b(?:against|from|for|in respect of)\b[^.;]{0,30}?\b(?:(?:any|all|each|every)\b[^.;]{0,40}?\b(?:loss(?:es)?|"
    r"claims?|costs?|damages?|"
    r"liabilit(?:y|ies)|expenses?|actions?|proceedings|demands?)|loss(?:es)?\b|claims\b|damages\b)|\bin respect of "
    r"any loss"
)
_SAYS_NO_LIMIT = phrase(r"\b(?:without limit|unlimited|uncapped)\b|\bdoes not (?:limit|exclude)")
"""Only words on the limit itself: "on demand" and "any and all losses" leave a cap in another clause as it is."""
_NOT_LIMITED = phrase(
    r"\b(?:does not|do not|shall not|will not|not) (?:limit|exclude)(?: or (?:limit|exclude))? (?:\w+ "
    r"){0,3}(?:liability|liabilities)?"
    r"[^.;]{0,60}\bindemnit(?:y|ies)|\bindemnit(?:y|ies)[^.;]{0,80}\b(?:unlimited|uncapped|without limit|not (?:be "
    r")?(?:subject to|limited))"
)
_LIMITED = phrase(
    r"\bsubject to (?:the )?(?:limit|clause \d+[^,.;]{0,30}\blimit)|\bup to (?:a maximum|the limit|[£€$]? ?\d)|"
    r"\b(?:capped|"
    r"limited) (?:to|at)\b"
)


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    everything = [one for one in said(passages) if one.passage.role is not Role.DEFINITIONS and not one.defines]
    caps = [cap for one in everything if (cap := _cap(one)) is not None]
    yield from caps
    yield from (item for one in everything if (item := _unlimited(one)) is not None)
    yield from _indemnities(everything, capped=bool(caps))


def _cap(one: Said) -> Fact | None:
    """The limit that a sentence or row sets to the supplier's liability; None if it sets none."""
    text = one.full
    row = one.passage.is_row and _CAP_ROW.search(text)
    plain = _PAYS_NO_MORE.search(text) or _MOST_OWED.search(text)
    if (
        not (plain or (_LIABLE.search(text) and (row or _CAPPED.search(text))))
        or (_INSURED.search(text) and not _A_YEARS.search(text))
        or asks_bidder(text)
    ):
        return None
    if _BUYERS.search(text) and not _BOTH.search(text):
        return None
    values = _limits(text)
    if not values and not is_blank(text):
        return None
    sure = Confidence.LOW if not values else Confidence.HIGH if _BOTH.search(text) or row else Confidence.MEDIUM
    return Fact("liability_cap", tuple(values.items()) or (("amount", None),), (one.evidence(),), sure)


def _limits(text: str) -> dict[str, Value]:
    """Amount, percentage and multiple that *text* names: "the greater of £5m and 150% of the Charges" has two."""
    values: dict[str, Value] = {}
    sums = [sum_ for sum_ in money(text) if sum_.amount]
    if sums:
        values |= {"amount": sums[0].amount, "currency": sums[0].currency or None}
    shares = [share for share in percents(text) if share.value and _SHARE_OF.match(text[share.end : share.end + 90])]
    if shares:
        values["percent"] = shares[0].value
    times = [number for number in numbers(text) if _TIMES.match(text[number.end : number.end + 90])]
    if times or _TWICE.search(text):
        values["multiple"] = times[0].value if times else 2
    if not values and _A_YEARS.search(text):
        values["multiple"] = 1
    if not values and _WHOLE.search(text):
        values["percent"] = 100
    return values


def _unlimited(one: Said) -> Fact | None:
    if not _NO_LIMIT.search(one.full) or _CARVED.search(one.full) or asks_bidder(one.full):
        return None
    return fact("liability_unlimited", one.evidence(), value=True)


def _indemnities(everything: Sequence[Said], capped: bool) -> Iterator[Fact]:
    """The supplier's indemnities that no limit holds: a cap in the same text holds them unless it says otherwise."""
    freed = [one for one in everything if _NOT_LIMITED.search(one.full) and not _INSURED.search(one.full)]
    yield from (fact("indemnity_uncapped", one.evidence(), value=True) for one in freed)
    for one in everything:
        if one not in freed and _indemnifies_for_all(one):
            sure = Confidence.HIGH if _SAYS_NO_LIMIT.search(one.full) else Confidence.MEDIUM
            held = capped and not freed
            yield fact("indemnity_uncapped", one.evidence(), confidence=Confidence.LOW if held else sure, value=True)


def _indemnifies_for_all(one: Said) -> bool:
    text = one.full
    match = _INDEMNIFIES.search(text)
    if match is None or asks_bidder(text) or _INSURED.search(text) or _LIMITED.search(text):
        return False
    who = match["who"] or match["near"] or match["by"]
    return bool(_SUPPLY.fullmatch(who) and _EVERYTHING.search(text[match.end() - 1 :]))


_SUPPLY = phrase(SUPPLIER)
