"""A PDF and what is to be said of it in, a copy with highlights, notes and bookmarks out.

What is added stands behind the bytes of the file, as the format allows (ISO 32000-2, 7.5.6): those stay as they are.
"""

from __future__ import annotations

import io
from typing import Any

from ...model import Box, UnreadableError
from ...readers.pdf import TracedFile, read_traced
from ..notes import Line, Note, Notes, told_at_top
from .boxes import boxes
from .marks import highlight, sticky

_LOCKED = UnreadableError(
    "it is protected against changes", "save a copy without protection, or annotate the document it was made from"
)
_BROKEN = UnreadableError("nothing can be added to it", "open it and save it anew as PDF")


def annotate(data: bytes, path: str, notes: Notes, *, revisions: str) -> bytes:  # noqa: ARG001 - a PDF has none
    """A copy of the PDF *data* in which *notes* stand as highlights. Raises UnreadableError for what can't be done."""
    traced = read_traced(data, path)
    writer = _writer(data)
    try:
        _write(writer, traced, notes)
        out = io.BytesIO()
        writer.write(out)
    except Exception as error:  # pypdf lets through whatever a strange file makes it stumble over
        raise _BROKEN from error
    return out.getvalue()


def _writer(data: bytes) -> Any:
    """What adds to *data*. Raises UnreadableError for a file that is protected or damaged."""
    from pypdf import PdfReader, PdfWriter

    try:
        if PdfReader(io.BytesIO(data)).is_encrypted:
            raise _LOCKED
        return PdfWriter(io.BytesIO(data), incremental=True)
    except UnreadableError:
        raise
    except Exception as error:  # as above
        raise _BROKEN from error


def _write(writer: Any, traced: TracedFile, notes: Notes) -> None:
    """Add the notes with their bookmarks; one whose words have no place on a page goes to the top."""
    top: list[Line] = list(notes.top)
    placed: list[tuple[Note, list[Box]]] = []
    for note in notes.notes:
        found = [box for box in boxes(traced, note.place.span) if box.page in traced.frames]
        if found:
            placed.append((note, found))
        else:
            top += told_at_top(note)
    first = min(traced.frames)
    writer.add_annotation(first - 1, sticky(top, traced.frames[first]))
    root = writer.add_outline_item(title="procure-audit", page_number=first - 1)
    for count, (note, found) in enumerate(placed):
        page = found[0].page
        here = [box for box in found if box.page == page]
        writer.add_annotation(page - 1, highlight(note, here, traced.frames[page], count))
        writer.add_outline_item(title=note.title, page_number=page - 1, parent=root)
