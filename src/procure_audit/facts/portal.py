"""Whether bids may come only through an electronic portal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, fact
from .passages import Passage
from .said import Said, phrase, said

_BID = (
    r"(?:tenders?|bids?|submissions?|quotations?|quotes?|proposals?|responses?|applications?|expressions? of "
    r"interest|respond|application packs?|"
    r"tender documents?|invitation|offers?|all documents|completed documents?)"
)
_SENT = (
    r"(?:submit(?:ted|ting)?|return(?:ed)?|upload(?:ed)?|respond|received?|sent|send|deliver(?:ed)?|lodged?|made|"
    r"addressed|accept(?:ed)?|emailed|posted|reach|"
    r"completed|submission)"
)
_PORTAL = (
    r"(?:portal|e-?\s?tender(?:ing)?(?:\s?(?:system|site|service|platform|wales|ni))?|e-?\s?sourcing|"
    r"e-?\s?procurement|electronic tendering|tenderbox|bravo\w*|pro-?contract|"
    r"in-?tend|jaggaer|proactis|atamis|ariba|pcs-?t|mytenders|due north|the chest|delta|supplying the \w+|sell2wales|"
    r"online system|gem|messaging (?:area|facility))"
)
_VIA = phrase(rf"\b(?:via|through|thru|using|on|onto|in|into|within|to|by)\b[^.;]{{0,60}}?\b{_PORTAL}")
_SUBMITS = phrase(
    rf"\b{_BID}\b[^.;]{{0,100}}?\b{_SENT}\b|\b{_SENT}\b[^.;]{{0,80}}?\b{_BID}\b|\b(?:e-?mail|"
    rf"post) your \w+ ?{_BID}?\b|\b(?:e-?mail|post)(?: or (?:e-?mail|post))? (?:us )?your (?:\w+ )?{_BID}\b|"
    rf"\byou must respond\b|\b(?:e-?mail|post) it to\b|\bsubmissions? "
    rf"(?:by|via|through)\b"
)
_OTHER_WAY = (
    r"(?:(?:by|via) (?:e-?mail|post|fax|facsimil?i?e|hand|courier|mail)|e-?mail(?:ed)?(?: response| it)? to|hard[- "
    r"]?cop(?:y|ies)|paper (?:cop(?:y|ies)|form)|sealed envelopes?|in person|cd[- ]?rom|"
    r"by email|(?:e-?mail|post)(?: or (?:e-?mail|post))? (?:your|us your|the completed)|in an? (?:plain|sealed)|"
    r"(?:electronically )?via e-?mail|post, facs\w+|fax or e-?mail)"
)
_ELSEWISE = phrase(rf"\b{_OTHER_WAY}\b")
_REFUSED = phrase(
    r"(?:\b(?:not|cannot|no)|n['’]t) (?:be )?(?:\w+ )?(?:accept(?:ed)?|evaluated|considered|valid|permitted|allowed|"
    r"acceptable)\b|\bother than\b|\brejected\b|\bdisregarded\b|\bignored\b|\bdisqualif|\bmust not be\b|"
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
    if _POSTBOX.search(text):
        return fact("electronic_portal_only", one.evidence(), confidence=Confidence.LOW, value=False)
    if not (_VIA.search(one.text) or _ELSEWISE.search(one.text)) or not _SUBMITS.search(text) or _ASIDE.search(text):
        return None
    portal, other, refused = _VIA.search(text), _ELSEWISE.search(text), _REFUSED.search(text)
    if other and refused:
        return fact("electronic_portal_only", one.evidence(), value=True)
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
