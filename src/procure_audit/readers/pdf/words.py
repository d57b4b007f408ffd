"""Words with boxes and type out of a page of pdfium, in the order in which the file draws them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import add, ge, le, neg, sub
from typing import Any

from . import pdfium
from .frame import Frame
from .shapes import BROKEN, Sides, Strip, Words, strip_of
from .typeface import Typeface

_WORD = re.compile(rf"[^\s{BROKEN}]+{BROKEN}?")
_AFTER_BROKEN = re.compile(rf"(?<=[^\s{BROKEN}]{BROKEN})")
_WIDE = 1.5  # gap between words, in type sizes, that parts a printed line into strips
_OUTSIDE = 2  # points: the middle of a word that is seen stands no further outside the page
_PRIVATE = {"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf076": "•", "\uf0fc": "✓", "\uf0fe": "☑", "\uf06f": "☐"}
_PRIVATE |= {"\uf0a8": "☐", "\uf02d": "-", "\uf0e0": "→", "\uf0be": "–", "\uf0a3": "☐", "\uf0d0": "–", "\uf071": "☐"}
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_SYMBOLS = str.maketrans(_PRIVATE | {"\u00a0": " ", "\u00ad": "", "\u200b": "", "\ufeff": ""} | _LIGATURES)


def strips_of(page: Any, number: int, frame: Frame) -> tuple[list[Strip], int]:
    """The strips of a pypdfium2 page, as drawn, and how many characters pdfium gives for it."""
    text_page = pdfium.load_text(pdfium.handle(page))
    if not text_page:
        return [], 0
    try:
        text = pdfium.page_text(text_page)
        return list(_strips(text, text_page, number, frame)), len(text)
    finally:
        pdfium.close_text(text_page)


def _strips(text: str, text_page: int, number: int, frame: Frame) -> Iterator[Strip]:
    lines, texts, starts = _lines(text)
    if not texts:
        return
    ends = [start + length - 1 for start, length in zip(starts, map(len, texts), strict=True)]
    if len(text) != pdfium.count_chars(text_page):
        starts, ends = pdfium.char_indices(text_page, starts), pdfium.char_indices(text_page, ends)
    readable = texts if text.isascii() else [word if word.isascii() else word.translate(_SYMBOLS) for word in texts]
    words = _words(readable, pdfium.loose_boxes(text_page, starts), pdfium.loose_boxes(text_page, ends), frame)
    typeface = Typeface(text_page, frame.rotation)
    for run in _runs(words, lines, frame):
        middle, last = starts[run[len(run) // 2]], starts[run[-1]]
        size, upright = typeface.size(middle)
        bold = typeface.bold(middle) and (len(run) < 3 or typeface.bold(last))
        yield strip_of(words.at(run), number, round(size, 1), bold, upright)


def _lines(text: str) -> tuple[list[range], list[str], list[int]]:
    """Which words stand on each printed line, all words, and where each begins. A line ends at a broken word too."""
    lines: list[range] = []
    texts: list[str] = []
    starts: list[int] = []
    at = 0
    for line in text.split("\n"):
        for part in _AFTER_BROKEN.split(line) if BROKEN in line else (line,):
            words, places = _placed(part, at)
            lines.append(range(len(texts), len(texts) + len(words)))
            texts += words
            starts += places
            at += len(part)
        at += 1
    return lines, texts, starts


def _placed(line: str, at: int) -> tuple[list[str], Iterable[int]]:
    """The words of a line that begins *at* a place, and where each of them begins."""
    words, bare = line.split(), line.strip()
    if BROKEN in line or sum(map(len, words)) + len(words) - 1 != len(bare):  # more than a space between words
        found = list(_WORD.finditer(line))
        return [match.group() for match in found], [at + match.start() for match in found]
    return words, map(add, accumulate(map(len, words), initial=at + line.index(bare)), range(len(words)))


def _words(texts: Sequence[str], first: array[float], last: array[float], frame: Frame) -> Words:
    """Words by the boxes of their first and last characters."""
    lefts, rights = _least(first[0::4], last[0::4]), _most(last[2::4], first[2::4])
    highs, lows = _most(first[1::4], last[1::4]), _least(first[3::4], last[3::4])
    if not frame.rotation:
        return Words(texts, Sides(lefts, highs, rights, lows), frame.left, frame.top)
    seen = zip(*map(frame.rectangle, lefts, lows, rights, highs), strict=True)
    x0s, tops, x1s, bottoms = (array("d", side) for side in seen)
    return Words(texts, Sides(x0s, array("d", map(neg, tops)), x1s, array("d", map(neg, bottoms))))


def _least(some: array[float], others: array[float]) -> array[float]:
    return some if all(map(le, some, others)) else array("f", map(min, some, others))


def _most(some: array[float], others: array[float]) -> array[float]:
    return some if all(map(ge, some, others)) else array("f", map(max, some, others))


def _runs(words: Words, lines: Sequence[range], frame: Frame) -> Iterator[Sequence[int]]:
    """Which words make up each strip. Most printed lines are one, and are not looked at word by word."""
    all_seen = _all_seen(words, frame)
    for line in lines:
        if line and all_seen and _is_even(words.sides, line.start, line.stop):
            yield line
        else:
            yield from _parted(words, line, frame)


def _all_seen(words: Words, frame: Frame) -> bool:
    whole = strip_of(words, 0, 0, False, False)
    wide = whole.x0 >= -_OUTSIDE and whole.x1 <= frame.width + _OUTSIDE
    return wide and whole.top >= -_OUTSIDE and whole.bottom <= frame.height + _OUTSIDE and all(words.texts)


def _is_even(sides: Sides, start: int, end: int) -> bool:
    """Whether each word from *start* is `_beside` the one before for a reason that can be seen of all at once."""
    if end - start == 1:
        return True
    lows = sides.lows[start:end]
    if max(lows) - min(lows) >= 2:
        return False
    gaps: list[float] = list(map(sub, sides.lefts[start + 1 : end], sides.rights[start : end - 1]))
    widest = max(gaps)
    if min(gaps) <= -1 or widest < 4:
        return min(gaps) > -1
    least: float = min(map(sub, sides.highs[start:end], lows))
    return least >= 2 and widest <= _WIDE * least


def _parted(words: Words, line: range, frame: Frame) -> Iterator[Sequence[int]]:
    run: list[int] = []
    for place in line:
        if not _is_seen(words, place, frame):
            continue
        if run and not _beside(words.sides, run[-1], place):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _is_seen(words: Words, place: int, frame: Frame) -> bool:
    lefts, highs, rights, lows = words.sides
    x, y = (lefts[place] + rights[place]) / 2 - words.left, words.top - (highs[place] + lows[place]) / 2
    inside = -_OUTSIDE <= x <= frame.width + _OUTSIDE and -_OUTSIDE <= y <= frame.height + _OUTSIDE
    return inside and bool(words.texts[place].strip())


def _beside(sides: Sides, before: int, place: int) -> bool:
    """Whether a word goes on beside the one before it: no wide gap, no step back, not the next printed line."""
    lefts, highs, rights, lows = sides
    gap, low, below = lefts[place] - rights[before], lows[before], lows[place]
    if -1 < gap < 4 and abs(low - below) < 2:
        return True
    height = max(highs[before] - low, 1.0)
    if abs(low - below) > height or rights[place] < lefts[before]:
        return False
    return gap <= _WIDE * min(height, highs[place] - below)
