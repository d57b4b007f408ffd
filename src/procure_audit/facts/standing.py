"""Other proof that the money is safe: what a bidder may show in place of accounts or of a turnover."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import BlockKind, Confidence, Fact, Role, fact
from ..text.pattern import Pattern
from .passages import Passage
from .said import Said, said

_STANDING = Pattern(
    r"turn[ -]?over\b|\bincome\b|\baccounts\b|\bfinancial (?:standing|position|status|capacity|strength|stability|"
    r"information|statements?|health|assessment)|\beconomic and financial\b",
    re.I,
)
_PROOFS: tuple[tuple[str, Pattern], ...] = tuple(
    (name, Pattern(pattern, re.I))
    for name, pattern in (
        (
            "bank letter",
            r"\b(?:bank(?:er)?['’]?s?['’]?|(?:from|by) (?:your|its|their|the|a) bank(?:ers?)?) (?:letter|reference|"
            r"statement)s?|\b(?:letter|statement|reference)s?(?: of \w+)? from (?:your|its|their|the|a) "
            r"(?:bank|(?:main )?funder|accountant)",
        ),
        (
            "cash-flow forecast",
            r"\bcash[ -]?flow (?:forecast|plan|projection|statement)|\bforecasts? of (?:turnover|cash)",
        ),
        ("management accounts", r"\bmanagement accounts\b"),
        ("examined accounts", r"\bindependently examined\b|\breceipts and payments\b|\bun-?audited\b"),
        (
            "other evidence",
            r"\b(?:other|alternative|supporting|further|equivalent) (?:appropriate |suitable |financial |forms? of |"
            r"satisfactory )?(?:evidence|proof|means|documents?|documentation|assurances?)\b|\bdiscretion\b",
        ),
    )
)
_INSTEAD = Pattern(
    r"\bor\b|\binstead\b|\bwithout\b|\balternative|\bin (?:place|lieu) of\b|"
    r"\b(?:if|where|when|should)\b[^.;]{0,80}\b(?:not|cannot|can['’]t|don['’]t|unable|fewer|less|new|newly|start-?ups?|"
    r"unavailable|below)\b|\bnew(?:ly)? (?:established|formed|set up)|\bstart-?ups?\b",
    re.I,
)
_SKIPPED = (Role.GUIDANCE, Role.AWARD_NOTICE, Role.CONTENTS, Role.CONTRACT_TERMS, Role.DEFINITIONS)


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """What is accepted instead, by name; the words around must speak of standing and of a choice."""
    for one in said(passages, *(proof for _, proof in _PROOFS)):
        if one.passage.role in _SKIPPED or one.passage.kind is BlockKind.HEADING:
            continue
        names = tuple(name for name, proof in _PROOFS if proof.search(one.text))
        if names and _STANDING.search(one.full) and _INSTEAD.search(one.text) and not _demanded(one):
            yield fact("financial_alternatives", one.evidence(), confidence=Confidence.MEDIUM, value=names)


_ALSO = Pattern(r"\b(?:as well as|in addition to|and also|together with)\b", re.I)


def _demanded(one: Said) -> bool:
    """Whether the proof is asked for beside the other, and not in its place."""
    return bool(_ALSO.search(one.text))
