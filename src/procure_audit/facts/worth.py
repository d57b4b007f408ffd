"""Words by which a sum is what a contract is worth: before it, after it, over it, or as a limit on prices.

Knows no documents.
"""

from __future__ import annotations

from .said import BUYER, phrase

_OF = (
    r"(?:contracts?|agreements?|framework|services?|works?|project|procurement|tender|requirement|purchase|dps|"
    r"programme|grant|lots?|"
    r"commission|concession|spend|budget|effort|assignment|service|scheme)"
)
_WORTH = r"(?:value|worth|cost|budget|spend|expenditure|price|funding|ceiling|envelope|sum|amount)"
_GUESS = (
    r"(?:estimated|anticipated|approximate|indicative|expected|total|overall|maximum|minimum|annual|yearly|"
    r"whole[- ]life|lifetime|aggregate|"
    r"available|allocated|likely|current|projected|potential|contract|full|assessed|guide|upper|affordability)"
)
_VALUE = phrase(
    rf"\b(?:each|every) lot (?:is|will be) (?:worth )?(?:between |from |about |up to )*$|\b{_OF} (?:is|"
    rf"are) estimated (?:at|to cost)\b|\b(?:grant|award|contract) (?:is|will be) (?:for )?(?:about |up to |"
    rf"around )*$|\b{_GUESS} (?:\w+ ){{0,3}}?{_WORTH}\b|"
    rf"\b{_WORTH} of (?:the |this |our |any |each )?(?:\w+ ){{0,3}}?{_OF}\b|"
    rf"\b{_OF}['’]?s? {_WORTH}\b|"
    rf"\b{_OF} (?:\w+ ){{0,6}}?(?:is |are |be )?(?:\w+ ){{0,2}}?(?:valued at|worth|budgeted at|costs?)\b|"
    r"\bbudget(?:ed)?\b|\bestimated bid value\b|\bfixed[- ]price (?:contract|budget|project) (?:of|at)\b|"
    r"\b(?:grant|funding|funds|monies|money) (?:\w+ ){0,2}?(?:available|allocated|offered)\b|"
    r"\b(?:available|allocated|total|annual|indicative) (?:grant|funding|funds|monies)\b|"
    rf"\b(?:tcv|acv)\b|\b{_WORTH} (?:is|will be|has been)? ?(?:estimated|anticipated|expected|capped|set)\b|"
    rf"\bfunding "
    r"(?:of|available)|"
    r"\b(?:expect\w*|able|plan|have(?: \w+){0,3}) to spend\b|\bset aside\b|\b(?:giving|granting|awarding) you\b|"
    r"\b(?:is|are|up to|approximately|of) (?:\w+ ){0,2}?available\b|\bfinancial (?:envelope|ceiling|limit)\b"
)
LABEL = phrase(
    rf"^\W{{0,3}}(?:[\w.()]{{1,7}} )?(?:{_GUESS} |{_OF} |lowest |highest |bid )*{_WORTH}(?: of (?:the |this )?(?:\w+ "
    rf"){{0,2}}{_OF})?(?: "
    r"range)?"
    r"(?: \([^()]{0,60}\))?(?: excluding vat| including vat| ex\.? vat| inc\.? vat| per annum|"
    r" (?:per|a|each) year| p\.?a\.?| low| high| "
    r"in gbp)* ?[:–-]?\W{0,4}$"
)
_NOT_VALUE = phrase(
    r"\binsur|\bindemni|\bliab(?:le|ilit)|\bturnover\b|\bthresholds?\b|\binvoice|\bclaims?\b|\bpenalt|\bfines?\b|"
    r"\bdeposit|"
    r"\bbonds?\b|\bcover\b|\bsmes?\b|"
    r"\bbalance sheet|\bwages?\b|\bsalar|\bhourly|\bper hour|\bday rates?|\brates?\b|\bcommunity benefit|\bmodern "
    r"slavery|\bprevious|\bmarket\b|"
    r"\bloss(?:es)?\b|\bdebts?\b|\brevenues?\b|\bincome\b|\bcapital\b|\bassets?\b|\bprofits?\b|\bexample|\bsimilar|"
    r"\b(?:over|above|below|under) (?:the|a) value of\b|\bfor instance|\be\.?g\.|"
    r"\bfull value of the claim|\bservice credits?|\bdamages\b|\bmanagement charge|\blevy\b|\bdelay|\bmembers?hip|"
    r"\bdisputes?\b|\bper unit|\bretention|"
    r"\bsub-?\s?contract\w* (?:valued|over|above|worth)|\bcontracts? (?:with a value (?:of )?)?(?:valued |worth |of "
    r")?(?:at )?(?:over(?! the| its| a| an| this| \w+ years?)|above|below|under|exceed\w*|greater|"
    r"less than|up to)\b|\b(?:values?|worth|valued) (?:of )?(?:\w+ )?(?:over(?! the| its| a| an| this| \w+ years?| "
    r"\w+ months?)|above|below|under|exceed\w*|greater|"
    r"more than|less than)\b|\bexceeds\b|\bexceed(?:ing|ed)?\b|"
    r"\bcurrently (?:delivered|provided|run|let|held|under|operat\w+|contract\w*|with)\b|\bhistoric\w*|\bincumbent|"
    r"\blast (?:financial )?year\b|\bto date\b|\bcurrent(?:ly)? (?:\w+ )?(?:contract|provider|supplier|"
    r"spend\w*|costs?|value|budget|price)\b|\bturn over|\btax\b|\bexpenses\b|\bsocial value|\bcredit (?:limit|"
    r"rating)|\bguarantee\b|\breferences?\b|"
    r"\bfraud|"
    r"\bgifts?\b|\bhospitality|\btransactions?\b|"
    r"\btransparency|\bsections? \d|\bact 20\d\d|\bfor every\b|\bfee\b|\bbenchmark|\bvariation|\bwhere the\b|\bif "
    r"the\b|\bany (?:contract|order|single)\b|\bby lot size|\bscor|\bbudget holder|\bdelegat|\bauthoris"
)
_PRICES = r"(?:fees?|prices?|costs?|totals?|bids?|tenders?|quotations?|quotes?|proposals?|offers?|sums?|budgets?)"
_CEILING = phrase(
    rf"\b{_PRICES}\b(?: [\w,]+){{0,5}} (?:(?:must|shall|should|can|may|will|is|are|could) ?not|cannot|is to be "
    rf"no|must be no)"
    r" (?:to )?(?:be )?(?:more than|exceed|go (?:above|over|beyond)|(?:greater|higher) than)\W{0,2}$|"
    rf"\b{_PRICES} (?:\w+ ){{0,4}}?(?:is|are|will be|be) (?:capped|limited) (?:at|to)\W{{0,2}}$|"
    rf"\b{_PRICES}\b(?: [\w,]+){{0,4}} (?:must|shall|should) be (?:no (?:more|higher|greater) than|under|below|"
    rf"within)\W{{0,2}}$|"
    r"\b(?:pay|spend|expects? to (?:pay|spend))(?: [\w]+){0,3} (?:up to|no more than|not more than|at most|a "
    r"maximum of|about|"
    r"around|approximately|in the region of)\W{0,2}$|\bmost (?:that )?[^.;]{0,60}\b(?:spend|pay)\b[^.;]{0,20} "
    r"is\W{0,2}$|"
    r"\b(?:can|could|able to|only) (?:afford|spend)(?: to (?:pay|spend))?(?: about| up to| around| roughly| no more "
    r"than| at most){0,2}\W{0,2}$|"
    r"\b(?:amounts?|funding|funds|sum|grant|budget) (?:\w+ ){0,6}?(?:is|are|will be|shall be) (?:not to exceed|"
    r"fixed at|limited to|capped at|up to)"
    r"(?: a (?:maximum|total) of)?\W{0,2}$|"
    r"\bceiling (?:\w+ ){0,4}?(?:is|of)\W{0,2}$|\bestimates? (?:its|the|our|that) (?:\w+ )?(?:spend|expenditure|"
    r"cost|value)\b"
    r"[^.;]{0,60}$|\b(?:is|are|of|be) (?:therefore )?(?:a |an )?(?:maximum|upper limit) of\W{0,2}$"
)
"""Before a sum: the most that a bid may come to, or that the buyer will spend."""
_PAYS = phrase(
    rf"\b(?:{BUYER}|committee|commissioners|partnership|governors|cabinet|trustees)\b(?: (?!and\b)\w+){{0,3}}? "
    r"(?:(?:has|have) (?:agreed|allocated|budgeted|earmarked|set aside|committed|ring-?fenced|secured|approved)|"
    r"(?:can|will|shall|(?:intends?|expects?|able|plans?|proposes?|hopes?) to) (?:pay|spend|invest|offer|provide|"
    r"award|fund|afford|"
    r"contribute|make available))(?: (?!and\b)\w+){0,2}?"
    r"(?: (?:up to|around|about|between|approximately|no more than|a (?:total|maximum) of|the sum of))?\W{0,2}$|"
    r"\b(?:keep|stay|remain|come|be) (?:with)?in(?:side)?\W{0,2}$|"
    r"\b(?:sums?|amounts?|payments?) payable\b[^.;£]{0,60}\b(?:amount to|of|be)\W{0,2}$"
)
"""The buyer, and what it will pay; prices by the hour or the visit are smaller than any worth."""
_PAID = phrase(
    r"\b(?:paid|spent|cost)\b[^.;£]{0,40}$|\b(?:salar|wage|hour|session|visit|mile|bonus|grants? to|damages|"
    r"compensat)\w*\b"
)
_POT = phrase(
    r"^(?: \w+){0,2} (?:is |are )?(?:in the (?:pot|kitty|budget)|to spend|set aside|on the table|for the (?:year|"
    r"work|job))\b"
)
_NOT_CEILING = phrase(
    r"\bhistoric\w*|\bincumbent|\blast (?:financial )?year\b|\bcurrent(?:ly)?\b|\bprevious|"
    r"\binsur|\bindemni|\bliab|\bcover\b|\bdamages|\bpenalt|\bclaims?\b|\bturnover|\bincome|\bbonds?\b|\bdeposit|"
    r"\bexpenses\b|\binvoices?\b|\bgifts?\b|\bper (?:hour|day|visit|session|person|child|unit|item)\b|\bservice "
    r"credits?|"
    r"\bif\b|\bexample|\badditional\b|\be\.?g\.|\bthresholds?\b|\bsub-?contract|\bloss|\bprocure|\bpurchase|"
    r"\bfines?\b|\bsocial value"
)
_TOO_HIGH = phrase(
    rf"\b{_PRICES} (?:which |that )?(?:\w+ ){{0,3}}?(?:above|over|exceeding|exceeds?|in excess of|higher than|"
    rf"more than|greater than)"
    r" (?:the |our |a )?(?:\w+ ){0,3}?(?:of )?$"
)
_TURNED_AWAY = phrase(
    r"^[^.;]{0,40}\b(?:(?:will|may|shall|can|must) (?:not |be )|cannot |(?:are|is) not )[^.;]{0,30}(?:reject|"
    r"exclud|consider|accept|"
    r"disqualif|non-?compliant|evaluat|open|set aside)"
)
_OFFERED = phrase(
    r"\bthere (?:is|are|will be)(?: about| up to| around)?\W{0,2}$|\b(?:sum|maximum|total|amount|budget) of\W{0,2}$"
)
_AVAILABLE = phrase(
    r"^(?: \([^()]{0,60}\))?(?:,? (?:a year|per annum|per year|p\.?a\.?|in total|including vat|excluding vat))?"
    r" (?:(?:is|has been|will be|are) (?:\w+ ){0,2}?(?:available|allocated|set aside|budgeted|earmarked)|"
    r"(?:available )?for (?:this|the) (?:\w+ ){0,2}?(?:project|work|service|contract|commission|programme))\b"
)
_HEADING = phrase(
    rf"^\W{{0,4}}(?:q?[\d.]{{1,6}}[:.)]? )?(?:{_GUESS} |{_OF} |our |the )*(?:budget|value|worth|{_OF} (?:value|"
    rf"price|sum))"
    rf"(?: of (?:the |this )?{_OF}| available)?(?: and (?:\w+ ?){{1,2}}| \(\w+\))?\W*$|"
    r"\bwhat(?: is|['’]s|s) (?:the|this) (?:\w+ )?(?:worth|value|budget|total)\b|\bhow much (?:money|funding|budget)\b|"
    r"^\W{0,4}(?:[\w.]{1,6} )?(?:price|money|funding|finance|consideration|the money)\W*$|\bcontract value\?|"
    r"\bwhat (?:is|will) (?:the|this) (?:\w+ ){0,2}?(?:be )?worth\b|\bhow much (?:is|will|do|can|"
    r"are)\b.{0,60}\b(?:worth|spend|pay|"
    r"available|cost|budget)|\bwhat is the (?:\w+ )?(?:budget|value)\b|\bwhat (?:we|the \w+) (?:will|can|shall|"
    r"expects? to) (?:pay|spend)\b"
)
_CONTINUES = phrase(
    r"^(?:,? ?(?:for |in )?year \w{1,5},? (?:and )?)?(?:,? ?\(?(?:(?:ex|inc)(?:l\w*)?\.?|plus|net|inclusive|"
    r"exclusive)(?: of)? ?vat\)?)?"
    r"(?:,? ?(?:over|for|in|across|an?|per|each|p\.?a\b\.?|\()\W{0,2}[^.;£]{0,40}?)?,? ?(?:(?:that|which) is|i\.?e\.?|"
    r"or|making|giving|"
    r"equal to|equivalent to|and|amounting to|so|totalling)?,? ?(?:that of )?(?:a (?:total|maximum) of |in total |"
    r"lot \w{1,3}[^£]{0,30} (?:is|at|of) |up to |about )*\(?$"
)
_SPAN = phrase(
    r"^(?: \([^()]{0,40}\))?,? ?(?:each )?(?:over|if|should|were|assuming|where|in (?:all|total)|including|"
    r"inclusive|with|a year|"
    r"per (?:year|annum)|"
    r"each year|p\.?a\.?|for (?:the|all|each|years?)|"
    r"across|altogether)\b"
)


