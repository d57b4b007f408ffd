"""What kind of block a paragraph is, from its style, its number and how it looks."""

from __future__ import annotations

from ...model import BlockKind
from ..numerals import clause_label
from ..written import Look, Written, guessed_level, has_typed_bullet, reads_as_heading
from .numbering import Number
from .styles import Style, level_of

_LETTERED = ("lowerLetter", "lowerRoman")


def look_of(
    written: Written, style: Style, outline: int | None, found: Number | None, contents: bool, guess: bool
) -> Look:
    """What a paragraph is. *outline* is its own outline level; *guess*: bold lines may be headings, as no style is."""
    text, label = written.text(), clause_label(found.printed) if found else ""
    shown = label or None
    if contents or style.is_called("toc ") or style.is_called("table of figures"):
        return Look(BlockKind.CONTENTS, label=shown)
    level = style.heading if outline is None else level_of(outline)
    if level and reads_as_heading(text):
        return Look(BlockKind.HEADING, level, shown)
    if guess and (level := guessed_level(written, label)):
        return Look(BlockKind.HEADING, level, shown)
    if found and (found.is_bullet or style.is_called("list") or found.format in _LETTERED):
        return Look(BlockKind.LIST_ITEM, found.level + 1, shown)
    if style.is_called("list bullet") or style.is_called("list number") or has_typed_bullet(text):
        return Look(BlockKind.LIST_ITEM, 1, shown)
    return Look(BlockKind.PARAGRAPH, label=shown)
