"""Blanks of a template that the buyer left unfilled. Blanks that the bidder is to fill are not counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Block, Document, Evidence, Metric, Role, Span
from .subject import MOST_PLACES, Subject

_BLANK = re.compile(
    r"[£$€] ?\[[^\]\n]{0,40}\]"  # £[ ], £[amount]
    r"|\[ {0,5}\](?= ?(?:days?|weeks?|months?|years?|hours?|%|per cent))"  # [ ] days
    r"|\[ ?(?:[●•]|X{1,6}|x{2,6}|[.…_-]{4,40}|TBC|tbc|TBA|date|DATE|name|NAME|amount|number) ?\]"  # [X], [●], [TBC]
    r"|[\[<{] ?(?P<asked>(?:[Ii]nsert|INSERT|[Ee]nter|[Ss]pecify|[Ss]tate|[Cc]omplete)\b[^\[\]<>{}]{0,160})[\]>}]"
    r"|(?P<either>\b[Dd]elete as (?:appropriate|applicable|necessary)\b)"
    r"|\bInsert (?P<bare>[A-Z]\w{1,30}(?: [A-Z]\w{1,30}){0,3})"  # Insert Event Name
    r"|\[?[Tt]o be inserted\b\]?|DD/MM/YY(?:YY)?"
    r"|[xX](?<![\w.@/-][xX])[xX]{2,11}(?![\w@/]|[.-]\w)"  # xxxx
    r"|(?<![\w.@/-])XX(?![\w@/]|[.-]\w)"
    r"|[£$€][xX]{1,12}\b"  # £x
)
_FOR_BIDDER = re.compile(
    r"\b(?:your|bidder|tenderer|supplier|applicant|contractor|provider|organisation|company|signatory|signature)", re.I
)
_YES_NO = re.compile(r"\byes\b.{0,12}\bno\b", re.I | re.S)
_BIDDERS_OWN = (Role.FORM, Role.SELECTION, Role.PRICING)


def measure(subject: Subject) -> Iterator[Metric]:
    found = [place for document in subject.tender.documents for place in _places(document)]
    yield Metric("placeholders", len(found), tuple(found[:MOST_PLACES]))


def _places(document: Document) -> Iterator[Evidence]:
    for block in document.body():
        for match in _BLANK.finditer(document.text, block.span.start, block.span.end):
            if not block.hidden and not _is_bidders(document, block, match):
                yield document.evidence(Span(match.start(), match.end()))


def _is_bidders(document: Document, block: Block, match: re.Match[str]) -> bool:
    """Whether the bidder is to fill this blank: "[insert name of bidder]", "Yes / No (delete as appropriate)"."""
    if match["either"]:
        before = document.text[max(block.span.start, match.start() - 40) : match.start()]
        return block.role in _BIDDERS_OWN or bool(_YES_NO.search(before))
    if block.role in _BIDDERS_OWN:
        return True
    return bool(_FOR_BIDDER.search(match["asked"] or match["bare"] or ""))
