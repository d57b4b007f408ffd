"""Policies, certificates and accounts that every bidder must send with the bid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Block, Document, Evidence, Metric, Role, Span
from .subject import MOST_PLACES, Subject

_WHERE = (Role.INSTRUCTIONS, Role.SELECTION, Role.FORM, Role.AWARD_CRITERIA)
_DEMAND = re.compile(
    r"\b(?:attach(?:ed)?|enclosed?|submit(?:ted)?|provided?|suppl(?:y|ied)|upload(?:ed)?|includ(?:e|ed)|append(?:ed)?|"
    r"forward(?:ed)?|send)\b(?P<what>[^.;:?]{0,60}?\b(?:cop(?:y|ies)|certificates?|evidence)\b[^.;?]{0,160})",
    re.I,
)
_THING = re.compile(
    r"(?P<name>(?:[a-z][a-z'’&-]{1,20}[ ,/]{1,2}){0,5}[a-z'’&-]{2,20}) "
    r"(?P<sort>polic(?:y|ies)|certificates?|accounts)\b",
    re.I,
)
_LATER = re.compile(
    r"\b(?:successful|winning|preferred|appointed|on request|upon request|if requested|if asked|before (?:the )?"
    r"(?:award|contract)|not (?:be )?required|do not|need not)\b",
    re.I,
)
_SMALL = frozenset(
    "a an the and or of your our its their any all copy copies current valid relevant latest signed dated please "
    "following both each with to for in most recent evidence company "
    "organisation up-to-date organisation's organisation’s company's company’s".split()
)


def measure(subject: Subject) -> Iterator[Metric]:
    found: dict[str, Evidence] = {}
    for document in subject.tender.documents:
        for block in document.body():
            if block.role in _WHERE and not block.hidden:
                for name, place in _demanded(document, block):
                    found.setdefault(name, place)
    shown = list(found.items())[:MOST_PLACES]
    yield Metric("attachments", len(found), tuple(place for _, place in shown), tuple(name for name, _ in shown))


def _demanded(document: Document, block: Block) -> Iterator[tuple[str, Evidence]]:
    """Each thing that *block* tells every bidder to send, by a name that is the same wherever it is asked for."""
    text = document.text[block.span.start : block.span.end].replace("\n", " ")
    for demand in _DEMAND.finditer(text):
        around = text[max(0, demand.start() - 120) : demand.end() + 60]
        if _LATER.search(around):
            continue
        place = document.evidence(Span(block.span.start + demand.start(), block.span.start + demand.end()))
        for thing in _THING.finditer(demand["what"]):
            yield _name(thing), place


def _name(thing: re.Match[str]) -> str:
    """ "copies of your current Health and Safety Policy" and "health & safety policies" are both this one."""
    sort = re.sub(r"ies$", "y", thing["sort"].lower())
    sort = sort if sort == "accounts" else sort.removesuffix("s")
    words = [word for word in re.findall(r"[\w'’-]+", thing["name"].lower()) if word not in _SMALL]
    return " ".join([*words[-3:], sort])
