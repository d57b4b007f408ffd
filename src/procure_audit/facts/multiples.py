"""How many times the value of a contract a text asks for: "twice the annual value", "no more than 40% of turnover".

Knows no documents.
"""

from __future__ import annotations

import re

from ..text.pattern import Pattern
from .counts import COUNT, count

_VALUE = (
    r"(?:\w+ ){0,4}?(?:value|price|sum|cost|fee|amount|budget)\b|contract (?:value|price|sum)|"
    r"(?:the )?value of (?:the|this|each|any) "
    r"(?:\w+ )?(?:contract|lot)"
)
_TIMES = Pattern(
    rf"\b(?:(?P<word>half|twice|double|treble|triple)|(?P<half>one and a half|1½) times|(?P<number>{COUNT}|"
    rf"\d{{1,2}}\.\d{{1,2}})"
    rf" ?(?:x\b|times\b|×)|(?P<percent>\d{{2,3}}) ?(?:%|per ?cent) of)(?: the| that of the| of the)* (?:{_VALUE})",
    re.I,
)
_RATIO = Pattern(r"turnover\b.{0,60}\bratio\b.{0,40}?(?P<left>\d{1,2}(?:\.\d)?) ?(?::|to) ?1\b", re.I)
_EQUAL = Pattern(
    r"\b(?:at least|not less than|no less than|greater than|exceeds?|equal to)(?: or (?:greater|more) than|"
    r" equal to| that of)*"
    r"(?: the)? (?:\w+ ){0,2}(?:contract value|value of the contract|contract price|value of "
    r"(?:their|your|its|the) (?:bid|tender|grant|lot)s?\b)",
    re.I,
)
_SHARE = Pattern(
    r"\b(?:contract|value|price|bid|tender)\b[^.;]{0,80}\b(?:not (?:be )?(?:\w+ )?(?:exceed|more than|greater than|"
    r"represent more than|over)"
    r"|no (?:more|greater) than|worth more than|up to|maximum of|less than|exceeds?|"
    r"below)\b[^.;%]{0,30}?(?:(?P<percent>\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent)|(?P<part>half|(?:a|one) (?:third|"
    r"quarter)))"
    r"[^.;]{0,60}\b(?:turnover|income|revenue)",
    re.I,
)
_IF_MORE = Pattern(
    r"^\W{0,3}(?:if|where|when)\b(?!.{0,300}\b(?:exclud|reject|fail|disqualif|not (?:be |pass|award)|will not|"
    r"cannot|shall not))",
    re.I,
)
"""More than a share of the turnover has some other consequence than that the bid is turned away."""
_WORDS = {"half": 0.5, "twice": 2.0, "double": 2.0, "treble": 3.0, "triple": 3.0}
_PARTS = {"half": 2.0, "third": 3.0, "quarter": 4.0}


def multiple(text: str) -> float | None:
    """How many times the contract's value the turnover must be, None if the text doesn't say it so."""
    share = None if _IF_MORE.search(text) else _SHARE.search(text)
    if share and share["part"]:
        return _PARTS[share["part"].split()[-1].lower()]
    if share and float(share["percent"]) > 0:
        return round(100 / float(share["percent"]), 4)
    times = _TIMES.search(text)
    if times:
        return _times(times)
    ratio = _RATIO.search(text)
    if ratio:
        return float(ratio["left"])
    equal = _EQUAL.search(text)
    return 1.0 if equal else None


def _times(match: re.Match[str]) -> float | None:
    if match["word"]:
        return _WORDS[match["word"].lower()]
    if match["half"]:
        return 1.5
    if match["percent"]:
        return float(match["percent"]) / 100
    number = match["number"]
    return float(number) if "." in number else count(number)
