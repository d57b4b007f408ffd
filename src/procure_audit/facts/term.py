"""How long the contract runs, and by how much it may be extended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from ..model import Confidence, Fact, Role, fact
from ..text.pattern import Pattern
from .extension import EXTENDED_AFTER, EXTENDS, NOT_AFTER, extensions, until, without_label
from .passages import Passage
from .quantities import DateFound, Duration, american, dates, durations
from .said import SUPPLIER, Said, phrase, said
from .wording import negated

_MOST = 1_800
"""Months above this (150 years) are slips."""

_THING = (
    r"(?:contracts?|agreements?|frameworks?|framework agreements?|call-?\s?off(?: contracts?)?|appointment|"
    r"commission|"
    r"concession|grant|award|funding|"
    r"licen[cs]e|lease|jobs?|dps|dynamic purchasing system|arrangements?|projects?|services?|term|tender|work order|order)"
)
_ADJ = (
    r"(?:an? |the |up to |initial |minimum |maximum |total |fixed |further |period of |term of |duration of |"
    r"approximately |of |for |\[)"
)

_LENGTH_BEFORE = phrase(
    r"(?:\b(?:contract|initial|fixed|framework|agreement|project|service|call-?off|total)? ?(?:term|period|duration|"
    r"length)"
    rf"(?: of(?: \w+){{1,6}}?)?(?: \([^()]{{0,30}}\))?"
    r"(?: (?:is|will be|shall be|are|being|to be|will run|shall run|of|for|will last|lasts))*(?: (?:is|be|for)"
    rf")?\W{{0,4}}|"
    rf"\b{_THING}(?: for (?:each|every|any) lot)?(?: \(\w[^()]{{0,40}}\))? "
    r"(?:(?:that |which )?(?:is|will|shall|to|be|"
    r"run|runs|last|lasts|continue|"
    r"operate|proceed|let|"
    r"awarded|in place|commence\w*|valid|offered|exist|cover|covers|remain|anticipated|expected|intended|initially|"
    rf"both|in force) ?){{1,5}}"
    r"(?:from [^.;]{0,40} )?(?:and )?(?:for |over |of )?|"
    rf"\b{_THING} (?:of|for|over)\b|\b{_THING} ?[:–-] ?|"
    r"\b(?:term|period) (?:is|will be|shall be|runs?) from [^.;]{0,40} for\b|"
    r"\bfunding (?:is|will be) for\b|\bappointed (?:to \w+ )?for\b|\b(?:work|programme|pilot) (?:will|should|is "
    r"to) (?:last|take|run)(?: for)?\b|"
    rf"\b(?:it|they|this|{_THING}) (?:will |shall |is to |would |then )?(?:lasts?|runs?|be|is|continues?|goes? "
    rf"on|stays? in (?:force|place))"
    r"(?: in force| in place)?(?: initially)?(?: for)?\b|"
    r"\b(?:for|over|on) (?=an? (?:initial|period|fixed|minimum|maximum)|the (?:initial|full) )|\bseek\w* to award\b|\bawarded? (?:an? )?(?:\w+ "
    r"){0,2}for\b|\bappoint\w* [^.;]{0,50} for\b|"
    rf"\b{_THING}\b[^.;]{{0,70}}\b(?:lasts?|runs?|continues?)(?: from [^.;,]{{0,30}})?(?: for)?|"
    r"\b(?:suppliers?|contractors?|providers?|consultants?) for (?=an initial)|"
    r"\bproceed(?:ing)? for\b|\bre-?commission (?:this |the )?\w+ for\b"
    rf")\s?{_ADJ}{{0,6}}\W{{0,2}}$"
)
_NAMED_AFTER = phrase(
    r"^(?:[)\s-]{1,3}(?:initial|fixed|fixed[- ]term|call-?\s?off|rolling))?[)\s-]{1,3}(?:framework agreement|contracts?|agreements?|framework|"
    r"call-?\s?off|concession|dps|term|initial (?:period|term|contract)|contract (?:term|period))\b(?! (?:experience|anniversary|review|"
    r"management|manager|year|monitoring|meeting|notice|price|value))"
)
"""After a length: it is that of a contract, "a three (3) year term", "a 36 month initial contract period"."""
_NAMED_BEFORE = phrase(
    r"(?:^\W{0,3}(?:[\w.]{1,6} )?|[:;(] ?|\b(?:an?|the|this|its|new|initial|fixed|single|for|into|of|on)(?: (?:an?|the|new|initial|fixed|single|total|maximum)){0,2} )"
    r"\W{0,2}$"
)
_HOLDS = phrase(r"\b(?:has|have|had|holds?|held|owns?) (?:an?|the) \W{0,2}$")
_LENGTH_AFTER = phrase(
    rf"^[- ]?(?:fixed[- ]term |initial |framework |rolling )?(?:\w+ ){{0,4}}?(?:{_THING}|period|duration)\b"
)
_AWARDS = phrase(
    r"\b(?:award|let|enter into|procure|offer|offering|commission|for|invit\w+|is|be|new|seeking|tender(?:ing)?) "
    r"(?:\w+ ){0,3}?(?:an?|the|this|initial|new)\b\W{0,2}$"
)
_LABEL = phrase(
    r"^\W{0,3}(?:[\w.]{1,6} )?(?:(?:estimated|proposed|initial|anticipated|expected|total) )*(?:contract|framework|delivery|funding|"
    r"agreement|project|call-?off|service|"
    r"appointment|tender)?(?: agreement| contract)?['’]?s?,? ?(?:duration|length|terms?|period|initial (?:period|term)|dates|window)\b(?! "
    r"of notice)|"
    r"^\W{0,3}(?:[\w.]{1,6} )?(?:duration|length|term|period) (?:of|in months|\(|:)|\bcontract period\b"
)
_NOT_TERM = phrase(
    r"\bnotice\b|\bwarrant|\bretention|\bretain|\brecords?\b|\binsur|\bdefects?\b|\bguarantee|\bpayback|\bprobation|"
    r"\baccounts?\b|\bprevious|"
    r"\b(?:the|our|your|in|within|over|for|its|their|at) last\b|\bhas (?:run|been)|\bhave (?:run|been|had|"
    r"provided)|\bpast\b|\bpreceding|\bprior\b|\bexperience|\bold\b|\bstandstill|\bvalid|\bopen for acceptance|"
    r"\bwithin\b|\bevery\b|\bafter\b|"
    r"\bfollowing (?:the )?(?:end|expiry|termination|completion)|\bconvict|\bdisqualif|\bexclu|\bkeep|\bkept\b|"
    r"\bexit\b|"
    r"\bmonitoring period|\bpric(?:e|es|ing)\b|\breview|\bpensions?|\bemploy|\bapprentice|\bturnover|\bfinancial "
    r"year|"
    r"\breferences?\b|"
    r"\bcertificat|\btax\b|\bconfidential|\bsurviv|\bleast\b[^.;]{0,30}\bold|\bsimilar|\brelevant|\bliab|\bclaim|"
    r"\bfirst\b|\bsecond\b|\bfinal\b|"
    r"\baudit|\bprobationary|\bsentence|\bimprison|\bbreach|\bterminat|\bpayment|\bsuspen|\bchild|\bchildren|"
    r"\bage[sd]?\b|\bpolicy\b|\bplan\b|"
    r"\bstrategy|\bevery\b|\beach year|\bbreak clause|\bmobilis|\binterval|\bhistory|\bhalf\b|\bcapped|\binsert\b|"
    r"\bcosts?\b|"
    r"\bnot for\b|\bif\b|\bfollow[- ]up|"
    r"\bcurrent\b|\bexisting\b|\btrial\b|\bleases?\b|\bleased\b|\bexample\b|\binclusive of\b"
)
_LIVES_ON = phrase(r"\bsurviv\w*|\bconfidential information|\bnon-?disclosure")
_CALL_OFFS = phrase(r"\bcall-?\s?off c?contracts\b")
_SUM = Pattern(
    r"(?<![\w.+/])(?P<first>\d{1,2})(?:\s?(?:years?|yrs?|months?))?(?P<rest>(?:\s?\+\s?\d{1,2}(?![\d%])"
    r"(?:\s?(?:years?|yrs?|months?|optional))?){1,5})",
    re.I,
)
_MONTHS = phrase(r"months?")
_MONTHS_OR_YEARS = phrase(r"months?|years?")
_SUPPLIER = phrase(rf"\b{SUPPLIER}\b")
_CONTRACT = phrase(rf"\b(?:{_THING}|appointment|appointed|work|programme|pilot)\b")
_OF_TERM = phrase(rf"\b{_THING}\b|\bduration\b|\bperiod\b|\bterm\b|\boption|\bexten")
_YEARS = Pattern(r"years?|yrs?", re.I)
_RANGE = phrase(
    r"^,? ?and\b[^.;]{0,70}\b(?:until|till|to|ends? on|ends?|expires? on|finishes on)(?: and including)? (?:the )?$|"
    r"^\W{0,4}(?:to|until|till|up to|through|and (?:ends?|ending|expir\w+|terminat\w+)(?: on)?|"
    r"[-–—])\W{0,3}(?:to |on "
    r")?(?:the )?$"
)


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    us = american(passages[0].document.text) if passages else False
    first, within = 0.0, None
    for one in said(passages):
        if one.passage.role in (Role.DEFINITIONS, Role.AWARD_NOTICE, Role.GUIDANCE) or one.defines:
            continue
        facts = list(_facts(one, us, first if one.passage is within else 0.0))
        yield from facts
        told = next((fact.get("value") for fact in facts if fact.kind == "contract_length_months"), None)
        if isinstance(told, int | float):
            first, within = float(told), one.passage


def _facts(one: Said, us: bool, first: float) -> Iterator[Fact]:
    """The lengths that one sentence tells; *first* is the contract's own, where a sentence before told it."""
    lengths = [(length, months) for length in durations(one.text) if (months := _months(length, one.text))]
    added = _sum(one)
    options = sum(added) if added and added[0] == 0 else 0.0 if added else extensions(one, lengths)
    options = options or (until(one.text, lengths, first) if first else 0.0)
    if added and added[0]:
        yield _fact("contract_length_months", one, added[0])
        yield _fact("extension_months", one, added[1])
        return
    if options and not one.asks:
        yield _fact("extension_months", one, options)
    length = _length(one, lengths) or _between_dates(one, us) or _in_months(one)
    if length and not one.asks:
        yield _fact("contract_length_months", one, length)


