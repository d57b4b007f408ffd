"""A paragraph of an office file in the making, and what its looks say of it; shared by Word and OpenDocument."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from ..model import BlockKind, Span
from .build import Builder, printed_label

_LONGEST_HEADING = 160  # characters: heading styles are also worn by whole clauses
_WORDS_OF_SENTENCE = 12
_LONGEST_GUESS = 100
_BOLD_SHARE = 0.95
_DEEPEST = 6
_TYPED_BULLET = re.compile(r"[•▪●◦‣·–—*-][ \t]+\S|o\t")


@dataclass
class Written:
    """What a paragraph says. `boxes` are text boxes anchored in it, `notes` the foot- and endnotes it calls."""

    shown: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)
    in_contents: bool = False

    def add(
        self,
        text: str,
        hidden: bool,
        bold: bool,
        element: etree._Element,  # noqa: ARG002 - for Traced
        is_tail: bool = False,  # noqa: ARG002
    ) -> None:
        """Add a run; soft hyphens aren't text. *element* holds it, as its text or (*is_tail*) behind it."""
        (self.hidden if hidden else self.shown).append(text.replace("\u00ad", ""))
        size = sum(map(str.isalpha, text))
        self.letters += size
        self.bold += size * bold

    def placed(self, span: Span, *, hidden: bool) -> None:
        """Told once where its text, or what of it is *hidden*, stands in the document."""

    def holds_something(self) -> bool:
        return bool(self.shown or self.hidden or self.boxes or self.notes)

    def is_bold(self) -> bool:
        return self.letters > 0 and self.bold >= self.letters * _BOLD_SHARE

    def text(self) -> str:
        """What a person sees."""
        return "".join(self.shown).strip()


@dataclass(frozen=True, slots=True)
class Look:
    """Kind, level (from 1; 0 for paragraphs) and label: None lets the builder read the number off the text."""

    kind: BlockKind
    level: int = 0
    label: str | None = None


def write(builder: Builder, written: Written, look: Look) -> None:
    """Hand a finished paragraph to *builder*; what is hidden in it becomes a block of its own, marked so."""
    shown, hidden = written.text(), "".join(written.hidden).strip()
    if shown and (span := builder.block(look.kind, shown, level=look.level, label=look.label)):
        written.placed(span, hidden=False)
    label = "" if shown else look.label
    if hidden and (span := builder.block(look.kind, hidden, level=look.level, label=label, hidden=True)):
        written.placed(span, hidden=True)


def reads_as_heading(text: str) -> bool:
    """Whether *text*, in a heading's style, is short enough and no whole sentence."""
    if len(text) > _LONGEST_HEADING:
        return False
    return not (text.endswith((".", ";", ":")) and len(text.split()) > _WORDS_OF_SENTENCE)


def guessed_level(written: Written, label: str) -> int:
    """The level of a short bold line: the depth of its number, the deepest where it has none; 0 if it's no heading."""
    text = written.text()
    if not written.is_bold() or len(text) > _LONGEST_GUESS or text.endswith((".", ";", ":", ",")) or "\n" in text:
        return 0
    number = label or printed_label(text)
    return min(number.count(".") + 1, _DEEPEST) if number and not number.startswith("(") else _DEEPEST


def has_typed_bullet(text: str) -> bool:
    return _TYPED_BULLET.match(text) is not None
