"""How a passage says what it says: denied, softened, asked, left blank, defined; and whom it binds.

Pure functions over text, shared by all extractors. Each looks at the sentence around the words in question, so that a
denial in one sentence doesn't touch a demand in the next.
"""

from __future__ import annotations

import re
from enum import StrEnum

from ..text.pattern import Pattern
from ..text.sentences import sentences

_NEAR = 60
"""Characters before or after the words in which a denial still speaks of them."""

_FAR = 1500
"""Characters of the longest sentence that is looked at on either side."""


class Party(StrEnum):
    """Who is bound, or spoken to."""

    BUYER = "buyer"
    BIDDER = "bidder"
    SUPPLIER = "supplier"
    SUBCONTRACTOR = "sub_contractor"
    UNKNOWN = "unknown"


_PARTY_WORDS: tuple[tuple[Party, str], ...] = (
    (Party.SUBCONTRACTOR, r"(?:key )?sub-?\s?(?:contractor|consultant|supplier|provider)s?"),
    (
        Party.BUYER,
        r"buyers?|authorit(?:y|ies)|councils?|customers?|clients?|employers?(?!['’]|s['’]| liability)|purchasers?|"
        r"commissioners?|contracting (?:authority|body|entity)|trusts?|agency|ombudsman|government|the state|we",
    ),
    (
        Party.BIDDER,
        r"bidders?|tenderers?|candidates?|applicants?|potential (?:suppliers?|providers?)|offerors?|respondents?|"
        r"organisations? (?:bidding|tendering)|economic operators?|quoters?|you(?:r organisation)?",
    ),
    (
        Party.SUPPLIER,
        r"suppliers?|contractors?|providers?|consultants?|service providers?|sellers?|vendors?|lead provider|grantees?",
    ),
)
_PARTIES = tuple((party, rf"\b(?:{words})\b") for party, words in _PARTY_WORDS)
_DUTY = (
    r"(?:,[^,]{0,80},)?\s+(?:(?:and|or)\s+[\w' -]{0,40})?(?:shall|must|will|should|agrees?|undertakes?|is|are|may|"
    r"reserves?|needs?|has|have|would|warrants?|indemnif)"
)
_SUBJECTS = tuple((party, Pattern(words + _DUTY, re.I)) for party, words in _PARTIES)
_NAMED = tuple((party, Pattern(words, re.I)) for party, words in _PARTIES)


def _any(*parts: str, flags: re.RegexFlag = re.I) -> Pattern:
    return Pattern("|".join(parts), flags)


