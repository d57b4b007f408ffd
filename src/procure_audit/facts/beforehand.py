"""Whether something must be held when bids are made, or only when the contract begins, from the words around it.

Rows of a table and items of a list inherit what the words before and after them say of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import BlockKind, Role
from ..text.pattern import Pattern
from .passages import Passage
from .said import flat

_START = r"(?:contract|service|agreement|call-?off)?(?:['’]s)? ?(?:commenc\w+|start\w*|beginn?\w*)"
_LATER = Pattern(
    r"\b(?:or|and/or)\b[^.;:]{0,40}\b(?:commit\w*|will|agree|undertake|willing|able)\b[^.;:]{0,50}\b(?:obtain\w*|"
    r"hold|arrange|take|have|put)|"
    r"\b(?:if|should) (?:they|you|it|the \w+)? ?(?:are|be|is)? ?(?:successful|awarded|appointed)|"
    r"\bbefore (?:we sign|you sign|signing|signature|the contract is signed)|"
    r"\bcommit(?:ting|ment)? to (?:obtain|hold|arrang|tak)|"
    rf"\b(?:prior to|before|by|in place (?:on|at|from)|at|from) (?:the )?(?:date of )?{_START}|"
    r"\b(?:before|by the time|when) the (?:contract|service|agreement|work)s? (?:starts?|begins?|commences?)|"
    r"\b(?:not|n['’]t) (?:need|have|required?)(?: to)? (?:[\w']+ ){1,5}(?:now|yet|until|at the time of "
    r"(?:bid|tender)\w*|"
    r"when you (?:bid|tender|quote))\b|\bneed not have (?:it|them|this|these)\b",
    re.I,
)
_EARLY = Pattern(
    r"\b(?:prior to|before|at|at the (?:point|time|date) of|at point of|on)(?: the| contract| your| its){0,2} (?:award|"
    r"tender|submission)|"
    r"(?<!not )\bwith (?:your|the|their|its) (?:tender|bid|quotation|quote|submission|response)|"
    r"\bconfirm (?:that )?they (?:currently )?"
    r"(?:posses{1,2}|hold|have)\b|\b(?:currently|already) (?:hold|have)\b",
    re.I,
)
_ABOUT = Pattern(r"insur|\bcover\b|\bpolic(?:y|ies)\b|certificates|\b(?:this|these|them|it|the following)\b", re.I)
_FURTHEST = 30
"""Rows or items of the table or list that a passage is part of."""
_INTRODUCES = 2
_LONGEST = 1_500


def before_award(passages: Sequence[Passage], index: int, text: str) -> bool | None:
    """True: when bids are made or before the award; False: by the start of the contract; None: the words don't say.

    *text* is what is said of the thing itself, in passage *index*. A contract binds from its start.
    """
    own = _read(f"{flat(passages[index].lead)} {text}")
    if own is not None:
        return own
    around = (_read(flat(other.text)) for other in _around(passages, index) if _speaks(other))
    said = next((answer for answer in around if answer is not None), None)
    return False if said is None and passages[index].role is Role.CONTRACT_TERMS else said


def _read(text: str) -> bool | None:
    if _LATER.search(text):
        return False
    return True if _EARLY.search(text) else None


def _speaks(passage: Passage) -> bool:
    return len(passage.text) <= _LONGEST and passage.kind is not BlockKind.HEADING and bool(_ABOUT.search(passage.text))


def _around(passages: Sequence[Passage], index: int) -> Iterator[Passage]:
    """What introduces the table or list that passage *index* is part of, nearest first, and what follows it."""
    if not _listed(passages[index]):
        return
    headings = passages[index].headings
    first, last = index, index
    while first > max(0, index - _FURTHEST) and _listed(passages[first - 1]):
        first -= 1
    while last + 1 < min(len(passages), index + _FURTHEST) and _listed(passages[last + 1]):
        last += 1
    before = reversed(passages[max(0, first - _INTRODUCES) : first])
    yield from (one for one in before if one.headings == headings)
    yield from (one for one in passages[last + 1 : last + 2] if one.headings == headings)


def _listed(passage: Passage) -> bool:
    return passage.is_row or passage.kind is BlockKind.LIST_ITEM
