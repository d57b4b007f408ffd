"""Policies, certificates and accounts that every bidder must send with the bid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import MOST_PLACES, BlockKind, Document, Evidence, Metric, Role, Span
from .subject import Subject

_WHERE = (Role.INSTRUCTIONS, Role.SELECTION, Role.FORM, Role.AWARD_CRITERIA)
_DEMAND = re.compile(
    r"\b(?:attach(?:ed)?|enclosed?|submit(?:ted)?|provided?|suppl(?:y|ied)|upload(?:ed)?|includ(?:e|ed)|append(?:ed)?|"
    r"forward(?:ed)?|send)\b(?P<what>[^.:?]{0,60}?\b(?:cop(?:y|ies)|certificates?|evidence)\b[^.?]{0,240})",
    re.I,
)
_SIGNS = ("copy", "copies", "certificate", "evidence")
"""One of them stands in every demand; looked for first, because that is quick."""

_THING = re.compile(
    r"(?P<name>(?:[a-z][a-z'’&-]{1,20}[ ,/]{1,2}){0,5}[a-z'’&-]{2,20}) "
    r"(?P<sort>polic(?:y|ies)|certificates?|accounts)\b",
    re.I,
)
_LATER = re.compile(
    r"\b(?:successful|winning|preferred|appointed|on request|upon request|prior to|if requested|if asked|"
    r"before (?:the )?(?:award|contract)|not (?:be )?required|do not|need not)\b",
    re.I,
)
_SMALL = frozenset(
    "a an attach enclose submit provide supply upload include append forward send "
    "the and or of your our its their any all copy copies current valid relevant latest signed dated please "
    "following both each with to for in most recent evidence company "
    "organisation up-to-date organisation's organisation’s company's company’s".split()
)


def measure(subject: Subject) -> Iterator[Metric]:
    found: dict[str, Evidence] = {}
    for document in subject.tender.documents:
        for name, place in _demanded(document):
            found.setdefault(name, place)
    shown = list(found.items())[:MOST_PLACES]
    yield Metric("attachments", len(found), tuple(place for _, place in shown), tuple(name for name, _ in shown))


def _demanded(document: Document) -> Iterator[tuple[str, Evidence]]:
    """Each thing that *document* tells every bidder to send, in a sentence or in a list that a sentence leads into."""
    in_list = False
    for block in document.body():
        if block.role not in _WHERE or block.hidden:
            in_list = False
            continue
        text = document.text[block.span.start : block.span.end].replace("\n", " ")
        is_item = block.kind is BlockKind.LIST_ITEM or block.label.startswith("(")
        demands = [(0, text)] if in_list and is_item else list(_demands(text))
        for start, words in demands:
            place = document.evidence(Span(block.span.start + start, block.span.start + start + len(words)))
            yield from ((name, place) for name in _names(words))
        in_list = bool(in_list and is_item) or (bool(demands) and text.rstrip().endswith(":"))


def _demands(text: str) -> Iterator[tuple[int, str]]:
    """Where *text* tells every bidder to send something, and the words of it."""
    low = text.lower()
    if not any(sign in low for sign in _SIGNS):
        return
    for demand in _DEMAND.finditer(text):
        if not _LATER.search(text, max(0, demand.start() - 120), demand.end() + 60):
            yield demand.start(), demand[0]


def _names(words: str) -> Iterator[str]:
    """The things named in *words*: "your current Health and Safety Policies" and "health & safety policy" are one."""
    for thing in _THING.finditer(words):
        sort = re.sub(r"ies$", "y", thing["sort"].lower())
        sort = sort if sort == "accounts" else sort.removesuffix("s")
        before = re.findall(r"[\w'’-]+", thing["name"].lower())
        if before[-1] not in ("this", "that", "such"):
            yield " ".join([*[word for word in before if word not in _SMALL][-3:], sort])
