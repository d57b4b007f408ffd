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

from ..model import BlockKind, Confidence, Evidence, Role, Span
from ..text.index import Index, Text
from ..text.pattern import Pattern
from ..text.sentences import sentences
from .labels import Label, of_line, of_row
from .printed import announces, printed_lines
from .wording import Party, asks_bidder, is_blank, is_definition, softened

if TYPE_CHECKING:
    from .passages import Passage

_SHORT_ROW = 500
"""Characters up to which a table row is read as one statement."""
_SHORT_ANSWER = 60
"""Characters of an answer that says little by itself."""
_LONGEST_LEAD = 400
_LONGEST = 4_000
_NUMBER = Pattern(r"\s*(\d{1,3}(?:\.\d{1,3}){0,5}\.?)\s")
_SPACE = Pattern(r"[^\S ]")
"""White space that isn't a blank already."""
_LEADERS = Pattern(r"[.…](?:(?<=\.)\.{5}|(?<=…)…{2}|(?<=\.)(?: \.){5} )")
"""Dots that lead to a page number. Those that a bracket closes are the blank of a form."""

BUYER = (
    r"(?:buyers?|authorit(?:y|ies)|councils?|customers?|clients?|employers?|purchasers?|commissioners?|commission|"
    r"trusts?|"
    r"agency|board|department|government|state(?: of \w+)?|crown|commonwealth|county|city|district|town|village|"
    r"ministry|university|college|academy|school|museum|association|corporation|institute|foundation|fund|"
    r"contracting \w+|we|us|(?-i:[A-Z]{2,6}))"
)
"""Pattern for the side that buys and pays; capitals alone are a body's initials ("NHSE")."""
SUPPLIER = (
    r"(?:suppliers?|contractors?|providers?|consultants?|sellers?|vendors?|bidders?|tenderers?|applicants?|grantees?|"
    r"offerors?|proposers?|proponents?|respondents?|awardees?|operators?|firms?|you)"
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
    text: Text
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

    @cached_property
    def label(self) -> Label | None:
        """What a row, a line or the answer to a question is about, and what it says of it; None for plain sentences."""
        passage = self.passage
        if passage.is_row:
            return of_row(tuple(flat(cell) for cell in passage.cell_texts())) if self.start == 0 else None
        if self.start == 0 and passage.answers:
            return flat(passage.answers), self.text
        return of_line(self.text)

    @cached_property
    def topic(self) -> str:
        """What it stands under: the nearest heading, and the title that its paragraph begins with."""
        passage = self.passage
        heading = passage.headings[-1] if passage.headings else ""
        return f"{heading} {passage.title}".strip()

    @property
    def sureness(self) -> Confidence:
        """How sure a demand is that it makes: less where it leaves a way round, or a blank."""
        return Confidence.MEDIUM if softened(self.text) or is_blank(self.text) else Confidence.HIGH

    def evidence(self) -> Evidence:
        """Where it stands; a short answer ("No.") is quoted with the question."""
        passage = self.passage
        if passage.asked and self.start == 0 and len(self.text) <= _SHORT_ANSWER:
            return passage.document.evidence(Span(passage.asked.start, passage.span.start + len(self.text)))
        return passage.evidence(self.start, self.start + len(self.text))


class Passages(tuple["Passage", ...]):
    """The passages of one document with what they say, which is cut up and looked through for words once."""

    @cached_property
    def said(self) -> tuple[Said, ...]:
        return tuple(one for passage in self for one in passage.said)

    @cached_property
    def by_words(self) -> Index:
        """Their sentences by the words in them; no pattern is tried on one, or a passage, that lacks what it needs."""
        Index.over([passage.text for passage in self], [passage.flat for passage in self])
        return Index.over([one.text for one in self.said])


def said(passages: Sequence[Passage], *wanted: Pattern) -> Sequence[Said]:
    """What *passages* say, in reading order: everything, or only what holds the words that one of *wanted* needs."""
    known = passages if isinstance(passages, Passages) else Passages(passages)
    if not wanted:
        return known.said
    return [known.said[number] for number in known.by_words.any_of(wanted)]


def demanding(passages: Sequence[Passage], *wanted: Pattern) -> Iterator[Said]:
    """What of it may ask something of a bidder: no headings, no guidance, contents lists or award notices."""
    for one in said(passages, *wanted):
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
    text = passage.flat
    lead = flat(passage.lead[-_LONGEST_LEAD:]) if _is_led(passage) else ""
    for first, last, title in printed_lines(passage.text) or [(0, len(text), "")]:
        above = title or lead
        for begin, end in _bounded(text[first:last]):
            words = Text(text[first + begin : first + end])
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
    if passage.kind is BlockKind.HEADING or passage.asked or not passage.lead.rstrip().endswith((":", "?")):
        return False
    own, above = _NUMBER.match(passage.text), _NUMBER.match(passage.lead)
    return not (own and above) or own[1].startswith(above[1].rstrip(".") + ".")


def _rows(passage: Passage) -> Iterator[Said]:
    text = passage.flat
    if len(text) <= _SHORT_ROW:
        yield Said(passage, 0, Text(text))
        return
    first = flat(passage.cell_texts()[0])
    for cell, words in zip(passage.cells, map(flat, passage.cell_texts()), strict=True):
        offset = cell.start - passage.span.start
        lead = "" if cell is passage.cells[0] or len(first) > _LONGEST_LEAD else first
        for begin, end in _bounded(words):
            yield Said(passage, offset + begin, Text(words[begin:end]), lead)


def flat(text: str) -> str:
    """*text* with each line end, tab or other white space as one blank: offsets stay as they are."""
    return _SPACE.sub(" ", text)
