"""Passages as sentences: what the extractors of terms read.

A contract says who must do what in one sentence, so a sentence (or a short table row) is what is judged and what is
quoted. A list item is read together with the words that lead into it ("The Supplier must not:").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..model import BlockKind, Confidence, Evidence, Role
from ..text.pattern import Pattern
from ..text.sentences import sentences
from .printed import announces, printed_lines
from .wording import Party, asks_bidder, is_blank, is_definition, softened

if TYPE_CHECKING:
    from .passages import Passage

_SHORT_ROW = 500
"""Characters up to which a table row is read as one statement."""
_LONGEST_LEAD = 400
_LONGEST = 4_000
_NUMBER = Pattern(r"\s*(\d{1,3}(?:\.\d{1,3}){0,5}\.?)\s")
_SPACE = Pattern(r"[^\S ]")
"""White space that isn't a blank already."""
_LEADERS = Pattern(r"[.…](?:(?<=\.)\.{5}|(?<=…)…{2}|(?<=\.)(?: \.){5} )")
"""Dots that lead to a page number. Those that a bracket closes are the blank of a form."""

BUYER = (
    r"(?:buyers?|authorit(?:y|ies)|councils?|customers?|clients?|employers?|purchasers?|commissioners?|trusts?|agency|"
    r"board|department|government|state(?: of \w+)?|crown|university|association|contracting \w+|we|us|"
    r"(?-i:[A-Z]{2,6}))"
)
"""Pattern for the side that buys and pays; capitals alone are a body's initials ("NHSE")."""
SUPPLIER = (
    r"(?:suppliers?|contractors?|providers?|consultants?|sellers?|vendors?|bidders?|tenderers?|applicants?|grantees?|"
    r"offerors?|you)"
)
"""Pattern for the side that bids and delivers."""
SUPPLY_SIDE = frozenset((Party.SUPPLIER, Party.BIDDER))


def phrase(pattern: str) -> Pattern:
    """*pattern* compiled without regard to case; a blank in it stands for any run of white space, " ?" for none too."""
    return Pattern(pattern.replace(" ?", r"\s*").replace(" ", r"\s+"), re.I)


@dataclass(frozen=True)
class Said:
    """One sentence, heading or short row: *text* is what stands at *start* of the passage, line ends made blanks."""

    passage: Passage
    start: int
    text: str
    lead: str = ""

    @cached_property
    def full(self) -> str:
        """The words with those that lead into them; offsets don't count here."""
        return f"{self.lead} {self.text}" if self.lead else self.text

    @cached_property
    def defines(self) -> bool:
        """Whether it only says what a word means."""
        return is_definition(self.text)

    @cached_property
    def asks(self) -> bool:
        """Whether it asks the bidder to tell something."""
        return asks_bidder(self.text)

    @property
    def sureness(self) -> Confidence:
        """How sure a demand is that it makes: less where it leaves a way round, or a blank."""
        return Confidence.MEDIUM if softened(self.text) or is_blank(self.text) else Confidence.HIGH

    def evidence(self) -> Evidence:
        return self.passage.evidence(self.start, self.start + len(self.text))


def said(passages: Sequence[Passage]) -> Iterator[Said]:
    """Everything *passages* say, in reading order."""
    for passage in passages:
        yield from passage.said


def demanding(passages: Sequence[Passage]) -> Iterator[Said]:
    """What may ask something of a bidder: no headings, no guidance, contents lists or award notices."""
    for one in said(passages):
        if one.passage.role not in _ASKS_NOTHING and one.passage.kind is not BlockKind.HEADING:
            yield one


_ASKS_NOTHING = frozenset((Role.GUIDANCE, Role.AWARD_NOTICE, Role.CONTENTS))


def statements(passage: Passage) -> Iterator[Said]:
    """What one passage says, but for lines of a contents list that a reader took for text."""
    for one in _rows(passage) if passage.is_row else _sentences(passage):
        contents = _LEADERS.search(one.text) and not one.text.endswith(("]", ")"))
        if not (contents or one.text.isdigit()):
            yield one


def _sentences(passage: Passage) -> Iterator[Said]:
    text = flat(passage.text)
    lead = flat(passage.lead[-_LONGEST_LEAD:]) if _is_led(passage) else ""
    for first, last, title in printed_lines(passage.text) or [(0, len(text), "")]:
        above = title or lead
        for begin, end in _bounded(text[first:last]):
            words = text[first + begin : first + end]
            yield Said(passage, first + begin, words, above)
            above = words if announces(words) else above


def _bounded(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of *text*, one that never ends cut at a blank, so that hostile text takes linear time."""
    for begin, end in sentences(text):
        while end - begin > _LONGEST:
            cut = text.rfind(" ", begin + _LONGEST // 2, begin + _LONGEST)
            cut = cut if cut > 0 else begin + _LONGEST
            yield begin, cut
            begin = cut
        yield begin, end


def _is_led(passage: Passage) -> bool:
    """Whether the words before lead into this passage: "4.3 … must:" leads into "4.3.1" and "(a)", not into "4.4"."""
    if passage.kind is BlockKind.HEADING or not passage.lead.rstrip().endswith((":", "?")):
        return False
    own, above = _NUMBER.match(passage.text), _NUMBER.match(passage.lead)
    return not (own and above) or own[1].startswith(above[1].rstrip(".") + ".")


def _rows(passage: Passage) -> Iterator[Said]:
    text = flat(passage.text)
    if len(text) <= _SHORT_ROW:
        yield Said(passage, 0, text)
        return
    first = flat(passage.cell_texts()[0])
    for cell, words in zip(passage.cells, map(flat, passage.cell_texts()), strict=True):
        offset = cell.start - passage.span.start
        lead = "" if cell is passage.cells[0] or len(first) > _LONGEST_LEAD else first
        for begin, end in _bounded(words):
            yield Said(passage, offset + begin, words[begin:end], lead)


def flat(text: str) -> str:
    """*text* with each line end, tab or other white space as one blank: offsets stay as they are."""
    return _SPACE.sub(" ", text)
