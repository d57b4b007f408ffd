"""When things happen: bids are due, questions close, the tender is issued, the contract awarded, the service starts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from ..model import BlockKind, Confidence, Fact, Role, Span, fact
from .extension import EXTENDS
from .lasting import heads_length
from .passages import Passage
from .quantities import DateFound, DayFound, american, dates, days, nearest
from .said import Said, phrase, said
from .stages import ABOUT_BIDS, DATED, ON_TERMS, stage, starts

_BEFORE, _AFTER = 220, 110
"""Characters of a sentence before and after a date that can say what the date is for."""
_LABEL = 140
"""Characters up to which a line is a label and a date rather than prose."""
_COVER = 25
"""Passages from the beginning that can be a cover or the head of a letter."""

_BEFORE_DUE = ("publication_or_issue_date", "clarification_deadline")


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """The dates of one document; those that can't be right (questions or an issue after bids are due) are left out."""
    found = list(_found(passages))
    due = [_day(one) for one in found if one.kind == "tender_deadline" and one.get("value")]
    for one in found:
        late = due and one.kind in _BEFORE_DUE and one.get("value") and _day(one) > max(due)
        if not late:
            yield one


def _day(one: Fact) -> date:
    return _as_day(one.get("value")) or date.min


def _as_day(value: object) -> date | None:
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None


def _found(passages: Sequence[Passage]) -> Iterator[Fact]:
    cover = {passage.span for passage in passages[:_COVER]}
    for one, found in _dated_lines(passages):
        if one.passage.role in (Role.DEFINITIONS, Role.GUIDANCE) or one.defines:
            continue
        for index, day in enumerate(found):
            before, after = _around(one, found, index)
            kind = _kind(one, before, after) or _dated(one, day, cover) or _first_of_term(one, found, index)
            if kind and not _is_slip(kind, one, day):
                yield _fact(kind, one, day)


def _is_slip(kind: str, one: Said, day: DateFound) -> bool:
    """Comments on terms are no questions; a day without a year in prose on things issued is seldom the tender's."""
    if _FORMER.search(one.text[max(0, day.start - _BEFORE) : day.start]):
        return True
    if kind == "clarification_deadline":
        return bool(ON_TERMS.search(one.text))
    return kind == "publication_or_issue_date" and day.precision != "day" and len(one.text) > _LABEL


_FORMER = phrase(
    r"\b(?:(?:moved|changed|extended|amended|revised|put back|brought forward|postponed)(?: \w+)? from|said|instead "
    r"of|rather than|formerly|previously|originally|and not)(?: on)?\W{0,3}$"
)
"""Before a date that another has taken the place of: "(the invitation said 6 November)"."""


def _dated_lines(passages: Sequence[Passage]) -> Iterator[tuple[Said, list[DateFound]]]:
    """What is said with a date in it, and its dates; a day without a year is of the year of the dates around it."""
    us = american(passages[0].document.text) if passages else False
    lines = [
        (one, full, days(one.text)) for one in said(passages) if (full := _full(one, us)) or _MONTH.search(one.text)
    ]
    known = next((day for _, full, _ in lines for found in full if (day := _as_day(found.value))), _told(passages))
    for one, full, short in lines:
        known = next((day for found in full if (day := _as_day(found.value))), known)
        both = full + [found for partial in short if known and (found := _completed(partial, known))]
        if both:
            yield one, sorted(both, key=lambda found: found.start)


def _told(passages: Sequence[Passage]) -> date | None:
    """The middle of the year that a document without a full date tells: "All dates are in 2026"."""
    for passage in passages:
        if match := _ALL_IN.search(passage.text):
            return date(int(match["year"]), 7, 1)
    return None


