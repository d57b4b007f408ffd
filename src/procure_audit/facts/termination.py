"""Notice by which a party may end the contract though nobody is at fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, fact
from .passages import Passage
from .quantities import Duration, durations
from .said import BUYER, SUPPLIER, SUPPLY_SIDE, Said, phrase, said
from .wording import Party, asks_bidder, bearer

_MOST_DAYS = 750
_ENDS = phrase(
    r"\b(?:terminat(?:e|ed|ion|ing)|(?:end|cancel|determine|break)(?:led)? (?:this|the|their|its) (?:\w+ ){0,3}?"
    r"(?:contract|agreement|framework|arrangement|appointment|order|commission|award|services?|grant|funding)|(?:end|"
    r"cancel) it|"
    r"(?:withdraw from|leave|stop|give up|resign from) (?:this|the) (?:\w+ ){0,2}(?:contract|agreement|framework|"
    r"award|service|"
    r"arrangement|commission|lot)|break clause|you can stop|you may stop|giv(?:e|ing) up (?:this|"
    r"the) (?:contract|agreement)|"
    r"(?:strike|remove) (?:an?|the|any) \w+ from the (?:framework|list|panel)|no longer wish(?:es)? to (?:provide|"
    r"deliver)|withdraw from|"
    r"bring (?:this|the) (?:\w+ )?(?:contract|agreement|arrangement|service|commission) to an end|stop using (?:you|"
    r"the \w+)|of us (?:can|may) stop)\b|"
    r"\b(?:contract|agreement) (?:may|can) be (?:ended|cancelled|"
    r"determined)\b"
)
_RIGHT = phrase(
    r"\b(?:may|can|entitled to|right to|reserves? the right|be able to|subject to|terminable|by giving|on giving|upon "
    r"giving|wish(?:es)? to|lets?|(?:must|will|shall|should) give|must be given|has to give|by either|has the power|"
    r"(?:on|with|at) (?:either side|"
    r"both sides)|notice period|reserves the right)\b"
)
_NOTICE = phrase(r"\bbreak clause\b|\bnotice\b|\bin writing\b|\bwriting to (?:you|us|the)\b")
_FREE = phrase(
    r"\bwithout (?:\w+ )?(?:reason|cause|fault|liability)|\b(?:at any time|for convenience|for any reason|no[- "
    r"]fault|at will|"
    r"with or without cause|best interest|at its (?:sole |absolute )?discretion)\b"
)
_FAULT = phrase(
    r"\bbreach|\bdefault|\bfail|\binsolv|\bbankrupt|\bliquidat|\bremed(?:y|ied|iable)|\brectif|\bcorrupt|\bbrib|"
    r"\bfraud|"
    r"\bforce majeure|\brelief event|\bchange (?:of|in) control|\bnot pa(?:y|id)|\bunpaid|\bmisconduct|"
    r"\bunsatisfactory|"
    r"\bperformance (?:is|has|falls)|\bconvict|\bconflict of interest|\bineffective|\bprohibited act|\bvar(?:y|"
    r"iation)\b|\bmutual"
)
_NOT_CONTRACT = phrase(
    r"\bemploy(?:ment|ee|ees)\b|\btermination assistance|\bexit\b|\bsub-?\s?contract|\bguarantee\b|\bprocurement "
    r"(?:process|exercise)|\btender process|\binsurance|\bpolicy\b|\blicen[cs]e\b|\bnotify (?:the|us) of"
)
_EITHER = phrase(
    r"\b(?:either|each|any|both|a) part(?:y|ies)\b|\bthe parties\b|\bby either\b|\beither of us\b|"
    r"\beach of us\b|\b(?:you or we|we or you)\b|\beither the\b|\b(?:either|each|both) sides?\b"
)
_LENGTH_OF_NOTICE = phrase(
    r"^['’]?s?['’]? ?(?:\w+[ ,]+){0,4}?(?:notice|in writing|written|ahead|beforehand|break clause)"
)
_PERIOD = phrase(r"\bnotice period\b|\bperiod of notice\b")
_EITHER_SIDE = phrase(r"\b(?:either (?:side|party)|both (?:sides|parties)|by the \w+|contract|agreement)\b")
_LABEL = phrase(
    r"^\W*(?:[\d.]{1,6} )?(?:the )?(?:(?:no[- ]fault )?break (?:provision|clause|option|right)s?|(?:length of "
    r")?notice(?: period| of termination)?|termination(?: (?:notice|by (?:the )?\w+|"
    r"without cause|period|"
    r"on notice)){0,2}|(?:if|when) (?:you|we|either|the \w+) ends? (?:it|this|the \w+)(?: \w+)?)(?: (?:is|are) |"
    r"[^\w]{1,4})"
)
"""A label that says by itself what the length behind it is: "Notice period: three months on either side"."""
_BEFORE_LENGTH = phrase(
    r"\bnotice (?:period )?(?:\w+ ){0,4}?(?:of|is|being|than|least)(?: (?:at least|not less than|no less than|a "
    r"minimum of))?\W{0,3}$"
)


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    for one in said(passages):
        if one.passage.role is Role.DEFINITIONS:
            continue
        label = _LABEL.match(one.text)
        if label:
            yield from _labelled(one, label)
        elif (
            _ENDS.search(one.full) or _under_title(one) or (_PERIOD.search(one.text) and _EITHER_SIDE.search(one.text))
        ):
            yield from _notice(one)


def _labelled(one: Said, label: re.Match[str]) -> Iterator[Fact]:
    """The notice behind a label or in the second cell of a row."""
    text = one.text
    length = next((found for found in durations(text) if 1 <= found.days <= _MOST_DAYS), None)
    if length is None or length.start - label.end() > _SOON or _FAULT.search(text) or _NOT_CONTRACT.search(text):
        return
    if asks_bidder(text):
        return
    for other in (length, *(found for found in durations(text) if found.start > length.end)):
        whose = _WHOSE.search(text[: other.start])
        if other is length or (whose and _is_notice(text, other)):
            by = _by(whose[0] if whose else text)
            yield fact("termination_notice", one.evidence(), confidence=Confidence.MEDIUM, days=int(other.days), by=by)


_WHOSE = phrase(rf"\b(?:{BUYER}|{SUPPLIER})\W{{1,3}}$")
"""The party right before a length: "Commissioner: 6 months' notice. Provider: 12 months' notice"."""


def _under_title(one: Said) -> bool:
    """Whether the title says that the contract may be ended, and the sentence by whom and when: "may do so on …"."""
    return bool(_DO_SO.search(one.text) and _ENDS.search(one.topic))


_DO_SO = phrase(r"\b(?:may|can|do|doing|exercise|give) (?:so|this|notice)\b")
_SOON = 20
"""Characters between a label and the length it is about: "not less than "."""


def _notice(one: Said) -> Iterator[Fact]:
    whole = _RIGHT.search(one.text) and _NOTICE.search(one.text) and durations(one.text)
    text = one.text if whole else one.full
    if not durations(one.text) and not _ENDS.search(one.text):
        return
    free = bool(_FREE.search(text))
    if not _RIGHT.search(text) or not _NOTICE.search(text) or _NOT_CONTRACT.search(text):
        return
    if _FAULT.search(text) or asks_bidder(text) or one.defines:
        return
    lengths = [length for length in durations(text) if _is_notice(text, length)]
    if not lengths and free:
        yield fact("termination_notice", one.evidence(), confidence=Confidence.LOW, days=None, by=_by(text))
    sure = Confidence.HIGH if free else Confidence.MEDIUM
    for length in lengths[:1]:
        by = _by(_clause(text, length)) if len(lengths) > 1 else _by(text)
        yield fact("termination_notice", one.evidence(), confidence=sure, days=int(length.days), by=by)
    for length in lengths[1:]:
        whose = _of_other(text, lengths[0], length)
        if whose:
            yield fact("termination_notice", one.evidence(), confidence=sure, days=int(length.days), by=_by(whose))


def _of_other(text: str, first: Duration, other: Duration) -> str:
    """The words that give *other* to another party ("… and the Council by giving three months' notice"); "" if none."""
    named = _OTHER_PARTY.search(text[first.end : other.start])
    if named:
        return named["who"]
    clause = _clause(text, other)
    return clause if _SAME.search(clause) else ""


_OTHER_PARTY = phrase(
    rf"\b(?:and|or|whereas|while|but),? (?:by )?(?:the )?(?P<who>{BUYER}|{SUPPLIER}) (?:(?:may|must|can|shall|will) "
    rf")?(?:\w+ ){{0,3}}?"
    rf"(?:by|on|upon|with|gives?|giving)\b"
)
_SAME = phrase(r"\b(?:may|can) (?:do so|do the same|do this|end it)\b")


def _clause(text: str, length: Duration) -> str:
    """The part of a sentence between semicolons that *length* stands in: "You may … ; we may do so with …"."""
    end = text.find(";", length.end)
    return text[text.rfind(";", 0, length.start) + 1 : len(text) if end < 0 else end]


def _is_notice(text: str, length: Duration) -> bool:
    """Whether *length* is the length of the notice, and not how long something else lasts."""
    said_plainly = length.counted or text[length.start : length.end].lower().split()[0] in ("a", "an")
    if not 1 <= length.days <= _MOST_DAYS or not said_plainly:
        return False
    after, before = text[length.end : length.end + 60], text[max(0, length.start - 80) : length.start]
    return bool(_LENGTH_OF_NOTICE.match(after) or _BEFORE_LENGTH.search(before))


def _by(text: str) -> str:
    """Who may end it; the buyer where no party is named, since only then do tenders leave it out."""
    if _EITHER.search(text):
        return "either"
    ends = _ENDS.search(text)
    who = bearer(text[: ends.start() if ends and ends.start() > 8 else None])
    return "supplier" if who in SUPPLY_SIDE and who is not Party.UNKNOWN else "buyer"
