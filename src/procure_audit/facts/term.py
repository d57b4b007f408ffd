"""How long the contract runs, and by how much it may be extended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from ..model import Confidence, Fact, Role, fact
from ..text.pattern import Pattern
from .extension import EXTENDED_AFTER, EXTENDS, NOT_AFTER, extensions, until, without_label
from .lasting import (
    THING,
    heads_length,
    is_awarded,
    is_other_length,
    labels_length,
    leads_to_length,
    lives_on,
    names_contract,
    of_call_offs,
)
from .passages import Passage
from .quantities import DateFound, Duration, american, dates, durations
from .said import SUPPLIER, Said, phrase, said
from .wording import negated

_MOST = 1_800
"""Months above this (150 years) are slips."""

_SUM = Pattern(
    r"(?<![\w.+/])(?P<first>\d{1,2})(?:\s?(?:years?|yrs?|months?))?(?P<rest>(?:\s?\+\s?\d{1,2}(?![\d%])"
    r"(?:\s?(?:years?|yrs?|months?|optional))?){1,5})",
    re.I,
)
_MONTHS = phrase(r"months?")
_MONTHS_OR_YEARS = phrase(r"months?|years?")
_SUPPLIER = phrase(rf"\b{SUPPLIER}\b")
_CONTRACT = phrase(rf"\b(?:{THING}|appointment|appointed|work|programme|pilot)\b")
_OF_TERM = phrase(rf"\b{THING}\b|\bduration\b|\bperiod\b|\bterm\b|\boption|\bexten")
_YEARS = Pattern(r"years?|yrs?", re.I)
_RANGE = phrase(
    r"^,? ?and\b[^.;]{0,70}\b(?:until|till|to|ends? on|ends?|expires? on|finishes on)(?: and including)? (?:the )?$|"
    r"^\W{0,4}(?:to|until|till|up to|through|and (?:ends?|ending|expir\w+|terminat\w+)(?: on)?|"
    r"[-–—])\W{0,3}(?:to |on "
    r")?(?:the )?$"
)


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    us = american(passages[0].document.text) if passages else False
    read = [one for one in said(passages) if one.passage.role not in _TELL_NOTHING and not one.defines]
    found = list(_said(read, us))
    yield from found
    if not any(fact.kind == "contract_length_months" for fact in found):
        yield from _between_labels(read, us)


_TELL_NOTHING = (Role.DEFINITIONS, Role.AWARD_NOTICE, Role.GUIDANCE)


def _said(read: Sequence[Said], us: bool) -> Iterator[Fact]:
    """The lengths that sentences tell, each read with the length that one before it in the same passage told."""
    first, within = 0.0, None
    for one in read:
        facts = list(_facts(one, us, first if one.passage is within else 0.0))
        yield from facts
        told = next((fact.get("value") for fact in facts if fact.kind == "contract_length_months"), None)
        if isinstance(told, int | float):
            first, within = float(told), one.passage


def _between_labels(read: Sequence[Said], us: bool) -> Iterator[Fact]:
    """ "Contract start date: 1 June 2026" and, in one of the next lines, "Contract end date: 31 May 2029": 36."""
    start: tuple[int, DateFound] | None = None
    for index, one in enumerate(read):
        found = [day for day in dates(one.text, us) if day.value and day.precision == "day"]
        label = one.text[: found[0].start] if len(found) == 1 else ""
        if label and _FIRST_DAY.fullmatch(label):
            start = index, found[0]
        elif label and start and index - start[0] <= _LINES and _LAST_DAY.fullmatch(label):
            months = _whole_months(start[1], found[0])
            if months:
                yield _fact("contract_length_months", one, months)
            start = None


_LINES = 4
"""Lines between the label of a start and that of an end."""
_FIRST_DAY = phrase(
    r"\W{0,3}(?:(?:contract|call-?off|framework|agreement|service|anticipated|expected|proposed|estimated) ){0,3}"
    r"(?:starts?|begins|commenc\w+|from)(?: date)?(?: \(\w+\))?\W{0,4}"
)
_LAST_DAY = phrase(
    r"\W{0,3}(?:(?:contract|call-?off|framework|agreement|service|anticipated|expected|proposed|estimated|initial) "
    r"){0,3}"
    r"(?:ends?|expir\w+|to|finish\w*)(?: date)?(?: \(\w+\))?\W{0,4}"
)


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


def _opens(one: Said, before: str, after: str) -> bool:
    """Whether a length opens a statement that says from when, or stands under a heading that asks how long."""
    if not _OPENS.search(before) or one.asks:
        return False
    heads = (one.passage.headings[-1] if one.passage.headings else "", one.passage.lead.strip(), one.lead.strip())
    return bool(_RUNS_FROM.match(after) or any(heads_length(head) for head in heads if head))


def _is_length(one: Said, length: Duration, before: str, after: str) -> bool:
    before = without_label(before, one.text)
    if NOT_AFTER.match(after) or EXTENDED_AFTER.match(after) or not length.counted or _ALL_OPTIONS.search(before):
        return False
    if _labelled(one, before) and not is_other_length(before) and not EXTENDS.search(before):
        return True
    near = before[-60:]
    if is_other_length(near) or EXTENDS.search(near) or of_call_offs(before):
        return False
    if leads_to_length(before):
        return _speaks_of_contract(one)
    if _opens(one, one.text[: length.start], after):
        return True
    if names_contract(before, after):
        return _speaks_of_contract(one)
    return is_awarded(before, after)


def _speaks_of_contract(one: Said) -> bool:
    earlier = one.passage.text[: one.start] if _IT.match(one.text) else ""
    words = f"{earlier} {one.full} {' '.join(one.passage.headings[-1:])}"
    if lives_on(one.text):
        return False
    said_of_supplier = "initial" in one.text.lower() and (_SUPPLIER.search(words) or EXTENDS.search(words))
    return bool(_CONTRACT.search(words) or said_of_supplier) and not negated(one.text, 0, len(one.text))


_IT = phrase(r"\W{0,3}(?:[\d.]{1,6} )?(?:it|this|they)\b")


def _labelled(one: Said, before: str) -> bool:
    label = before if one.passage.is_row or len(before) < 70 else ""
    return bool(labels_length(label) or (one.passage.is_row and _LABEL_CELL.match(label)))


_LABEL_CELL = phrase(
    r"\W{0,3}(?:[\d.]{1,6} )?(?:(?:the |this |our )?(?:contract|agreement|framework)|(?:for )?how long(?: "
    r"\w+){0,4})\W{0,3}$|"
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


_ALL_OPTIONS = phrase(
    r"(?:\bplus\b|\band\b|\+|\b(?:extensions?|renewals?|options?)(?: \w+){0,3}:?)(?: an?)?(?: optional| possible| further)?\W{0,3}$"
)


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
            or is_other_length(before[-60:])
        ):
            continue
        if _labelled(one, before) or _PERIOD.search(before) or (not before and heads_length(one.passage.lead)):
            return _whole_months(first, last)
    return None


_PERIOD = phrase(
    rf"\b{THING}\b[^.;]{{0,60}}\b(?:period|from|term|run\w*|duration|between)\b[^.;]{{0,20}}$|"
    r"\btender\w*\b[^.;]{0,60}\bperiod\W{0,3}(?:from )?$"
)
_BEGINS = phrase(rf"\b{THING}\b[^.;]{{0,30}}\b(?:starts?|begins?|commenc\w+|runs?)\b[^.;]{{0,50}}$")


def _whole_months(first: DateFound, last: DateFound) -> float | None:
    start, end = _day(first), _day(last) + timedelta(days=1)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if start.day == end.day and 1 <= months <= _MOST else None


def _day(found: DateFound) -> date:
    value = found.value
    return value.date() if isinstance(value, datetime) else value or date.min