_ALL_IN = phrase(r"\b(?:dates|timetable|programme|calendar|deadlines)\b[^.;]{0,30}\b(?P<year>20\d\d)\b(?! ?[/–-] ?\d)")
_MONTH = phrase(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")


def _full(one: Said, us: bool) -> list[DateFound]:
    return [day for day in dates(one.text, us) if day.precision == "day"]


def _completed(partial: DayFound, known: date) -> DateFound | None:
    day = nearest(partial, known)
    return DateFound(partial.start, partial.end, day, precision="year guessed") if day else None


def _fact(kind: str, one: Said, day: DateFound) -> Fact:
    """A date that print has garbled ("1726/09/2014") is a fact without a value: something is said."""
    sure = Confidence.HIGH if day.precision == "day" else Confidence.MEDIUM
    sure = Confidence.LOW if day.broken else sure
    return fact(kind, one.evidence(), confidence=sure, value=day.value)


def _around(one: Said, found: list[DateFound], index: int) -> tuple[str, str]:
    """The words before and after a date that belong to it: up to the dates beside it."""
    day = found[index]
    cell = _column(one, day) if len(found) > 1 else ""
    if cell:
        return cell, ""
    floor = found[index - 1].end if index else 0
    ceiling = found[index + 1].start if index + 1 < len(found) else len(one.text)
    before = _APART.split(one.text[max(floor, day.start - _BEFORE) : day.start])[-1]
    if index and _INTO.fullmatch(before) and _FORMER.search(one.text[: found[index - 1].start][-_BEFORE:]):
        before = one.text[: found[index - 1].start][-_BEFORE:]
    after = _APART.split(one.text[day.end : min(ceiling, day.end + _AFTER)])[0]
    after = _NEXT_CLAUSE.compiled.split(after)[0] if index + 1 < len(found) else after
    if not one.passage.is_row:
        after = after[: len(_same_line(one, day.end, len(after)))]
    return before, f"{_limit(one, day)}{after}" if _trails(one, before) else ""


def _limit(one: Said, day: DateFound) -> str:
    """What makes a date the last one, where it stands between the day and its hour: "4 May, no later than noon"."""
    match = _LAST.search(one.text[day.start : day.end])
    return f"{match[0]} " if match else ""


_LAST = phrase(r"\b(?:no|not) later than\b")

_APART = re.compile(r"\s[|•·]\s|;\s")
"""What sets the parts of a line apart, each with a date of its own."""
_INTO = phrase(r"\W{0,3}to\W{0,3}(?:the )?")
"""Between a date and the one that takes its place: "moved from 27 February to 6 March"."""
_NEXT_CLAUSE = phrase(r",? and (?:will|shall|we|you|the|it|any|bids|tenders)\b|, then\b")


def _same_line(one: Said, start: int, length: int) -> str:
    """What follows on the same printed line, when that ends a line of a list: the next line speaks of another date."""
    raw = one.passage.text[one.start + start : one.start + start + length]
    first, _, rest = raw.partition("\n")
    return first if _NUMBERED_LINE.match(rest) else raw


_NUMBERED_LINE = phrase(r"(?:[IVX]{1,4}\.)?[\d.]{1,8}\W? [A-Z]")


def _trails(one: Said, before: str) -> bool:
    """Whether what the date is for may follow it: "5 May: deadline for questions"."""
    return one.passage.is_row or len(before.split()) < 8


def _column(one: Said, day: DateFound) -> str:
    """The heading of the column that a date of a row stands in, when it says what the date is for."""
    place = one.passage.span.start + one.start + day.start
    for cell, head in zip(one.passage.cells, one.passage.columns, strict=False):
        if cell.start <= place < cell.end and stage(head):
            return head
    return ""


def _kind(one: Said, before: str, after: str) -> str:
    """What the date between *before* and *after* is for, "" for nothing that we look for."""
    words = f"{before} {after}".strip()
    words = f"{_subject(one.text)} {words}" if _ALSO.match(before) else words
    own = stage(words) or ("contract_start" if starts(before) else "")
    above = f"{one.passage.text[: one.start] if _IT.search(words) else ''} {words}"
    if own == "tender_deadline" and not _of_bids(one, above):
        own = "contract_start" if starts(before) else ""
    if own or len(one.text) > _LABEL or (one.passage.is_row and len(words) > 25):
        return _allowed(own, one)
    told = before if one.lead.endswith("?") else words
    if len(told) >= 40 or not _names_date(one) or _WE_DO.search(words):
        return ""
    own = stage(f"{_context(one)} {before}")
    return _allowed(own, one) if own != "tender_deadline" or _of_bids(one, words) else ""


def _of_bids(one: Said, words: str) -> bool:
    """Whether *words* are about bids, or stand where bids are spoken of; reports and invoices are due as well."""
    return bool(ABOUT_BIDS.search(words) or (ABOUT_BIDS.search(_context(one)) and not _OTHER_DUE.search(words)))


_OTHER_DUE = phrase(r"\b(?:reports?|invoices?|returns?|claims?|accounts|certificates?|payments?|goods|works?)\b")


_WE_DO = phrase(r"\bwill (?:write|look|tell|let|inform|notify|decide|meet|open|telephone|ring|hear)\b")
"""What the buyer does by a date, whatever the heading above speaks of."""
_IT = phrase(r"\b(?:send|e-?mail|post|return|submit|upload) (?:it|this|them)\b")
_ALSO = phrase(r"\W{0,3}and (?:it )?(?:closes?|ends?|starts?|begins?)\b")
"""A second verb with the subject of the sentence: "The tender opened on 2 May and closes on 9 June"."""


def _subject(text: str) -> str:
    return " ".join(text.split()[:2])


def _context(one: Said) -> str:
    """The words that lead into a line: its question, or its lead-in and the heading right above."""
    if one.lead.endswith("?"):
        return one.lead
    heading = one.passage.headings[-1] if one.passage.headings else ""
    above = one.passage.headings[-2] if len(one.passage.headings) > 1 else ""
    lead = one.passage.lead.strip() if one.passage.lead != heading else ""
    return " ".join((above, heading, lead, one.lead if one.lead != lead else "")).strip()


def _names_date(one: Said) -> bool:
    return one.passage.kind is not BlockKind.HEADING


def _allowed(kind: str, one: Said) -> str:
    """An award notice tells of a tender that is over: its dates are no deadlines."""
    return "" if one.passage.role is Role.AWARD_NOTICE and kind != "contract_start" else kind


def _first_of_term(one: Said, found: list[DateFound], index: int) -> str:
    """ "Two years, 1 April 2027 – 31 March 2029", or a range of days under a heading that asks how long."""
    if index + 1 >= len(found) or len(one.text) > _LABEL or one.passage.role is Role.AWARD_NOTICE:
        return ""
    day, last = found[index], found[index + 1]
    before = one.text[: day.start]
    if not _TO.fullmatch(one.text[day.end : last.start]) or EXTENDS.search(before):
        return ""
    told = _A_LENGTH.search(before) or (len(before) <= _SHORT and heads_length(_context(one)))
    return "contract_start" if told and not _NO_TERM.search(f"{before} {_context(one)}") else ""


_TO = phrase(r"\W{0,3}(?:–|-|to|until|till|through)\W{0,3}(?:and including )?")
_A_LENGTH = phrase(r"^\W{0,3}(?:[\w.]{1,6} )?(?:[\w-]+ ){1,4}(?:years?|months?)\W{1,3}(?:from |i\.?e\.? |that is )?$")
_NO_TERM = phrase(
    r"\b(?:evaluat|interview|current|existing|previous|accounts|clarif|question|site visits?|standstill|mobilis)\w*"
)
_SHORT = 25


def _dated(one: Said, day: DateFound, cover: set[Span]) -> str:
    """ "Date: 9 September 2024" at the head of a letter or on a cover is the date of issue, and so is a day alone."""
    if one.passage.is_row or one.passage.role is Role.FORM or one.passage.span not in cover:
        return ""
    here = one.start + day.start
    line = one.passage.text[max(0, here - _BEFORE) : here].rsplit("\n", 1)[-1]
    alone = _PLACE.fullmatch(line) and not one.text[day.end :].strip(" .") and not one.lead and not stage(_context(one))
    return "publication_or_issue_date" if DATED.search(line) or (alone and _opens_letter(one)) else ""


_PLACE = phrase(r"(?:[A-Z][a-z]+, ?|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?")
"""What may stand on a line with the date of a letter: where it was written, or the day of the week."""


def _opens_letter(one: Said) -> bool:
    """Whether the "Dear …" of a letter follows."""
    end = one.passage.span.end
    return one.passage.document.text[end : end + _SALUTATION].lstrip().lower().startswith(("dear ", "to whom "))


_SALUTATION = 40
