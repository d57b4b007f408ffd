"""What kind of block a paragraph is, from its style, its number and how it looks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model import BlockKind
from ..build import printed_label
from ..numerals import clause_label
from .inline import Written
from .numbering import Number
from .styles import Style

_LONGEST_HEADING = 160  # characters: heading styles are also worn by whole clauses
_WORDS_OF_SENTENCE = 12
_LONGEST_GUESS = 100
_BOLD_SHARE = 0.95
_DEEPEST = 6
_TYPED_BULLET = re.compile(r"[•▪●◦‣·–—*-][ \t]+\S|o\t")
_LETTERED = ("lowerLetter", "lowerRoman")


@dataclass(frozen=True, slots=True)
class Look:
    """Kind, level (from 1; 0 for paragraphs) and label: None lets the builder read the number off the text."""

    kind: BlockKind
    level: int = 0
    label: str | None = None


def look_of(
    text: str, written: Written, style: Style, outline: int | None, found: Number | None, contents: bool, guess: bool
) -> Look:
    """What the paragraph that says *text* is. *guess*: bold lines may be headings, since no style makes any."""
    label = clause_label(found.printed) if found else ""
    shown = label or None
    if contents or style.is_called("toc ") or style.is_called("table of figures"):
        return Look(BlockKind.CONTENTS, label=shown)
    level = style.heading if outline is None else (outline + 1 if 0 <= outline < 9 else 0)
    if level and _reads_as_heading(text):
        return Look(BlockKind.HEADING, level, shown)
    if guess and (level := _guessed(text, written, label)):
        return Look(BlockKind.HEADING, level, shown)
    if found and (found.is_bullet or style.is_called("list") or found.format in _LETTERED):
        return Look(BlockKind.LIST_ITEM, found.level + 1, shown)
    if style.is_called("list bullet") or style.is_called("list number") or _TYPED_BULLET.match(text):
        return Look(BlockKind.LIST_ITEM, 1, shown)
    return Look(BlockKind.PARAGRAPH, label=shown)


def _reads_as_heading(text: str) -> bool:
    """Whether *text* is short enough, and no whole sentence."""
    if len(text) > _LONGEST_HEADING:
        return False
    return not (text.endswith((".", ";", ":")) and len(text.split()) > _WORDS_OF_SENTENCE)


def _guessed(text: str, written: Written, label: str) -> int:
    """The level of a short bold line: the depth of its number, the deepest where it has none; 0 if it's no heading."""
    bold = written.letters > 0 and written.bold >= written.letters * _BOLD_SHARE
    if not bold or len(text) > _LONGEST_GUESS or text.endswith((".", ";", ":", ",")) or "\n" in text:
        return 0
    number = label or printed_label(text)
    return min(number.count(".") + 1, _DEEPEST) if number and not number.startswith("(") else _DEEPEST
