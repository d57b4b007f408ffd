"""PDF's own notes: a highlight over words, and a note at the top of a page (ISO 32000-2, 12.5.6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...model import Box
from ...readers.pdf.frame import Frame
from ...readers.remarks import AUTHOR
from ..notes import Line, Note

_COLOR = (1.0, 0.85, 0.3)
_PRINTED = 4  # a flag: the mark is printed, too
_MARGIN, _ICON = 12, 20  # points


def highlight(note: Note, found: Sequence[Box], frame: Frame, count: int) -> Any:
    """A highlight over *found*, the boxes of a note on one page."""
    quads = [_quad(box, frame) for box in found]
    points = [corner for quad in quads for corner in quad]
    made = _mark("/Highlight", points, note.lines, f"{AUTHOR}-{count}")
    _put(made, "QuadPoints", [number for point in points for number in point])
    return made


def sticky(lines: Sequence[Line], frame: Frame) -> Any:
    """A note in the top left corner of a page as it is seen."""
    corner = Box(0, _MARGIN, _MARGIN, _MARGIN + _ICON, _MARGIN + _ICON)
    return _mark("/Text", _quad(corner, frame), lines, f"{AUTHOR}-top")


def _quad(box: Box, frame: Frame) -> list[tuple[float, float]]:
    """The corners of *box* in the file's coordinates, in the order that programs expect: upper two, lower two."""
    corners = ((box.x0, box.top), (box.x1, box.top), (box.x0, box.bottom), (box.x1, box.bottom))
    return [frame.back(x, y) for x, y in corners]


def _mark(kind: str, points: Sequence[tuple[float, float]], lines: Sequence[Line], key: str) -> Any:
    from pypdf.generic import DictionaryObject, NameObject, NumberObject, TextStringObject

    xs, ys = zip(*points, strict=True)
    text = "\n".join(line.text for line in lines)
    made = DictionaryObject({NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject(kind)})
    made[NameObject("/F")] = NumberObject(_PRINTED)
    for name, said in (("/Contents", text), ("/T", AUTHOR), ("/NM", key)):
        made[NameObject(name)] = TextStringObject(said)
    _put(made, "Rect", [min(xs), min(ys), max(xs), max(ys)])
    _put(made, "C", _COLOR)
    return made


def _put(made: Any, name: str, numbers: Sequence[float]) -> None:
    from pypdf.generic import ArrayObject, FloatObject, NameObject

    made[NameObject(f"/{name}")] = ArrayObject(FloatObject(round(number, 2)) for number in numbers)
