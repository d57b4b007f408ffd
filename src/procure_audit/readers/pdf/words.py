"""Words with boxes and type out of a page of pdfium, in the order in which the file draws them."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from . import pdfium
from .shapes import BROKEN, Strip, Word

_WORD = re.compile(rf"[^\s{BROKEN}]+{BROKEN}?")
_BOLD = re.compile(r"bold|black|heavy|semib|demib", re.I)
_FAMILY = re.compile(r"(?:^|\+)(?!CIDFont)[A-Za-z]{4,}")
_BOLD_WEIGHT = 600
_WIDE = 1.5  # gap between words, in type sizes, that parts a printed line into strips
_PRIVATE = {"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf076": "•", "\uf0fc": "✓", "\uf0fe": "☑", "\uf06f": "☐"}
_PRIVATE |= {"\uf0a8": "☐", "\uf02d": "-", "\uf0e0": "→", "\uf0be": "–", "\uf0a3": "☐", "\uf0d0": "–", "\uf071": "☐"}
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_SYMBOLS = str.maketrans(_PRIVATE | {"\u00a0": " ", "\u00ad": "", "\u200b": "", "\ufeff": ""} | _LIGATURES)

Corner = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page: its size as it is seen, and the way from pdfium's coordinates to ours."""

    width: float
    height: float
    left: float
    top: float
    rotation: int
    corner: Corner

    def rectangle(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom of a rectangle in pdfium's coordinates."""
        (ax, ay), (bx, by) = self.corner(left, bottom), self.corner(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def frame_of(page: Any) -> Frame:
    """The frame of a pypdfium2 page: crop box and rotation are undone here, once for all coordinates."""
    left, bottom, right, top = page.get_bbox()
    width, height = page.get_size()
    corners: dict[int, Corner] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    rotation = page.get_rotation()
    return Frame(width, height, left, top, rotation, corners[rotation])


class _Probe:
    """Asks pdfium about single characters of one text page; buffers are made once."""

    def __init__(self, text_page: int, frame: Frame) -> None:
        self.text_page, self.frame = text_page, frame
        self._matrix = pdfium.Matrix()
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()

    def size(self, at: int) -> tuple[float, bool]:
        """The true size of a character, and whether its line runs from left to right as the page is seen."""
        matrix = self._matrix
        pdfium.text_matrix(self.text_page, at, ctypes.byref(matrix))
        scale = (matrix.c * matrix.c + matrix.d * matrix.d) ** 0.5 or 1.0
        (x0, y0), (x1, y1) = self.frame.corner(0, 0), self.frame.corner(matrix.a, matrix.b)
        return pdfium.font_size(self.text_page, at) * scale, x1 - x0 >= abs(y1 - y0)

    def bold(self, at: int) -> bool:
        """Whether a character is bold by its font's name; the weight is a guess of pdfium's, for fonts without one."""
        named = pdfium.font_info(self.text_page, at, self._name, 128, ctypes.byref(self._flags))
        name = self._name.value.decode("latin-1") if named else ""
        if _BOLD.search(name):
            return True
        return not _FAMILY.search(name) and bool(pdfium.font_weight(self.text_page, at) >= _BOLD_WEIGHT)

    def boxes(self, ends: Sequence[tuple[int, int]]) -> Iterator[tuple[float, float, float, float]]:
        """The box of each stretch of characters (first, last), by the boxes of these two; one buffer for a page."""
        buffer = (pdfium.Rect * (2 * len(ends)))()
        at = ctypes.addressof(buffer)
        for first, last in ends:
            pdfium.loose_box(self.text_page, first, at)
            pdfium.loose_box(self.text_page, last, at + 16)
            at += 32
        sides = iter(memoryview(buffer).cast("B").cast("f").tolist())
        upright, left, top = self.frame.rotation == 0, self.frame.left, self.frame.top
        for l1, t1, r1, b1, l2, t2, r2, b2 in zip(*[sides] * 8, strict=True):
            x0, x1 = (l1 if l1 < l2 else l2), (r1 if r1 > r2 else r2)
            high, low = (t1 if t1 > t2 else t2), (b1 if b1 < b2 else b2)
            yield (x0 - left, top - high, x1 - left, top - low) if upright else self.frame.rectangle(x0, low, x1, high)


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
    probe = _Probe(text_page, frame)
    found = [(match.group(), match.start(), match.end() - 1) for match in _WORD.finditer(text)]
    ends = [(start, end) for _, start, end in found]
    if len(text) != pdfium.count_chars(text_page):
        ends = [(pdfium.char_index(text_page, start), pdfium.char_index(text_page, end)) for start, end in ends]
    plain, width, height = text.isascii(), frame.width + 2, frame.height + 2
    run: list[tuple[Word, int]] = []
    before = 0
    for (letters, start, end), (at, _), (x0, top, x1, bottom) in zip(found, ends, probe.boxes(ends), strict=True):
        word = Word(letters if plain else letters.translate(_SYMBOLS), x0, top, x1, bottom)
        if not (-2 <= (x0 + x1) / 2 <= width and -2 <= (top + bottom) / 2 <= height) or not word.text.strip():
            continue
        if run and ("\n" in text[before:start] or not _beside(run[-1][0], word)):
            yield _strip(run, number, probe)
            run = []
        run.append((word, at))
        before = end + 1
    if run:
        yield _strip(run, number, probe)


def _beside(before: Word, word: Word) -> bool:
    """Whether *word* goes on beside the one before it: no wide gap, no step back, not the next printed line."""
    if before.text[-1] == BROKEN:
        return False
    gap = word.x0 - before.x1
    if -1 < gap < 4 and abs(before.bottom - word.bottom) < 2:
        return True
    height = max(before.bottom - before.top, 1.0)
    if abs(before.bottom - word.bottom) > height or word.x1 < before.x0:
        return False
    return gap <= _WIDE * min(height, word.bottom - word.top)


def _strip(run: list[tuple[Word, int]], number: int, probe: _Probe) -> Strip:
    words = tuple(word for word, _ in run)
    middle, last = run[len(run) // 2][1], run[-1][1]
    size, upright = probe.size(middle)
    bold = probe.bold(middle) and (len(run) < 3 or probe.bold(last))
    _, lefts, tops, rights, bottoms = zip(*words, strict=True)
    return Strip(words, number, min(lefts), min(tops), max(rights), max(bottoms), round(size, 1), bold, upright)
