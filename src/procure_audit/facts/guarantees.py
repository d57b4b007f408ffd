"""Security for the supplier's performance: a guarantee from a parent body, or a bond."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Confidence, Fact, fact
from .passages import Passage
from .quantities import money, percents
from .said import Said, demanding, phrase
from .wording import asks_bidder, conditional, is_blank, negated, optional, softened

_BODY = r"(?:(?:ultimate|immediate) )?(?:parent|holding|group)"
_PARENT = phrase(
    rf"\b{_BODY} (?:company|body|undertaking|organi[sz]ation|entity)(?:['’]s)? (?:\w+ )?guarant(?:ee|or|y)s?\b|"
    rf"\bparent guarantees?\b|\bguarantees?\b[^.;]{{0,60}}\b(?:from|by|of) (?:its|the|their|your|an?) "
    rf"(?:\w+ )?{_BODY}\b|"
    rf"\b{_BODY} (?:company|body|undertaking|organi[sz]ation)\b[^.;]{{0,30}}\b(?:must|shall|will|to) (?:guarantee|"
    rf"(?:give|provide|sign|execute|enter into|stand) (?:as )?(?:an? )?(?:\w+ )?guarant(?:ee|or))|"
    rf"\bits parent (?:must|shall|will) (?:guarantee|give|provide|sign)\b[^.;]{{0,20}}|"
    r"\bguarantee by the (?:[\w-]+ ){0,2}guarantor\b|\bPCG\b|"
    r"\b(?:its|the|their|your) parent (?:must|shall|will) (?:guarantee|(?:give|provide|sign|execute|"
    r"enter into) an? (?:\w+ )?"
    r"guarantee)"
)
_BOND = phrase(
    r"\bperformance (?:bond|security|deposit|bank guarantee|guarantee bond)s?\b|\be-?PBG\b|\bbond (?:for|"
    r"in respect of) "
    r"(?:due |the )?performance|\b(?:provide|give|take out|obtain|procure|lodge|furnish|"
    r"enter into) (?:the \w+ with )?an? "
    r"(?!bid |tender |payment |retention |advance )(?:\w+ )?bond\b|\ba (?:guarantee )?bond (?:equal to|for|"
    r"in the sum of|of|to the value of) (?=[£$€\d]|\w+ per ?cent)"
)
_DEMAND = phrase(
    r"\b(?:must|shall|will (?:be|need)|require[ds]?|needed|condition|obtain(?:ing)?|procure|provide[ds]?|furnish|give|"
    r"called for|asked for|submit|supply|deposit|lodged?|execute|enter into|is used|percentage|amount)\b"
)
_QUESTION = phrase(r"\?|\bwilling\b|\bable to\b|yes ?/ ?no")
_SCHEDULE = phrase(r"\b(?:schedule|annex|attachment|clause)s? [\dA-Z.]{1,5}[ .–-]*\(?[^.;]{0,20}$")
_NONE = phrase(r"^\W{0,4}(?:none|n/?a|no|nil|not (?:applicable|required|used|needed))\b")
_COLON = phrase(r"^ ?(?:\([^)]{0,20}\) ?)?[:–-]")
_ASKED_FOR = phrase(r"^ ?(?:\([^)]{0,20}\) ?)?[:–-]? ?(?:yes|required|applies|mandatory)\b")
_REQUESTED = phrase(r"\b(?:up)?on request\b|\bif (?:the )?(?:\w+ )?(?:financial|credit)\b")
"""Asked for later of some, by what the buyer finds."""


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Guarantees and bonds that the supplier must or may have to give.

    Where one sentence lets a bond hang on the buyer's choice, those that tell how it is given hang on it as well.
    """
    for kind, pattern in (("parent_company_guarantee", _PARENT), ("performance_bond", _BOND)):
        found = []
        for one in demanding(passages):
            match = pattern.search(one.text)
            if match and _stands(one, match):
                found.append((_security(kind, one, match), _hangs(one, match)))
        chosen = any(hangs for _, hangs in found)
        yield from (replace(item, confidence=Confidence.LOW) if chosen and _plain(item) else item for item, _ in found)


def _plain(item: Fact) -> bool:
    """Whether a security is asked for without a figure of its own."""
    figures = (value for name, value in item.values if name in ("percent", "amount"))
    return item.get("value") is True and not any(figures)


def _hangs(one: Said, match: re.Match[str]) -> bool:
    """Whether the demand hangs on the buyer's choice; a condition after "and" speaks of what comes with it."""
    end = one.text.find(" and ", match.end())
    return conditional(f"{one.lead} {one.text[: end if end >= 0 else None]}")


def _stands(one: Said, match: re.Match[str]) -> bool:
    rest = f"{one.text[: match.start()]} {one.text[match.end() :]}"
    if one.defines or _SCHEDULE.search(one.text[: match.start()]):
        return False
    if _labelled(one, match):
        return True
    demand = _DEMAND.search(match[0]) or _DEMAND.search(rest)
    return bool(demand and not _QUESTION.search(one.text) and not (asks_bidder(one.text) and one.passage.is_row))


def _labelled(one: Said, match: re.Match[str]) -> bool:
    """Whether a label or the first cell of a row names it and what follows says how much: "Performance bond: 5%"."""
    after = one.text[match.end() :]
    if len(one.text[: match.start()].strip()) > _LABEL or not (one.passage.is_row or _COLON.match(after)):
        return False
    return bool(_NONE.match(after) or _ASKED_FOR.match(after) or percents(after) or re.search(r"\d", after))


_LABEL = 8
"""Characters before a label: its number."""


def _security(kind: str, one: Said, match: re.Match[str]) -> Fact:
    """The fact, false where it is denied; a template's, or one that may never be asked for, is not certain."""
    denied = _labelled(one, match) and _NONE.match(one.text[match.end() :])
    if denied or negated(one.text, *match.span()):
        return fact(kind, one.evidence(), value=False)
    sure = _sure(one, match)
    if kind == "parent_company_guarantee":
        return fact(kind, one.evidence(), confidence=sure, value=True)
    sums = [found for found in money(one.text[match.start() :]) if found.amount is not None]
    return fact(
        kind,
        one.evidence(),
        confidence=sure,
        value=True,
        percent=_percent(one, match),
        amount=sums[0].amount if sums else None,
        currency=sums[0].currency if sums else None,
    )


def _sure(one: Said, match: re.Match[str]) -> Confidence:
    text = one.full
    drafted = is_blank(text) or one.text.lstrip().startswith("[")
    if drafted or _hangs(one, match) or optional(text) or _REQUESTED.search(text):
        return Confidence.LOW
    return Confidence.MEDIUM if softened(text) else Confidence.HIGH


def _percent(one: Said, match: re.Match[str]) -> float | None:
    shares = [found.value for found in percents(one.text[match.start() :]) if found.value is not None]
    if shares:
        return shares[0]
    plain = re.search(r"percentage\D{0,60}(?P<value>\d{1,2}(?:\.\d{1,2})?)\s*$", one.text[match.end() :], re.I)
    return float(plain["value"]) if plain else None
