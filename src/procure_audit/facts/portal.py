"""Whether bids may come only through an electronic portal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, fact
from .passages import Passage
from .said import Said, phrase, said

_BID = (
    r"(?:tenders?|bids?|submissions?|quotations?|quotes?|proposals?|responses?|applications?|expressions? of "
    r"interest|respond|application packs?|"
    r"tender documents?|invitation|offers?|(?:this |the )?(?:completed )?(?:questionnaires?|forms?)|all documents|"
    r"completed documents?)"
)
_SENT = (
    r"(?:submit(?:ted|ting)?|return(?:ed)?|upload(?:ed)?|respond|received?|sent|send|deliver(?:ed)?|lodged?|made|"
    r"reply|lodge|bring|"
    r"addressed|accept(?:ed)?|emailed|posted|reach|"
    r"completed|submission)"
)
_PORTAL = (
    r"(?:portal|e-?\s?tender(?:ing|s)?(?:\s?(?:system|site|service|platform|wales|ni))?|e-?\s?sourcing|"
    r"e-?\s?procurement|electronic tendering|tenderbox|bravo\w*|pro-?contract|"
    r"in-?tend|yortender|mercell|pcs-?tender|e-?commercial \w+|jaggaer|proactis|atamis|ariba|pcs-?t|mytenders|"
    r"due north|the chest|delta|supplying the \w+|sell2wales|"
    r"online system|gem|messaging (?:area|facility))"
)
_VIA = phrase(rf"\b(?:via|through|thru|using|on|onto|in|into|within|to|by)\b[^.;]{{0,60}}?\b{_PORTAL}")
_SUBMITS = phrase(
    rf"\b{_BID}\b[^.;]{{0,100}}?\b{_SENT}\b|\b{_SENT}\b[^.;]{{0,80}}?\b{_BID}\b|\b(?:e-?mail|"
    rf"post) your \w+ ?{_BID}?\b|\b(?:e-?mail|post)(?: or (?:e-?mail|post))? (?:us )?your (?:\w+ )?{_BID}\b|"
    rf"\byou must respond\b|\breply by e-?mail\b|\breturn this\b|\b(?:e-?mail|post) it to\b|\bsubmissions? "
    rf"(?:by|via|through)\b"
)
_OTHER_WAY = (
    r"(?:(?:by|via) (?:e-?mail|post|fax|facsimil?i?e|hand|courier|mail)|e-?mail(?:ed)?(?: response| it)? to|hard[- "
    r"]?cop(?:y|ies)|paper (?:cop(?:y|ies)|form)|sealed envelopes?|in person|cd[- ]?rom|"
    r"by email|(?:sent|emailed|returned|submitted) to \S{1,60}@\S{3,60}|(?:e-?mail|post)(?: or (?:e-?mail|"
    r"post))? (?:your|us your|the completed)|in an? (?:plain|sealed)|"
    r"(?:electronically )?via e-?mail|post, facs\w+|fax or e-?mail|(?:e-?mail|post) it (?:to|in)\b)"
)
_ELSEWISE = phrase(rf"\b{_OTHER_WAY}\b")
_REFUSED = phrase(
    r"(?:\b(?:not|cannot|no)|n['’]t) (?:be )?(?:\w+ )?(?:accept(?:ed)?|evaluated|considered|valid|permitted|allowed|"
    r"acceptable|receive[ds]?|look at|looked at|open(?:ed)?|read)\b|\bother than\b|\brejected\b|\bdisregarded\b|"
    r"\bignored\b|\bdisqualif|\bmust not be\b|"
    r"\b(?:do|should|shall|must) not (?:be )?(?:submit|send|sent|submitted|return)"
)
_MUST = phrase(r"\b(?:must|only|shall|will|required to|should|are to|is to|need to|have to)\b")
_ONLY = phrase(r"\bonly\b|\bmust\b|\bnot accept|\bother than\b|\ball (?:\w+ )?(?:submissions|tenders|bids|responses)")
_ASIDE = phrase(
    r"\b(?:quer(?:y|ies)|questions?|clarifications?|enquir(?:y|ies)|invoices?|written notice|notices? (?:under|to)|"
    r"changes|invit(?:e|ing) (?:the )?suppliers?|original(?:s| document)|declaration duly|feedback|updates?|complain|"
    r"register(?:ed)?\b(?! mail| post)|acknowledge|"
    r"intention to|intend to (?:bid|tender)|opportunit|confidentiality|advertis|freedom of information|amendments|"
    r"notified|references?)\b"
)
_OR_WAY = phrase(
    rf"{_OTHER_WAY}[^.;]{{0,60}}\bor\b[^.;]{{0,30}}{_PORTAL}|{_PORTAL}[^.;]{{0,60}}\bor\b[^.;]{{0,30}}{_OTHER_WAY}"
)
_UPLOAD = phrase(r"\bupload")
_SOLE_WAY = phrase(
    rf"{_PORTAL}\b[^.;]{{0,60}}?\bis the only (?:route|way|means|method)\b|^\W*(?:[\d.]{{1,6}} )?(?:route|method|"
    rf"means|how to)\b"
    rf"[^.;]{{0,40}}?\b{_BID}\b\W{{1,4}}[^.;]{{0,40}}?\b{_PORTAL}[^.;]{{0,20}}?\bonly\b"
)
"""Words that make the portal the one way to bid: "the portal is the only route", "Route for tenders |"
" eTenderWales only"."""
_EMAIL = phrase(r"\be-?mail")
_PAPER = phrase(r"\b(?:post(?:ed)?|paper|hard[- ]?cop(?:y|ies)|hand|fax(?:ed)?|courier)\b")
_ANY_PORTAL = phrase(rf"\b{_PORTAL}\b")
_POSTBOX = phrase(r"\bpostbox facility\b")


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    for one in said(passages):
        if one.passage.role in (Role.DEFINITIONS, Role.CONTRACT_TERMS) or one.defines:
            continue
        found = _read(one)
        if found is not None:
            yield found


def _read(one: Said) -> Fact | None:
    """True: the portal and nothing else. False: e-mail, post or hand will do."""
    text = one.full
    if _SOLE_WAY.search(one.text):
        return fact("electronic_portal_only", one.evidence(), value=True)
    if _POSTBOX.search(text):
        return fact("electronic_portal_only", one.evidence(), confidence=Confidence.LOW, value=False)
    if not (_VIA.search(one.text) or _ELSEWISE.search(one.text)) or not _SUBMITS.search(text) or _ASIDE.search(text):
        return None
    portal, other, refused = _VIA.search(text), _ELSEWISE.search(text), _REFUSED.search(text)
    if other and refused:
        return fact("electronic_portal_only", one.evidence(), value=True) if _leaves_portal(one) else None
    if other and _UPLOAD.search(text):
        return None
    if other and not portal and _MUST.search(text):
        return fact("electronic_portal_only", one.evidence(), value=False)
    if other and not portal:
        return fact("electronic_portal_only", one.evidence(), confidence=Confidence.MEDIUM, value=False)
    if portal and other and _OR_WAY.search(text):
        return fact("electronic_portal_only", one.evidence(), value=False)
    if portal and not other and _MUST.search(text):
        sure = Confidence.HIGH if _ONLY.search(text) else Confidence.MEDIUM
        return fact("electronic_portal_only", one.evidence(), confidence=sure, value=True)
    return None


def _leaves_portal(one: Said) -> bool:
    """Whether a sentence that refuses other ways leaves the portal alone, and not the post: both are refused, or the
    portal is named beside it."""
    both = _EMAIL.search(one.text) and _PAPER.search(one.text)
    return bool(both or _ANY_PORTAL.search(one.passage.flat))