_NO_BEFORE = Pattern(
    r"(?:\b(?:no|without(?: any)?|nor|never|neither)\b(?: (?:minimum|specific|set|formal|longer|fixed|particular|such|"
    r"additional|need|requirements?|obligation|limit|for|of|on|any|a|the|to \w+)){0,4}"
    r"|\bnot (?:be )?(?:required?|expect(?:ed)?|ask(?:ed)?|seek(?:ing)?|need(?:ed)?|set|stipulate|appl(?:y|ied)|"
    r"obliged|permit(?:ted)?|accept(?:ed)?|mandat\w+)\b[^.;:!?]{0,40}"
    r"|\b(?:need not|needn['’]t|(?:do not|does not|don['’]t|doesn['’]t) (?:need|require|have to|ask for|want)|"
    r"not asking for|exempt(?:ed)? from)\b"
    r"[^.;:!?]{0,40}"
    r")\s*$",
    re.I,
)
_NO_AFTER = Pattern(
    r"^[^.;:!?]{0,40}?(?:"
    r"\b(?:is|are|was|will|shall|would|does|do|need|be)\s*(?:not|n['’]t|never)\s*(?:be\s+|a\s+)?(?:\w+\s+){0,2}?"
    r"(?:required|necessary|needed|requirement|mandatory|applicable|apply|asked|sought|applied|compulsory|allowed|"
    r"permitted|accepted|be)\b"
    r"|\bnot (?:required|applicable|needed|necessary)\b|\b(?:is|are)n['’]t (?:required|needed|necessary)\b"
    r"|:?\s*(?:none|n/a|nil|not applicable|not required)\s*[.;]?\s*$)",
    re.I,
)
_SOFT = _any(
    r"\bor (?:an? |its |their )?(?:\w+ )?(?:equivalent|equal|similar|comparable)",
    r"\bor (?:will|can|commit|agree|are willing|is willing)\b[^.;]{0,60}\b(?:obtain|hold|get|put|commit|arrange)",
    r"\bcommit(?:ment)? to obtain",
    r"\bwhere (?:it is |they are )?(?:applicable|appropriate|relevant|necessary|required by law|available|possible|"
    r"this applies)",
    r"\bif (?:required by law|applicable|appropriate|available|relevant|any\b|requested|asked|necessary)",
    r"\bas (?:applicable|appropriate)",
    r"\bmay (?:also )?(?:be )?(?:asked|required|request|requested|require|ask|seek)\b",
    r"\breserves? the right|\bdesirable|\bprefer(?:red|ably|ence)|\bnot essential|\bsuch as\b",
    r"\bwillingness|\bwilling to|\bwork(?:ing)? towards|\bshould (?:ideally|preferably)",
)
_CHOOSER = (
    r"(?:(?:order|award) form|call-?off|particulars|contract data|schedule|annex|appendix|specification|"
    r"statement of requirements|"
    r"invitation|buyer|authority|council|trust|customer|client|employer|purchaser|commissioner|board|university|we|us|"
    r"(?-i:[A-Z]{3,6}))"
)
"""Who, or what paper, decides whether a demand is made at all."""
_CONDITION = _any(
    rf"\b(?:if|where|when(?:ever)?|to the extent|in the event|in (?:any|the) cases?)\b"
    rf"(?:(?! (?:is|are|be|was|were) )[^.;:,]){{0,40}}?\b{_CHOOSER}\b"
    r"[^.;:,]{0,40}?\b(?:indicat|specif|stat(?:e|ing)|says?\b|select|requir|request|elect|ask|decid|consider|deem|"
    r"notif|"
    r"identif|think|believe|want|not satisf|concern|call)",
    r"\b(?:if|where|when|as and when) (?:(?:it|they|this|these|one) (?:is|are) |so )?(?:required(?! by (?:law|"
    r"statute))|"
    r"requested|specified|stated|indicated|called for|asked for|selected|instructed|deemed|used)\b",
    r"\b(?:if|where|as) (?:(?:it|they|this|these|one) (?:is|are) )?(?:applicable|appropriate|relevant|necessary)\b",
)
_OPTION = _any(
    r"\b(?:may|might|could) (?:also |then |be (?:asked|required|requested) to |wish to |need to |choose to )?(?:\w+ )?"
    r"(?:be )?(?:asked?|requir(?:e|ed)|request(?:ed)?|seek|sought|call(?:ed)?|need(?:ed)?|obtain(?:ed)?)\b",
    r"\breserves? the right\b|\bat (?:its|our|the \w+['’]s) (?:sole |absolute )?(?:discretion|option)\b",
)
_BLANK = _any(
    r"(?:[£$€]\s*|\b(?:GBP|EUR|USD)\s*)?(?:_{2,}|\.{4,}|…{2,})",
    r"[£$€]\s*(?:\[[^\]\d]{0,80}\]|[xX]{1,10}\b|$|\))",
    r"\[\s*(?:[xX•●.…_ ]{0,12}|(?:insert|enter|add|state|complete|specify|delete|amount|number|tbc|to be)"
    r"\b[^\]]{0,200})\]",
    r"[<{(]\s*(?:insert|enter|state|delete|specify|complete)\b[^>})]{0,200}[>})]",
    r"\b[xX]{2,10}\b|<<[^>]{0,200}>>|[☐□❑❏]\s*$",
    r"\bdelete (?:as|where|if) (?:appropriate|applicable|not)",
    r"\b(?:insert|enter) (?:the )?(?:amount|level|value|figure|number|name|date|percentage|details)",
    flags=re.I | re.M,
)
_TERM = r"(?:[“\"‘][^”\"’]{2,90}[”\"’]|[A-Z][\w'’/&() -]{1,80}?)"
_DEFINES = Pattern(
    r"^\W{0,3}(?:\(?[\w.]{1,8}\)?\s{1,4})?" + _TERM + r"\s*:?\s*(?:\([^)]{0,80}\)\s*)?"
    r"(?:(?<!by )\bmeans?\b(?! of)|\bshall mean\b|\bha(?:s|ve) the meaning|\bis defined as|\brefers to\b|"
    r"\b(?:is )?(?:[Tt]he |a type of )?(?:insurance|cover) (?:which|that|covering|against))"
)
_QUOTED_FIRST = Pattern(r"^\W{0,2}[“\"][^”\"]{2,90}[”\"]\s*(?:means?\b|:|\n|-|–|is\b|the\b|an?\b)", re.I)
_ASKS = _any(
    r"\b(?:please|kindly)\s+(?:(?:also|briefly|now)\s+)?(?:state|provide|give|confirm|indicate|describe|detail|list|"
    r"tell|"
    r"set out|outline|specify|explain|supply|enter|complete|attach|submit|include|tick|highlight|self-certify|"
    r"demonstrate|insert|enclose|note whether)",
    r"^\W{0,4}(?:\(?[\w.]{1,8}\)?\s+)?(?:do|does|are|is|have|has|can|will|would|what|how|which|who|when|where) "
    r"(?:you|your|the (?:bidder|tenderer|applicant|organisation|company|supplier))\b",
    r"\b(?:bidders?|tenderers?|applicants?|candidates?|suppliers?) (?:should|must|(?:are|is) (?:asked|invited|"
    r"requested) "
    r"to) (?:state|indicate|confirm whether|say|tell)\b",
)

