"""Whose the results are, and whether either side is bound to the other alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, fact
from .passages import Passage
from .said import BUYER, SUPPLIER, Said, phrase, said
from .wording import asks_bidder

_MADE = (
    r"(?:created|developed|produced|generated|prepared|written|arising|made|designed|originated|conceived|commissioned|"
    r"composed|compiled|collected|coming into (?:being|existence)|comes? into (?:being|existence)|brought into "
    r"existence|"
    r"arises?|results?|resulting|created or developed)"
)
_NEW = phrase(
    r"\b(?:ip|iprs?|intellectual property|copyright)\b[^.;]{0,30}\b(?:it|they|you) (?:develops?|creates?|makes?|"
    r"produces?|writes?)\b|"
    r"\b(?:everything|anything|whatever|what|all)\b[^.;]{0,40}?\b(?:writes?|makes?|creates?|produces?|designs?|"
    r"develops?)\b|"
    r"\b(?:new|foreground|project|resulting|arising|specially written) (?:ip|iprs?|intellectual property)|"
    rf"\b{_MADE}\b[^.;]{{0,80}}?\b(?:under|in (?:the )?(?:course|performance|connection|provision|delivery|carrying)|"
    r"pursuant|during|for the (?:purposes?|buyer|authority|council|client|project|trust)|for (?:us|this|any)|"
    r"(?:while |when |by |in )?(?:delivering|providing|performing|carrying out)|from (?:the |its |these |this |any )?"
    r"(?:services?|work|contract|provision|project|commission|agreement|performance)|as a result|by (?:the |"
    r"you\b)?(?:supplier|"
    r"contractor|provider|consultant|seller|designer|artist|bidder|vendor)|as (?:a )?(?:part|result)|through)|"
    r"\border material|\bcontract material|\bspecially written|"
    r"\bresults of (?:the )?(?:services|project|work)|\b(?:in|to) (?:the )?(?:results|outputs|project materials|"
    r"works)\b|"
    r"\bdeliverables\b|\bwork product|\bnew (?:\w+ )?materials?\b|\b(?:the|any) work you (?:create|make|produce|do)\b|"
    rf"\b(?:all|any|anything|everything)\b[^.;]{{0,40}}?\b{_MADE}\b|\b(?:ip|iprs?|intellectual property|copyrights?)\b"
    rf"[^.;]{{0,60}}?\b{_MADE}\b|"
    r"\ball (?:the )?outputs\b|"
    r"\b(?:copyright|intellectual property|iprs?|rights) (?:rights )?(?:in|of|to) (?:the |all |any |its )?(?:\w+ "
    r"){0,2}?(?:reports?|recordings?|"
    r"photographs?|designs?|outputs?|films?|artworks?|works?|materials|toolkits?|software|publications?|"
    r"documents)\b(?! of the (?:buyer|authority|"
    r"council))"
)
_RIGHTS = phrase(
    r"\b(?:intellectual property|ip|iprs?|copyrights?|design rights?|patents?|for hire|work product|title|ownership|"
    r"documents?|materials?|reports?|drawings|plans|software|results|deliverables|designs|outputs?|recipes|artworks?|"
    r"content|courses?|"
    r"work)\b"
)
_IP = phrase(
    r"\b(?:intellectual property|ip|iprs?|copyrights?|for hire|work product|design rights?|patents?|rights in|vests?|"
    r"ownership (?:of|in)|title (?:to|in)|assigns?)\b"
)
_WORKS = phrase(
    r"\b(?:reports?|documents?|drawings|plans|designs|software|deliverables|materials|specifications|recipes|"
    r"toolkits?|content|courses?|modules|"
    r"studies|photographs|films?|artworks?|writings|work products?|outputs?)\b"
)
"""What is written or made: where it is the buyer's property, so are the rights in it."""
_MADE_HERE = phrase(
    rf"\b{_MADE}\b[^.;]{{0,60}}?\b(?:under|pursuant|in (?:the )?(?:course|performance|connection|provision|delivery)|"
    r"by (?:the )?(?:supplier|contractor|provider|consultant|vendor|seller)|for (?:the|us)|as (?:a )?(?:part|result))|"
    r"\bwork products?\b|"
    r"\bdeliverables\b"
)
_OTHERS = (
    r"(?:licensors?|authors?|artists?|designers?|owners?|third|part(?:y|ies)|services?|contract|agreement|project|"
    r"deliverables|data|disclosing|receiving|supplier)"
)
_TO_BUYER = phrase(
    rf"\b(?:is|are|be|becomes?|remains?) the (?:\w+ )?intellectual property of (?:the )?(?:\w+ )?(?:{BUYER})\b|"
    rf"\b(?:vests?|vested|vesting|belongs?|owned|(?<!intellectual\s)property|assign(?:s|ed|ment)?|transfer(?:s|red)?|"
    rf"rests?|lies?|"
    rf"pass(?:es)?|convey(?:s|ed)?)\b[^.;]{{0,70}}?\b(?:in|by|to|of|with)\b[^.;]{{0,12}}?\b(?:the )?(?:[\w]+ "
    rf")?"
    rf"(?:{BUYER})\b|"
    rf"\b(?:vests?|vested|belongs?|owned|(?<!intellectual\s)property|passe?s?)\b[^.;]{{0,40}}?\b(?:in|by|to|of|with) "
    rf"the "
    rf"(?!(?:{SUPPLIER}|{_OTHERS})\b)(?-i:[A-Z][a-z]+)\b"
)
_TO_SUPPLIER = phrase(
    rf"\b(?:remains?|vests?|vested|owned|belongs?|property|retains?|retained|stays?|rests?)\b[^.;]{{0,40}}?\b(?:in|by|"
    rf"to|"
    rf"of|with)\b (?:the )?(?:{SUPPLIER}|artists?|authors?|designers?|makers?|creators?)\b|"
    rf"\b(?:{SUPPLIER}|artists?|authors?|designers?) (?:shall |will )?(?:retains?|keeps?|owns?)\b"
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
    rf"\bbecomes? (?:the )?(?:\w+ )?(?:{BUYER})(?:['’]s?)? property\b|"
    r"\b(?:copyright|intellectual property|ip|rights)\b[^.;]{0,60}?\b(?:will be|is|are|become) ours\b|"
    rf"\b(?:copyrights?|intellectual property|iprs?|ip|rights) (?:\w+ ){{0,8}}?(?:will|shall|to) be retained by "
    rf"(?:the )?(?:\w+ )?(?:{BUYER})\b|"
    rf"\b(?:{BUYER}) (?:will |shall )?(?:owns?|holds?|retains?|have|has) (?:the |all |any |sole |full "
    rf")*(?:intellectual "
    rf"property|iprs?|ip|copyright|"
    rf"ownership of|rights (?:in|to)|title to)\b|"
    rf"\b(?:{BUYER}) (?:will|shall) own\b[^.;]{{0,60}}\b(?:produced|created|written|developed|designed) (?:for|"
    rf"by|under|in)\b"
)
_OLD = phrase(
    r"\b(?:existing|background|pre-?existing|already (?:owned|held)|not (?:developed|created) (?:under|for)|third "
    r"part(?:y|ies)|infring\w+|licen[cs]ed to|moral rights)\b|"
    r"\b(?<!become\s)(?:buyer|authority|council|customer|government|client|state)(?:['’]s?)? (?:data|property|"
    r"materials?|ipr|"
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
    rf"\b(?:{SUPPLIER}) (?:is|are|remains?) free to (?:work for|supply|serve) (?:others|anyone)\b|"
    rf"\b(?:{BUYER}) (?:may|can|is free to) (?:go to|buy from|use|appoint|commission) (?:others|other (?:suppliers|"
    rf"providers|contractors))\b|"
    r"\b(?:is|are|be|on an?) (?:entirely |strictly )?non-?\s?exclusive\b(?! (?:\w+[ ,]+){0,3}?(?:licen|right))|"
    r"\b(?:not|no|nor|nothing|never|without|neither)\b[^.;]{0,80}?\bexclusively (?:from|with|by|to)\b|"
    r"\bnothing\b[^.;]{0,60}?\b(?:obliges?|requires?|binds?)\b[^.;]{0,60}?\bexclusive|"
    r"\bfree to (?:buy|purchase|obtain)[^.;]{0,60}?\belsewhere\b|"
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
    rf"\b(?:be|is|as) (?:appointed )?(?:as )?(?:the|its|our) (?:sole|exclusive|sole and exclusive) (?:supplier|"
    rf"provider|contractor|caterer|"
    rf"operator)\b|\b{BUYER} (?:shall|must|will) not (?:purchase|obtain|procure|buy)\b[^.;]{{0,60}}?\bfrom (?:any "
    rf")?(?:other|"
    rf"third)|\bwork exclusively for|"
    rf"\b{SUPPLIER} (?:shall|must|will|may) not,?[^.;]{{0,60}}? (?:provide|supply|deliver|work|offer|make) "
    rf"[^;]{{0,100}}?\b(?:to|for) any(?: \w+|one|body) other than\b|"
    rf"\b{SUPPLIER} (?:shall|must|will|may) not (?:provide|supply|deliver|run|offer)\b[^.;]{{0,60}}?\bfor any "
    rf"(?:\w+ ){{0,2}}(?:body|organi[sz]ation|authority|council|person|commissioner|buyer)\b|"
    rf"\b{SUPPLIER} (?:shall|must|will|may) not,? (?:during [^.;,]{{0,40}},? )?(?:provide|supply|deliver|run|"
    rf"offer)\b[^.;]{{0,40}}?"
    rf"\b(?:any )?(?:other|similar|competing)\b[^.;]{{0,60}}?\b(?:funded|commissioned|paid for|bought) by (?:another|"
    rf"any other)\b"
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
    if _YOURS.search(text):
        yield fact("ip_assignment", one.evidence(), confidence=Confidence.MEDIUM, value=False)
        return
    ours = _OURS.search(text)
    if (
        not (ours or _RIGHTS.search(text) or _IP.search(one.topic))
        or (_OLD.search(text) and not _GRABS.search(text))
        or _BID.search(text)
    ):
        return
    if _NO_RIGHT.search(text):
        return
    new, named = _NEW.search(text), _names_rights(one) or ours
    passes = _TO_BUYER.search(text) or ours
    if not passes and new and named and _TO_SUPPLIER.search(text):
        yield fact("ip_assignment", one.evidence(), confidence=Confidence.HIGH, value=False)
    elif passes and named and (new or one.passage.role is Role.CONTRACT_TERMS or _IP.search(one.topic)):
        yield fact("ip_assignment", one.evidence(), confidence=Confidence.HIGH if new else Confidence.LOW, value=True)
    elif passes and _WORKS.search(text) and _MADE_HERE.search(text) and not _RECORDS.search(text):
        yield fact("ip_assignment", one.evidence(), confidence=Confidence.MEDIUM, value=True)


_TITLE = phrase(r"\b(?:intellectual property|iprs?|copyright|ownership of (?:work|documents|materials|results))")
_NO_RIGHT = phrase(
    r"\b(?:transfer of|to transfer|transfer to the \w+) (?:\w+ ){0,3}?(?:responsibilit|skills|knowledge|staff|"
    r"services|employ|undertakings|"
    r"licences|licenses|warranties)"
)
"""What is handed over is something else."""


def _names_rights(one: Said) -> bool:
    """Whether the words, their title or their label speak of rights in what is made."""
    label = one.label[0] if one.label else ""
    return bool(
        _IP.search(one.full) or _TITLE.search(one.topic) or _IP.search(one.passage.text[:_LABEL]) or _IP.search(label)
    )


_RECORDS = phrase(
    r"\b(?:equipment|furniture|vehicles?|keys|uniforms?|stock|(?:care|case|service user|client|medical|personal) "
    r"(?:records|files|"
    r"data)|(?:supplied|issued|provided|lent|furnished) (?:to|by) (?:the|us))\b"
)


_FREE = phrase(r"\b(?:free to|may|can)\b[^.;]{0,30}\b(?:others?|elsewhere|anyone)\b")


def _exclusive(one: Said) -> Iterator[Fact]:
    text = one.full
    if (
        (_EXCLUSIVE.search(text) or _FREE.search(text))
        and _NO_EXCLUSIVITY.search(text)
        and not _OTHER_EXCLUSIVE.search(text)
    ):
        yield fact("exclusivity", one.evidence(), value=False)
    elif _BOUND.search(text) and not _OTHER_EXCLUSIVE.search(text) and not _WITHOUT.search(text):
        yield fact("exclusivity", one.evidence(), confidence=Confidence.MEDIUM, value=True)
