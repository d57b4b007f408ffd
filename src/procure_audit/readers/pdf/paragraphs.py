"""Printed lines into paragraphs, list items and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...model import BlockKind
from ..build import printed_label
from .numbering import follows
from .shapes import BROKEN, Strip

_BULLET = re.compile(r"[•●▪■◦○➢✓✔⮚►▶·∙‣]|[o–—*§-](?=\s)")
ENDS = re.compile(r"[.:;!?…][\"'’”)\]]*$")
_LISTED = re.compile(r"\((?:[a-z]{1,4}|[A-Z]|\d{1,2})\)|(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s")
_CONTENTS = re.compile(r"(?:table of )?contents(?: page)?:?|index", re.I)
_SENTENCE = re.compile(r"\b(?:will|shall|must|may|is|are|was|has|have|can|should|please|would)\b", re.I)
_BLANKS = re.compile(r"_{3,}|\.{4,}|…{2,}")
_CONTINUES = re.compile(
    r"(?:and|or|of|the|to|a|an|in|for|with|by|that|which|shall|must|will|be|is|on|at|from|as)$", re.I
)
_PITCH = 1.28  # of the usual distance between lines: more parts paragraphs
_LONGEST_HEADING = 140  # characters
_LARGE = 1.12  # of the ordinary type size, at least, for a heading


@dataclass(frozen=True, slots=True)
class Para:
    """The printed lines of one block. `label` is its number as printed, "" for none."""

    lines: tuple[Strip, ...]
    kind: BlockKind
    label: str = ""
    level: int = 0

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)


@dataclass(frozen=True, slots=True)
class Type:
    """The document's ordinary type: its size, whether it is bold, and the usual distance between lines by size."""

    size: float
    bold: bool
    pitches: dict[float, float]

    def pitch(self, strip: Strip) -> float:
        """The distance above which *strip* stands apart from the line before."""
        usual = self.pitches.get(strip.size, strip.height)
        return min(max(usual, strip.height), 2.1 * strip.size) * _PITCH


def type_of(pages: Iterable[Sequence[Strip]]) -> Type:
    """The ordinary type of a document, from its printed lines in reading order."""
    sizes: Counter[float] = Counter()
    bold = 0
    pitches: dict[float, Counter[float]] = {}
    for strips in pages:
        for strip in strips:
            sizes[strip.size] += len(strip.text)
            bold += len(strip.text) * strip.bold
        for above, below in pairwise(strips):
            pitch = round((below.top - above.top) * 2) / 2
            if above.size == below.size and 0.9 * below.size < pitch < 2.2 * below.size:
                pitches.setdefault(below.size, Counter())[pitch] += 1
    body = sizes.most_common(1)[0][0] if sizes else 11.0
    return Type(
        body, 2 * bold > sizes.total(), {size: counted.most_common(1)[0][0] for size, counted in pitches.items()}
    )


def paragraphs(lines: Sequence[Strip], ordinary: Type) -> list[Para]:
    """*lines* of one column, in reading order, as blocks."""
    groups: list[list[Strip]] = []
    for run in _runs(lines, ordinary):
        edge = max(line.x1 for line in run)
        for k, line in enumerate(run):
            if k == 0 or _begins(line, run[k - 1], groups[-1], edge):
                groups.append([line])
            else:
                groups[-1].append(line)
    return [para_of(group, ordinary) for group in groups]


def _runs(lines: Sequence[Strip], ordinary: Type) -> list[list[Strip]]:
    """Lines that follow each other closely, in one type and one place."""
    runs: list[list[Strip]] = []
    for line in lines:
        if runs and _close(runs[-1][-1], line, ordinary):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _close(above: Strip, below: Strip, ordinary: Type) -> bool:
    if above.kind is not below.kind or above.kind is BlockKind.CONTENTS or above.page != below.page:
        return False
    if not (above.upright and below.upright) or above.text.endswith(BROKEN):
        return above.text.endswith(BROKEN) and below.top > above.top
    apart = below.top - above.top
    looks = abs(above.size - below.size) <= max(0.8, 0.09 * above.size)
    return 0.3 * below.size < apart <= ordinary.pitch(below) and looks


def _begins(line: Strip, above: Strip, group: Sequence[Strip], edge: float) -> bool:
    """Whether *line*, close under *above*, begins a block of its own. *edge* is where the longest line near ends."""
    if above.text.endswith(BROKEN):
        return False
    text = line.text
    if _BULLET.match(text):
        return True
    ended = bool(ENDS.search(above.text))
    full = (
        above.x1 + (line.words.sides.rights[0] - line.words.sides.lefts[0]) + 0.3 * line.size > edge - 0.2 * line.size
    )
    if follows(group[0].text, text):
        return True
    if printed_label(text) or _LISTED.match(text):
        return ended or not full or line.x0 < above.x0 - 2 or _hangs(group, line)
    if above.bold != line.bold:
        return not (full and not ended and text[:1].islower())
    if text[:1].islower() or above.text.endswith(","):
        return False
    centred = abs(above.x0 + above.x1 - line.x0 - line.x1) < 6 and abs(above.x0 - line.x0) > 6
    if not full and not centred:
        return not _CONTINUES.search(above.text)
    return _indented(line, above, group) and ended


def _hangs(group: Sequence[Strip], line: Strip) -> bool:
    """Whether *line* begins where its block did, while the block's other lines stand further in."""
    return len(group) > 1 and abs(line.x0 - group[0].x0) < 3 and group[-1].x0 > line.x0 + 6


def _indented(line: Strip, above: Strip, group: Sequence[Strip]) -> bool:
    inward = line.x0 > above.x0 + 8 and len(group) > 1
    outward = line.x0 < above.x0 - 8 and len(group) > 1
    return inward or outward


def para_of(lines: Sequence[Strip], ordinary: Type) -> Para:
    """One block; whether it is a heading is settled here, by its look and length."""
    text = " ".join(line.text for line in lines)
    label = printed_label(text)
    kind = lines[0].kind
    if kind is None:
        kind = _kind(lines, text, label, ordinary)
    return Para(tuple(lines), kind, label)


def _kind(lines: Sequence[Strip], text: str, label: str, ordinary: Type) -> BlockKind:
    if _BULLET.match(text):
        return BlockKind.LIST_ITEM
    if _CONTENTS.fullmatch(text):
        return BlockKind.CONTENTS
    if _is_heading(lines, text, label, ordinary):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if _LISTED.match(text) else BlockKind.PARAGRAPH


def _is_heading(lines: Sequence[Strip], text: str, label: str, ordinary: Type) -> bool:
    if len(text) > _LONGEST_HEADING or len(lines) > 3 or not re.search(r"[^\W\d_]{2}", text):
        return False
    if label.startswith("(") or text[:1].islower() or text[-1] in ";," or _BLANKS.search(text):
        return False
    if lines[0].size >= _LARGE * ordinary.size:
        return not (text.endswith(".") and len(text.split()) > 8)
    bold = not ordinary.bold and all(line.bold for line in lines) and lines[0].size >= 0.9 * ordinary.size
    capitals = text.isupper() and len(text.split()) > 1 and len(text) > 8 and lines[0].size >= 0.95 * ordinary.size
    return (bold or capitals) and not _is_sentence(text)


def _is_sentence(text: str) -> bool:
    """Whether emphasised text of the ordinary size says something, and doesn't only name what follows."""
    words = len(text.split())
    if text[-1] in ".:!" and words > 7:
        return True
    return words > 5 and bool(_SENTENCE.search(text)) and not text.endswith("?") and not text.isupper()
