"""Questions that bidders asked and the buyer answered: a log's rows, "Q14. …" / "A. …", or a page of them.

What a bidder asks binds nobody, whatever it supposes ("Is a bond of 10% required?"), so it is taken out, and its answer
is read knowing what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import BlockKind, Span
from ..text.pattern import Pattern
from .labels import affirms, denies

if TYPE_CHECKING:
    from .passages import Passage

_ASKED = (
    r"(?:(?:(?:bidder|supplier|tenderer|clarification|tender)['’]?s?['’]? )?(?:question|query|enquiry|clarification)|Q)"
)
_TOLD = (
    r"(?:(?:(?:the )?(?:council|authority|buyer|trust|customer|client|board|agency|university)['’]?s?['’]? )?"
    r"(?:answer|response|reply)|A)"
)
_QUESTION = Pattern(rf"\W{{0,4}}{_ASKED}(?:\W{{0,2}}(?:no\.? ?)?\d{{1,3}}\b)?\s?(?:[.:)–-]|\s|$)", re.I)
_ANSWER = Pattern(rf"\W{{0,4}}{_TOLD}(?:\W{{0,2}}\d{{1,3}}\b)?\s?(?:[.:)–-]\s?|$)", re.I)
"""How a list of questions and answers begins them: "Q14. …" / "A. …"."""
_QUESTION_HEAD = Pattern(
    r"\W*(?:(?:bidder|supplier|tenderer|tender|clarification|potential \w+)['’]?s?['’]? )?(?:clarification )?"
    r"(?:questions?|quer(?:y|ies)|clarifications?(?: sought| requests?| questions?)?|enquir(?:y|ies))"
    r"(?: (?:received|raised|asked|from (?:bidders?|suppliers?)))?\W*",
    re.I,
)
_ANSWER_HEAD = Pattern(
    r"\W*(?:(?:the |our )?(?:council|authority|buyer|trust|customer|client|board|agency|university|clarification|"
    r"procurement|contracting authority|ccs)['’]?s?['’]? )?(?:answers?|responses?|repl(?:y|ies))(?: given)?\W*",
    re.I,
)
_OF_BUYER = Pattern(r"\banswers?\b|\brepl(?:y|ies)\b|\w['’]?s?['’]? responses?", re.I)
"""A heading under which the buyer writes; "Response" alone is where a bidder does, in a form."""
_LOG = Pattern(
    r"\W*(?:[\d.]{1,6}\s)?(?:[\w'’]+\s){0,5}?(?:clarifications?(?: (?:log|questions?|responses?|requests?|queries))?|"
    r"q ?(?:&|and) ?a|"
    r"questions? and (?:answers?|responses?)|faqs?|frequently asked questions|(?:bidders?|tenderers?|suppliers?)['’]? "
    r"questions|"
    r"query log|questions (?:asked|received|raised))\b(?! (?:session|process|deadline|period|procedure))[^?]{0,40}",
    re.I,
)
_EMPTY = Pattern(r"\W*(?:yes ?/ ?no|\W*)\W*", re.I)
_FURTHEST = 4
"""Passages between a question and its answer: a question of several paragraphs."""


def answered(passages: Iterable[Passage]) -> Iterator[Passage]:
    """*passages* without the questions that others of them answer; an answer knows what was asked."""
    everything = [part for whole in passages for part in _parted(whole)]
    index = 0
    while index < len(everything):
        told = _answer(everything, index)
        if told:
            asked = Span(everything[index].span.start, everything[told - 1].span.end)
            yield replace(_unmarked(everything[told]), lead=everything[index].text, asked=asked)
            index = told + 1
            continue
        yield from _rows(everything[index])
        index += 1


def _parted(one: Passage) -> Iterator[Passage]:
    """A question and its answer that are printed as one paragraph, each for itself; any other passage as it is."""
    text = one.text
    line = text.find("\n") if _QUESTION.match(text) and not one.is_row else -1
    if line < 0 or not _ANSWER.match(text[line + 1 :]):
        yield one
        return
    yield replace(one, span=Span(one.span.start, one.span.start + line))
    yield replace(one, span=Span(one.span.start + line + 1, one.span.end))


def _answer(passages: Sequence[Passage], index: int) -> int:
    """Where the answer to passage *index* stands; 0 where that asks nothing, or nobody answers."""
    one = passages[index]
    if one.is_row:
        return 0
    if _QUESTION.match(one.text):
        for later in range(index + 1, min(index + 1 + _FURTHEST, len(passages))):
            if passages[later].is_row or _QUESTION.match(passages[later].text):
                return 0
            if _ANSWER.match(passages[later].text):
                return _words_of(passages, later)
    return index + 1 if _in_log(passages, index) else 0


def _unmarked(one: Passage) -> Passage:
    """An answer without the "A14." before it."""
    mark = _ANSWER.match(one.text)
    if mark is None or mark.end() == len(one.text):
        return one
    return replace(one, span=Span(one.span.start + mark.end(), one.span.end))


def _words_of(passages: Sequence[Passage], index: int) -> int:
    """The answer itself where passage *index* is only its name: "Answer:"."""
    bare = _ANSWER.fullmatch(passages[index].text.strip())
    return index + 1 if bare and index + 1 < len(passages) and not passages[index + 1].is_row else index


def _in_log(passages: Sequence[Passage], index: int) -> bool:
    """Whether passage *index* is a question in a list of questions and answers, or a heading that asks, with its answer
    below it."""
    one = passages[index]
    if not one.text.rstrip().endswith("?") or index + 1 >= len(passages):
        return False
    after = passages[index + 1]
    if after.is_row or after.kind is BlockKind.HEADING or after.text.rstrip().endswith("?"):
        return False
    if one.kind is BlockKind.HEADING:
        return affirms(after.text) or denies(after.text)
    return any(_LOG.fullmatch(heading) for heading in one.headings)


def _rows(one: Passage) -> Iterator[Passage]:
    """*one*, or the answer alone where it is a row of a log: question in one column, what the buyer says in another."""
    asked = next((at for at, head in enumerate(one.columns) if _QUESTION_HEAD.fullmatch(head)), None)
    told = next((at for at, head in enumerate(one.columns) if _ANSWER_HEAD.fullmatch(head)), None)
    if not one.is_row or asked is None or told is None or told <= asked:
        yield one
        return
    cells = one.cell_texts()
    ours = _OF_BUYER.search(one.columns[told]) or any(_LOG.fullmatch(heading) for heading in one.headings)
    if not ours or _EMPTY.fullmatch(cells[told]):
        yield one
        return
    cell = Span(one.cells[told].start, one.cells[told].end)
    yield replace(
        one, span=cell, kind=BlockKind.PARAGRAPH, cells=(), columns=(), lead=cells[asked], asked=one.cells[asked]
    )
