"""When the buyer pays: the days it takes, in advance or in arrears, and whether pay hangs on results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, fact
from .passages import Passage
from .quantities import Duration, durations, percents
from .said import BUYER, SUPPLIER, Said, phrase, said
from .wording import asks_bidder, is_blank, negated

_MOST_DAYS = 180
_NEAR = 40
"""Characters after a length in which a sub-contractor still is the one who is paid."""
_PAY = phrase(r"\b(?:pay|pays|paid|payable|paying|payments?|settled?|settles|settlement|remit(?:ted)?)\b")
_ABOUT = phrase(
    rf"{_PAY.pattern}|\b(?:invoice[sd]?|bills?|price|fees?|charges?|funding|contract value|annual value|held back|"
    rf"withheld|falls? due)\b"
)
_TERMS = phrase(r"\bpayment (?:terms?|period|days)\b|\bterms of payment\b|\bnet\b")
_WITHIN = phrase(
    r"(?:\bwithin|\b(?:no|not) (?:later|more|longer|greater) than|\bnot exceed(?:ing)?|\bmaximum of|\bup to|\bin|\bnet|"
    r"\bterms?(?: (?:is|are|of|will be|shall be|being))?|\bat|\bby|:|–|-)\W{0,4}(?:(?:a|the) )?(?:end of )?(?:an? )?"
    r"(?:(?:period|maximum) of )?(?:the )?(?:next )?\W{0,3}$"
)
_FROM = phrase(
    r"^\W{0,6}(?:in arrears )?(?:\w+ )?(?:of|from|after|following|net|upon|beginning (?:with|on)|starting (?:with|on)|"
    r"of you|of us) "
    r"(?:\w+ ){0,6}?(?:receipt|receiving|invoices?|claims?|"
    r"submi\w+|being verified|(?:they|it) (?:arrives?|(?:is|are) received)|"
    r"approval|certification|"
    r"acceptance|presentation|issue|date|delivery|end|verification|completion|month)"
)
_STATED = phrase(
    r"\bfinal date for payment\b[^.;]{0,60}$|\bpayment (?:terms?|period|days)\b[^.;]{0,40}$|\bterms of "
    r"payment\b[^.;]{0,40}$|"
    r"\bnet\W{0,2}$"
)
"""What a length that stands after it is by itself: the time in which bills are paid."""
_DAY_TERMS = phrase(
    r"^\W{0,3}(?:\(\w+\) )?(?:net )?(?:payment|credit|settlement) (?:terms?|period|cycle|policy)\b|^\W{0,3}terms\b|"
    r"^[^.;]{0,40}? in which to (?:pay|make payment|settle)\b"
)
_OURS = phrase(
    rf"\b(?:{BUYER}) (?:(?:also|therefore|usually|normally|always|generally) )?(?:aims?|seeks?|undertakes?|agrees?|"
    rf"commits?|will|shall|must|pays?|endeavours?|"
    rf"is committed|are committed|has)"
    r"(?: \w+){0,4}? ?(?:to )?(?:pay|settle)?\b"
)
_PAID_LAST = phrase(r"\bpaid ?$")
_NET = phrase(r"^ ?(?:\(\w+\) )?net\b")
_NOTICE = phrase(r"^ ?(?:\(\w+\) )?(?:late|old|overdue)\b|^['’]?\s?(?:\(\w+\) )?(?:prior|advance|written|notice)")
_INVOICE = phrase(
    r"\binvoic|\bclaims?\b|\breturn\b|\breceipt|\bpayment (?:terms|period)|\bpays? (?:\w+ )?bills\b|\bbills are paid\b"
)
_OTHERS = phrase(
    r"(?<!un)\bdisputed\b|\bin dispute|\bmanagement (?:charge|fee)|"
    r"\bwages?\b|\bsalar|\bemployees?\b|\bstaff\b|\bpremiums?\b|\bdeposit|\brefund|\bdeduct|\bdamages\b|\bindemn|"
    r"\bservice credits?|\bdiscount|\brent\b"
)
_CHAIN = phrase(r"\bsub-?\s?(?:contract|consult)|\bsupply chain")
_WE_PAY = phrase(
    r"(?:[\d.]{1,6} )?\W*(?:(?:we|the \w+)(?: will| shall)? pays?(?: you| it| them| invoices| bills)?|"
    r"they (?:will be|are|shall be) paid) (?:with)?in ?$"
)
_INVOICED = phrase(r"\binvoices?\b|\bbills?\b")
_LATE = phrase(r"\bfail|\binterest|\blate\b|\boverdue|\bnot (?:been )?pa(?:y|id)|\bterminat|\bdefault|\bsuspend")
_SUPPLIER_PAYS = phrase(
    rf"\b(?:due|owed|owing|payable) (?:from|by) (?:the )?(?:{SUPPLIER})\b|"
    r"\b(?:suppliers?|contractors?|providers?|consultants?|sellers?|bidders?|tenderers?|vendors?|you|guarantors?|"
    r"insurers?)"
    r"(?:(?: \w+)? (?:shall|must|will|agrees? to|is to|are to|undertakes to)|) (?:\w+ ){0,2}(?:pay|settle|reimburse|"
    r"make payment)\b"
    r"|\bpays (?:the )?(?:trust|council|authority|buyer|school|university|college|association|us)\b|"
    r"\b(?:payable|paid|pays?|payments?|owed|due) (?:(?!by |from |in |with |within )\w+ ){0,4}?(?:to )?(?:the |each "
    r")?(?:buyer|authority|"
    r"council|"
    r"customer|trust|university|college|school|association|"
    r"client|ccs|agency)\b(?! (?:of|by|in accordance|within))"
)
_STARTS = (
    ("month_end", phrase(r"\bend of (?:the |each |that )?(?:calendar )?month|\bmonth[- ]end")),
    ("approval", phrase(r"\bapprov(?:al|ing)|\bacceptance|\bverification|\bcertificat|\bvalidation|\bauthorisation")),
    ("invoice", phrase(r"\binvoice|\breceipt|\breceiving|\bsubmi")),
)
_EVERY = (
    ("four_weekly", r"four[- ]weekly|4[- ]weekly"),
    ("weekly", r"weekly|each week|every week"),
    ("monthly", r"(?:calendar )?monthly|(?:each|every|per) (?:calendar )?month"),
    ("quarterly", r"quarterly|(?:each|every|per) quarter"),
    ("half_yearly", r"half[- ]yearly|six[- ]monthly|bi-?annually"),
    ("yearly", r"yearly|annually|(?:each|every|per) (?:year|annum)"),
)
_MONEY_WORDS = r"(?:pay(?:ment|ments|able|s)?|paid|invoice[sd]?|charges?|fees?|claims?)"
_EVERY_WORDS = tuple((name, phrase(rf"\b(?:{words})\b")) for name, words in _EVERY)
_ARREARS = phrase(rf"\b{_MONEY_WORDS}\b[^;]{{0,100}}\bin arrears?\b|\bin arrears?\b[^;]{{0,80}}\b{_MONEY_WORDS}\b")
_ADVANCE = phrase(
    r"\b(?:pay(?:ment|ments|able)?|paid|invoiced?)\b[^;]{0,60}(?<!days\s)(?<!notice\s)(?<!weeks\s)\bin advance\b(?! "
    r"(?:of|notice))"
    r"|\badvance payments? (?:of|will|shall|is|are|may)"
)
_NEVER = phrase(
    r"\b(?:no|not|never|nor) (?:be )?(?:any )?(?:\w+ ){0,2}?(?:pay\w*|paid|fees?|charges?|invoiced?)\b|"
    r"n['’]t (?:pay|be paid)\b"
)
_BILLED = phrase(
    r"\b(?:sends?|submits?|renders?|raises?|issues?|invoices?) (?:an? |your |its |the )?(?:invoices?|bills?|"
    r"us)?\b[^.;]{0,40}"
    r"\b(?:at|on|after) the (?:end|last(?: \w+){1,2}) of (?:each|every) (?:calendar )?(?:month|quarter|week)\b"
)
_COMPLETION = phrase(
    r"\b(?:payment|paid|invoice[ds]?)\b.{0,60}\b(?:up)?on (?:\w+ )?(?:completion|delivery) of (?:the |all "
    r")?(?:works?|services?|"
    r"contract|goods|project|assignment|commission)"
)
_REGULAR = phrase(
    rf"\bpayments? (?:will|shall|to) (?:be|are) (?:made )?(?:on a )?(?:\w+ "
    rf")?(?:{'|'.join(words for _, words in _EVERY)})\b"
)
_RESULTS = phrase(
    r"\b(?:paid|payment|pays?|fee)\b[^.;]{0,40}? (?:for|per|on) (?:each|every) (?:\w+ ){0,3}?(?:outcomes?|results?|"
    r"job start|job outcome|"
    r"sustained job)\b|\b(?<!no\s)outcome payments?\b|"
    r"\bpayment[- ]by[- ](?:results|outcomes?)\b|\bPbR\b|\boutcomes?[- ](?:based )?payments? (?:of|will|is|are)|"
    r"\boutcomes?[- ]based payments?|\bpayments? (?:by|on|for) "
    r"(?:achievement of )?(?:results|outcomes)\b|\bpa(?:yable|id|yment will be) by (?:results|outcomes)\b"
)
_AT_RISK = phrase(
    r"\b(?:pay(?:ment|ments|able)?|paid|fee|price|charges|contract (?:value|sum)|funding)\b.{0,80}\b(?:depend(?:s|"
    r"ent)?|"
    r"conditional|hangs?|"
    r"contingent|linked|tied|at risk|subject to)\b.{0,60}\b(?:outcomes?|results|targets?|kpis?|key performance|"
    r"milestone "
    r"outcomes?)\b|\b(?:paid|payable|released) (?:only )?(?:up)?on (?:the )?(?:achiev\w+|meeting|attainment)\b.{0,50}"
    r"\b(?:indicators?|outcomes?|targets?|kpis?|results)\b|"
    r"\bfalls? due only\b[^;]{0,180}\b(?:outcomes?|targets?|kpis?|results)\b|"
    r"\b(?:paid|payable|released) only (?:if|when|once|where)\b[^.;]{0,140}\b(?:outcomes?|targets?|kpis?|results)\b|"
    r"\b(?:paid|payable|released|held back|withheld|retained)\b[^.;]{0,60}\b(?:if|when|once|where|until|unless|"
    r"only)\b[^.;]{0,40}"
    r"\b(?:outcomes?|targets?|kpis?|results|milestones?)\b[^.;]{0,40}\b(?:met|reached|achieved|hit|delivered|shown|"
    r"evidenced)\b"
)


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    for one in said(passages):
        if one.passage.role is not Role.DEFINITIONS and _ABOUT.search(one.full):
            yield from _days(one)
            yield from _timing(one)
            yield from _by_results(one)


def _days(one: Said) -> Iterator[Fact]:
    text = one.full
    if not (_PAY.search(text) or _TERMS.search(text)) or _OTHERS.search(text) or one.defines:
        return
    if "?" in text and not _ACCEPTED.search(text):
        return
    net = _NET_DAYS.search(text)
    if net and not _CHAIN.search(text):
        yield fact(
            "payment_terms_days", one.evidence(), confidence=Confidence.MEDIUM, value=int(net["days"]), starts=None
        )
        return
    for length in durations(text):
        if _CHAIN.search(text[: length.end + _NEAR]):
            return
        if (
            length.counted
            and 0 < length.days <= _MOST_DAYS
            and length.days == int(length.days)
            and _is_term(_sentence(text, length), length, one)
        ):
            doubtful = asks_bidder(text) or (one.passage.is_row and percents(text))
            sure = Confidence.LOW if doubtful else Confidence.HIGH if _INVOICE.search(text) else Confidence.MEDIUM
            starts = _starts(text[length.end : length.end + 90])
            yield fact("payment_terms_days", one.evidence(), confidence=sure, value=int(length.days), starts=starts)
            return


def _sentence(text: str, length: Duration) -> tuple[str, str]:
    """What stands before and after *length* in its sentence; a row of a table holds several."""
    before = _STOP.split(text[max(0, length.start - _REACH) : length.start])
    return before[-1], _STOP.split(text[length.end : length.end + 160])[0]


_STOP = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])")
_REACH = 260


def _is_term(sentence: tuple[str, str], length: Duration, one: Said) -> bool:
    """Whether the buyer pays within *length*: a verb of paying beside it, and nothing that makes it another's."""
    before, after = sentence
    text = f"{before}{one.full[length.start : length.end]}{after}"
    if _LATE.search(before) or _NOTICE.match(after) or _SUPPLIER_PAYS.search(text):
        return False
    counted_from = bool(_FROM.match(after))
    if _WE_PAY.match(one.full[: length.start]) and _INVOICED.search(one.passage.text):
        return True
    if _PAID_FOR.search(one.topic) and _SO_IT_IS.fullmatch(before) and counted_from and _INVOICE.search(after):
        return True
    if _STATED.search(before) or _DAY_TERMS.match(after) or (one.label and _TERMS_LABEL.fullmatch(one.label[0])):
        return True
    if _WITHIN.search(before[-60:]) or before.rstrip().lower().endswith("than"):
        return bool(
            (_PAY.search(before) and (counted_from or _INVOICE.search(text) or _TERMS.search(before)))
            or (counted_from and _PAY.search(after) and _INVOICE.search(after))
            or (counted_from and _INVOICE.search(after) and _PAID_FOR.search(one.topic) and not _DUTY.search(before))
            or (_MADE.search(before) and not _OF_OTHERS.match(after))
            or (_PAY.search(before) and _OURS.search(before) and not _OF_OTHERS.match(after))
        )
    if _PAID_LAST.search(before) and counted_from and _INVOICED.search(before):
        return True
    if _NET.match(after) and _PAY.search(before[-60:]):
        return True
    return bool(_TERMS.search(before) or (counted_from and _PAY.search(before[-60:]) and _INVOICE.search(after)))


