"""Blanks of a template that the buyer left unfilled. Blanks that the bidder is to fill are not counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import MOST_PLACES, Block, BlockKind, Document, Evidence, Metric, Role, Span
from .subject import Subject

_BLANKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[£$€](?: ?\[[^\]\n]{0,40}\]|[xX]{1,12}\b)",  # £[ ], £[amount], £x
        r"\[ {0,5}\](?= ?(?:days?|weeks?|months?|years?|hours?|%|per cent))",  # [ ] days
        r"\[ ?(?:[●•]|X{1,6}|x{2,6}|[.…_-]{4,40}|TBC|tbc|TBA|date|DATE|name|NAME|amount|number) ?\]",  # [X], [●], [TBC]
        r"[\[<{] ?(?:[Ii]nsert|INSERT|[Ee]nter|[Ss]pecify|[Ss]tate|[Cc]omplete)\b[^\[\]<>{}]{0,160}[\]>}]",
        r"Insert [A-Z]\w{1,30}(?: [A-Z]\w{1,30}){0,3}",  # Insert Event Name
        r"[Dd]elete as (?:appropriate|applicable|necessary)\b",
        r"[Tt]o be inserted\b|DD/MM/YY(?:YY)?",
        r"[xX](?<![\w.@/-][xX])[xX]{2,11}(?![\w@/]|[.-]\w)",  # xxxx
        r"XX(?<![\w.@/£$€-]XX)(?![\w@/]|[.-]\w)",
    )
)
"""Each begins with characters that are quickly looked for."""

_FOR_BIDDER = re.compile(
    r"\b(?:your|bidder|tenderer|supplier|applicant|contractor|provider|organisation|company|signatory|signature)", re.I
)
_YES_NO = re.compile(r"\byes\b.{0,12}\bno\b", re.I | re.S)
_BIDDERS_OWN = (Role.FORM, Role.SELECTION, Role.PRICING)


def measure(subject: Subject) -> Iterator[Metric]:
    found = [place for document in subject.tender.documents for place in _places(document)]
    yield Metric("placeholders", len(found), tuple(found[:MOST_PLACES]))


def _places(document: Document) -> Iterator[Evidence]:
    matches = [match for blank in _BLANKS for match in blank.finditer(document.text)]
    done = 0
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        block = document.block_at(match.start())
        if match.start() < done or block is None or not _is_shown(block) or _is_bidders(document, block, match):
            continue
        done = match.end()
        yield document.evidence(Span(match.start(), match.end()))


def _is_shown(block: Block) -> bool:
    return not block.hidden and block.kind not in (BlockKind.FURNITURE, BlockKind.CONTENTS)


def _is_bidders(document: Document, block: Block, match: re.Match[str]) -> bool:
    """Whether the bidder is to fill this blank: "[insert name of bidder]", "Yes / No (delete as appropriate)"."""
    if block.role in _BIDDERS_OWN:
        return True
    before = document.text[max(block.span.start, match.start() - 40) : match.start()]
    if match[0].lower().startswith("delete"):
        return bool(_YES_NO.search(before))
    return bool(_FOR_BIDDER.search(match[0]))
