"""The size and weight of type, asked of pdfium character by character."""

from __future__ import annotations

import ctypes
import re

from . import pdfium

_BOLD = re.compile(rb"bold|black|heavy|semib|demib", re.I)
_FAMILY = re.compile(rb"(?:^|\+)(?!CIDFont)[A-Za-z]{4,}")
_BOLD_WEIGHT = 600
_LONGEST_NAME = 128


class Typeface:
    """Asks pdfium about single characters of one text page; buffers are made once."""

    def __init__(self, text_page: int, rotation: int) -> None:
        self.text_page, self.rotation = text_page, rotation
        self._page = pdfium.argument(text_page)
        self._matrix, self._name, self._flags = (
            pdfium.Matrix(),
            ctypes.create_string_buffer(_LONGEST_NAME),
            ctypes.c_int(),
        )
        self._to_matrix, self._to_flags = ctypes.byref(self._matrix), ctypes.byref(self._flags)

    def size(self, at: int) -> tuple[float, bool]:
        """The true size of a character, and whether its line runs from left to right as the page is seen."""
        pdfium.text_matrix(self._page, at, self._to_matrix)
        matrix = self._matrix
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        scale = (c * c + d * d) ** 0.5 or 1.0
        along, across = {0: (a, b), 90: (b, a), 180: (-a, b), 270: (-b, a)}[self.rotation]
        return pdfium.font_size(self._page, at) * scale, along >= abs(across)

    def bold(self, at: int) -> bool:
        """Whether a character is bold by its font's name; the weight is a guess of pdfium's, for fonts without one."""
        named = pdfium.font_info(self._page, at, self._name, _LONGEST_NAME, self._to_flags)
        name = self._name.value if named else b""
        if _BOLD.search(name):
            return True
        return not _FAMILY.search(name) and pdfium.font_weight(self._page, at) >= _BOLD_WEIGHT
