"""Which blocks are headings, and how deep; which are footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ...model import BlockKind
from .paragraphs import ENDS, Para, Type

_CLAUSE = re.compile(r"[A-Z]{0,2}\d{1,3}(?:\.\d{1,3})*\.?")
_CHIEF = re.compile(r"(?:appendix|annex|annexe|schedule|part|section|volume|document|attachment)\s+\w{1,4}\b", re.I)
_NOTE = re.compile(r"\d{1,3}(?!\d|\.\d|\))|[*†‡§]")
_SMALL = 0.92  # of the ordinary type size, at most, for a footnote
_LONGEST_NUMBERED = 90  # characters

Style = tuple[float, bool]


def with_numbered_headings(paras: Sequence[Para]) -> list[Para]:
    """*paras* where a short numbered line over clauses of its own number ("4 Payment" over "4.1 …") is a heading."""
    done = list(paras)
    for k, para in enumerate(paras[:-1]):
        plain = para.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and _CLAUSE.fullmatch(para.label)
        short = len(para.text) <= _LONGEST_NUMBERED and not ENDS.search(para.text) and para.text[-1] != ","
        inner = (para.label.removesuffix(".0") + ".", para.label + ".")
        if plain and short and paras[k + 1].label.startswith(inner):
            done[k] = replace(para, kind=BlockKind.HEADING)
    return done


def with_footnotes(paras: Sequence[Para], ordinary: Type) -> list[Para]:
    """*paras* of one page, whose last ones are footnotes if they are small and begin with a number or a sign."""
    done = list(paras)
    small = len(done)
    while small and done[small - 1].size <= _SMALL * ordinary.size and done[small - 1].kind is not BlockKind.CONTENTS:
        small -= 1
    if 0 < small < len(done) and _NOTE.match(done[small].text):
        done[small:] = [replace(para, kind=BlockKind.FOOTNOTE) for para in done[small:]]
    return done


def with_levels(paras: Sequence[Para]) -> list[Para]:
    """*paras* whose headings and list items have a depth.

    Numbered headings go by their numbers. Those in larger type than the first of these stand above them, by size;
    others stand below the deepest numbered heading of their look.
    """
    headings = [para for para in paras if para.kind is BlockKind.HEADING]
    depth = _Depths(headings)
    lefts = sorted({_left(para) for para in paras if para.kind is BlockKind.LIST_ITEM})

    def level(para: Para) -> int:
        if para.kind is BlockKind.HEADING:
            return depth.of(para)
        return min(4, lefts.index(_left(para)) + 1) if para.kind is BlockKind.LIST_ITEM else 0

    return [replace(para, level=found) if (found := level(para)) else para for para in paras]


def _left(para: Para) -> int:
    return round(para.lines[0].x0 / 9)


class _Depths:
    """The depth of each heading of a document, by number and look."""

    def __init__(self, headings: Sequence[Para]) -> None:
        looks: dict[int, Counter[Style]] = {}
        for para in headings:
            if _number_depth(para):
                looks.setdefault(_number_depth(para), Counter())[_style(para)] += 1
        self.first = min(looks, default=0)
        numbered = {depth: counted.most_common(1)[0][0] for depth, counted in looks.items()}
        chief = numbered.get(self.first)
        styles = sorted({_style(para) for para in headings}, reverse=True)
        self.above = [style for style in styles if chief is None or style[0] > chief[0] + 0.5]
        self.below = [style for style in styles if style not in self.above]
        self.numbered = numbered

    def of(self, para: Para) -> int:
        base = min(len(self.above), 3) if self.numbered else 0
        if depth := _number_depth(para):
            return base + depth - self.first + 1
        style = _style(para)
        if style in self.above:
            rank = self.above.index(style) + 1
            return min(rank, 3) if self.numbered else rank
        if _CHIEF.match(para.text):
            return base + 1
        over = [depth - self.first + 1 for depth, look in self.numbered.items() if look >= style]
        return base + max(over, default=0) + 1


def _number_depth(para: Para) -> int:
    """How many numbers the label has: 2 for "4.1", 1 for "4" and "4.0"; 0 for none."""
    if not _CLAUSE.fullmatch(para.label):
        return 0
    return para.label.rstrip(".").removesuffix(".0").count(".") + 1


def _style(para: Para) -> Style:
    return float(round(para.size)), para.bold
