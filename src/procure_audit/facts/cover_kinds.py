"""The kinds of insurance that a text names, in all the ways that tenders name them. Knows no documents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..text.pattern import Pattern

_HEADS: tuple[tuple[str, str], ...] = (
    ("employers_liability", r"employer"),
    ("public_liability", r"public|third|general|commercial|comprehensive"),
    ("product_liability", r"product"),
    ("professional_indemnity", r"professional"),
)
_HEAD = (
    r"(?:employer(?:['’`´]?s|s['’`´])?|public|products?|professional(?: risks?)?|third[ -]part(?:y|ies)|"
    r"(?:commercial|comprehensive) general)(?: ?\((?:\w+ ?){1,3}\)| compulsory)?"
)
_JOIN = r"(?: ?(?:,|/|&|\+|and/or|and|or) ?)"
_EDGE = r"(?:\b|(?<=\W[tn]))"
"""A word's beginning; a lost tab or line end can leave its letter there ("a)tEmployers")."""
_GROUP = Pattern(rf"{_EDGE}(?P<heads>{_HEAD}(?:{_JOIN}{_HEAD}){{0,3}}) ?(?:risks? )?(?:liability|indemnity)\b", re.I)
_OTHERS: tuple[tuple[str, Pattern], ...] = tuple(
    (kind, Pattern(pattern, re.I))
    for kind, pattern in (
        ("public_liability", r"\bgeneral liability (?:insurance|cover|policy)|\bPLI\b|\bPL (?:insurance|cover)"),
        ("public_liability", r"(?:(?<=against its )|(?<=against their )|(?<=against your ))liability to the public\b"),
        ("public_liability", r"(?-i:\bPL)(?=(?: of| cover| insurance|:| at least| minimum| -| –){0,3}\s{0,3}£)"),
        ("employers_liability", r"(?-i:\bEL)(?=(?: of| cover| insurance|:| at least| minimum| -| –){0,3}\s{0,3}£)"),
        ("professional_indemnity", r"(?-i:\bPI)(?=(?: of| cover| insurance|:| at least| minimum| -| –){0,3}\s{0,3}£)"),
        ("professional_indemnity", r"\bprof\.? (?:indemnity|indem\.?)"),
        (
            "public_liability",
            r"\bthird[ -]part(?:y|ies)['’]? (?:claims|insurance|cover|risks)\b(?! (?:motor|vehicle|property))",
        ),
        (
            "employers_liability",
            r"(?:(?<=against its )|(?<=against their )|(?<=against your ))liability to employees\b|"
            r"(?<=against )(?:(?:its|their|your|any|all|legal) ){0,2}liability (?:for|in respect of) (?:\w+ "
            r"){0,2}?(?:injur\w+|death)"
            r"[^.;£]{0,60}? (?:of|to) (?:its |their |your |any )?(?:employees|staff|workers)\b",
        ),
        (
            "employers_liability",
            r"(?<=in respect of )liability (?:to|towards) (?:persons?|people|those) (?:in (?:its|their|your) "
            r"employ(?:ment)?|employed)\b",
        ),
        ("public_liability", r"(?<=in respect of )liability (?:to|towards) (?:any )?third part(?:y|ies)\b"),
        (
            "public_liability",
            r"(?<=against )(?:(?:its|their|your|any|all|legal) ){0,2}liability (?:to|towards) (?:any )?(?:third "
            r"part(?:y|ies)|members of the public)\b",
        ),
        ("employers_liability", r"\bworkers?['’]?s? compensation insurance|\bELI\b|\bEL (?:insurance|cover)"),
        (
            "professional_indemnity",
            r"\bprofessional negligence (?:insurance|cover)|\berrors (?:and|&) omissions|(?-i:\bPII\b|"
            r"\bPI) (?:insurance|cover)",
        ),
        ("medical_malpractice", r"\b(?:medical|clinical) (?:malpractice|negligence|indemnity)|\bmalpractice insurance"),
        (
            "cyber",
            r"\bcyber(?:[ -]?(?:liability|security|risks?|crime|attack))?(?: (?:and|&|/) (?:\w+ ){1,3}| )"
            r"(?:insurance|cover|liability|polic(?:y|ies))|\bcyber[ -]liability|\bcyber:? (?=£)",
        ),
        (
            "motor",
            r"\bmotor \(third[ -]party\)|"
            r"(?-i:\bMotor)(?: \([^()]{0,30}\))?(?=[\s:–-]{1,4}(?:£|\$|GBP))|\b(?:business|commercial) "
            r"auto(?:mobile)?\b|"
            r"\b(?:motor|vehicles?|automobile|auto|car|fleet|van)(?: vehicles?)?(?: third[ -]party)?(?: liability|"
            r" fleet)?"
            r" (?:insurance|liability|cover|polic(?:y|ies))|\bmotor,? including (?:\w+ ){1,3}liability|"
            r"\bminibus(?:es)? (?:insurance|cover|\(third)|\bpassenger liability|\bstatutory third[ -]party "
            r"liability|"
            r"\bhire (?:&|and) reward insurance",
        ),
        (
            "all_risks",
            r"\b(?:contractors?['’]?s? )?all[ -]risks?\b|\bcontract works insurance|"
            r"(?-i:\bCAR\b)(?=[^.;]{0,40}(?:insurance|reinstatement))",
        ),
        (
            "other",
            r"\babuse (?:or|and|&) molest\w+|\babuse (?:insurance|cover)|\b(?:product recall|environmental|"
            r"pollution|directors['’]? (?:and|"
            r"&) officers['’]?|fidelity|crime|"
            r"buildings?|"
            r"contents|property|marine|business interruption|personal accident|umbrella|aviation|airside|travel|"
            r"stock)"
            r" (?:impairment )?(?:liability|insurance|cover|guarantee)",
        ),
    )
)
_WORD = Pattern(
    r"passenger|minibus|third|liab|indemn|insur|cover|risk|malpractice|negligence|omissions|guarantee|polic|cyber", re.I
)
_INITIALS = re.compile(r"\b(?:PL|EL|PI)\b|(?i:motor \(|\b(?:PII|PLI|ELI|CAR)\b)")
"""A text that has none of these and no `_WORD` names no insurance."""
_ROAD = Pattern(r"road traffic|motor|vehicle", re.I)


@dataclass(frozen=True, slots=True)
class Cover:
    """Characters *start* to *end* name kinds of insurance that share what is said of them."""

    start: int
    end: int
    kinds: tuple[str, ...]


@lru_cache(maxsize=16)
def covers(text: str) -> tuple[Cover, ...]:
    """The kinds of insurance that *text* names, in order; *text* is on one line."""
    if not (_WORD.may_match(text) or _INITIALS.search(text)):
        return ()
    found = [Cover(match.start(), match.end(), _kinds(match, text)) for match in _GROUP.finditer(text)]
    for kind, pattern in _OTHERS:
        found += [Cover(match.start(), match.end(), (kind,)) for match in pattern.finditer(text)]
    found.sort(key=lambda cover: (cover.start, -cover.end))
    kept: list[Cover] = []
    for cover in found:
        if not kept or cover.start >= kept[-1].end:
            kept.append(cover)
    return tuple(kept)


def _kinds(match: re.Match[str], text: str) -> tuple[str, ...]:
    heads = match["heads"].lower()
    kinds = tuple(kind for kind, words in _HEADS if re.search(words, heads))
    if kinds == ("public_liability",) and "third" in heads and _ROAD.search(text, match.end(), match.end() + 80):
        return ("motor",)
    return kinds