_TERMS_LABEL = phrase(
    r"(?:\w+ ){0,2}(?:payment (?:terms?|period|days|of invoices)|terms of payment|invoices? (?:paid|payment)|credit "
    r"(?:terms|period))"
)
_PAID_FOR = phrase(r"\bpayments?\b")
_NET_DAYS = phrase(r"\bnet[- ](?P<days>\d{1,3})\b(?! ?%)(?=[^.;]{0,40}\b(?:payment|invoices?|terms)\b| ?(?:\.|$))")
_MADE = phrase(r"\bpayments?\b[^.;]{0,60}\b(?:will|shall|must|to) be (?:made|issued|released)\b[^.;]{0,20}$")
_SO_IT_IS = phrase(r"\W*(?:(?:this|it|these|payment|they|we aim for)(?: will be| is| are)? ?)?(?:within )?")
_OF_OTHERS = phrase(
    r"^\W*(?:of|after|from|following) (?:\w+ )?(?:demand|termination|expiry|the (?:end|expiry|award))\b"
)
_ACCEPTED = phrase(r"\b(?:accept|agree|terms? (?:are|is|of))\b")
_DUTY = phrase(r"\b(?:shall|must|will|should|may) (?:not )?(?!be paid|pay)\w+")


def _starts(after: str) -> str | None:
    """What the days are counted from: "invoice", "approval" or "month_end"; None where it isn't said."""
    if _INVOICE.search(after[:60]) and not _STARTS[1][1].search(after[:32]):
        return "month_end" if _STARTS[0][1].search(after) else "invoice"
    return next((name for name, words in _STARTS if words.search(after)), None)


