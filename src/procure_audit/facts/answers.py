"""What a bidder must write: the questions, and how long an answer may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import BlockKind, Confidence, Fact, Role, fact
from ..text.pattern import Pattern
from .counts import COUNT, count
from .limits import DEMANDS, limits
from .passages import Passage
from .said import flat, phrase, said
from .wording import asks_bidder, is_definition, speaks_to_buyer

_QUESTION_ROLES = (Role.FORM, Role.SELECTION, Role.AWARD_CRITERIA, Role.PRICING)
_NOT_QUESTIONS = phrase(
    r"\b(?:faqs?|frequently asked|questions? and answers?|q ?& ?a|clarification (?:log|questions)|declarations?|"
    r"glossary|definitions|checklist)\b"
)
_NUMBERED = phrase(
    r"^\W{0,2}(?P<label>(?:(?:quality|method|technical|award|question|scenario|statement|case) )?(?:question|method "
    r"statement|ms|qs?|sq|q)[ .:]{0,2}\d{1,2}(?:\.\d{1,2})?[a-z]?)\b\W"
)
_NUMBER = Pattern(r"^\W{0,2}(?P<label>(?:[A-Z]{1,3})?\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?|\([a-z]{1,3}\))[.):]?\s")
_HOW_TO = phrase(
    r"\bfill in all|\badd and remove|\bplease note\b|\bspaces provided|\bplease complete all|\bmust demonstrate|\bdo "
    r"not complete|\bplease (?:ensure|read|return|sign|contact)\b"
)
_ASSESSOR = phrase(r"^\W{0,2}(?:[\d.]{1,6} )?(?:does|do|is|are|has|if|was|were) (?:the|members|any)\b")
_ANSWERED = phrase(r"^\W{0,2}A\d{1,3} ?[:.]")
_TENDERDEMANDS = phrase(
    r"\b(?:please|describe|explain|outline|demonstrate|how (?:will|would|do) you|your (?:organisation|approach|"
    r"proposal|experience|company))\b"
)


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    if sum(speaks_to_buyer(flat(passage.text)) for passage in passages) >= _SEVERAL:
        return
    asking = [passage for passage in passages if passage.role not in (Role.AWARD_NOTICE, Role.GUIDANCE)]
    yield from limits(asking)
    yield from _questions(asking)


def _questions(passages: Sequence[Passage]) -> Iterator[Fact]:
    """One fact for all questions of the document, with a place for each.

    What the bidder affirms among instructions counts beside questions only: alone it would pass for the whole answer.
    """
    if any(_ANSWERED.match(passage.text) for passage in passages):
        return
    seen: set[str] = set()
    places = []
    alone = True
    numbered = sum(_is_numbered(passage) for passage in passages) >= _SEVERAL
    for passage in passages:
        label = None if numbered and passage.text.lstrip().startswith(_BULLETS) else _question(passage)
        if label is not None and label not in seen:
            seen.add(label)
            places.append(passage.evidence())
            alone = alone and passage.role not in _QUESTION_ROLES and _to_tick(passage, passage.flat)
    if places and not alone:
        yield fact("questions", *places, confidence=Confidence.MEDIUM, count=len(places))
        return
    for one in said(passages, _STATED_COUNT):
        match = _STATED_COUNT.search(one.text)
        if match and one.passage.role is not Role.CONTRACT_TERMS:
            yield fact("questions", one.evidence(), confidence=Confidence.MEDIUM, count=count(match["count"]))
            return


_SEVERAL = 2
_BULLETS = ("•", "▪", "●", "◦", "–", "-", "*")
"""How the parts of a question begin where the questions themselves are numbered."""
_STATED_COUNT = phrase(
    rf"\b(?:there are|answers?(?: to)?|respond to|complete|each of)(?: each of| all)?(?: of)?(?: the| these| our|"
    rf" all)* (?P<count>{COUNT})"
    r" (?:\w+ ){0,2}?questions\b"
)


def _is_numbered(passage: Passage) -> bool:
    return _NUMBERED.may_match(passage.flat) and bool(_NUMBERED.match(passage.flat.strip(), 0))


def _question(passage: Passage) -> str | None:
    """What names a question (its number and words), so that none counts twice; None for what isn't one."""
    text = passage.flat.strip()
    if any(_NOT_QUESTIONS.search(heading) for heading in passage.headings) or passage.kind is BlockKind.CONTENTS:
        return None
    named = _NUMBERED.match(text)
    if named and len(text) > len(named["label"]) + 8:
        return _short_label(named["label"])
    if passage.is_row and _in_question_column(passage):
        return " ".join(text.lower().split())[:160]
    if text.endswith("?") and passage.kind is BlockKind.LIST_ITEM and _ANSWER_THESE.search(passage.lead):
        return " ".join(text.lower().split())[:160]
    if _to_tick(passage, text):
        return " ".join(text.lower().split())[:160]
    if passage.role not in _QUESTION_ROLES or passage.kind is BlockKind.HEADING or is_definition(text):
        return None
    asked = _asked_row(passage) if passage.is_row else _asked_item(text)
    return " ".join(text.lower().split())[:160] if asked else None


def _to_tick(passage: Passage, text: str) -> bool:
    """Whether the bidder is asked to say yes or no, wherever in the bid pack that stands."""
    return passage.role not in _NOT_TO_TICK and bool(_TICK.search(text) and _YOU.search(text))


_NOT_TO_TICK = (Role.CONTRACT_TERMS, Role.DEFINITIONS)
_TICK = phrase(r"\byes ?/ ?no\b")
_YOU = phrase(r"(?:^|[\s.?])(?:do|does|did|are|is|were|was|have|has|had|will|would|can) (?:you|your)\b")


def _in_question_column(passage: Passage) -> bool:
    """Whether a row has a question or a demand under a heading that says that questions stand there."""
    return any(
        _QUESTION_HEAD.fullmatch(head)
        and len(cell.strip()) > _A_QUESTION
        and (cell.rstrip().endswith("?") or DEMANDS.match(flat(cell)))
        and not _FEW_WORDS.fullmatch(flat(cell).strip())
        for cell, head in zip(passage.cell_texts(), passage.columns, strict=False)
    )


_ANSWER_THESE = phrase(r"\banswer\b")
_QUESTION_HEAD = phrase(r" ?(?:\w+ )?questions?(?: text)?\W{0,3}")
_FEW_WORDS = phrase(r"(?:what|how|who|which|when|where) (?:\w+ ?){1,3}")
"""A heading such as "What you spend" that is no question."""
_A_QUESTION = 12


def _short_label(label: str) -> str:
    """ "Method Statement 1" and "MS1" are one question."""
    return re.sub(r"[^a-z0-9.]", "", label.lower()).replace("methodstatement", "ms").replace("question", "q")


def _asked_row(passage: Passage) -> bool:
    cells = [flat(cell).strip() for cell in passage.cell_texts()]
    return any(
        len(cell) > _A_QUESTION
        and not _FEW_WORDS.fullmatch(cell)
        and (cell.endswith("?") or DEMANDS.match(cell))
        and _asks_or_demands(cell)
        for cell in cells
    )


def _asked_item(text: str) -> bool:
    return _asks_or_demands(text) and (bool(_NUMBER.match(text)) or text.endswith("?"))


def _asks_or_demands(text: str) -> bool:
    """Whether *text* asks the bidder for an answer in words, figures or a tick."""
    return (
        not _HOW_TO.search(text)
        and not _ASSESSOR.match(text)
        and (asks_bidder(text) or bool(DEMANDS.match(text) and _TENDERDEMANDS.search(text)))
    )
