"""An OpenDocument text and what is to be said of it in, a copy with comments out (ODF 1.3 part 3, 14.1)."""

from __future__ import annotations

from lxml import etree

from ...model import Span
from ...readers.odt import TracedFile, read_traced
from ...readers.odt.package import Element, q
from ...readers.remarks import AUTHOR
from ..notes import Line, Notes, told_at_top
from ..parts import with_parts, written
from .places import Mark, ends_of, insert

_CONTENT = "content.xml"


def annotate(data: bytes, path: str, notes: Notes, *, revisions: str) -> bytes:
    """A copy of the text *data* in which *notes* stand as comments. Raises UnreadableError for what can't be done."""
    traced = read_traced(data, path, revisions=revisions)
    top: list[Line] = list(notes.top)
    marks: list[Mark] = []
    for count, note in enumerate(notes.notes):
        found = _marks(traced, note.place.span, note.lines, f"{AUTHOR}-{count}")
        if found:
            marks += found
        else:
            top += told_at_top(note)
    marks += _first(traced, top)
    for mark in sorted(marks, key=lambda mark: (mark.at, not mark.is_end), reverse=True):  # those before keep theirs
        insert(mark)
    return with_parts(data, {_CONTENT: written(traced.root)})


def _marks(traced: TracedFile, span: Span, lines: tuple[Line, ...] | list[Line], key: str) -> list[Mark]:
    """The comment at the beginning of *span* and its end; [] where none may stand."""
    words = traced.document.text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    trimmed = Span(start, start + len(words.strip()))
    ends = ends_of(list(traced.trace.pieces(trimmed)), traced.root)
    if ends is None:
        return []
    name = _free(traced.root, key)
    first, last = ends
    comment = Mark(trimmed.start, False, *first, _comment(lines, name if last else ""))
    end = etree.Element(q("office:annotation-end"), {q("office:name"): name})
    return [comment, Mark(trimmed.end, True, *last, end)] if last else [comment]


def _first(traced: TracedFile, lines: list[Line]) -> list[Mark]:
    """The comment at the first words that can have one."""
    for origin in traced.trace.origins:
        if found := _marks(traced, origin.span, lines, f"{AUTHOR}-top"):
            return found
    return []


def _free(root: Element, key: str) -> str:
    """*key*, or one like it that no comment of an earlier run has."""
    used = {one.get(q("office:name")) for one in root.iter(q("office:annotation"))}
    return next(name for name in (f"{key}{'-again' * number}" for number in range(len(used) + 1)) if name not in used)


def _comment(lines: tuple[Line, ...] | list[Line], name: str) -> Element:
    comment = etree.Element(q("office:annotation"), {q("office:name"): name} if name else {})
    etree.SubElement(comment, q("dc:creator")).text = AUTHOR
    for line in lines:
        etree.SubElement(comment, q("text:p")).text = line.text
    return comment
