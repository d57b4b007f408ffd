"""When things happen: bids are due, questions close, the tender is issued, the contract awarded, the service starts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from ..model import BlockKind, Confidence, Fact, Role, Span, fact
from .passages import Passage
from .quantities import DateFound, american, dates
from .said import Said, phrase, said

_BEFORE, _AFTER = 220, 110
"""Characters of a sentence before and after a date that can say what the date is for."""
_LABEL = 140
"""Characters up to which a line is a label and a date rather than prose."""
_COVER = 25
"""Passages from the beginning that can be a cover or the head of a letter."""

_BID = (
    r"(?:tenders?|bids?|bidders?|quotes?|quotations?|proposals?|offers?|itts?|itqs?|rfps?|rfqs?|sqs?|pqqs?|"
    r"responses?|"
    r"submissions?|applications?|questionnaires?|returns?)"
)
_QUESTION = r"(?:clarifications?|questions?|quer(?:y|ies)|enquir(?:y|ies))"
_DUE = (
    r"(?:deadline|clos(?:es?|ing|ure)|latest|last (?:date|day|time)|final date|cut-?\s?off|due|end date|no later than|"
    r"not later than|"
    r"by|before|until|up to|return(?:ed)?|receipt|received|arrive|submi\w+)"
)
_CLARIFIES = phrase(
    rf"^\W*(?:ask us|questions to us) by\b|\b{_QUESTION}\b.{{0,170}}\b{_DUE}\b|"
    rf"\b{_DUE}\b.{{0,70}}\b{_QUESTION}\b|^\W*{_QUESTION} (?:period )?(?:end|"
    r"deadline)"
)
_NO_QUESTION = phrase(
    r"\b(?:respon(?:d\w*|ses?)|answers?|answered|repl(?:y|ies)|comments?|feedback|mark-?ups?)\b.{0,60}\b(?:issued?|"
    r"publish\w*|"
    r"released?|circulated|available|provided|sent|given|uploaded|on the framework)\b|\banswers?\b|\b(?:issue|"
    r"publication|release|"
    r"publish|provide|send|distribut\w+)\b.{0,40}\b(?:respon(?:d|ses?)|repl(?:y|ies))\b|\brespon(?:d|ses?) to (?:\w+ "
    r"){0,3}"
    r"(?:clarifications?|questions?|quer)|\b(?:clarification|questions?) (?:responses?|meeting)|\bpost[- ]tender"
)
_ON_TERMS = phrase(
    r"\bcomments?\b|\bfeedback\b|\bmark-?ups?\b|\b(?:suggested|proposed) (?:revisions|changes|amendments)"
)
_DUE_LABEL = (
    r"(?:deadline|closing (?:date|time)|closes?|latest (?:date|time)|last (?:date|time|day)|final date|cut-?\s?off|"
    r"due date|"
    r"end date|return (?:date|by|deadline)|submission date|date/time for)"
)
_BIDS_DUE = phrase(
    r"\b(?:send|e-?mail|post|return|submit|upload) (?:it|this|them) .{0,120}\b(?:by|before|no later than)\b|"
    rf"\b{_BID} (?:are |is )?due\b|^\W{{0,3}}{_BID} in\W{{0,3}}(?:by\b|$|(?:mon|tue|wed|thu|fri|sat|sun))|"
    rf"\b(?:post|e-?mail|send)\b.{{0,120}}\b{_BID}\b.{{0,120}}\b(?:by|before|no later than)\b|"
    rf"\b{_DUE_LABEL}\b.{{0,90}}\b{_BID}\b|\b{_BID}\b.{{0,70}}\b{_DUE_LABEL}\b|"
    rf"\b(?:return|receipt|submission) of (?:the |all |completed |your )*{_BID}\b|\b{_BID} (?:submission|return)s?\b|"
    rf"\b(?:submit\w*|return(?:ed)?|received?|receipt|lodged?|uploaded?|delivered|sent|due|arrive|reach)\b.{{0,120}}"
    r"\b(?:no later than|not later than|by|before|until|on or before|deadline)\b|"
    r"^\W{0,3}(?:[\d.]{1,6} )?(?:closing date|closing time|deadline|return date|due date)\b|"
    r"\b(?:no|not) later than\b.{0,60}$"
)
_ON_QUESTIONS = phrase(rf"\b{_QUESTION}\b")
_ABOUT_BIDS = phrase(rf"\b{_BID}\b|\btendering\b|\bclosing date\b")
_ISSUES = phrase(
    r"\b(?:tender|opportunity|competition) (?:opened|opens|launched|launches)\b|\b(?:issue|publication|release|"
    r"dispatch|published|issued) date\b|\bdate (?:of (?:issue|publication|dispatch|"
    r"release)|issued|"
    r"published)\b|\b(?:itts?|itqs?|tenders?|rfps?|rfqs?|quotations?|invitations?|documents?|documentation|packs?|"
    r"adverts?|advertisements?|"
    r"notices?|opportunity|procurement)\b(?: \(?[\w/-]+\)?,?){0,6} (?:issued?|published|publication|released?|made "
    r"available|live|"
    r"advertised|despatched|dispatched|sent out)\b|\b(?:issue|publication|publish|release|dispatch|despatch|launch|"
    r"advertise\w*) (?:of )?"
    r"(?:\w+ ){0,4}(?:itts?|itqs?|tenders?|rfps?|rfqs?|quotations?|invitations?|documents?|documentation|packs?|"
    r"adverts?|advertisements?|"
    r"opportunity|contract notice|procurement)\b|^\W{0,3}(?:date )?(?:issued|published|last updated|advertised)\b"
)
_NO_ISSUE = phrase(
    r"\baward|\bprior information|\bplanned procurement|\banswers?\b|\brespon(?:d|ses?)\b|\bclarif|\bquestions?\b|"
    r"\bojeu|"
    r"\bofficial journal|\bversion\b|\bregulations?\b|\bguidance\b|\bpolicy\b|\bstandstill|\bletters?\b|"
    r"\bunsuccessful|\bresults?\b|"
    r"\bfinal form\b|\border\b|\bamendment|\binvoice|\bpurchase|\baccounts\b"
)
_DATED = phrase(r"^\W{0,3}(?:[^\n:]{0,20}/ ?)?dated? ?[:–-] ?\W{0,3}$")
_AWARDS = phrase(
    r"\baward(?:ed|ing|s)?\b|\bappoint(?:ment)? (?:of )?(?:the )?(?:\w+ )?(?:supplier|contractor|provider|consultant|"
    r"bidder)|"
    r"\bnotif\w+ (?:of )?(?:the )?(?:\w+ )?(?:results?|outcomes?|decision|successful|preferred|bidders?|tenderers?)"
)
_NO_AWARD = phrase(
    r"\baward criteria|\baward notice|\bstandstill|\bpreviously|\bpqq|\bhas been awarded|\bdecision meeting"
)
_RUNS = r"(?:contracts?|services?|agreements?|framework|appointment|term|project|works?|delivery|provision)"
_BEGINS = r"(?:commenc\w+|starts?|starting|begins?|beginning|go(?:es)?[- ]live|in operation)"
_STARTS = phrase(
    rf"\bto (?:run|start|begin|commence) (?:from|on)\W{{0,3}}$|\b{_RUNS}\b(?: \w+){{0,3}} runs? from\W{{0,3}}$|"
    rf"\b{_RUNS}\b(?: \w+){{0,5}} {_BEGINS}\b|"
    rf"\b{_BEGINS}(?: date)?(?: of| for| with)?(?: the| this| our| new| all)* "
    rf"(?:\w+ )?{_RUNS}\b|"
    rf"^\W{{0,3}}(?:[\w.]{{1,6}} )?(?:anticipated |proposed |expected |estimated |planned )?(?:commencement|start|"
    r"go[- ]live)"
    r" ?(?:date)?(?: \(\w+\))?\W|\bfor (?:the|a) period (?:of )?(?:from )?$|"
    rf"\b{_RUNS}\b.{{0,60}}\b(?:years?|months?)\)?,? (?:from|starting|beginning|commencing)(?: on)?\W{{0,3}}$|"
    r"\bcontract (?:period|term|duration|dates?)"
    r"\W{1,4}(?:from )?$"
)
_NO_START = phrase(
    r"\bevaluat|\bmoderat|\binterview|\bcurrent(?:ly)? |\bexisting|\bprevious|\bincumbent|\bstandstill|\bprocurement "
    r"(?:will )?"
    r"(?:start|commenc|begin)|\btender(?:ing)? (?:period |process )?(?:start|commenc|begin)|\bmobilis|"
    r"\bimplementation|\bwork started|"
    r"\bact 20|\bregulations 20|\bcame into force|\bbusiness commenc|\btrading|\bclarification|\bbid start|\breview"
)
_OTHER_STAGE = phrase(
    r"\bevaluat|\bmoderat|\binterviews?\b|\bpresentations?\b|\bsite visits?\b|\bstandstill|\bopening\b|\bopened\b|"
    r"\bshort-?list|"
    r"\bvalid|\bopen for acceptance|\bremain open|\bbriefing|\bbidders?['’]? (?:day|event|conference)|\baudit|"
    r"\baccounts\b|"
    r"\b(?:prior to|after|before|following) (?:the )?(?:itt|tender|bid|submission)|\bfinal form|\bstop|"
    r"\bregister(?:ed|ing)? (?:an |their |your )?interest|\binsurance|\bawarded\b|\bconfirm\w* (?:attendance|interest)"
    r"|"
    r"\bexpressions? of interest|\beois?\b|\bmobilis|\bcompletion of (?:the )?(?:works?|contract|project)|\bdelivered "
    r"by|\btraining|\bmeeting\b|\bdemonstrat"
)


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
    value = one.get("value")
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else date.min


def _found(passages: Sequence[Passage]) -> Iterator[Fact]:
    us = american(passages[0].document.text) if passages else False
    cover = {passage.span for passage in passages[:_COVER]}
    for one in said(passages):
        found = [day for day in dates(one.text, us) if day.precision == "day"]
        if not found or one.passage.role is Role.DEFINITIONS or one.defines:
            continue
        for index, day in enumerate(found):
            before, after = _around(one, found, index)
            kind = _kind(one, before, after) or _dated(one, day, cover)
            if kind and not (kind == "clarification_deadline" and _ON_TERMS.search(one.text)):
                yield _fact(kind, one, day)


def _fact(kind: str, one: Said, day: DateFound) -> Fact:
    """A date that print has garbled ("1726/09/2014") is a fact without a value: something is said."""
    sure = Confidence.LOW if day.broken else Confidence.HIGH
    return fact(kind, one.evidence(), confidence=sure, value=day.value)


def _around(one: Said, found: list[DateFound], index: int) -> tuple[str, str]:
    """The words before and after a date that belong to it: up to the dates beside it."""
    day = found[index]
    cell = _column(one, day) if len(found) > 1 else ""
    if cell:
        return cell, ""
    floor = found[index - 1].end if index else 0
    ceiling = found[index + 1].start if index + 1 < len(found) else len(one.text)
    before = one.text[max(floor, day.start - _BEFORE) : day.start]
    after = one.text[day.end : min(ceiling, day.end + _AFTER)]
    if not one.passage.is_row:
        after = after[: len(_same_line(one, day.end, len(after)))]
    return before, after if _trails(one, before) else ""


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
        if cell.start <= place < cell.end and _stage(head):
            return head
    return ""


def _kind(one: Said, before: str, after: str) -> str:
    """What the date between *before* and *after* is for, "" for nothing that we look for."""
    words = f"{before} {after}".strip()
    words = f"{_subject(one.text)} {words}" if _ALSO.match(before) else words
    own = _stage(words)
    if (
        own == "tender_deadline"
        and not _ABOUT_BIDS.search(words)
        and not _ABOUT_BIDS.search(f"{_context(one)} {one.passage.text[: one.start] if _IT.search(words) else ''}")
    ):
        own = ""
    if own or len(one.text) > _LABEL or (one.passage.is_row and len(words) > 25):
        return _allowed(own, one)
    return _allowed(_stage(f"{_context(one)} {before}"), one) if len(words) < 40 and _names_date(one) else ""


_IT = phrase(r"\b(?:send|e-?mail|post|return|submit|upload) (?:it|this|them)\b")
_ALSO = phrase(r"\W{0,3}and (?:it )?(?:closes?|ends?|starts?|begins?)\b")
"""A second verb with the subject of the sentence: "The tender opened on 2 May and closes on 9 June"."""


def _subject(text: str) -> str:
    return " ".join(text.split()[:2])


def _context(one: Said) -> str:
    """The words that lead into a line: its lead-in and the heading right above."""
    heading = one.passage.headings[-1] if one.passage.headings else ""
    above = one.passage.headings[-2] if len(one.passage.headings) > 1 else ""
    return " ".join((above, heading, one.passage.lead.strip() if one.passage.lead != heading else "")).strip()


def _names_date(one: Said) -> bool:
    return one.passage.kind is not BlockKind.HEADING


def _allowed(kind: str, one: Said) -> str:
    """An award notice tells of a tender that is over: its dates are no deadlines."""
    return "" if one.passage.role is Role.AWARD_NOTICE and kind != "contract_start" else kind


def _stage(words: str) -> str:
    asks = _CLARIFIES.search(words) and not _NO_QUESTION.search(words)
    if asks and not _OTHER_STAGE.search(words):
        return "clarification_deadline"
    if _ISSUES.search(words) and not _NO_ISSUE.search(words):
        return "publication_or_issue_date"
    if _BIDS_DUE.search(words) and not _OTHER_STAGE.search(words) and not _ON_QUESTIONS.search(words):
        return "tender_deadline"
    if _STARTS.search(words) and not _NO_START.search(words):
        return "contract_start"
    return "contract_award_date" if _AWARDS.search(words) and not _NO_AWARD.search(words) else ""


def _dated(one: Said, day: DateFound, cover: set[Span]) -> str:
    """ "Date: 9 September 2024" at the head of a letter or on a cover is the date of issue."""
    if one.passage.is_row or one.passage.role is Role.FORM or one.passage.span not in cover:
        return ""
    here = one.start + day.start
    line = one.passage.text[max(0, here - _BEFORE) : here].rsplit("\n", 1)[-1]
    return "publication_or_issue_date" if _DATED.search(line) else ""
