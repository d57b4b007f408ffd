"""Into how many lots the contract is divided; 0 when it isn't."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, fact
from ..text.pattern import Pattern
from .passages import Passage
from .quantities.numbers import SMALL
from .said import Said, phrase, said

_MOST = 200
_COUNT = "|".join(sorted((word for word in SMALL if word != "zero"), key=len, reverse=True))
_DIVIDED = phrase(
    r"\b(?:divided|split|broken(?: down)?|separated|organised|structured|grouped|let|packaged|compris\w+|consist\w*|"
    r"contain\w*|has|have|are|into|cover\w*|includes?|"
    rf"following|of)\b(?: \w+){{0,4}}? (?P<count>\d{{1,3}}|{_COUNT})(?: ?\([\w-]{{1,12}}\))? (?:separate |"
    rf"individual |"
    r"distinct |geographical |main |different )?lots\b(?! of (?!the\b))|"
    rf"\b(?:number of lots|total lots|maximum number of lots)\b\W{{1,4}}(?P<number>\d{{1,3}})\b|"
    rf"\ball (?:of the |the )?(?P<all>\d{{1,3}}|{_COUNT}) lots\b|"
    rf"\b(?:in|offer\w*|are|be|as|under|any of the|each of the) (?P<in>\d{{1,3}}|{_COUNT})(?: "
    rf"?\([\w-]{{1,12}}\))? (?:separate |individual |"
    rf"distinct |geographical |area |local |different )?lots\b|\b(?P<parts>\d{{1,3}}|{_COUNT}) (?:parts|packages|"
    rf"areas) ?\(?(?:or |called |known as )?"
    r"lots\b|^\W{0,3}(?:number of lots?|lots)\W{1,5}(?P<row>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\W*$"
)
_UNDIVIDED = phrase(
    r"(?<!must\s)(?<!should\s)\bnot (?:be |been )?(?:divided|split|broken|separated|let)(?: up| down)? (?:into|in|as)"
    r"(?: "
    r"\w+){0,2} lots\b|"
    r"\bdivided into lots ?[:?]? ?(?:no\b|n/a)|\b(?:there are|are|with|there will be|has|have) no lots\b|"
    r"\b(?:consist\w*|comprises?|made up) (?:of )?(?:only )?(?:a |one )(?:single )?lot\b|"
    r"\b(?:will|shall|is|are|be|being|been) (?:let|awarded|procured|tendered|offered) as (?:a |one )(?:single "
    r")?(?:contract|lot|agreement|package)\b|\bno lots (?:are|will|apply)|"
    r"\b(?:as|in) "
    r"(?:a single|one|a whole) lot\b(?! only)|\bnot (?:be )?(?:\w+ )?(?:appropriate|suitable|practical|possible|"
    r"proposed|intended) "
    r"(?:to (?:divide|split|be (?:divided|split))|for (?:division|splitting))\b[^.;]{0,40}\blots|"
    r"[,;–-] no lots\b|\b(?:decided|chose|chosen) against (?:them|lots|using lots)\b|"
    r"\b(?:division|divided|divide|split) into lots\W{1,4}(?:no|none|n/a|not applicable)\b|^\W{0,3}lots\W{1,4}(?:no|"
    r"none|n/a)\b|"
    r"\blots ?: ?(?:no\b|none\b|not applicable)|\b(?:decided|chosen|opted)(?: \w+){0,3} not to (?:divide|split|use "
    r"lots)"
)
_ONE_CONTRACT = phrase(
    r"\b(?:shall|will|do|does|did|is|are|have|has) not (?:intend(?:ed)? to |going to |be |been |want to |wish to "
    r"|propose to |plan to |"
    r"proposed to |planned to )?(?:split|divid|break|broken|part)\w*(?: up)? (?:the|this) (?:work|contract|"
    r"service|requirement)|"
    r"\b(?:not|nor|never) (?:\w+ ){0,2}?(?:in|into|as|by) (?:separate )?lots\b|\b(?:have|has|are|is|do|does|will|"
    r"did) not (?:be )?(?:us\w+|"
    r"offer\w*|creat\w+|intend\w* (?:to \w+ )?(?:the \w+ )?(?:in|into)?) ?(?:any )?lots\b|\bnot intend\w* to \w+ "
    r"[^.;]{0,40}\binto lots\b|"
    r"\b(?:without|with no|instead of|rather than|no need for|not suited to|unsuited to) (?:any |separate |being "
    r"(?:split|divided) into )?lots\b|"
    r"\bconsidered (?:splitting|dividing|using lots|lots)\b[^.;]{0,80}\b(?:concluded|decided|but|"
    r"found)\b[^.;]{0,60}\b(?:one|single|not)\b|"
    r"\b(?:splitting|dividing) (?:it|the|this)[^.;]{0,60}\bwould (?:not|be (?:im|in|un)|harm|cost|weaken|mean|make)"
)
_ASKS = phrase(r"\bwhich\b|\bmaximum of\b|\bmay (?:be )?(?:award|bid|tender|apply)|\bup to\b|\bone lot only\b")
_LOT_HEAD = phrase(r"\W*lots?(?: (?:no\.?|number))?\W*$")
_LOT = Pattern(
    r"(?<![A-Za-z-])L(?:ot|OT)(?:\s+No\.?)?\s+(?:(?P<number>\d{1,2})[a-zA-Z]?|(?P<letter>[A-H]))\b(?!\s*(?:%|/\d|"
    r"metres|['’]))"
)
_SPAN = Pattern(r"\bLots\s+(?:1|A)\s?(?:to|-|–|through)\s?(?P<last>\d{1,2}|[B-H])\b")


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    stated = False
    for one in said(passages, _UNDIVIDED, _ONE_CONTRACT, _DIVIDED):
        if one.passage.role in (Role.DEFINITIONS, Role.GUIDANCE) or one.defines:
            continue
        count = _said(one)
        if count is not None:
            stated = True
            yield fact("lots", one.evidence(), count=count)
    if not stated:
        yield from _named(passages)


def _said(one: Said) -> int | None:
    """The number of lots that a sentence states outright."""
    if _UNDIVIDED.search(one.text) or _ONE_CONTRACT.search(one.text):
        return 0
    match = _DIVIDED.search(one.text)
    if not match or (not match["all"] and _ASKS.search(one.text[: match.end()])):
        return None
    written = next(text for name, text in match.groupdict().items() if text)
    count = int(written) if written.isdigit() else int(SMALL[written.lower()])
    return count if 1 < count <= _MOST else None


def _named(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Lots counted by their names ("Lot 1" … "Lot 4"): without gaps from 1, sub-lots (2a, 2b) being one."""
    first: dict[int, tuple[Passage, int, int]] = {}
    for passage in passages:
        if passage.role in (Role.DEFINITIONS, Role.PRICING, Role.GUIDANCE):
            continue
        if (
            passage.columns
            and _LOT_HEAD.match(passage.columns[0])
            and (cell := passage.cell_texts()[0].strip()).isdigit()
        ):
            first.setdefault(int(cell), (passage, 0, len(passage.text)))
        for match in _LOT.finditer(passage.text):
            first.setdefault(_place(match["number"] or match["letter"]), (passage, match.start(), match.end()))
        for match in _SPAN.finditer(passage.text):
            for number in range(1, _place(match["last"]) + 1):
                first.setdefault(number, (passage, match.start(), match.end()))
    count = max(first, default=0)
    if count >= 2 and min(first) == 1 and len(first) == count:
        places = dict.fromkeys(passage.evidence(*_line(passage.text, *span)) for passage, *span in first.values())
        yield fact("lots", *places, confidence=Confidence.MEDIUM, count=count)


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """The printed line around a name, so that the quote says more than "Lot 1"."""
    stop = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if stop < 0 else stop


def _place(name: str) -> int:
    """The place of a lot in a row of lots: 2 for "2" and for "B"."""
    return int(name) if name.isdigit() else ord(name) - ord("A") + 1