def _timing(one: Said) -> Iterator[Fact]:
    text = one.full
    if (
        _OTHERS.search(text)
        or _CHAIN.search(text)
        or _SUPPLIER_PAYS.search(text)
        or asks_bidder(text)
        or one.defines
        or is_blank(text)
    ):
        return
    every = next((name for name, words in _EVERY_WORDS if words.search(text)), "")
    advance = _ADVANCE.search(text)
    early = advance is not None and not negated(text, *advance.span()) and not _NEVER.search(text[: advance.end()])
    way = "in_arrears" if _ARREARS.search(text) else "in_advance" if early else ""
    if not way and (_REGULAR.search(text) or _BILLED.search(text)):
        way = "in_arrears"
    if way:
        yield fact("payment_timing", one.evidence(), value=f"{every}_{way}" if every else way)
    elif _COMPLETION.search(text):
        yield fact("payment_timing", one.evidence(), confidence=Confidence.MEDIUM, value="on_completion")


def _by_results(one: Said) -> Iterator[Fact]:
    text = one.full
    named = _RESULTS.search(text)
    risked = None if named else _AT_RISK.search(text)
    match = named or risked
    shares = [share for share in percents(text) if share.value is not None and 0 < share.value <= 100]
    if match is None or asks_bidder(text) or (risked and not shares) or _CHAIN.search(text):
        return
    percent = shares[0].value if len(shares) == 1 else None
    value = not negated(text, *match.span())
    sure = Confidence.HIGH if percent or not value else Confidence.MEDIUM
    yield fact("payment_by_results", one.evidence(), confidence=sure, value=value, percent=percent if value else None)