def _fact(kind: str, one: Said, months: float) -> Fact:
    sure = Confidence.MEDIUM if one.passage.role is Role.CONTRACT_TERMS and not one.passage.is_row else Confidence.HIGH
    return fact(kind, one.evidence(), confidence=sure, value=int(months) if months == int(months) else months)


def _months(length: Duration, text: str) -> float | None:
    """Whole months of a length; "11 months 4 days" is eleven, weeks and days alone are none."""
    months = length.months
    if months is None and _MONTHS_OR_YEARS.search(text, length.start, length.end):
        months = int(length.days / 30)
    return months if months is not None and 1 <= months <= _MOST else None


def _length(one: Said, lengths: list[tuple[Duration, float]]) -> float | None:
    """The first length that the words around it call the contract's."""
    for length, months in lengths:
        before, after = one.text[max(0, length.start - 160) : length.start], one.text[length.end : length.end + 50]
        if _is_length(one, length, before, after):
            return months
    return None


_OPENS = phrase(
    r"(?:^|[:;.?] |\b(?:right|yes|no),? )\W{0,3}(?:(?:a\.|answer|initially|at first|first|for|about|up to|an "
    r"initial|a fixed) ?){0,3}\W{0,3}$"
)
_RUNS_FROM = phrase(r"^\)?,? (?:from|starting|beginning|commencing|with effect from|to run from)\b")
TERM_HEADING = phrase(
    rf"^\W{{0,4}}(?:q?[\d.]{{1,6}}[:.)]? )?(?:(?:initial|contract|the|our|{_THING}) )*(?:term|length|duration|period)"
    rf"(?: of (?:the )?{_THING})?(?: and (?:\w+ ?){{1,2}})?\W*$|\bhow long\b|\b(?:money|value|start|dates?) and "
    rf"(?:length|term|duration)\W*$"
)


