"""Whose the results are, and whether either side is bound to the other alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, fact
from .passages import Passage
from .said import BUYER, SUPPLIER, Said, phrase, said
from .wording import asks_bidder

_NEW = phrase(
    r"\b(?:new|foreground|project|resulting|arising|specially written) (?:ip|iprs?|intellectual property)|"
    r"\b(?:created|developed|produced|generated|"
    r"prepared|written|arising|made|designed)\b[^.;]{0,60}?\b(?:under|in (?:the )?(?:course|performance|connection|"
    r"provision|delivery)|pursuant|during|for the "
    r"(?:purposes?|buyer|authority|council|client|project|trust)|(?:while |when |by |in )?(?:delivering|providing|"
    r"performing|"
    r"carrying out)|from (?:the |its |these |this )?(?:services?|work|contract|provision|project|commission)|"
    r"by (?:the )?(?:supplier|contractor|provider|consultant|seller)|as "
    r"(?:a )?(?:part|result))|\border material|"
    r"\bresults of (?:the )?(?:services|project|work)|\bdeliverables\b|\bwork product|\bnew (?:\w+ )?materials?\b|"
    r"\ball (?:the )?outputs\b|"
    r"\bcopyright in (?:the |all |any )?(?:final )?(?:reports?|recordings?|photographs?|designs?|outputs?|films?|"
    r"artwork)"
)
_RIGHTS = phrase(
    r"\b(?:intellectual property|iprs?|copyrights?|design rights?|patents?|for hire|work product|title|ownership|"
    r"documents?|materials?|reports?|"
    r"drawings|software|results|deliverables|designs)\b"
)
_IP = phrase(
    r"\b(?:intellectual property|iprs?|copyrights?|for hire|work product|design rights?|patents?|rights in|vests?|"
    r"ownership of)\b"
)
_TO_BUYER = phrase(
    rf"\b(?:vests?|vested|belongs?|owned|property|assign(?:s|ed|ment)?|transfer(?:s|red)?|"
    rf"pass(?:es)?)\b[^.;]{{0,60}}?\b(?:in|by|"
    rf"to|of|with)\b[^.;]{{0,12}}?\b(?:the )?(?:[\w]+ )?"
    rf"(?:{BUYER})\b"
)
_TO_SUPPLIER = phrase(
    rf"\b(?:remains?|vests?|vested|owned|belongs?|property|retains?)\b[^.;]{{0,40}}?\b(?:in|by|to|of|with)\b (?:the "
    rf")?{SUPPLIER}\b|"
    rf"\b{SUPPLIER} (?:shall |will )?(?:retains?|keeps?|owns?)\b"
)
_YOURS = phrase(
    r"\bno assignment of (?:\w+ ){0,2}(?:rights|copyright|property)\b|"
    r"\b(?:we|the \w+) (?:will|do|does|shall) not (?:claim|seek|take|want) (?:ownership|copyright|rights|the rights)\b|"
    r"\bkeep the rights in\b|\bcopyright\b[^.;]{0,40}\b(?:is|stays|remains) (?:yours|with you)\b|"
    r"\byou (?:will )?(?:keep|own|"
    r"retain)\b[^.;]{0,30}\b(?:what you (?:make|write|create|produce)|copyright|"
    r"intellectual property|rights in)|"
    r"\byou (?:make|write|create|produce|design)\b[^.;]{0,20}\b(?:stays?|remains?|is|are|belongs? to) (?:yours|you)\b"
)
_OURS = phrase(
    rf"\b(?:{BUYER}) (?:will |shall )?owns? (?:the |all |any )*(?:intellectual property|iprs?|copyright|rights)\b|"
    rf"\b(?:{BUYER}) (?:will|shall) own\b[^.;]{{0,60}}\b(?:produced|created|written|developed|designed) (?:for|"
    rf"by|under|in)\b"
)
_OLD = phrase(
    r"\b(?:existing|background|pre-?existing|third part(?:y|ies)|infring\w+|licen[cs]ed to|moral rights)\b|"
    r"\b(?:buyer|authority|council|customer|government|client|state)(?:['’]s?)? (?:data|property|materials?|ipr|"
    r"assets|premises|equipment)\b|"
    r"\bpersonal data\b"
)
_GRABS = phrase(r"\bincluding (?:its |their |any |all )*(?:existing|background|pre-?existing)\b")
"""Words by which what the supplier had before passes as well."""
_BID = phrase(
    r"\b(?:tender|bid|proposal|submission|quotation|rf[pqi]|itt|itq|response|invitation|this document|pack|"
    r"sub-?contractor|collateral)\b|\bnothing in\b"
)
_EXCLUSIVE = phrase(r"\b(?:non-?\s?)?exclusiv(?:e|ity|ely)\b|\bsole (?:supplier|provider|contractor)\b")
_NO_EXCLUSIVITY = phrase(
    r"(?:\b(?:no|not|nothing|without|nor|neither)|n['’]t)\b[^.;]{0,80}?\bexclusiv(?:e|ity)\b|"
    r"\bnon-?\s?exclusive (?:\w+ "
    r")?(?:arrangement|agreement|contract|basis|framework|appointment|"
    r"supplier|provider|relationship)|\bnot (?:be )?(?:the )?sole (?:supplier|provider|contractor)"
)
_BOUND = phrase(
    rf"\b(?:sole and exclusive|exclusive|sole) (?:supplier|provider|contractor|right to (?:provide|supply|deliver))|"
    rf"\bexclusivity (?:applies|shall apply|period|is (?:granted|required))|"
    rf"\b{SUPPLIER} (?:shall|must|will|may) not,? (?:during [^.;]{{0,40}}?,? )?(?:provide|supply|perform|work|"
    rf"undertake|"
    rf"deliver)\b[^.;]{{0,60}}?\b(?:to|for) (?:any )?(?:other|competing|third)\b|"
    rf"\b{BUYER} (?:shall|must|will) not (?:purchase|obtain|procure|buy)\b[^.;]{{0,60}}?\bfrom (?:any )?(?:other|"
    rf"third)|\bwork exclusively for|"
    rf"\b{SUPPLIER} (?:shall|must|will|may) not,?[^.;]{{0,60}}? (?:provide|supply|deliver|work|offer|make) "
    rf"[^;]{{0,100}}?\b(?:to|for) any(?: \w+|one|body) other than\b|"
    rf"\b{SUPPLIER} (?:shall|must|will|may) not (?:provide|supply|deliver|run|offer)\b[^.;]{{0,60}}?\bfor any "
    rf"(?:\w+ ){{0,2}}(?:body|organi[sz]ation|authority|council|person|commissioner|buyer)\b"
)
_WITHOUT = phrase(
    r"\bwithout\b(?! (?:the )?(?:prior |written |express |authority['’]s |council['’]s )*(?:consent|leave|permission|"
    r"approval))"
)
_OTHER_EXCLUSIVE = phrase(
    r"\bjurisdiction|\blicen[cs]e|\bexclusive of\b|\bexclusive use\b|\bassets?\b|\bremed(?:y|ies)\b|\bpossession\b|"
    r"\bexclusively (?:used|for the purpose)|\bused exclusively|"
    r"\bexclusive right to (?:refer|determine)|\bcumulative"
)


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    for one in said(passages):
        if one.passage.role is Role.DEFINITIONS or one.defines or asks_bidder(one.full):
            continue
        yield from _assigned(one)
        yield from _exclusive(one)


_LABEL = 40
"""Characters of a clause in which its own title stands: "8. Copyright. Works made by …"."""


def _assigned(one: Said) -> Iterator[Fact]:
    """True where rights in the work pass to the buyer, False where the supplier keeps them."""
    text = one.full
    if _YOURS.search(text) or _OURS.search(text):
        sure = Confidence.MEDIUM
        yield fact("ip_assignment", one.evidence(), confidence=sure, value=not _YOURS.search(text))
        return
    if not _RIGHTS.search(text) or (_OLD.search(text) and not _GRABS.search(text)) or _BID.search(text):
        return
    new, named = _NEW.search(text), _IP.search(text) or _IP.search(one.passage.text[:_LABEL])
    if not named or not (new or one.passage.role is Role.CONTRACT_TERMS):
        return
    sure = Confidence.HIGH if new else Confidence.LOW
    if _TO_BUYER.search(text):
        yield fact("ip_assignment", one.evidence(), confidence=sure, value=True)
    elif new and _TO_SUPPLIER.search(text):
        yield fact("ip_assignment", one.evidence(), confidence=sure, value=False)


def _exclusive(one: Said) -> Iterator[Fact]:
    text = one.full
    if _EXCLUSIVE.search(text) and _NO_EXCLUSIVITY.search(text) and not _OTHER_EXCLUSIVE.search(text):
        yield fact("exclusivity", one.evidence(), value=False)
    elif _BOUND.search(text) and not _OTHER_EXCLUSIVE.search(text) and not _WITHOUT.search(text):
        yield fact("exclusivity", one.evidence(), confidence=Confidence.MEDIUM, value=True)
