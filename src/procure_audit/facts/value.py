"""What the contract is worth: in all, a year, with extensions, at most, by lot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from ..model import Confidence, Fact, Role, fact
from ..text.pattern import Pattern
from .passages import Passage
from .quantities import Money, amounts, money
from .said import Said, flat, phrase, said

_BEFORE, _AFTER = 150, 90

_OF = (
    r"(?:contracts?|agreements?|framework|services?|works?|project|procurement|tender|requirement|purchase|dps|"
    r"programme|grant|lots?|"
    r"commission|concession|spend|budget)"
)
_WORTH = r"(?:value|worth|cost|budget|spend|expenditure|price|funding|ceiling|envelope|sum|amount)"
_GUESS = (
    r"(?:estimated|anticipated|approximate|indicative|expected|total|overall|maximum|minimum|annual|yearly|"
    r"whole[- ]life|lifetime|aggregate|"
    r"available|allocated|likely|current|projected|potential|contract|full|assessed|guide|upper|affordability)"
)
_VALUE = phrase(
    rf"\b(?:each|every) lot (?:is|will be) (?:worth )?(?:between |from |about |up to )*$|\b{_OF} (?:is|"
    rf"are) estimated (?:at|to cost)\b|\b{_GUESS} (?:\w+ ){{0,3}}?{_WORTH}\b|"
    rf"\b{_WORTH} of (?:the |this |our |any |each )?(?:\w+ ){{0,3}}?{_OF}\b|"
    rf"\b{_OF}['’]?s? {_WORTH}\b|"
    rf"\b{_OF} (?:\w+ ){{0,6}}?(?:is |are |be )?(?:\w+ ){{0,2}}?(?:valued at|worth|budgeted at|costs?)\b|"
    r"\bbudget(?:ed)?\b|"
    rf"\b(?:tcv|acv)\b|\b{_WORTH} (?:is|will be|has been)? ?(?:estimated|anticipated|expected|capped|set)\b|\bfunding "
    r"(?:of|available)|"
    r"\b(?:expect\w*|able|plan|have(?: \w+){0,3}) to spend\b|\bset aside\b|\b(?:giving|granting|awarding) you\b|"
    r"\b(?:is|are|up to|approximately|of) (?:\w+ ){0,2}?available\b|\bfinancial (?:envelope|ceiling|limit)\b"
)
_LABEL = phrase(
    rf"^\W{{0,3}}(?:[\w.()]{{1,7}} )?(?:{_GUESS} |{_OF} |lowest |highest )*{_WORTH}(?: of (?:the |this )?(?:\w+ "
    rf"){{0,2}}{_OF})?(?: "
    r"range)?"
    r"(?: \([^()]{0,60}\))?(?: excluding vat| including vat| ex\.? vat| inc\.? vat| per annum|"
    r" (?:per|a|each) year| p\.?a\.?| low| high| "
    r"in gbp)* ?[:–-]?\W{0,4}$"
)
_NOT_VALUE = phrase(
    r"\binsur|\bindemni|\bliabilit|\bturnover\b|\bthresholds?\b|\binvoice|\bclaims?\b|\bpenalt|\bfines?\b|\bdeposit|"
    r"\bbonds?\b|\bcover\b|\bsmes?\b|"
    r"\bbalance sheet|\bwages?\b|\bsalar|\bhourly|\bper hour|\bday rates?|\brates?\b|\bcommunity benefit|\bmodern "
    r"slavery|\bprevious|\bmarket\b|"
    r"\bloss(?:es)?\b|\bdebts?\b|\brevenues?\b|\bincome\b|\bcapital\b|\bassets?\b|\bprofits?\b|\bexample|\bsimilar|"
    r"\b(?:over|above|below|under) (?:the|a) value of\b|\bfor instance|\be\.?g\.|"
    r"\bfull value of the claim|\bservice credits?|\bdamages\b|\bmanagement charge|\blevy\b|\bdelay|\bmembers?hip|"
    r"\bdisputes?\b|\bper unit|\bretention|"
    r"\bsub-?\s?contract\w* (?:valued|over|above|worth)|\bcontracts? (?:with a value (?:of )?)?(?:valued |worth |of "
    r")?(?:at )?(?:over(?! the| its| a| an| this| \w+ years?)|above|below|under|exceed\w*|greater|"
    r"less than|up to)\b|\b(?:values?|worth|valued) (?:of )?(?:\w+ )?(?:over|above|below|under|exceed\w*|greater|more "
    r"than|less than)\b|\bexceeds\b|\bexceed(?:ing|ed)?\b|"
    r"\bturn over|\btax\b|\bexpenses\b|\bsocial value|\bcredit (?:limit|rating)|\bguarantee\b|\breferences?\b|\bfraud|"
    r"\bgifts?\b|\bhospitality|\btransactions?\b|"
    r"\btransparency|\bsections? \d|\bact 20\d\d|\bfor every\b|\bfee\b|\bbenchmark|\bvariation|\bwhere the\b|\bif "
    r"the\b|\bany (?:contract|order|single)\b|\bby lot size|\bscor|\bbudget holder|\bdelegat|\bauthoris"
)
_PER_YEAR = phrase(
    r"\bper annum\b|\bper year\b|\bp\.?\s?a\.?(?![a-z])|\bannual(?:ly)?\b|\byearly\b|\b(?:a|each|every|/) ?year\b|"
    r"\bper financial year\b"
)
_WITH_EXTENSIONS = phrase(
    r"\b(?:includ\w+|with|plus|inclusive of) (?:\w+ ){0,5}?(?:exten\w+|options?|renewals?)\b|\bif (?:fully "
    r")?extended\b|\bfull (?:duration|term|life)"
)
_MOST = phrase(
    r"\bmaximum\b|\bup to\b|\bceiling\b|\bno(?:t)? (?:more than|exceed)|\bcap(?:ped)?\b|\bupper\b|\bat most\b"
)
_LEAST = phrase(r"\bminimum\b|\blowest\b|\bat least\b|\bno less than\b|\blower\b|\bfrom\b$")
_VAT = (
    ("excluded", phrase(r"\b(?:ex(?:cluding|clusive of|\.)?|net of|plus|without) ?(?:uk )?vat\b|\+ ?vat\b")),
    ("included", phrase(r"\binc(?:luding|lusive of|\.)? ?vat\b")),
)
_LOT = Pattern(r"\blot\s*(?:no\.?\s*)?(?P<lot>\d{1,3}[a-z]?|[A-H])\b", re.I)
_WORTH_COLUMN = phrase(r"\b(?:value|worth|budget)\b")
_LOT_HEAD = phrase(r"\W*lots?(?: (?:no\.?|number))?\W*$")
_EACH_LOT = phrase(r"\beach lot\b|\bper lot\b|\bevery lot\b")
_SHORT = 50
_LEAST_AMOUNT = 1_000
"""An amount below this is a price, not the worth of a contract."""


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    whole: Passage | None = None
    for one in said(passages):
        if one.passage.role in (Role.DEFINITIONS, Role.CONTRACT_TERMS, Role.FORM) and not one.passage.is_row:
            continue
        if one.defines or one.asks:
            continue
        found = list(_facts(one)) or (list(_lot_alone(one)) if one.passage is whole else [])
        whole = one.passage if found else whole
        yield from found


def _lot_alone(one: Said) -> Iterator[Fact]:
    """ "Lot 1: £290,000." after a sentence that states the worth of the whole."""
    match = _LOT.match(one.text)
    stated = money(one.text)
    if match and len(stated) == 1 and one.text[stated[0].end :].strip(" .") == "" and len(one.text) < _SHORT:
        yield _fact(one, stated[0], None, one.text[: stated[0].start], "")


def _facts(one: Said) -> Iterator[Fact]:
    found = amounts(one.text) if _LABEL.search(_label(one)) else money(one.text)
    if one.passage.is_row and (tabled := list(_in_columns(one, found))):
        yield from tabled
        return
    done = 0
    for index, amount in enumerate(found):
        before = one.text[max(done, amount.start - _BEFORE) : amount.start]
        after = one.text[amount.end : amount.end + _AFTER]
        if (
            amount.amount is None
            or amount.part == "high"
            or amount.amount < _LEAST_AMOUNT
            or not _is_value(one, before, after)
        ):
            continue
        high = found[index + 1] if amount.part == "low" and index + 1 < len(found) else None
        done = high.end if high else amount.end
        yield _fact(one, amount, high, before, one.text[done : done + _AFTER])


def _in_columns(one: Said, found: Sequence[Money]) -> Iterator[Fact]:
    """The sums of a row that stand under headings such as "Value per year"; the row's own label is its lot."""
    for cell, head in zip(one.passage.cells, one.passage.columns, strict=False):
        if not _heads_worth(head):
            continue
        start, end = (place - one.passage.span.start - one.start for place in (cell.start, cell.end))
        inside = [amount for amount in found if start <= amount.start < end and amount.amount is not None]
        heading = flat(head)
        if not inside or not _lot_of_row(one):
            continue
        low, high = inside[0], inside[1] if inside[0].part == "low" and len(inside) > 1 else None
        if low.amount is not None and low.amount >= _LEAST_AMOUNT:
            yield _fact(one, low, high, f"lot {_lot_of_row(one)} {heading}", one.text[low.end : end])


