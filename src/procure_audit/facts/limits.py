"""How long an answer, or a whole bid, may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, Value, fact
from ..text.pattern import Pattern
from .passages import Passage
from .quantities import numbers
from .said import Said, flat, phrase, said

_LETTERS_A_WORD = 6
_UNIT = phrase(
    r"^(?: ?\(\w{1,9}(?:-\w{1,6})?\))?[ -]{0,2}(?P<size>words?\b|characters?\b|(?:x )?(?:(?:typed|numbered|printed|"
    r"single|double)[- ])?(?:sided?[- ])?(?:sides?|"
    r"pages?)(?: of)?(?: (?:plain )?A4)?\b|"
    r"(?:x )?A4(?: (?:pages?|sides?))?\b)"
)
_CUE_BEFORE = phrase(
    r"(?:\bmax(?:imum)?\b\.?(?: (?:of|length|word count|is))?|\b(?:no|not)(?: be)? (?:more|longer|greater) than|\bnot "
    r"(?:to "
    r")?exceed(?:ing)?|\bup to|"
    r"\bkeep [^.;]{0,40}? to|\bquestion \w{1,3}[,:]|\b(?:limit(?:s|ed)?|restrict(?:s|ed)?|confined?)(?: (?:of|to|is|"
    r"for [^.;]{0,40}|[^.;]{0,40}? to))?|"
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
    r"\w+))?\W{0,4}(?:(?:max(?:imum)?|up to)\W{1,3})?(?P<figure>\d{1,2},?\d{3}|\d{1,4})\b(?! ?(?:marks|points|%))"
)
_GENERAL = phrase(
    r"\b(?:exceed\w*|over|above|beyond|in excess of) (?:the |any |this )?(?:\w+ )?(?:word|page|character)s? (?:limit|"
    r"count)|"
    r"\b(?:word|page|character) (?:limit|count)s?\b[^.;]{0,60}\b(?:appl(?:y|ies|ied|icable)|specified|stated|set|"
    r"indicated|given|exceed\w*|allowable|permitted)|"
    r"\b(?:specified|stated|allowable|maximum|within the) (?:word|page|character) (?:limit|count)"
)
_EXAMPLE = phrase(r"\bfor example|\bexample where|\be\.g\b|\bused in a response")
_DELIVERED = phrase(
    r"^\W*(?:[\d.]{1,6} )?(?:(?:the|each|a|any|an|this) )?(?:\w+ ){0,3}?(?:reports?|newsletters?|leaflets?|minutes|"
    r"executive summary|posters?|"
    r"blogs?|articles?|abstract|briefings?)\b(?! (?:on|of) your)"
)
"""What the supplier writes for the buyer under the contract, and no bid."""
_ATTACHED = phrase(r"\b(?:artifacts?|drawings?|screenshots?|code samples?)\b")
"""What a bidder attaches: a limit on its pages is none on what must be written."""
_IS_LONG = phrase(r"\b(?:is|are|was) \w+ (?:pages|words|sides) long\b")
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
DEMANDS = phrase(
    r"^\W{0,2}(?:[\w.()]{1,8} )?(?:please|describe|explain|provide|detail|outline|demonstrate|set out|give|how|what|"
    r"who|which|tell us|confirm|state|list|do you|does|have|are|is|can)\b(?! not| the (?:contractor|propos|offeror|"
    r"bidder|vendor|quoter))"
)
"""Words with which a question or a demand to a bidder begins."""


def limits(passages: Sequence[Passage]) -> Iterator[Fact]:
    general: list[Fact] = []
    found = False
    for one in said(passages):
        if one.passage.role in (Role.CONTRACT_TERMS, Role.DEFINITIONS) or one.defines or _ATTACHED.search(one.text):
            continue
        sizes = _sizes(one.text) or _tabled_sizes(one.passage)
        sizes = {} if sizes and (_EXAMPLE.search(one.text) or _DELIVERED.search(one.text)) else sizes
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
        longest = _CUE_AFTER.match(text[after : after + 40])
        if answer or _CUE_BEFORE.search(before) or (longest and not _IS_LONG.search(text)) or closed:
            _note(sizes, unit["size"], int(number.value))
    for match in _LABELLED.finditer(text):
        _note(sizes, match["size"], int(match["figure"].replace(",", "")))
    return sizes


def _tabled_sizes(passage: Passage) -> dict[str, Value]:
    """What a cell beside a question or under "Word limit" allows: "500 words"; "500" where the heading has the unit."""
    sizes: dict[str, Value] = {}
    if len(passage.cells) > _WIDEST:
        return sizes
    asks = any(DEMANDS.match(flat(cell)) or cell.rstrip().endswith("?") for cell in passage.cell_texts())
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
