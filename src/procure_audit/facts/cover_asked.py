"""Whether a kind of insurance that is named is asked for: not denied, not the buyer's own, not just mentioned."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import BlockKind, Role
from ..text.pattern import Pattern
from .covers import Level
from .passages import Passage
from .said import flat
from .wording import conditional as hangs_on_buyer
from .wording import is_definition, negated, sentence_around, softened

SHORT = 160
"""Characters up to which a passage is one statement."""
_ABOUT = Pattern(r"insur|\bcover\b|\bpolic(?:y|ies)\b|indemnity", re.I)
DEMAND = Pattern(
    r"\b(?:must|shall|require[ds]?|requirements?|need(?:s|ed)?|hold|holds|held|maintain|maintains|effect|evidence|"
    r"provide|keep|"
    r"provided|cop(?:y|ies)|certificates?|please|take out|have|has|obtain|ensure|confirm|will be requested)\b|\?|"
    r"_{3,}|:\s*£?\s*$|\b(?:as (?:the )?law|statutory (?:minimum|level)|required by law)\b",
    re.I,
)
OWN = Pattern(
    r"(?:\b(?:authority|council|buyer|customer|client|landlord|employer|trust|board)['’]?s?|\bour) own\b[^.;]{0,40}$|"
    r"\b(?:authority|council|buyer|customer|client|landlord|employer|trust)\b[^.;]{0,160}\bshall (?:also "
    r")?itself (?:maintain|hold|insure|take)\b"
    r"[^.;]{0,80}$|\bnor (?:is|are|was) (?:its|their|the|his|her)\b[^.;]{0,30}$|"
    r"\b(?:authority|council|buyer|customer|client|landlord|employer|we)\s+(?:\w+\s+){0,2}(?:maintains?|holds?|has|"
    r"have|carr(?:y|ies)|"
    r"shall (?:maintain|hold|effect|insure)|will (?:maintain|hold|insure)|insures?|arranges?)\b[^.;]{0,120}$",
    re.I,
)
_CAPPED = Pattern(
    r"(?:\blimits? (?:of|on) (?:\w+ ){0,3}liability\b|(?:['’]s|s['’]|\bits|\btheir|\btotal|\baggregate|\bthe|\bno|"
    r"\bany) "
    r"liability (?:of|under|for)\b)[^.;£]{0,60}$|\blimits? of (?:the |its )?$",
    re.I,
)
_INSIDE = Pattern(
    r"\W*(?:insurances?|polic(?:y|ies)|cover)*\W*(?:polic(?:y|ies)\W+)?(?:shall|must|will|should|"
    r"to)?\W*(?:contains?|includes?|"
    r"be endorsed|notes?|names?)\b",
    re.I,
)
"""What follows a kind of insurance when the sentence speaks of what its policy says."""
_POSSIBLE = Pattern(
    r"\b(?:may|might|could) (?:also )?(?:require|call for|need) (?:\w+ ){0,4}$|"
    r"^\W{0,3}(?:\(?\w{1,4}[).] )?(?:where|if|when|to the extent that|in so far as)\b"
    r"(?:(?!;|\b(?:success\w+|award\w*|appoint\w*|employ\w*|bidders?|tenderers?|not|cover|insur(?!ers?\b)\w+|"
    r"polic\w+)\b).){0,160}$",
    re.I,
)
"""Before a kind: it is asked for only of some work. That a bid succeeds or staff are employed is no such condition."""


@dataclass(frozen=True)
class Found:
    """A level and the kind it is of. *text* is the stretch of the passage, from *base* on, that it stands in."""

    passage: Passage
    kind: str
    level: Level
    text: str
    base: int = 0
    over_blank: bool = False
    held_first: bool | None = None

    @property
    def amount(self) -> float | int | None:
        return self.level.sum.amount if self.level.sum else None


def about(passage: Passage, text: str) -> bool:
    return len(text) < SHORT or bool(_ABOUT.search(text) or _ABOUT.search(passage.context))


def struck(text: str, level: Level, passage: Passage) -> bool:
    """Whether the words deny the cover, speak of the buyer's own, of a cap, or only say what the word means."""
    start, end = level.cover.start, level.cover.end
    begin, stop = sentence_around(text, start, end)
    before = text[begin:start]
    unlevelled = level.sum is None or level.sum.amount is None
    defines = unlevelled and (passage.role is Role.DEFINITIONS or is_definition(text[begin:stop]))
    return bool(defines or OWN.search(before) or _CAPPED.search(before) or negated(text, start, end))


def asks(one: Found) -> bool:
    """Whether a kind without a level is asked for, and not just mentioned."""
    if one.passage.kind is BlockKind.HEADING and not one.over_blank:
        return False
    if one.level.sum is not None or one.over_blank or _under_head(one.passage):
        return True
    if one.kind == "other" and softened(one.text):
        return False
    if tabled(one.passage):
        return True
    if one.passage.kind is BlockKind.LIST_ITEM and in_section(one.passage) and len(one.passage.text) <= SHORT:
        return True
    begin, stop = sentence_around(one.text, one.level.cover.start, one.level.cover.end)
    sentence = one.text[begin:stop]
    if _INSIDE.match(one.text, one.level.cover.end):
        return False
    about = _ABOUT.search(sentence) or _ABOUT.search(flat(one.passage.context))
    return bool(about and (DEMAND.search(sentence) or DEMAND.search(flat(one.passage.lead))))


def conditional(one: Found) -> bool:
    """Whether a kind is asked for only of some work, or if the buyer so decides: "Where the contract relates to design,
    professional …", "if the Order Form says so"."""
    begin, end = sentence_around(one.text, one.level.start, one.level.end)
    return bool(_POSSIBLE.search(one.text[begin : one.level.start])) or hangs_on_buyer(one.text[begin:end])


def tabled(passage: Passage) -> bool:
    """Whether a row says something of a kind: under "Type of cover", or in a section on insurance."""
    return _under_head(passage) or (passage.is_row and len(passage.cells) > 1 and in_section(passage))


def _under_head(passage: Passage) -> bool:
    """Whether a row stands under a heading such as "Type of cover": "Motor | As the law requires"."""
    heads = passage.columns[0] if passage.columns else ""
    return passage.is_row and len(passage.cells) > 1 and bool(_COVER_HEAD.match(heads))


def in_section(passage: Passage) -> bool:
    """Whether a passage stands right under a heading on insurance, short enough to head nothing else."""
    heading = passage.headings[-1] if passage.headings else ""
    return len(heading) <= SHORT // 2 and bool(_COVER_SECTION.search(heading))


_COVER_SECTION = Pattern(
    r"\binsurances?\b(?! (?:claims|compan|sector))|\b(?:what|which) cover\b|\bcover (?:you|needed|required)\b", re.I
)


_COVER_HEAD = Pattern(
    r"\W*(?:(?:types?|kinds?) of )?(?:cover|insurances?|polic(?:y|ies))(?: types?|"
    r" required)?\W*$",
    re.I,
)
