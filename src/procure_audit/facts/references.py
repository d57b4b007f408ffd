"""References and examples of earlier work that a bidder must give: how many, and from how far back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, fact
from ..text.pattern import Pattern
from .counts import COUNT, count, years_back
from .passages import Passage
from .said import Said, demanding, phrase
from .wording import negated

_KIND = (
    r"(?:references?|referees?|clients?|customers?|contracts?|examples?|projects?|case studies|schemes|services|"
    r"works|assignments|architects|schools|organisations|employers|bodies|people|grants)"
)
_COUNTED = Pattern(
    rf"\b(?P<count>{COUNT})(?: ?\([^)]{{0,30}}\))?(?: (?:of (?:your|their)|relevant|recent|similar|previous|current|"
    r"trade|client|customer|other|"
    r"written|satisfactory|different|separate|past|comparable|completed|independent|suitable|professional|named|live|"
    r"most|major|"
    rf"or|and|larger?|largest|existing|business|verifiable)){{0,4}} ?(?P<kind>{_KIND})(?:\(s\))?\b(?! of (?:staff|"
    rf"age))",
    re.I,
)
_EARLIER = Pattern(
    r"\bvouch\b|\b(?:for|with) (?:whom|which) you (?:have|did)\b|(?:have|has|had) (?:worked|provided|delivered|"
    r"carried out|supplied|supported|done)\b|"
    r"\breferences?\b(?! (?:number|no\b|code|to (?:the|this|any|an?|clause|section|schedule)\b))|referee|previous|"
    r"past (?:\w+ )?(?:experience|"
    r"contracts?|performance)|similar|"
    r"can be contacted|we can (?:ring|contact|phone|call|speak|ask)|experience|relevant (?:to our|contracts?|"
    r"work)|track record|"
    r"carried out|completed|case stud|\b(?:last|past|previous|preceding) (?:\w+ )?years\b|"
    r"\bexamples?,? (?:each|from|of|within|in)\b[^.;]{0,120}\b(?:years|months)\b",
    re.I,
)
_WANTED = Pattern(
    r"\b(?:ask (?:you )?for|contact details|take up|taken up|approach|vouch|expect|need|(?:names? and)|provide|"
    r"submit|supply|give|name|include|details? of|minimum of|at least|must|shall|required|list|"
    r"nominate|describe|tell us about|contacted|willing to|"
    r"demonstrate|furnish|costing not less than)\b",
    re.I,
)
_LABELLED = phrase(
    r"^\W*(?:[\d.]{1,6} )?(?:number of )?(?:(?:client|trade|customer|written) )?(?:references|referees|case studies|"
    r"track record|experience)"
    r"(?: (?:required|needed|wanted|sought))?(?: ?[:–-] ?| )(?:(?:a )?(?:minimum(?: of)?|at least|please (?:give|"
    r"provide|"
    rf"supply)|we (?:ask for|need|want)) )?(?P<count>{COUNT})\b(?! ?(?:[.:)]|years?|days|pages?|words?|%|marks|points|"
    r"months|weeks|weeks'|C\.? ?F\.? ?R|U\.? ?S\.? ?C))"
)
"""A label or first cell that says by itself that references are wanted: "References: three, from like contracts"."""
_BARE = Pattern(
    r"\b(?:provide|submit|supply|give|list|include|nominate|ask for|"
    r"require)\b[^.;]{0,60}\b(?:examples of (?:\w+ ){0,3}(?:services|contracts|work|"
    r"works|projects)|"
    r"references from|client references|trade references|written references|referees)\b",
    re.I,
)
_NOT_THIS = Pattern(
    r"lots?\b[^.;]{0,30}$|(?:successful|winning|award(?:ed)?|framework|terminat|breach|"
    r"key performance)[^.;]{0,40}$|"
    r"\b(?:section|clause|question|schedule|paragraph|annex|appendix|lot|stage|part|document|attachment)s? $",
    re.I,
)
_AT_MOST = Pattern(r"\b(?:up to|no more than|not more than|(?:a )?maximum(?: of)?|at most)\W+(?:\w+\W+)?$", re.I)
_OR = Pattern(r"[;,] or\W*$", re.I)
"""The end of a list item that the next one may replace."""
_MOST = 12
"""More references than anybody asks for: the number counts something else."""
_PERSON = Pattern(
    r"\bcharacter|personal references|employment references|\bstaff\b|employees?['’]? ref|\bDBS\b|"
    r"recruit",
    re.I,
)
_SINGLE = (
    "service",
    "services",
    "works",
    "schemes",
    "client",
    "clients",
    "customer",
    "customers",
    "contract",
    "contracts",
    "projects",
    "architects",
    "schools",
    "organisations",
    "employers",
    "bodies",
    "people",
    "grants",
)


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """How many references or examples must be given; None where they are asked for without a number."""
    before = ""
    for one in demanding(passages):
        other_way, before = _OR.search(before), one.text
        if other_way:
            continue
        if one.passage.role in _NOT_OF_BIDS or one.defines or _PERSON.search(one.text):
            continue
        match = _LABELLED.match(one.text) or next((m for m in _COUNTED.finditer(one.text) if _counts(one, m)), None)
        bare = None if match else _BARE.search(one.text)
        if match:
            fewer = _FEWER.search(one.text[: match.start()])
            least = count((fewer or match)["count"])
            yield _fact(one, least, bool(_AT_MOST.search(one.text[: match.start()])))
        elif bare and not negated(one.text, *bare.span()):
            yield _fact(one, None)


_NOT_OF_BIDS = (Role.CONTRACT_TERMS, Role.DEFINITIONS, Role.PRICING)
_FEWER = Pattern(rf"\b(?P<count>{COUNT}) (?:or|to) $", re.I)
"""The lower number of "one or two examples": that many are enough."""


def _counts(one: Said, match: re.Match[str]) -> bool:
    """Whether the number counts references or earlier work that is asked for."""
    around = f"{one.passage.headings[-1] if one.passage.headings else ''} {one.lead} {one.text}"
    before = one.text[: match.start()]
    few = count(match["count"]) <= _MOST
    wanted = _WANTED.search(f"{one.lead} {one.text}") or one.asks
    earlier = _EARLIER.search(one.text if match["kind"].lower() in _SINGLE else around)
    return bool(few and wanted and earlier and not _NOT_THIS.search(before) and not negated(one.text, *match.span()))


def _fact(one: Said, number: int | None, at_most: bool = False) -> Fact:
    sure = Confidence.HIGH if number is not None else Confidence.MEDIUM
    return fact(
        "references_required",
        one.evidence(),
        confidence=sure,
        count=number,
        years=years_back(one.text),
        at_most=at_most or None,
    )