def leads_to_worth(before: str) -> bool:
    """Whether the words *before* a sum say that a contract is worth it."""
    return bool(_VALUE.search(before))


def limits_prices(before: str, after: str) -> bool:
    """Whether a sum is the most that a bid may come to, or that is there to be spent."""
    near = before[-150:]
    if _NOT_CEILING.search(near) or _NOT_CEILING.search(after[:40]):
        return False
    if _POT.match(after) or (_PAYS.search(near) and not _PAID.search(f"{near} {after[:30]}")):
        return True
    if _CEILING.search(near) or (_TOO_HIGH.search(near) and _TURNED_AWAY.search(after)):
        return True
    return bool(_OFFERED.search(near) and _AVAILABLE.search(after))


def continues(between: str, after: str) -> bool:
    """Whether a sum says again what one before it said, for another span: "£10 a year, that is £30 in all"."""
    return bool((_CONTINUES.search(between) and _SPAN.search(after)) or (_NEXT_LOT.search(between)))


_NEXT_LOT = phrase(
    r"^[^.;£]{0,40}\band (?:for )?lot \w{1,3}(?: \([^()]{0,40}\))? (?:of|at|is|has|worth|with)\b[^.;£]{0,30}$"
)


def with_tax(first: float | int, second: float | int, after: str) -> bool:
    """Whether the *second* sum is the *first* with VAT: the same worth, told twice."""
    return bool(_GROSS.match(after)) and 1.15 < second / first < 1.25


