"""What the tender says of sub-contracting: barred, with consent, allowed; who answers, how fast the chain is paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, fact
from .labels import affirms, denies
from .passages import Passage
from .quantities import durations
from .said import SUPPLIER, Said, phrase, said

_SUB_WORDS = (
    r"(?:sub-?\s?-?(?:contract(?:ing|ed|ors?|s|or['’]s|ors['’])?|let(?:ting|s)?|consult\w+|suppliers?)|"
    r"secondary (?:vendors?|suppliers?|contractors?))"
)
_WHO = r"(?:sub-?\s?-?(?:contractors?['’]?s?|consultants?|suppliers?)|secondary (?:vendors?|suppliers?|contractors?))"
_DOING = r"(?:sub-?\s?(?:contract(?:ing|ed)?|let(?:ting)?)|outsourc(?:e|ed|ing))"
_PASSES = (
    r"(?:\b(?:pass|hand|give|transfer|delegate)(?: on)? (?:\w+ ){0,4}?(?:work|service|contract|dut(?:y|ie))s? (?:on |"
    r"over |out )?"
    r"to (?:some(?:one|body)|any(?:one|body)|another|others|a (?:\w+ )?(?:third|sub-?\s?contractor))\b|"
    r"\bbring(?:ing)? in (?:others\b|outside \w+|[^.;]{0,50}? from outside\b)|"
    r"\bpassing (?:on )?(?:the )?work(?: on)?\b|\bpassed (?:on )?to an? (?:[\w-]+ )?sub-?\s?contractor|\bgiven to "
    r"an?(?:other)? (?:[\w-]+ )?(?:sub-?\s?contractor|firm|"
    r"organi[sz]ation|"
    r"party|company)\b)"
)
_CHAIN = phrase(r"\bsupply chain\b|\bown suppliers\b|\bsuppliers in (?:the|its) (?:supply )?chain\b")
_SUB = phrase(rf"\b(?:key )?{_SUB_WORDS}|{_PASSES}")
_CONSENT = r"(?:consent|approval|permission|agreement|authori[sz]ation|approved)"
_WITHOUT = phrase(
    rf"\b(?:without|subject to|unless|except with|only with|be with|obtain\w*|requires?|seek(?:ing)?|need|until|save "
    rf"with|having|without first|"
    rf"agreed by|approved by|ask\w* \w+ \w+ for|ask\w* for|first|beforehand)\b[^.;]{{0,70}}?\b(?:{_CONSENT}|agreed|"
    rf"agrees)\b|\bonly with \w+['’]s {_CONSENT}|"
    rf"\bapproved in "
    rf"(?:advance|writing)|"
    rf"\b(?:where|if|once|when|after|provided) (?:that )?(?:the )?(?:\w+ ){{1,3}}?(?:has|have) (?:\w+ "
    rf"){{0,3}}?(?:agreed|consented|"
    rf"approved|consent|approval)\b|\bunless\b[^.;]{{0,60}}?\b(?:consents?|agrees?|approves?|has (?:first |previously "
    rf")?(?:consented|agreed|"
    rf"approved))\b|"
    rf"\b(?:must|shall|will|to) (?:first )?be (?:\w+ )?(?:approved|agreed)\b[^.;]{{0,40}}?\b(?:by|in writing|with)\b|"
    rf"\b(?:subject to|dependent on|conditional (?:up)?on) (?:the )?(?:\w+ ){{0,3}}?(?:approval|consent|agreement)\b|"
    rf"\b(?:consent|approval|agreement|permission) (?:is|will be|shall be|must be) (?:needed|required|obtained|"
    rf"sought)\b|"
    rf"\bask(?:s|ed)? (?:us |the \w+ )?(?:first|beforehand)\b|\bneeds [^.;]{{0,40}}?\b{_CONSENT}\b|"
    rf"\bprior (?:written )?{_CONSENT}\b|\bwith (?:the )?(?:\w+ )?(?:\w+['’]s )?(?:prior |written |express |formal "
    rf")*{_CONSENT}\b"
)
_ACT = phrase(
    rf"{_PASSES}|{_SUB_WORDS} needs?\b|\b(?:plans?|proposals?|intentions?) to {_DOING}\b|"
    rf"{_SUB_WORDS}[^.]{{0,60}}\b(?:later |any |"
    rf"subsequent )changes?\b|\b{_DOING}\b|\b(?:appoint\w*|"
    rf"engag\w+|us(?:e|es|ed|ing)|utilis\w+|chang\w+|replac\w+|new|associate with|enter(?:ing)? into|"
    rf"assign\w*)\b[^.;]{{0,60}}?{_SUB_WORDS}|{_SUB_WORDS}[^.;]{{0,40}}\b(?:appoint|engage|use|replac)|"
    rf"\b{_WHO} (?:must|shall|will|may|are|is|can)(?: not|n['’]t|not| only| first)? (?:be )?(?:changed|subject|"
    rf"approved|agreed|used|"
    rf"engaged|appointed|"
    rf"employed|replaced)\b"
)
_NOT_CONSENT = phrase(
    r"\bpension|\bterminat|\bchange of control|\bdisclos|\bpublici|\bconsent (?:to|of) (?:process|transfer)|"
    r"\bpersonal data|\blicence|\bnovat\w+ (?:at|to)|\b(?:amend|vary|varied|variation)\b|\bsub-?process|"
    r"\bdata process|\bremoved? from|\bsecurity clear|\bvetting|\bphotograph|\blogo\b|\bimprovement plan"
)
_BARRED = phrase(
    rf"\b(?:not|n['’]t|cannot) (?:be )?(?:accept|permit(?:ted)?|allow(?:ed)?|consider|agree to|"
    rf"entertain)\b[^.;]{{0,25}}?"
    rf"\b{_DOING}\b|\b(?:not|n['’]t) (?:permitted|allowed|entitled|able) to (?:\w+ ){{0,3}}?{_DOING}\b|"
    rf"\b(?:use of|using) {_WHO} (?:is|are|will be) (?:(?:not|strictly) (?:permitted|allowed|prohibited|accepted)|"
    rf"prohibited)\b|"
    rf"\bno {_WHO} (?:may|can|shall) (?:be )?(?:used|engaged|employed|permitted|allowed|accepted)\b|"
    rf"\b{_DOING}\b[^.;]{{0,60}}?\b(?:is|are|will|shall|must|would)(?: be)? (?:not|strictly|expressly)(?: be)? "
    rf"(?:permitted|allowed|prohibited|accepted|"
    rf"acceptable|forbidden)|\b{_DOING}\b[^.;]{{0,40}}?\b(?:is|are|shall be|will be) (?:prohibited|forbidden|barred)|"
    rf"\bno (?:part [^.;]{{0,60}}?(?:may|shall|"
    rf"can|will) be )?{_DOING}\b(?! (?:shall|will|may|can|does)? ?(?:relieve|release|absolve|"
    rf"affect))(?: (?:of [^.;]{{0,60}}?)?(?:is|are|will be|shall be) (?:permitted|allowed|"
    rf"accepted))?|\b(?:(?:may|shall|must|can|will) ?not|(?:is|are) not to) "
    rf"(?:be (?:permitted|allowed|entitled) to |be )?(?:(?:assign(?:ed)?|novated?|transfer(?:red)?|sell|sold|"
    rf"otherwise|dispose|delegate|charge|"
    rf"mortgage|of|or|and),? ){{0,8}}?{_DOING}\b(?! plan)|"
    rf"\bno part of [^.;]{{0,60}}?(?:may|shall|can|will) be {_PASSES}|\b(?:may|shall|must|can|"
    rf"will) ?not (?:\w+ ){{0,3}}?{_PASSES}"
)
_ONLY_SOME = phrase(
    rf"{_DOING} (?:\w+ ){{0,3}}?(?:to|with) (?:an?|any) [^.;]{{0,40}}?(?:named|who|which|that|whose|listed)|"
    rf"\bwithout (?:first )?(?:telling|informing|notifying)\b|\bunless\b|\bexcept\b|\bother than\b|\bsave\b"
)
_MAY_SUB = phrase(
    rf"\b{_WHO} (?:may|can) be (?:used|engaged|appointed|employed|involved)\b|"
    rf"\b(?:take part|bid|tender|apply|respond)\b[^.;]{{0,70}}?\bwith {_WHO}\b|"
    rf"\b(?:{SUPPLIER}|organi[sz]ations?|charities|they|it)\b[^.;]{{0,30}}?\b(?:may|can|could|might|wish(?:es)? to|"
    rf"free to|able to|"
    rf"welcome to|encouraged to)\b(?! not)[^.;]{{0,25}}?\b(?:us(?:e|ing)|work with|(?:deliver|provide|perform|run) "
    rf"[^.;]{{0,40}}?(?:with|through|by)|engage|appoint|employ|"
    rf"include|involve|"
    rf"rely on|bring|form|propose|partner|nominate|deploy)\b[^.;]{{0,60}}?{_WHO}\b|"
    rf"\b(?:use of |using )?{_WHO} (?:is|are|will be) (?:permitted|allowed|acceptable|accepted|welcome)\b|"
    rf"\b(?:permits?|allows?|accepts?|welcomes?) (?:the use of )?{_SUB_WORDS}\b|"
    rf"\bif you {_DOING}\b|\b(?:may|can)\b(?! not)[^.;]{{0,40}}?{_PASSES}|(?:{_PASSES}|\b{_DOING}\b)\W{{1,4}}(?:yes|"
    rf"allowed|permitted)\b|\b(?:happy|content|open) (?:for|to)\b[^.;]{{0,40}}?\b(?:{_DOING}\b|"
    rf"use (?:of )?{_SUB_WORDS})|"
    rf"\b(?:may|can|entitled to|permitted to|allowed to|free to|right to|able to|elects? to)\b(?! "
    rf"not)[^.;]{{0,60}}?\b(?:{_DOING}\b|(?:use (?:of )?|name |appoint |employ |engage |bring in |"
    rf"propose ){_SUB_WORDS}|"
    rf"(?:support|assistance|help) from {_SUB_WORDS})|\b{_DOING}\b[^.;]{{0,40}}?\b(?:is|are|will be|may be|shall be) "
    rf"(?:permitted|allowed|acceptable|welcome)"
)
_TELLS = phrase(
    rf"\b(?:if|where) (?:you|your|the \w+|an? \w+|any \w+|it)(?: is| are)? (?:relying|intend\w*|plan\w*|propos\w*|"
    rf"using|rely\w*|wish\w*)\b"
    rf"[^.;]{{0,40}}?{_SUB_WORDS}|"
    rf"\b(?:will|do|does|would|are|is) (?:you|your|the \w+|it|any)\b[^.;?]{{0,60}}?{_SUB_WORDS}[^.;?]{{0,80}}\?|"
    rf"\b(?:identify|list|name|describe|state|set out|specify|say)\b[^.;]{{0,60}}?\b(?:all|any|each|"
    rf"which|every|"
    rf"the|proposed|who|what)\b[^.;]{{0,40}}?{_SUB_WORDS}|"
    rf"\b(?:details?|names?|list|identify|identity|confirm|state|indicate|specify|proportion|percentage|"
    rf"share)\b[^.;]{{0,100}}?\b{_SUB_WORDS}|"
    rf"\b(?:intends?|propos\w+|tends?|plan\w*|wish\w*) (?:to )?(?:use |engage |appoint )?(?:\w+ "
    rf"){{0,2}}?{_SUB_WORDS}|\bonly you or,? [^.;]{{0,30}}{_SUB_WORDS}|"
    rf"\bwhether\b[^.;]{{0,60}}{_SUB_WORDS}"
)
_TELLS_WHO = phrase(
    r"\b(?:bidders?|tenderers?|applicants?|candidates?|potential \w+|offerors?|you|your|economic operators?|"
    r"please|its (?:tender|bid|proposal|offer)|proposers?|respondents?|vendors?|quoters?|responses?|proposals?|the "
    r"tender|state the)\b|"
    r"\bsub-?\s?contractors? proposed"
)
_YOU = phrase(r"\b(?:bidders?|tenderers?|applicants?|candidates?|you|your|please)\b")
_DEEDS = (
    r"\b(?:breach(?:es)?|faults?|conduct|acts?|omissions?|defaults?|negligence|performance|perform|work|actions|"
    r"failures?|even if|notwithstanding|"
    r"providing|delivery|"
    r"obligations)\b"
)
_ANSWERS = phrase(
    rf"\b(?:responsible|liable|responsibility|liability|accountable)\b[^.;]{{0,40}}?\bfor\b(?: (?:all|any|its|their|"
    rf"the|every|each|what|whatever|anything))* (?:of )?(?:its (?:\w+ ){{1,4}}and )?(?:its |their |"
    rf"your )?(?:{_SUB_WORDS}|[^.;]{{0,60}}?{_DOING} (?:work|services?)|[^.;]{{0,80}}?{_DEEDS}"
    rf"[^.;]{{0,80}}?(?:{_SUB_WORDS}|(?:supplier|contractor|provider) (?:staff|personnel|parties)))"
)
_HELD = phrase(
    rf"{_SUB_WORDS}[^.;]{{0,80}}?\b(?:supplier|contractor|provider|consultant|bidder|you|tenderer|lead \w+|prime \w+) "
    r"(?:will|shall|must|is|are|remains?|stays?)(?: be)?(?: held)?(?: \w+)? (?:responsible|liable|accountable|"
    r"answerable) for "
    r"(?:\w+ ){0,3}?(?:work|acts|performance|actions|conduct|quality|delivery|services?|them|everything|all)\b"
)
_STAFF = phrase(r"\b(?:supplier|contractor|provider) (?:staff|personnel|parties)\b[^.;]{0,40}\bas if\b")
_STILL = phrase(
    rf"{_SUB_WORDS}[^.;]{{0,120}}?\b(?:does|do|shall|will|not) (?:not )?(?:relieve|release|absolve|affect|diminish|"
    rf"discharge)\b|"
    rf"\bresponsib(?:le|ility)\b[^.;]{{0,60}}?{_SUB_WORDS}[^.;]{{0,40}}?\b(?:rests?|remains?|lies|stays?) with\b|"
    rf"{_SUB_WORDS},[^.;]{{0,30}}?\b{SUPPLIER} (?:shall )?(?:remains?|stays?|is|be) (?:\w+ )?(?:responsible|liable|"
    rf"accountable|answerable)\b|"
    rf"\bas fully (?:responsible|liable) to\b[^.;]{{0,50}}?\bfor\b[^.;]{{0,40}}?{_SUB_WORDS}|"
    rf"\b(?:acts?|omissions?|defaults?)\b[^.;]{{0,60}}?{_WHO}[^.;]{{0,80}}?\b(?:as if|as though|"
    rf"deemed)\b[^.;]{{0,60}}?\b(?:its|their|"
    rf"the {SUPPLIER}['’]?s?) own|"
    rf"\bdeemed to be (?:the |an )?(?:act|omission|acts)\b[^.;]{{0,40}}?\b{SUPPLIER}\b|"
    r"\b(?:stays?|remains?|are|is) (?:liable|responsible|answerable) for (?:(?:everything|all|anything|what)(?: that)? "
    r"(?:they|he|it|its \w+) (?:do|does)\b|them\b)|"
    rf"{_SUB_WORDS},? for whose [^.;]{{0,30}}\b(?:responsible|liable|answerable|accountable)\b|\banswer(?:s|"
    rf"able)? (?:to \w+ )?for (?:their|the) (?:work|sub)|"
    rf"\bno {_DOING}\b[^.;]{{0,30}}\b(?:relieve|release|absolve|affect)|"
    rf"\b{_DOING}\b[^.;]{{0,120}}?\bnot (?:relieve|release|absolve|affect|diminish)|\bnot (?:be )?(?:relieved|"
    rf"released|absolved|relieve|release|absolve)\b"
    rf"[^.;]{{0,140}}?{_SUB_WORDS}"
)
_SUPPLIERS = phrase(
    r"\bit (?:remains|stays|is|shall)\b|\b(?:supplier|contractor|provider|consultant|you|tenderer|bidder|seller|"
    r"vendor|lead \w+|prime "
    r"\w+)\b[^.;]{0,60}?\b(?:is|are|be|remain|remains|shall|will|must|accepts?|takes?|has|retains?|bears?)\b"
)
_NOT_ANSWERS = phrase(
    r"\binsur|\bnot (?:be )?(?:liable|responsible)|\bdeath\b|\blimit|\bindemn|\bjointly and severally|\bterminat|"
    r"\btax\b|\bsecurity clearance"
)
_PAID = phrase(r"\bsettl\w+|\bsame (?:period|terms|\w+ (?:\(\w+\) )?days)\b|\bpa(?:y|id|ys|yment|yments|ying)\b")
_CHAIN_DAYS = 30
_OTHER_DEED = phrase(
    r"\breject|\bqualifications in|\bgood standing|\bmodern slavery|\bconviction|\bexclusion|\bworkforce|\bopportunit"
)


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    for one in said(passages):
        if one.passage.role is Role.DEFINITIONS or one.defines:
            continue
        if _SUB.search(one.full) or _STAFF.search(one.full) or _CHAIN.search(one.full) or _about(one):
            for category, sure in _categories(one):
                yield fact("subcontracting_terms", one.evidence(), confidence=sure, category=category)


def _categories(one: Said) -> Iterator[tuple[str, Confidence]]:
    text = one.full
    chain = _SUB.search(text) or _CHAIN.search(text)
    if chain and _paid_in_30(text) and not one.asks:
        yield "pay_chain_30_days", Confidence.HIGH
    if _lead_liable(text):
        yield "lead_provider_liable", Confidence.HIGH
    named = _labelled(one)
    if named:
        yield named, Confidence.HIGH
    elif _WITHOUT.search(text) and (_ACT.search(text) or _under_title(one)) and not _NOT_CONSENT.search(text):
        yield "consent_needed", Confidence.HIGH
    elif _BARRED.search(text) and not _ONLY_SOME.search(text):
        yield "prohibited", Confidence.HIGH
    elif _MAY_SUB.search(text) and not _OTHER_DEED.search(text):
        yield "allowed", Confidence.HIGH
    elif _TELLS.search(one.text) and _asked_of_bidder(one) and not _OTHER_DEED.search(text):
        yield "allowed", Confidence.MEDIUM


def _about(one: Said) -> bool:
    """Whether its title or its label names sub-contracting."""
    return bool(_SUB.search(one.topic) or (one.label and _SUB.search(one.label[0])))


def _under_title(one: Said) -> bool:
    """Whether the title has what the sentence calls "so" or "it": "Sub-contracting. You may not do so without …"."""
    return bool(_SO.search(one.text) and _TITLE.search(one.topic) and not _SUB.search(one.text))


_SO = phrase(
    r"\b(?:may|shall|must|can|will) ?not (?:do (?:so|this|it))\b|^\W*(?:this|it) (?:is|will be|needs|requires)\b"
)
_TITLE = phrase(rf"\b{_DOING}\b")


def _labelled(one: Said) -> str | None:
    """What stands beside "Sub-contracting" in a row or a line, or answers a question about it."""
    if one.label is None or not _NAME.search(one.label[0]):
        return None
    value = one.label[1]
    if denies(value):
        return "prohibited"
    if _CONSENTS.search(value):
        return "consent_needed"
    return "allowed" if affirms(value) else None


_NAME = phrase(rf"^(?:the )?(?:use of )?{_SUB_WORDS}(?: (?:arrangements?|of (?:the )?\w+))?$|\b{_DOING}\b[^.;]*\?$")
_CONSENTS = phrase(
    rf"^\W*(?:yes,? )?(?:but )?(?:only )?(?:\w+ )?(?:with|subject to|by|requires?) (?:[\w’']+ ){{0,6}}?{_CONSENT}\b"
)


def _asked_of_bidder(one: Said) -> bool:
    """Whether a bidder is asked for sub-contractors: who may name them may have them. A contract asks of "you"."""
    return bool((_YOU if one.passage.role is Role.CONTRACT_TERMS else _TELLS_WHO).search(one.full))


def _paid_in_30(text: str) -> bool:
    """Whether the supplier must pay its sub-contractors in thirty days."""
    return bool(_PAID.search(text)) and any(length.days == _CHAIN_DAYS for length in durations(text))


def _lead_liable(text: str) -> bool:
    """Whether the supplier answers for what its sub-contractors do."""
    if _STILL.search(text) or (_HELD.search(text) and not _NOT_ANSWERS.search(text)):
        return True
    return bool(_ANSWERS.search(text) and _SUPPLIERS.search(text) and not _NOT_ANSWERS.search(text))
