"""Security for the supplier's performance: a guarantee from a parent body, or a bond."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Confidence, Fact, fact
from .labels import affirms, denies
from .passages import Passage
from .quantities import money, percents
from .said import Said, demanding, phrase
from .wording import asks_bidder, conditional, is_blank, negated, optional, softened

_PARENT_BODY = (
    r"(?:(?:ultimate |immediate |group )?(?:parent|holding)(?:(?: or |/| and )\w+)? (?:company|companies|body|bodies|"
    r"undertaking|organi[sz]ation|entity|corporation)|(?:ultimate|immediate) (?:parent|owner)|"
    r"(?:its|their|your|the|['’]s|an?|that|this|any) (?:\w+ )?parent\b(?!['’]s? (?:and|or))|ultimate company)"
)
_PARENT = phrase(
    rf"\b{_PARENT_BODY}['’]?s?['’]?[^.;?]{{0,60}}?\b(?:guarantees?|guaranty|guarantors?|guaranteed)\b|"
    rf"\b(?:guarantees?|guaranty|guaranteed|guarantors?)\b[^.;?]{{0,80}}?\b(?:from|by|of|being|with|on) "
    rf"(?:[^.;?]{{0,30}} )?{_PARENT_BODY}|"
    r"\bparent(?: company)? guarant(?:ee|or|y)s?\b|\bguarantee by the (?:[\w-]+ ){0,2}guarantor\b|\bPCGs?\b|"
    r"\b(?:parent|holding|group) companies(?: to)? guarantee\b"
)
_OTHER_BOND = (
    r"(?:bid|tender|proposal|payment|retention|advance|deposit|tenancy|rent|fidelity|maintenance|defects?|"
    r"off-?site|customs|social|impact|government|premium|savings|close|strong|emotional|local|pension)"
)
_SECURITY = (
    r"(?:performance[- ](?:bond|security|deposit|guarantee|bank guarantee|guarantee bond|and payment bond)s?|"
    r"(?:surety|guarantee|faithful performance|performance guarantee|contract) bonds?|e-?PBG|"
    r"payment and performance bonds?|security (?:deposit|bond)|security for (?:the |its |due |proper )*performance)"
)
_BOND = phrase(
    rf"\b{_SECURITY}\b|\bbonds? (?:for|in respect of|securing|covering|to secure|guaranteeing) (?:the )?"
    rf"(?:due |proper |full |faithful )*performance\b|"
    rf"\b(?:an?|any|the|no|such|following) (?!{_OTHER_BOND}[- ])(?:[a-z-]+ )?bonds?\b"
    r"(?! (?:with(?! an? (?:\w+ )?(?:surety|bank|insur))|between|holder|scheme))|"
    r"^\W*(?:[\d.]{1,6} )?bonds?\b(?= ?[:–-])"
)
_NAMED_BOND = phrase(rf"\b{_SECURITY}\b|\bperformance\b")
_SECURES = phrase(
    r"\b(?:surety|sureties|bondsman|due performance|per ?cent|contract (?:price|sum|value|amount)|insurance company|"
    r"bank|required?|need(?:ed)?|ask(?:ed)? for|guarantor|in the (?:sum|amount)|executed?)\b|[£$€%]"
)
"""What a plain "bond" is spoken of with where it secures a contract."""
_DEMAND = phrase(
    r"\b(?:must|shall|(?:have|has) to|will (?:be|need|also be)|require[ds]?|requirements?|needed|necessary|condition|"
    r"obtain(?:ing)?|"
    r"procure|provide[ds]?|furnish(?:ed)?|give[ns]?|called for|asks? for|asked for|seek(?:s|ing)?|sought|"
    r"submit(?:ted)?|supply|"
    r"suppl(?:y|ied)|deposit|lodged?|post|execute[ds]?|signed?|deliver(?:ed)?|enter(?:s|ed)? into|is used|percentage|"
    r"amount|applicable|appl(?:y|ies)|expects?|may)\b"
)
_OTHER = phrase(
    r"\b(?:admission (?:agreement|body)|LGPS|pension|under this (?:guarantee )?bond|this (?:guarantee )?bond|this "
    r"guarantee|(?:has|have|with|is) no (?:\w+ )?parent|without an? (?:\w+ )?parent)\b"
)
"""Bonds of another kind, and a bond's own words."""
_QUESTION = phrase(r"\?|\bwilling\b|\bable to\b|yes ?/ ?no")
_SCHEDULE = phrase(r"\b(?:schedule|annex|attachment|clause)s? [\dA-Z.]{1,5}[ .–-]*\(?[^.;]{0,20}$")
_REQUESTED = phrase(r"\b(?:up)?on request\b|\bif (?:the )?(?:\w+ )?(?:financial|credit)\b")
"""Asked for later of some, by what the buyer finds."""


_KINDS = (
    ("parent_company_guarantee", _PARENT, phrase(r"\bguarantees?\b")),
    ("performance_bond", _BOND, phrase(r"\bbonds?\b|\bsecurity\b")),
)
"""Each kind with its words, and with those that will do under a title that has the others."""


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Guarantees and bonds that the supplier must or may have to give.

    Where one sentence lets a bond hang on the buyer's choice, those that tell how it is given hang on it as well.
    """
    for kind, pattern, short in _KINDS:
        found = []
        for one in demanding(passages):
            match = pattern.search(one.text) or (one.label and pattern.search(one.label[0]))
            match = match or (short.search(one.text) if pattern.search(one.topic) else None)
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
    if one.defines or _OTHER.search(one.text) or _SCHEDULE.search(one.text[: match.start()]):
        return False
    if _verdict(one, match) is not None:
        return True
    if not _NAMED_BOND.search(match[0]) and "bond" in match[0].lower() and not _SECURES.search(rest):
        return False
    if _NOR.match(one.text):
        return True
    demand = _DEMAND.search(match[0]) or _DEMAND.search(rest)
    return bool(demand and not _QUESTION.search(one.text) and not (asks_bidder(one.text) and one.passage.is_row))


_NOR = phrase(r"\W*(?:[\d.]{1,6} )?nor (?:is|are|will|do|does)\b")


def _verdict(one: Said, match: re.Match[str]) -> bool | None:
    """What stands beside a label that names it, "Performance bond: 5%", says of it; None where there is no label."""
    if one.label is None or not _names(one, match):
        return None
    value = one.label[1]
    if denies(value):
        return False
    stated = affirms(value) or percents(value)[:1] or _FIGURE.match(value)
    return True if stated and not _QUESTION.search(value) else None


_FIGURE = phrase(r"\W*\d")


def _names(one: Said, match: re.Match[str]) -> bool:
    """Whether *match* is in the label itself, or the question that is answered is about it."""
    name = one.label[0] if one.label else ""
    return match[0].lower() in name.lower()


def _security(kind: str, one: Said, match: re.Match[str]) -> Fact:
    """The fact, false where it is denied; a template's, or one that may never be asked for, is not certain."""
    if _verdict(one, match) is False or _denied(one.text, match):
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


_DENIED = phrase(r"\b(?:no|not|neither|never|without|nor)\b[^.;:]{0,60}$|n['’]t\b[^.;:]{0,60}$")
_UNLESS = phrase(
    r"\b(?:no later|not later|no less|not less|no more|not more|no fewer|not only|not exceed\w*|whether or not|unable|"
    r"do not have)\b"
)


def _denied(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence says that it isn't asked for: before it, near, or after it."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    own = match[0].lower().startswith("no ")
    return own or negated(text, *match.span()) or bool(_DENIED.search(before) and not _UNLESS.search(before))


_REACH = 70


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