_GROSS = phrase(r"\W{0,3}(?:inc(?:l\w*|\.)?(?: of)?|with|gross) ?(?:uk )?vat\b")


def heads_worth(heading: str) -> bool:
    """Whether a heading or a question announces what a contract is worth."""
    return bool(_HEADING.search(heading))


def is_other(words: str) -> bool:
    """Whether *words* beside a sum make it something else than the worth of this contract."""
    return bool(_NOT_VALUE.search(words))


def makes_other(after: str) -> bool:
    """Whether the words *after* a sum do so; what it includes says nothing of what it is."""
    return is_other(_INCLUDES.sub("", after)[:40])


_INCLUDES = phrase(
    r"^\W{0,3}(?:(?:inclusive|exclusive) of|including|excluding|plus|net of|inc\.?|ex\.?) (?:all |any )?(?:uk "
    r")?(?:vat|expenses|taxes|costs)"
    r"(?:,? (?:and|or) (?:all |any )?\w+)?"
)


def heads_other(heading: str) -> bool:
    """Whether the *heading* over a sum makes it something else; "Section 2" numbers it and no Act."""
    return is_other(_NUMBERED.sub("", heading))


_NUMBERED = phrase(r"^\W{0,3}(?:section|part|schedule|annex) [\d.]{1,6}\W{0,3}")
_LOT_LINE = phrase(
    r"^\W{0,3}lot \w{1,3}\b[^£]{0,80}?(?:[:–-]|is|worth|at) ?(?:about |around |up to |approximately |circa |c\.? "
    r"?|worth )*$"
)
_LOT_SPAN = phrase(
    r"^ ?(?:a year|annually|yearly|(?:per|each) (?:year|annum)|p\.?a\.?|in (?:all|total)|over [^.;£]{0,40}|(?:ex|"
    r"in)cluding vat|"
    r"\([^()]{0,40}\)|[ ,])*\W*$"
)


def of_lot_alone(before: str, after: str) -> bool:
    """Whether a line is nothing but a lot and its sum: "Lot 1 (North): about £290,000 a year"."""
    return bool(_LOT_LINE.search(before) and _LOT_SPAN.search(after))