@lru_cache(maxsize=1024)
def _heads_worth(head: str) -> bool:
    """Whether sums under the heading *head* say what something is worth; a table asks this of each row anew."""
    heading = flat(head)
    return bool(_LABEL.search(heading) and _WORTH_COLUMN.search(heading))


def _lot_of_row(one: Said) -> str:
    """The lot that a row is of: "Lot 2 …", or "2" under "Lot"."""
    first = flat(one.passage.cell_texts()[0]).strip()
    match = _LOT.search(one.text) or (_LOT_HEAD.match(one.passage.columns[0]) and _LOT.match(f"lot {first}"))
    return match["lot"] if match else ""


def _label(one: Said) -> str:
    """What stands in front of the first figure, when it is short enough to be a label."""
    if one.passage.is_row and len(one.passage.cells) > 1:
        return one.passage.cell_texts()[0]
    head = re.split(r"[£€$\d]", one.text, maxsplit=1)[0]
    return head if len(head) < 80 else ""


def _is_value(one: Said, before: str, after: str) -> bool:
    heading = one.passage.headings[-1] if one.passage.headings else ""
    if _NOT_VALUE.search(before) or _NOT_VALUE.search(after[:40]) or _NOT_VALUE.search(heading):
        return False
    return bool(_LABEL.search(_label(one)) or _VALUE.search(before) or _VALUE.search(one.lead))


def _fact(one: Said, low: Money, high: Money | None, before: str, after: str) -> Fact:
    near, words = before[-90:], f"{before[-90:]} {after[:70]}"
    lot = _LOT.search(before)
    vat = next((name for name, pattern in _VAT if pattern.search(f"{near} {after[:40]}")), None)
    period = _period(words, near)
    sure = Confidence.HIGH if one.passage.role is not Role.AWARD_NOTICE else Confidence.MEDIUM
    common: dict[str, Any] = {
        "currency": low.currency or None,
        "period": period,
        "lot": lot["lot"] if lot else "each" if _EACH_LOT.search(before[-60:]) else None,
        "vat": vat,
    }
    if high:
        return fact(
            "contract_value", one.evidence(), confidence=sure, minimum=low.amount, maximum=high.amount, **common
        )
    return fact("contract_value", one.evidence(), confidence=sure, amount=low.amount, **common)


def _period(words: str, near: str) -> str:
    if _PER_YEAR.search(words):
        return "per_year"
    if _WITH_EXTENSIONS.search(words):
        return "total_including_extensions"
    if _LEAST.search(near) and not _MOST.search(near):
        return "minimum_total"
    return "maximum_total" if _MOST.search(near) else "total"
