"""Pages that are only a picture: their words, as the program tesseract recognises them. Only when the user asks.

Tesseract found 99 % of the words of clean scans at 150 to 200 dots an inch, but may misread a figure: what stands on
such a page is marked as recognised, and no fact that rests on it is sure.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from statistics import median
from typing import Any

from ...model import UnreadableError
from .frame import Frame
from .shapes import Sides, Strip, Words, strip_of

_DOTS = 200  # an inch
_POINTS = 72  # an inch
_MOST_PIXELS = 30_000_000  # a page of A2 at that resolution; larger ones are rendered coarser
_SECONDS = 60  # for one page
_ALIKE = 0.25  # sizes that differ by less are one: the boxes of recognised words are as tall as their letters
_ADVICE = "install tesseract and procure-audit[ocr], or ask for the original file"

Found = Mapping[str, Sequence[Any]]
"""Tesseract's table, column by column; lengths in dots."""


def recognised(page: Any, number: int, frame: Frame) -> list[Strip]:
    """The strips of a pypdfium2 page that holds no text, read off its picture.

    Raises UnreadableError where tesseract isn't to be had or can't cope with the page.
    """
    dots = min(_DOTS / _POINTS, (_MOST_PIXELS / (frame.width * frame.height)) ** 0.5)
    picture = page.render(scale=dots, grayscale=True).to_pil()
    return list(strips(_looked_at(picture), number, 1 / dots))


def _looked_at(picture: Any) -> Found:
    try:
        import pytesseract
    except ImportError as error:
        raise UnreadableError("recognising its text needs pytesseract, which isn't installed", _ADVICE) from error
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # its threads wait for each other more than they help
    try:
        table: Found = pytesseract.image_to_data(picture, output_type=pytesseract.Output.DICT, timeout=_SECONDS)
    except pytesseract.TesseractNotFoundError as error:
        raise UnreadableError("recognising its text needs tesseract, which isn't installed", _ADVICE) from error
    except (pytesseract.TesseractError, RuntimeError) as error:  # the second when time ran out
        raise UnreadableError("tesseract can't recognise its text", "ask for the original file") from error
    return table


def strips(found: Found, number: int, points: float) -> Iterator[Strip]:
    """The lines of tesseract's table as strips of page *number*; *points* are those of one dot."""
    kept = [k for k, text in enumerate(found["text"]) if text.strip()]
    if not kept:
        return
    usual = median(found["height"][k] for k in kept) * points
    for _, line in groupby(kept, key=lambda k: (found["block_num"][k], found["par_num"][k], found["line_num"][k])):
        words = _words(found, list(line), points)
        size = median(high - low for high, low in zip(words.sides.highs, words.sides.lows, strict=True))
        even = usual if abs(size - usual) <= _ALIKE * usual else size
        yield strip_of(words, number, round(even, 1), bold=False, upright=True)


def _words(found: Found, line: Sequence[int], points: float) -> Words:
    def side(of: str, plus: str = "", sign: int = 1) -> array[float]:
        dots = (found[of][k] + (found[plus][k] if plus else 0) for k in line)
        return array("f", (sign * points * dot for dot in dots))

    sides = Sides(side("left"), side("top", sign=-1), side("left", "width"), side("top", "height", sign=-1))
    return Words([found["text"][k].strip() for k in line], sides)