def _opens(one: Said, before: str, after: str) -> bool:
    """Whether a length opens a statement that says from when, or stands under a heading that asks how long."""
    if not _OPENS.search(before) or one.asks:
        return False
    heads = (one.passage.headings[-1] if one.passage.headings else "", one.passage.lead.strip(), one.lead.strip())
    return bool(_RUNS_FROM.match(after) or any(TERM_HEADING.search(head) for head in heads if head))


def _is_length(one: Said, length: Duration, before: str, after: str) -> bool:
    before = without_label(before, one.text)
    if NOT_AFTER.match(after) or EXTENDED_AFTER.match(after) or not length.counted or _ALL_OPTIONS.search(before):
        return False
    if _labelled(one, before) and not _NOT_TERM.search(before) and not EXTENDS.search(before):
        return True
    near = before[-60:]
    if _NOT_TERM.search(near) or EXTENDS.search(near) or _CALL_OFFS.search(before):
        return False
    if _LENGTH_BEFORE.search(before):
        return _speaks_of_contract(one)
    if _opens(one, one.text[: length.start], after):
        return True
    if (
        _NAMED_AFTER.match(after)
        and _NAMED_BEFORE.search(before)
        and not _HOLDS.search(before)
        and not _NOT_TERM.search(after[:30])
    ):
        return _speaks_of_contract(one)
    return bool(_LENGTH_AFTER.match(after) and _AWARDS.search(before) and not _NOT_TERM.search(after[:30]))


