"""Words with boxes and type out of a page of pdfium, in the order in which the file draws them."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from . import pdfium
from .shapes import BROKEN, Strip, Word

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(rf"[^\s\x00-\x1f{BROKEN}]+{BROKEN}?")
_BOLD = re.compile(r"bold|black|heavy|semib|demib", re.I)
_WIDE = 1.5  # gap between words, in type sizes, that parts a printed line into strips
_PRIVATE = {"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf076": "•", "\uf0fc": "✓", "\uf0fe": "☑", "\uf06f": "☐"}
_PRIVATE |= {"\uf0a8": "☐", "\uf02d": "-", "\uf0e0": "→", "\uf0be": "–", "\uf0a3": "☐", "\uf0d0": "–", "\uf071": "☐"}
_SYMBOLS = str.maketrans(_PRIVATE | {"\u00a0": " ", "\u00ad": "", "\u200b": "", "\ufeff": ""})

Corner = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page: its size as it is seen, and the way from pdfium's coordinates to ours."""

    width: float
    height: float
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
    return Frame(width, height, corners[page.get_rotation()])


class _Probe:
    """Asks pdfium about single characters of one text page; buffers are made once."""

    def __init__(self, text_page: int, frame: Frame, index: Callable[[int], int] | None) -> None:
        self.text_page, self.frame, self.index = text_page, frame, index
        self._boxes, self._matrix = (pdfium.Rect * 2)(), pdfium.Matrix()
        self._first = ctypes.addressof(self._boxes)
        self._second = self._first + ctypes.sizeof(pdfium.Rect)
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()

    def box(self, start: int, end: int) -> tuple[float, float, float, float]:
        """The box of the characters from *start* to *end* (both included), by the two at its ends."""
        first, last = self._boxes
        pdfium.loose_box(self.text_page, start, self._first)
        if end == start:
            return self.frame.rectangle(first.left, first.bottom, first.right, first.top)
        pdfium.loose_box(self.text_page, end, self._second)
        return self.frame.rectangle(
            min(first.left, last.left),
            min(first.bottom, last.bottom),
            max(first.right, last.right),
            max(first.top, last.top),
        )

    def size(self, at: int) -> tuple[float, bool]:
        """The true size of a character, and whether its line runs from left to right as the page is seen."""
        matrix = self._matrix
        pdfium.text_matrix(self.text_page, at, ctypes.byref(matrix))
        scale = (matrix.c * matrix.c + matrix.d * matrix.d) ** 0.5 or 1.0
        (x0, y0), (x1, y1) = self.frame.corner(0, 0), self.frame.corner(matrix.a, matrix.b)
        return pdfium.font_size(self.text_page, at) * scale, x1 - x0 >= abs(y1 - y0)

    def bold(self, at: int) -> bool:
        if pdfium.font_weight(self.text_page, at) >= 600:
            return True
        named = pdfium.font_info(self.text_page, at, self._name, 128, ctypes.byref(self._flags))
        return bool(named and _BOLD.search(self._name.value.decode("latin-1")))


def strips_of(page: Any, number: int, frame: Frame) -> tuple[list[Strip], int]:
    """The strips of a pypdfium2 page, as drawn, and how many characters pdfium gives for it."""
    text_page = pdfium.load_text(pdfium.handle(page))
    if not text_page:
        return [], 0
    try:
        text = pdfium.page_text(text_page)
        same = len(text) == pdfium.count_chars(text_page)
        index = None if same else (lambda at: int(pdfium.char_index(text_page, at)))
        return list(_strips(text, number, _Probe(text_page, frame, index))), len(text)
    finally:
        pdfium.close_text(text_page)


def _strips(text: str, number: int, probe: _Probe) -> Iterator[Strip]:
    for line in _LINE.finditer(text):
        run: list[tuple[Word, int, int]] = []
        for match in _WORD.finditer(text, line.start(), line.end()):
            start, end = match.start(), match.end() - 1
            if probe.index:
                start, end = probe.index(start), probe.index(end)
            word = Word(match.group().translate(_SYMBOLS), *probe.box(start, end))
            if not word.text.strip() or not _visible(word, probe.frame):
                continue
            if run and _parted(run[-1][0], word):
                yield _strip(run, number, probe)
                run = []
            run.append((word, start, end))
        if run:
            yield _strip(run, number, probe)


def _visible(word: Word, frame: Frame) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return -2 <= x <= frame.width + 2 and -2 <= y <= frame.height + 2


def _parted(before: Word, word: Word) -> bool:
    """Whether *word* stands apart from the one before it: a wide gap, a step back, or the next printed line."""
    height = max(before.bottom - before.top, 1.0)
    if before.text.endswith(BROKEN) or abs(before.bottom - word.bottom) > height:
        return True
    gap = word.x0 - before.x1
    return gap > _WIDE * min(height, word.bottom - word.top) or word.x1 < before.x0


def _strip(run: list[tuple[Word, int, int]], number: int, probe: _Probe) -> Strip:
    words = tuple(word for word, _, _ in run)
    middle, last = run[len(run) // 2][1], run[-1][2]
    size, upright = probe.size(middle)
    bold = probe.bold(middle) and (len(run) < 3 or probe.bold(last))
    return Strip(
        words,
        number,
        min(word.x0 for word in words),
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
        round(size, 1),
        bold,
        upright,
    )
