"""Answers to our remarks in the file itself, as what somebody accepted. Pure.

    accept: the framework we call off from sets these terms until 2027-03-31
    accept all: ...                      every place of the rule in this document
    accept public-liability-level: ...   one of several rules of a remark

A remark that is marked as done is accepted as well; what was answered to it is the reason.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from datetime import date, datetime

from .model import DocumentSummary, Notice, Reply, Report, ScoreModel, Suppression, did_you_mean
from .suppress import Acceptance, accepted

UNCLEAR = "answer-unclear"
_ACCEPT = re.compile(r"accept(?:ed)?(?:\s+(?P<what>[a-z0-9-]+))?\s*:\s*(?P<reason>.*)$", re.I | re.S)
_UNTIL = re.compile(r"\buntil\s+(?P<day>[^:;]*\d[^:;]*?)[.\s]*$", re.I)
_DATES = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y")
_DONE = "marked as done in the document"


def with_answers(report: Report, judged: Container[str], today: date, model: ScoreModel) -> Report:
    """*report* with the findings marked that its own documents accept, and notices of answers that accept nothing.

    *judged* are the rules that count; answers about others are passed over.
    """
    told = [one for document in report.understood.documents for one in _of_document(document)]
    acceptances = [one for one in told if isinstance(one, Acceptance) and one.rule in judged]
    unclear = [one for one in told if isinstance(one, Notice)]
    marked = accepted([report], acceptances, today, model)[0]
    return replace(marked, notices=(*marked.notices, *unclear))


def _of_document(document: DocumentSummary) -> Iterator[Acceptance | Notice]:
    for reply in document.replies:
        yield from _told(reply, document.path)


def _told(reply: Reply, document: str) -> Iterator[Acceptance | Notice]:
    """The acceptances of one answer, or why it is none; nothing for an answer that doesn't speak of accepting."""
    place = _place(reply, document)
    match = _ACCEPT.match(reply.words)
    if match is None:
        if reply.is_done:
            reason = f"{_DONE}, with the words “{reply.words}”" if reply.words else _DONE
            told = Suppression(reason, reply.author, None, place)
            yield from (Acceptance(rule, told, document, span=reply.span, is_quiet=True) for rule in reply.rules)
        return
    try:
        rules, is_whole = _about(reply, (match["what"] or "").lower())
        told = _suppression(match["reason"], reply.author, place)
    except ValueError as wrong:
        yield Notice(UNCLEAR, ", ".join((*reply.rules, *reply.whole)), f"this answer accepts nothing: {wrong}", place)
        return
    yield from (Acceptance(rule, told, document, span=None if is_whole else reply.span) for rule in rules)


def _about(reply: Reply, what: str) -> tuple[tuple[str, ...], bool]:
    """The rules that an answer accepts, and whether in the whole document. Raises ValueError."""
    if what == "all" and reply.rules:
        return reply.rules, True
    if what in reply.rules or what in reply.whole:
        return (what,), what in reply.whole
    known = (*reply.rules, *reply.whole)
    if what:
        raise ValueError(f"the remark names no rule '{what}'; {did_you_mean(what, known)}")
    if reply.whole and len(known) > 1:
        raise ValueError("the remark names several rules: write “accept rule-name: …”")
    return known, bool(reply.whole)


def _suppression(reason: str, author: str, place: str) -> Suppression:
    """Raises ValueError for an answer without a reason, or with a last day that is no date."""
    until = _UNTIL.search(reason)
    day = _day(until["day"].strip()) if until else None
    words = (reason[: until.start()] if until else reason).strip(" ,;.")
    if not words:
        raise ValueError("it gives no reason")
    return Suppression(words, author, day, place)


def _day(text: str) -> date:
    for form in _DATES:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise ValueError(f"“{text}” is no date such as 2027-03-31")


def _place(reply: Reply, document: str) -> str:
    day = f" of {reply.day.day} {reply.day:%B %Y}" if reply.day else ""
    return f"{document}, answer{day}" if reply.words else f"{document}, a remark marked as done"