def _speaks_of_contract(one: Said) -> bool:
    earlier = one.passage.text[: one.start] if _IT.match(one.text) else ""
    words = f"{earlier} {one.full} {' '.join(one.passage.headings[-1:])}"
    if _LIVES_ON.search(one.text):
        return False
    said_of_supplier = "initial" in one.text.lower() and (_SUPPLIER.search(words) or EXTENDS.search(words))
    return bool(_CONTRACT.search(words) or said_of_supplier) and not negated(one.text, 0, len(one.text))


_IT = phrase(r"\W{0,3}(?:[\d.]{1,6} )?(?:it|this|they)\b")


def _labelled(one: Said, before: str) -> bool:
    label = before if one.passage.is_row or len(before) < 70 else ""
    return bool(_LABEL.search(label) or (one.passage.is_row and _LABEL_CELL.match(label)))


_LABEL_CELL = phrase(
    r"\W{0,3}(?:[\d.]{1,6} )?(?:(?:the |this |our )?(?:contract|agreement|framework)|(?:for )?how long(?: \w+){0,4})\W{0,3}$|"
    r"^\W{0,3}(?:expiry|end|end date|ends|expires)\b[^.;]{0,60}\($"
)


def _in_months(one: Said) -> float | None:
    """ "Duration in months: 30"."""
    match = _IN_MONTHS.search(one.text)
    months = int(match["months"]) if match else 0
    return float(months) if 1 <= months <= _MOST else None


_IN_MONTHS = phrase(
    r"^\W{0,3}(?:[\w.]{1,6} )?(?:(?:estimated|contract|framework|initial) )*(?:duration|length|term|period)"
    r"(?: of (?:the )?\w+)?(?: in months| \(months\)) ?:?\W{0,3}(?P<months>\d{1,3})\W*$"
)


def _sum(one: Said) -> tuple[float, float] | None:
    """ "3+1+1 years" or "(1 Year + 4 Years Optional)": the first part, and the sum of the others.

    The first part is 0 where the words before say that all parts are extensions: "plus 1 year + 1 year".
    """
    match = _SUM.search(one.text)
    if not match:
        return None
    unit = _YEARS.search(one.text, match.start(), match.end() + 12)
    months = _MONTHS.search(one.text, match.start(), match.end() + 12)
    term = _OF_TERM.search(f"{one.full} {' '.join(one.passage.headings[-1:])}")
    if not term or (not unit and not months):
        return None
    size = 12.0 if unit else 1.0
    first, rest = int(match["first"]) * size, sum(int(part) for part in re.findall(r"\d+", match["rest"])) * size
    return (0.0, first + rest) if _ALL_OPTIONS.search(one.text[: match.start()]) else (first, rest)


_ALL_OPTIONS = phrase(r"(?:\bplus\b|\band\b|\+|\b(?:extensions?|renewals?|options?)(?: \w+){0,3}:?)\W{0,3}$")


def _between_dates(one: Said, us: bool) -> float | None:
    """ "1 April 2025 to 31 March 2028" after words such as "contract period": 36."""
    found = [day for day in dates(one.text, us) if day.value and day.precision == "day"]
    for first, last in pairwise(found):
        before = one.text[: first.start][-110:]
        if _BEGINS.search(before) and _RANGE.match(one.text[first.end : last.start]):
            return _whole_months(first, last)
        if (
            not _RANGE.match(one.text[first.end : last.start])
            or EXTENDS.search(before)
            or _NOT_TERM.search(before[-60:])
        ):
            continue
        if _labelled(one, before) or _PERIOD.search(before):
            return _whole_months(first, last)
    return None


_PERIOD = phrase(
    rf"\b{_THING}\b[^.;]{{0,60}}\b(?:period|from|term|run\w*|duration|between)\b[^.;]{{0,20}}$|"
    r"\btender\w*\b[^.;]{0,60}\bperiod\W{0,3}(?:from )?$"
)
_BEGINS = phrase(rf"\b{_THING}\b[^.;]{{0,30}}\b(?:starts?|begins?|commenc\w+|runs?)\b[^.;]{{0,50}}$")


def _whole_months(first: DateFound, last: DateFound) -> float | None:
    start, end = _day(first), _day(last) + timedelta(days=1)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if start.day == end.day and 1 <= months <= _MOST else None


def _day(found: DateFound) -> date:
    value = found.value
    return value.date() if isinstance(value, datetime) else value or date.min
