"""What a bidder must write: the questions, and how long an answer may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import BlockKind, Confidence, Fact, Role, Value, fact
from ..text.pattern import Pattern
from .counts import COUNT, count
from .passages import Passage
from .quantities import numbers
from .said import Said, flat, phrase, said
from .wording import asks_bidder, is_definition, speaks_to_buyer

_LETTERS_A_WORD = 6
_UNIT = phrase(
    r"^(?: ?\(\d{1,5}\))?[ -]{0,2}(?P<size>words?\b|characters?\b|(?:x )?(?:single |double )?(?:sided? )?(?:sides?|"
    r"pages?)(?: of)?(?: (?:plain )?A4)?\b|"
    r"(?:x )?A4(?: (?:pages?|sides?))?\b)"
)
_CUE_BEFORE = phrase(
    r"(?:\bmax(?:imum)?\b\.?(?: (?:of|length|word count|is))?|\b(?:no|not) (?:more|longer|greater) than|\bnot (?:to "
    r")?exceed(?:ing)?|\bup to|"
    r"\bkeep [^.;]{0,40}? to|\bquestion \w{1,3}[,:]|\blimit(?:ed)?(?: (?:of|to|is|for [^.;]{0,40}))?|"
    r"\bcount(?: (?:of|is))?|"
    r"\bless than|\bfewer than|\bunder|\b(?:stop|cease) (?:reading|marking|scoring) (?:after|at)|"
    r"\b(?:not|n['’]t) (?:go|run|be) over|\bwithin|\bexceed)\W{0,3}(?:(?:a|an|the|any) )?"
    r"(?:(?:total|maximum|limit) (?:of )?)?$"
)
_ANSWER_CUE = phrase(
    r"(?:\bmore than|\b(?:can|may|should|must) (?:be|take up|cover|fill)|\b(?:run|come|add up) to|\bon) (?:(?:a|"
    r"the) )?$"
)
"""Words that set a limit where an answer is spoken of: "each answer may be 500 words", "answered on one side"."""
_CUE_AFTER = phrase(
    r"^\W{0,3}(?:(?:is the|in (?:length|total)) )?\W{0,2}(?:max(?:imum)?\b|limit\b|or (?:less|fewer|under)\b|word "
    r"limit|(?:each |long )?(?:at (?:the )?(?:very )?most)\b|long\b)"
)
_ON_TOP = phrase(r"^ (?:in addition|extra|additional)")
_DOCUMENT = phrase(
    r"\b(?:documents?|contract|packs?|guide|invitation|terms|conditions|specification|schedule|appendix|annex|"
    r"policy)\W*$"
)
"""What is as long as the bracket behind it says: no limit for an answer."""
_BRACKETED = Pattern(r"[(\[]\s*$")
_LABELLED = phrase(
    r"\b(?P<size>word|character|page) (?:limit|count|maximum|max)\b(?: (?:is|of|for each(?: \w+)? is|for this "
    r"\w+))?\W{0,4}(?P<figure>\d{1,2},?\d{3}|\d{1,4})\b(?! ?(?:marks|points|%))"
)
_GENERAL = phrase(
    r"\b(?:word|page|character) (?:limit|count)s?\b[^.;]{0,60}\b(?:appl(?:y|ies|ied|icable)|specified|stated|set|"
    r"indicated|given|exceed\w*|allowable|permitted)|"
    r"\b(?:specified|stated|allowable|maximum|within the) (?:word|page|character) (?:limit|count)"
)
_EXAMPLE = phrase(r"\bfor example|\bexample where|\be\.g\b|\bused in a response")
_ANSWER = phrase(
    r"\b(?:answers?|responses?|respond|questions?|method statements?|tenders?|bids?|proposals?|submissions?|"
    r"statements?|criteri\w+|summary|cv|resumes?|quotations?|approach|plan)\b"
)
_WHOLE = phrase(
    r"\b(?:(?:the |your |whole |entire |overall |total |complete )(?:\w+ )?(?:tenders?|bids?|proposals?|submission|"
    r"quotation|application|document)(?: document)?|"
    r"proposals of|(?:proposals|tenders|bids|submissions|applications|quotations) (?:should|must|shall|may|will|are|"
    r"can)|total (?:length|page)|tenders? (?:should|must|shall) not)\b"
)
_TOGETHER = phrase(
    r"\b(?:the |your )(?:whole|entire|total|complete|overall) (?:answers?|responses?)\b|\ball (?:the |"
    r"your )?answers together\b|\b(?:words|pages|sides) in (?:all|total)\b"
)
_EACH = phrase(
    r"\b(?:per|each|this|for the|your) (?:question|answer|response|section|criteri\w+|method|example|case)|"
    r"\banswers?\b|\bquestions?\b|\bresponse:? ?\(|\bdescribe\b|\bplease (?:detail|explain|outline|provide)|\bper "
    r"(?:example|cv)\b"
)
_LARGEST = 50_000
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
_DEMANDS = phrase(
    r"^\W{0,2}(?:[\w.()]{1,8} )?(?:please|describe|explain|provide|detail|outline|demonstrate|set out|give|how|what|"
    r"who|which|tell us|confirm|state|list|do you|does|have|are|is|can)\b(?! not| the (?:contractor|propos|offeror|"
    r"bidder|vendor|quoter))"
)
_HOW_TO = phrase(
    r"\bfill in all|\badd and remove|\bplease note\b|\bspaces provided|\bplease complete all|\bmust demonstrate|\bdo "
    r"not complete|\bplease (?:ensure|read|return|sign|contact)\b"
)
_ASSESSOR = phrase(r"^\W{0,2}(?:[\d.]{1,6} )?(?:does|do|is|are|has|if|was|were) (?:the|members|any)\b")
_ANSWERED = phrase(r"^\W{0,2}A\d{1,3} ?[:.]")
_TENDER_DEMANDS = phrase(
    r"\b(?:please|describe|explain|outline|demonstrate|how (?:will|would|do) you|your (?:organisation|approach|"
    r"proposal|experience|company))\b"
)


_NO_ANSWERS = phrase(r"\b(?:artifacts?|drawings?|screenshots?|code samples?)\b")
"""What a bidder attaches: a limit on its pages is none on what must be written."""


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    if sum(speaks_to_buyer(flat(passage.text)) for passage in passages) >= _SEVERAL:
        return
    asking = [passage for passage in passages if passage.role not in (Role.AWARD_NOTICE, Role.GUIDANCE)]
    yield from _limits(asking)
    yield from _questions(asking)


def _limits(passages: Sequence[Passage]) -> Iterator[Fact]:
    general: list[Fact] = []
    found = False
    for one in said(passages):
        if one.passage.role in (Role.CONTRACT_TERMS, Role.DEFINITIONS) or one.defines:
            continue
        sizes = _sizes(one.text) or _tabled_sizes(one.passage)
        sizes = {} if sizes and _EXAMPLE.search(one.text) else sizes
        if _NO_ANSWERS.search(one.text):
            continue
        if sizes and (one.passage.role is not Role.SPECIFICATION or _ANSWER.search(one.full)):
            found = True
            yield Fact("response_limits", (*sizes.items(), ("scope", _scope(one))), (one.evidence(),))
        elif not sizes and _GENERAL.search(one.text) and _ANSWER.search(one.full):
            general.append(
                fact(
                    "response_limits",
                    one.evidence(),
                    confidence=Confidence.MEDIUM,
                    words=None,
                    pages=None,
                    scope="question",
                )
            )
    if not found:
        yield from general


def _sizes(text: str) -> dict[str, Value]:
    """Words and pages that *text* allows at most; empty for none."""
    sizes: dict[str, Value] = {}
    for number in numbers(text) if _UNIT.may_match(text) else ():
        unit = _UNIT.match(text[number.end : number.end + 40])
        if unit is None or not 0 < number.value <= _LARGEST or number.value != int(number.value):
            continue
        after = number.end + unit.end()
        before = text[max(0, number.start - 60) : number.start]
        if _ON_TOP.match(text[after : after + 40]):
            continue
        closed = _BRACKETED.search(before) and not _DOCUMENT.search(before) and text[after : after + 1] in (")", "]")
        answer = _ANSWER.search(text) and _ANSWER_CUE.search(before)
        if answer or _CUE_BEFORE.search(before) or _CUE_AFTER.match(text[after : after + 40]) or closed:
            _note(sizes, unit["size"], int(number.value))
    for match in _LABELLED.finditer(text):
        _note(sizes, match["size"], int(match["figure"].replace(",", "")))
    return sizes


def _tabled_sizes(passage: Passage) -> dict[str, Value]:
    """What a cell beside a question or under "Word limit" allows: "500 words"; "500" where the heading has the unit."""
    sizes: dict[str, Value] = {}
    if len(passage.cells) > _WIDEST:
        return sizes
    asks = any(_DEMANDS.match(flat(cell)) or cell.rstrip().endswith("?") for cell in passage.cell_texts())
    for words, head in zip(passage.cell_texts(), passage.columns, strict=False):
        match = _SIZE_CELL.fullmatch(flat(words)) if asks or _LIMIT_HEAD.search(head) else None
        unit = (match and match["size"]) or (_LIMIT_HEAD.search(head) and _UNIT_WORD.search(head))
        if match and unit:
            _note(sizes, unit if isinstance(unit, str) else unit[0], int(match["figure"].replace(",", "")))
    return sizes


_WIDEST = 12  # cells of a row that asks something; price sheets and registers are wider
_LIMIT_HEAD = phrase(r"\blimit\b|\bmax(?:imum)?\b|\b(?:words?|pages?|characters?|length)\b")
_UNIT_WORD = phrase(r"\b(?:word|page|character|side)")
_SIZE_CELL = phrase(
    r" ?(?:max(?:imum)?\.? (?:of )?|up to )?(?P<figure>\d{1,2},\d{3}|\d{1,5}) ?(?P<size>words?|pages?|"
    r"characters?|sides?)?"
    r"(?: max(?:imum)?)?\.? ?"
)


def _note(sizes: dict[str, Value], unit: str, count: int) -> None:
    """Keep the first size of each sort; letters are counted as words of six, blanks included."""
    if unit.lower().startswith("word"):
        sizes.setdefault("words", count)
    elif unit.lower().startswith("character"):
        sizes.setdefault("words", count // _LETTERS_A_WORD)
    else:
        sizes.setdefault("pages", count)


def _scope(one: Said) -> str:
    together = _TOGETHER.search(one.full)
    return "whole" if together or (_WHOLE.search(one.full) and not _EACH.search(one.full)) else "question"


def _questions(passages: Sequence[Passage]) -> Iterator[Fact]:
    """One fact for all questions of the document, with a place for each."""
    if any(_ANSWERED.match(passage.text) for passage in passages):
        return
    seen: set[str] = set()
    places = []
    numbered = sum(bool(_NUMBERED.match(flat(passage.text).strip())) for passage in passages) >= _SEVERAL
    for passage in passages:
        label = None if numbered and passage.text.lstrip().startswith(_BULLETS) else _question(passage)
        if label is not None and label not in seen:
            seen.add(label)
            places.append(passage.evidence())
    if places:
        yield fact("questions", *places, confidence=Confidence.MEDIUM, count=len(places))
        return
    for one in said(passages):
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


def _question(passage: Passage) -> str | None:
    """What names a question (its number and words), so that none counts twice; None for what isn't one."""
    text = flat(passage.text).strip()
    if any(_NOT_QUESTIONS.search(heading) for heading in passage.headings) or passage.kind is BlockKind.CONTENTS:
        return None
    named = _NUMBERED.match(text)
    if named and len(text) > len(named["label"]) + 8:
        return _short_label(named["label"])
    if passage.is_row and _in_question_column(passage):
        return " ".join(text.lower().split())[:160]
    if text.endswith("?") and passage.kind is BlockKind.LIST_ITEM and _ANSWER_THESE.search(passage.lead):
        return " ".join(text.lower().split())[:160]
    if passage.role not in _QUESTION_ROLES or passage.kind is BlockKind.HEADING or is_definition(text):
        return None
    asked = _asked_row(passage) if passage.is_row else _asked_item(text)
    return " ".join(text.lower().split())[:160] if asked else None


def _in_question_column(passage: Passage) -> bool:
    """Whether a row has a question or a demand under a heading that says that questions stand there."""
    return any(
        _QUESTION_HEAD.fullmatch(head)
        and len(cell.strip()) > _A_QUESTION
        and (cell.rstrip().endswith("?") or _DEMANDS.match(flat(cell)))
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
        and (cell.endswith("?") or _DEMANDS.match(cell))
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
        and (asks_bidder(text) or bool(_DEMANDS.match(text) and _TENDER_DEMANDS.search(text)))
    )
