"""The functions of pdfium that are called thousands of times, bound so that a call costs least.

pypdfium2's own bindings release the interpreter's lock at each call and check each argument. These don't; pdfium is
never called from two threads (it crashes), so nothing is lost. Handles are plain addresses.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from array import array
from collections import deque
from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Any

import pypdfium2_raw  # type: ignore[import-untyped]

Handle = int

TEXT, PATH, IMAGE, FORM = 1, 2, 3, 5
"""Kinds of page object."""

_P, _I, _D, _L = ctypes.c_void_p, ctypes.c_int, ctypes.c_double, ctypes.c_ulong


def _library() -> ctypes.PyDLL:
    folder = Path(pypdfium2_raw.__file__).parent
    found = [file for file in folder.iterdir() if file.suffix in (".so", ".dylib", ".dll")]
    name = str(found[0]) if found else ctypes.util.find_library("pdfium")
    return ctypes.PyDLL(name)


_PDFIUM = _library()


def _bound(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    function = getattr(_PDFIUM, name)
    function.restype, function.argtypes = result, arguments
    return function  # type: ignore[no-any-return]


class Rect(ctypes.Structure):
    """pdfium's FS_RECTF."""

    _fields_ = [(name, ctypes.c_float) for name in ("left", "top", "right", "bottom")]


class Matrix(ctypes.Structure):
    """pdfium's FS_MATRIX."""

    _fields_ = [(name, ctypes.c_float) for name in "abcdef"]


load_text = _bound("FPDFText_LoadPage", _P, _P)
close_text = _bound("FPDFText_ClosePage", None, _P)
count_chars = _bound("FPDFText_CountChars", _I, _P)
get_text = _bound("FPDFText_GetText", _I, _P, _I, _I, _P)
count_objects = _bound("FPDFPage_CountObjects", _I, _P)
get_object = _bound("FPDFPage_GetObject", _P, _P, _I)
object_type = _bound("FPDFPageObj_GetType", _I, _P)
object_bounds = _bound("FPDFPageObj_GetBounds", _I, _P, _P, _P, _P, _P)
object_matrix = _bound("FPDFPageObj_GetMatrix", _I, _P, _P)
count_form_objects = _bound("FPDFFormObj_CountObjects", _I, _P)
get_form_object = _bound("FPDFFormObj_GetObject", _P, _P, _L)
count_segments = _bound("FPDFPath_CountSegments", _I, _P)
get_segment = _bound("FPDFPath_GetPathSegment", _P, _P, _I)
segment_point = _bound("FPDFPathSegment_GetPoint", _I, _P, _P, _P)
segment_type = _bound("FPDFPathSegment_GetType", _I, _P)
segment_closes = _bound("FPDFPathSegment_GetClose", _I, _P)


def handle(thing: Any) -> Handle:
    """The address of a pypdfium2 page or document."""
    return int(ctypes.cast(thing.raw, _P).value or 0)


def page_text(text_page: Handle) -> str:
    """All characters of a text page in one call, lines parted by CR LF. Hyphens at line ends come as U+FFFE."""
    count = count_chars(text_page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (2 * count + 64))()
    written = get_text(text_page, 0, count, buffer)
    return bytes(memoryview(buffer).cast("B")[: 2 * (written - 1)]).decode("utf-16-le", "replace")


def _unchecked(name: str, result: Any = _I) -> Callable[..., Any]:
    """A function of `Argument`, whole numbers and references: checking them takes three times as long as the call."""
    function = _PDFIUM[name]
    function.restype = result
    return function


Argument = Any
"""A handle as the functions below take it; they would cut the plain number in half."""

argument: Callable[[Handle], Argument] = _P.from_param

font_size = _unchecked("FPDFText_GetFontSize", _D)
font_weight = _unchecked("FPDFText_GetFontWeight")
font_info = _unchecked("FPDFText_GetFontInfo", _L)
text_matrix = _unchecked("FPDFText_GetMatrix")
_char_index = _unchecked("FPDFText_GetCharIndexFromTextIndex")
_loose_box = _unchecked("FPDFText_GetLooseCharBox")

_ROOM = 4096  # boxes


@cache
def _room() -> tuple[Any, list[Any]]:
    """Room for boxes, and a reference to each, kept for all pages: making one takes as long as a call."""
    room = (Rect * _ROOM)()
    size = ctypes.sizeof(Rect)
    return room, [ctypes.byref(room, size * k) for k in range(_ROOM)]


def char_indices(text_page: Handle, places: Sequence[int]) -> list[int]:
    """The numbers of the characters at *places* in a page's text, where some characters are two in the text or none."""
    return list(map(_char_index, repeat(argument(text_page)), places))


def loose_boxes(text_page: Handle, characters: Sequence[int]) -> array[float]:
    """Left, top, right and bottom of each of *characters* in turn, as tall as its font; zeros where there is none."""
    room, places = _room()
    page = argument(text_page)
    found = array("f")
    for start in range(0, len(characters), _ROOM):
        some = characters[start : start + _ROOM]
        size = ctypes.sizeof(Rect) * len(some)
        ctypes.memset(room, 0, size)
        deque(map(_loose_box, repeat(page), some, places), maxlen=0)  # consumed for what it writes
        found.frombytes(memoryview(room).cast("B")[:size])
    return found
