"""Whether bids may come only through an electronic portal."""

from __future__ import annotations

import re
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
    r"(?:submit(?:ted|ting)?|return(?:ed)?|upload(?:ed|ing)?|respond|received?|sent|send|deliver(?:ed)?|lodge[ds]?|"
    r"made|"
    r"reply|lodging|bring|mail(?:ed)?|hand-?delivered|"
    r"addressed|accept(?:ed)?|e-?mailed|posted|reach|"
    r"completed|submission|lodg(?:e)?ment|enclosed|placed)"
)
_PORTAL = (
    r"(?:portal|e-?\s?tender(?:ing|s)?(?:\s?(?:system|site|service|platform|website|wales|ni))?|e-?\s?sourcing|"
    r"e-?\s?procurement|e-?\s?bidding|e-?\s?submission|electronic (?:tendering|bidding|procurement|sourcing|system|"
    r"portal)|"
    r"tenderbox|bravo\w*|"
    r"pro-contract|procontract|in-tend|intend|yortender|mercell|pcs-?tender|e-?commercial \w+|jaggaer|proactis|"
    r"atamis|ariba|pcs-?t|mytenders|"
    r"due north|the chest|delta|supplying the \w+|sell2wales|austender|vendorpanel|tenders (?:vic|wa|sa|direct|"
    r"electronic \w+)|"
    r"tenderlink|bidnet|bonfire|demandstar|opengov|planetbids|ionwave|publicpurchase|bid ?express|sam\.gov|eva\b|"
    r"find a tender|contracts finder|etenders|cppp|"
    r"(?:online|on-line|web-?based|bidding|tendering|procurement|purchasing|sourcing|vendor|supplier) "
    r"(?:\w+ )?(?:system|platform|site|website|service|module|application)|gem|messaging (?:area|facility))"
)
_SITE = r"(?:www\.\S+|https?://\S+)"
_VIA = phrase(
    rf"\b(?:via|through|thru|using|use|on|onto|in|into|within|to|by|by way of|from)\b[^.;]{{0,60}}?\b{_PORTAL}\b|"
    rf"\b(?:via|through|using|on|onto|at|to|by)\b[^.;]{{0,60}}?\b{_SITE}|"
    r"\b(?:submitted|lodged|uploaded|returned|responded|made|respond|submit|submission|bids?) (?:only )?(?:online|"
    r"on-line)\b|"
    r"\belectronically (?:only )?(?:through|via|using|on|at|in|to) (?!e-?mail|the e-?mail)"
)
_SUBMITS = phrase(
    r"\bnothing (?:that is )?(?:sent|submitted|received|returned)\b|"
    rf"\b{_BID}\b[^.;]{{0,100}}?\b{_SENT}\b|\b{_SENT}\b[^.;]{{0,80}}?\b{_BID}\b|\b(?:e-?mail|"
    rf"post) your \w+ ?{_BID}?\b|\b(?:e-?mail|post)(?: or (?:e-?mail|post))? (?:us )?your (?:\w+ )?{_BID}\b|"
    rf"\byou must respond\b|\breply by e-?mail\b|\breturn this\b|\b(?:e-?mail|post) it to\b|\bsubmissions? "
    rf"(?:by|via|through)\b|\bsubmission (?:method|route)\b|\bmethod of submission\b|\bsealed {_BID}\b|"
    rf"\b(?:submit|return|send)\b[^.;]{{0,60}}?\b(?:hard|paper|bound|electronic) cop(?:y|ies)\b"
)
_OTHER_WAY = (
    r"(?:(?:by|via) (?:e-?mail|post|fax|facsimil?i?e|hand|courier|mail)|e-?mail(?:ed)?(?: response| it)? to|hard[- "
    r"]?cop(?:y|ies)|paper (?:cop(?:y|ies)|form)|in person|"
    r"sealed (?:\w+ )?(?:envelopes?|packages?|packets?|bids?|tenders?|proposals?)|"
    r"cd[- ]?rom|hand[- ]?deliver(?:ed|y)?|mailed|posted(?! (?:via|on|through|using|online|at))|by email|(?:sent|"
    r"emailed|returned|submitted) to "
    r"\S{1,60}@\S{3,60}|"
    r"(?:one|two|three|four|five|six|\d+|original)(?: ?\(\d\))? (?:\w+ ){0,2}(?:hard |bound |paper )?cop(?:y|ies) of "
    r"(?:the|your|its|each)|"
    r"original (?:and|plus) (?:\w+ )?(?:\(\d+\) )?(?:\w+ )?copies|(?:e-?mail|post)(?: or (?:e-?mail|"
    r"post))? (?:your|us your|the completed)|in an? (?:plain|sealed)|memory stick|usb (?:stick|drive)|"
    r"(?:electronically )?via e-?mail|post, facs\w+|fax or e-?mail|e-?mailed|(?:e-?mail|post) it (?:to|in)\b)"
)
_ELSEWISE = phrase(rf"\b{_OTHER_WAY}\b")
_REFUSED = phrase(
    r"\bnothing\b[^.;]{0,80}\b(?:accepted|looked at|considered|opened|read|evaluated)\b|"
    r"(?:\b(?:not|cannot|no)|n['’]t) (?:be )?(?:\w+ )?(?:accept(?:ed)?|evaluated|considered|valid|permitted|allowed|"
    r"acceptable|receive[ds]?|look at|looked at|open(?:ed)?|read)\b|\bother than\b|\brejected\b|\bdisregarded\b|"
    r"\bignored\b|\bdisqualif|\bmust not be\b|"
    r"\b(?:do|should|shall|must) not (?:be )?(?:submit|send|sent|submitted|return)"
)
_MUST = phrase(
    r"\b(?:please|mandatory|compulsory|must|only|shall|will|required to|should|are to|is to|need to|have to)\b"
)
_ONLY = phrase(r"\bonly\b|\bmust\b|\bnot accept|\bother than\b|\ball (?:\w+ )?(?:submissions|tenders|bids|responses)")
_ASIDE = phrase(
    r"\b(?:quer(?:y|ies)|questions?|clarifications?|enquir(?:y|ies)|invoices?|written notice|notices? (?:under|to)|"
    r"changes|invit(?:e|ing) (?:the )?suppliers?|original(?:s| document)|declaration duly|feedback|updates?|complain|"
    r"downloaded from|shall develop|portal (?:for|which|that) (?:customers|residents|users)|service users?|residents|"
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
_PAPER = phrase(r"\b(?:post(?:ed)?|paper|hard[- ]?cop(?:y|ies)|hand|courier)\b")
_ANY_PORTAL = phrase(rf"\b{_PORTAL}\b")
_POSTBOX = phrase(r"\bpostbox facility\b")


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    for one in said(passages):
        if one.passage.role in _NOT_OF_BIDS or one.defines:
            continue
        found = _labelled(one) or _read(one)
        if found is not None:
            yield found


_NOT_OF_BIDS = (Role.DEFINITIONS, Role.CONTRACT_TERMS, Role.GUIDANCE)
_ROUTE = phrase(
    rf"^(?:the )?(?:(?:method|means|route|mode|form|manner|how) (?:of|for|to) )?(?:(?:tender|bid|quotation|proposal) "
    rf")?(?:submissions?|submit|"
    rf"return|response)(?: (?:method|route|of (?:tenders|bids)|of {_BID}|instructions|address|to|via|by))?$"
)


def _labelled(one: Said) -> Fact | None:
    """What stands beside "Submission method" or "Return of tenders" in a row or a line."""
    if one.label is None or not _ROUTE.search(one.label[0]):
        return None
    value = one.label[1]
    portal = _ANY_PORTAL.search(value) or re.match(r"(?:online|www\.|https?:)", value, re.I)
    other = _ELSEWISE.search(value) or _EMAIL.match(value) or _PAPER.match(value)
    if bool(portal) == bool(other) or _REFUSED.search(value):
        return None
    return fact("electronic_portal_only", one.evidence(), value=bool(portal))


def _read(one: Said) -> Fact | None:
    """True: the portal and nothing else. False: e-mail, post or hand will do."""
    text = one.full
    if _SOLE_WAY.search(one.text):
        return fact("electronic_portal_only", one.evidence(), value=True)
    if _POSTBOX.search(text):
        return fact("electronic_portal_only", one.evidence(), confidence=Confidence.LOW, value=False)
    ways = _VIA.search(one.text) or _ELSEWISE.search(one.text)
    if not ways or not (_SUBMITS.search(text) or _answers_how(one)) or _ASIDE.search(text) or "?" in text:
        return None
    portal, other, refused = _VIA.search(text), _ELSEWISE.search(text), _REFUSED.search(text)
    if other and refused:
        return fact("electronic_portal_only", one.evidence(), value=True) if _leaves_portal(one) else None
    if other and _UPLOAD.search(text):
        return None
    if other and (not portal or _OR_WAY.search(text)):
        sure = Confidence.HIGH if _MUST.search(text) or portal else Confidence.MEDIUM
        return fact("electronic_portal_only", one.evidence(), confidence=sure, value=False)
    if portal and not other and (_MUST.search(text) or _answers_how(one)):
        sure = Confidence.HIGH if _ONLY.search(text) else Confidence.MEDIUM
        return fact("electronic_portal_only", one.evidence(), confidence=sure, value=True)
    return None


def _answers_how(one: Said) -> bool:
    """Whether it answers a bidder who asked how to send a bid."""
    return bool(one.passage.answers and _SENDS.search(one.passage.answers))


_SENDS = phrase(rf"\b(?:send|submit|upload|post|e-?mail|deliver)\b[^.;]{{0,60}}?\b(?:{_BID}|copies)\b")


def _leaves_portal(one: Said) -> bool:
    """Whether a sentence that refuses other ways leaves the portal alone, and not the post: both are refused, or the
    portal is named beside it."""
    both = _EMAIL.search(one.text) and _PAPER.search(one.text)
    return bool(both or _ANY_PORTAL.search(one.passage.flat))
