"""Places: stretches of a document's text, boxes on its pages, and evidence, which says every way to find a quote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .identity import Passage

MOST_PLACES = 200
"""Places of one finding or metric that a report holds: enough for every question of a long form."""

MOST_AROUND = 160
"""Characters of the words before a quote, and of those after it, that its evidence carries."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (half open) of `Document.text`."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points, origin at the page's top left."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Role(StrEnum):
    """What a passage is for: the same words mean different things in different roles."""

    INSTRUCTIONS = "instructions"
    SELECTION = "selection"
    SPECIFICATION = "specification"
    AWARD_CRITERIA = "award_criteria"
    PRICING = "pricing"
    CONTRACT_TERMS = "contract_terms"
    DEFINITIONS = "definitions"
    FORM = "form"
    CONTENTS = "contents"
    AWARD_NOTICE = "award_notice"
    NOTICE = "notice"
    GUIDANCE = "guidance"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where to put a finger: the words, and every way to find them.

    `before` and `after` are the words around the quote, for people to read it in its place: each at most
    `MOST_AROUND` characters, a line for each paragraph. `digest` stands for all the words of a passage that is longer
    than a quote may be.
    """

    document: str
    quote: str
    span: Span
    page: int | None = None
    clause: str | None = None
    paragraph: int | None = None
    boxes: tuple[Box, ...] = ()
    path: str | None = None
    role: Role = Role.UNKNOWN
    before: str = ""
    after: str = ""
    digest: str = ""

    @property
    def passage(self) -> Passage:
        """What is the same of it in the next draft."""
        return Passage(self.document, self.clause or "", self.quote.encode("utf-8", "replace").decode(), self.digest)
