"""The most that a bidder may charge for overheads; 0 where they may not be charged at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Fact, Role, fact
from .passages import Passage
from .quantities import percents
from .said import Said, phrase, said
from .wording import asks_bidder

_COSTS = (
    r"(?:overheads?|(?:management|central|core|indirect|administrati(?:on|ve)|back[- ]office|head office|support) "
    r"(?:costs?|charges?|overheads?)|on-?costs)"
)
_CAPPED = phrase(
    rf"\b{_COSTS}\b[^.;%]{{0,60}}?\b(?:must|shall|should|may|can|will|cannot|to|are|is|be)?\b"
    rf"[^.;%]{{0,30}}?\b(?:not (?:be "
    r"(?:more|greater) than|exceed)|no (?:more|greater|higher) than|capped at|limited to|maximum of|up to (?:a maximum "
    rf"of )?|cap of)\b[^.;%]{{0,30}}$|\b(?:maximum|cap|limit|no more than|up to)\b[^.;%]{{0,30}}$"
)
_BARRED = phrase(
    rf"\b(?:only (?:pay|fund|cover|meet)s? (?:for )?direct costs|direct costs only|"
    rf"only direct costs (?:are|will be|may be)|"
    rf"no (?:core|overhead|management|central|indirect|administration) (?:costs?|charges?)"
    rf"(?: (?:may|will|can|are|is|shall))?|"
    rf"{_COSTS} (?:are|is|will|may|can|cannot|shall|must)(?: be)? ?(?:not|n['’]t)? ?(?:be )?(?:ineligible|excluded|"
    rf"not eligible|not (?:be )?(?:funded|paid|allowed|charged|recoverable|claimed)|be (?:not )?claimed))\b"
)
_NAMED = phrase(rf"\b{_COSTS}\b")
_LEAD_FEE = phrase(
    r"\b(?:lead|prime|managing agent|sub-?contract\w*|framework (?:management )?(?:charge|fee)|levy|supply chain|"
    r"works|repairs?|materials|day ?work|dayworks?|variations?|staff on-?costs|buyer|authority['’]s|council['’]s "
    r"(?:own )?|mark-?up|additional works|billable|rose|risen|fell|grew|increased|was|were)\b"
)
_SKIPPED = frozenset((Role.DEFINITIONS, Role.GUIDANCE, Role.AWARD_NOTICE, Role.CONTENTS))
_MOST = 50


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Each limit on what may be charged for overheads; a limit on a lead provider's fee is something else."""
    for one in said(passages, _NAMED, _BARRED):
        if one.passage.role in _SKIPPED or one.defines or not (_NAMED.search(one.text) or _BARRED.search(one.text)):
            continue
        if _LEAD_FEE.search(one.text) or asks_bidder(one.text):
            continue
        share = _share(one)
        if share is not None:
            yield fact("overhead_cap", one.evidence(), confidence=one.sureness, percent=share)


def _share(one: Said) -> float | int | None:
    for found in percents(one.text):
        if found.value is not None and 0 < found.value <= _MOST and _CAPPED.search(one.text[: found.start]):
            return found.value
    return 0 if _BARRED.search(one.text) else None
