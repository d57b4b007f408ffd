"""Security for the supplier's performance: a guarantee from a parent body, or a bond."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import BlockKind, Confidence, Fact, Role, fact
from ..text.pattern import Pattern
from .passages import Passage
from .quantities import money, percents
from .said import Said, said
from .wording import is_blank, negated, softened

_PARENT = Pattern(
    r"\b(?:parent|holding|group) (?:company|body|undertaking|"
    r"organisation)(?:['’]s)? (?:performance )?(?:guarant(?:ee|or)s?)\b|"
    r"\bguarantee\b[^.;]{0,40}\bfrom (?:its|the|their|your|an?) (?:ultimate )?(?:parent|holding|group)\b|"
    r"\b(?:parent|holding|group) company\b[^.;]{0,30}\b(?:must|shall|will|to) (?:guarantee|provide a guarantee)|"
    r"\bguarantee by the (?:[\w-]+ ){0,2}guarantor\b|\bPCG\b",
    re.I,
)
_BOND = Pattern(
    r"\bprovide a bond\b|\bperformance (?:bond|security|deposit|bank guarantee|guarantee bond)s?\b|\be-?PBG\b|"
    r"\bbond (?:for|"
    r"in respect of) (?:due )?performance",
    re.I,
)
_DEMAND = Pattern(
    r"\b(?:must|shall|require[ds]?|needed|condition|obtain(?:ing)?|procure|provide[ds]?|furnish|give|submit|deposit|"
    r"is used|percentage|amount)\b",
    re.I,
)
_QUESTION = Pattern(r"\?|\bwilling\b|\bable to\b|yes ?/ ?no", re.I)
_SKIPPED = (Role.GUIDANCE, Role.AWARD_NOTICE, Role.CONTENTS, Role.DEFINITIONS)
_SCHEDULE = Pattern(r"\b(?:schedule|annex|attachment|clause)s? [\dA-Z.]{1,5}[ .–-]*\(?[^.;]{0,20}$", re.I)


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Guarantees and bonds that the supplier must or may have to give."""
    for one in said(passages):
        if one.passage.kind is BlockKind.HEADING or one.passage.role in (
            Role.GUIDANCE,
            Role.AWARD_NOTICE,
            Role.CONTENTS,
        ):
            continue
        for kind, pattern in (("parent_company_guarantee", _PARENT), ("performance_bond", _BOND)):
            match = pattern.search(one.text)
            if match and _stands(one, match):
                yield _security(kind, one, match)


def _stands(one: Said, match: re.Match[str]) -> bool:
    rest = f"{one.text[: match.start()]} {one.text[match.end() :]}"
    numbered = one.passage.is_row and bool(percents(one.text) or re.search(r"\d", one.text[match.end() :]))
    demand = _DEMAND.search(match[0]) or _DEMAND.search(rest) or numbered
    if not demand or one.defines or _SCHEDULE.search(one.text[: match.start()]):
        return False
    return not _QUESTION.search(one.text)


def _security(kind: str, one: Said, match: re.Match[str]) -> Fact:
    """The fact, false where it is denied; a template's or a perhaps is not certain."""
    if negated(one.text, *match.span()):
        return fact(kind, one.evidence(), value=False)
    template = is_blank(one.text) or one.text.startswith("[")
    sure = Confidence.LOW if template else Confidence.MEDIUM if softened(one.text) else Confidence.HIGH
    if kind == "parent_company_guarantee":
        return fact(kind, one.evidence(), confidence=sure, value=True)
    sums = [found for found in money(one.text[match.end() :]) if found.amount is not None]
    return fact(
        kind,
        one.evidence(),
        confidence=sure,
        value=True,
        percent=_percent(one, match),
        amount=sums[0].amount if sums else None,
        currency=sums[0].currency if sums else None,
    )


def _percent(one: Said, match: re.Match[str]) -> float | None:
    shares = [found.value for found in percents(one.text) if found.value is not None]
    if shares:
        return shares[0]
    plain = re.search(r"percentage\D{0,60}(?P<value>\d{1,2}(?:\.\d{1,2})?)\s*$", one.text[match.end() :], re.I)
    return float(plain["value"]) if plain else None