_TO_BUYER = Pattern(
    r"\b(?:sellers?|suppliers?|bidders?|vendors?|tenderers?)\b(?: \w+){0,6}? (?:ask|respon[ds]|apply|reply|bid|see|"
    r"view)\w*(?: \w+){0,3}? your (?:brief|requirements?|opportunity|tender|notice)\b",
    re.I,
)


def sentence_around(text: str, start: int, end: int, reach: int = _FAR) -> tuple[int, int]:
    """Beginning and end of the sentence of *text* that holds *start*, stretched to hold *end* too.

    Looks no further than *reach* characters either way, so that a text without full stops costs no more.
    """
    base, limit = max(0, start - reach), min(len(text), end + reach)
    first, last = start, end
    for begin, stop in sentences(text[base:limit]):
        begin, stop = begin + base, stop + base
        if begin <= start < stop:
            first, last = begin, max(stop, end)
        elif begin < end <= stop:
            last = stop
    return first, last


def negated(text: str, start: int, end: int) -> bool:
    """Whether the words *start* to *end* of *text* are denied: "no minimum turnover", "a bond is not required"."""
    begin, stop = sentence_around(text, start, end, 2 * _NEAR)
    before = text[max(begin, start - _NEAR) : start]
    after = text[end : min(stop, end + _NEAR * 2)]
    return bool(_NO_BEFORE.search(before) or _NO_AFTER.search(after))


def softened(text: str) -> bool:
    """Whether *text* leaves a way round: "or equivalent", "or commit to obtain", "where applicable", "may be asked"."""
    return bool(_SOFT.search(text))


def conditional(text: str) -> bool:
    """Whether *text* leaves it to the buyer, or to another paper, whether the demand is made at all.

    "If the Order Form says so", "where the Council so requires", "as appropriate". A condition that the bidder meets
    or doesn't ("if you are a subsidiary") leaves the demand as it is.
    """
    return bool(_CONDITION.search(text))


def optional(text: str) -> bool:
    """Whether *text* keeps the buyer free to ask: "a bond may be required", "we reserve the right to"."""
    return bool(_OPTION.search(text))


def is_blank(text: str) -> bool:
    """Whether *text* holds a template's blank: "£____", "[X]", "[insert amount]", "delete as appropriate", "xxxx"."""
    return bool(_BLANK.search(text))


def blanks(text: str) -> tuple[tuple[int, int], ...]:
    """Where the blanks of *text* stand."""
    return tuple(match.span() for match in _BLANK.finditer(text) if match.group().strip())


def is_definition(text: str) -> bool:
    """Whether *text* only says what a word means: '"Fee" means …', "Public liability: the insurance covering …"."""
    return bool(_DEFINES.match(text) or _QUOTED_FIRST.match(text))


def asks_bidder(text: str) -> bool:
    """Whether *text* asks the bidder to tell something: "Please state your turnover", "Do you hold …?"."""
    return "?" in text or bool(_ASKS.search(text))


def speaks_to_buyer(text: str) -> bool:
    """Whether *text* is meant for a buyer who fills in a form: "sellers that respond to your brief"."""
    return bool(_TO_BUYER.search(text))


def bearer(text: str) -> Party:
    """Who must do what *text* says: the first party that stands as the subject of a duty, else the first one named."""
    subject = _first(text, _SUBJECTS)
    return subject if subject is not Party.UNKNOWN else _first(text, _NAMED)


def _first(text: str, patterns: tuple[tuple[Party, Pattern], ...]) -> Party:
    found = ((match.start(), party) for party, pattern in patterns if (match := pattern.search(text)))
    return min(found, default=(0, Party.UNKNOWN))[1]
