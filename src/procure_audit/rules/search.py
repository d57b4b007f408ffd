"""Finds a pack's phrases in a tender fast: a phrase is tried only in blocks that hold a plain word of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model import Block, BlockKind, Document, Evidence, Role, Span
from ..text.index import YES, Index
from ..text.pattern import Pattern
from ..text.sentences import sentences

NOT_SAID = frozenset({Role.DEFINITIONS, Role.CONTENTS, Role.AWARD_NOTICE, Role.GUIDANCE})
"""Roles in which nothing is demanded or promised; a check that wants them names them."""
_LONGEST_LEAD = 400
_JUST_BEFORE = 40
_BLANK_OR_CLASS = re.compile(r" |\[[^\]]*\]")


@dataclass(frozen=True)
class Phrase:
    """A regular expression without regard to case; a blank stands for any white space, the ends are word ends."""

    text: str

    def validate(self) -> None:
        """Raises ValueError if it is no regular expression. Costs more than all else of a pack's loading."""
        try:
            self.pattern.compiled  # noqa: B018 - compiled here
        except re.error as wrong:
            raise ValueError(f"'{self.text}' is no pattern: {wrong.msg}") from wrong

    @cached_property
    def pattern(self) -> Pattern:
        blanks = _BLANK_OR_CLASS.sub(lambda found: r"(?:\s+)" if found[0] == " " else found[0], self.text)
        return Pattern(rf"(?<!\w)(?:{blanks})(?!\w)", re.I)


@dataclass(frozen=True)
class Found:
    """A phrase where it stands."""

    document: Document
    block: Block
    span: Span

    @cached_property
    def sentence(self) -> Span:
        """The sentence around it."""
        start = self.block.span.start
        for first, last in sentences(self.document.text[start : self.block.span.end]):
            if start + first <= self.span.start < start + last:
                return Span(start + first, start + last)
        return self.block.span

    @property
    def before(self) -> str:
        """The words of its sentence that stand just before it."""
        return self.document.text[max(self.sentence.start, self.span.start - _JUST_BEFORE) : self.span.start]

    def context(self, whole_block: bool) -> str:
        """The words that may soften it: its sentence or paragraph, and the words that lead into a list."""
        span = self.block.span if whole_block else self.sentence
        return f"{self._lead()} {self.document.text[span.start : span.end]}"

    def evidence(self) -> Evidence:
        return self.document.evidence(self.sentence)

    def _lead(self) -> str:
        """The words that end in a colon above a list; "" where there are none."""
        if self.block.kind is not BlockKind.LIST_ITEM and not self.block.label.startswith("("):
            return ""
        index = self.document.block_index(self.block.span.start) or 0
        for block in reversed(self.document.blocks[max(0, index - 30) : index]):
            words = self.document.text[max(block.span.start, block.span.end - _LONGEST_LEAD) : block.span.end].rstrip()
            if words.endswith(":"):
                return words
            if block.kind is not BlockKind.LIST_ITEM and not block.label.startswith("("):
                return ""
        return ""


@dataclass(frozen=True)
class Searchable:
    """A document by the words of its blocks: a phrase is tried where they hold all that it can't do without."""

    document: Document

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        return tuple(block for block in self.document.body() if not block.hidden)

    @cached_property
    def _texts(self) -> Index:
        return Index([self.document.text[block.span.start : block.span.end] for block in self._blocks])

    def find(self, phrases: Sequence[Phrase], roles: frozenset[Role]) -> Iterator[Found]:
        """Every place of any of *phrases* in blocks of *roles*, in reading order, overlaps once."""
        likely = [phrase for phrase in phrases if YES in self._texts[phrase.pattern]]
        found = sorted(
            (one for phrase in likely for one in self._of(phrase, roles)),
            key=lambda one: (one.span.start, -one.span.end),
        )
        end = -1
        for one in found:
            if one.span.start >= end:
                end = one.span.end
                yield one

    def _of(self, phrase: Phrase, roles: frozenset[Role]) -> Iterator[Found]:
        for number in self._texts.all_of(phrase.pattern):
            block = self._blocks[number]
            if block.role in roles:
                start, end = block.span.start, block.span.end
                for match in phrase.pattern.compiled.finditer(self.document.text[start:end]):
                    yield Found(self.document, block, Span(start + match.start(), start + match.end()))
