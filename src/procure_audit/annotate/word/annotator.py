"""A Word file and what is to be said of it in, a copy with comments out."""

from __future__ import annotations

from ...model import UnreadableError
from ...readers.remarks import unanswered
from ...readers.word import TracedFile, read_traced
from ...readers.word.comments import comments_of, spans_of
from ...readers.word.package import Element, Package
from ..notes import Line, Notes, told_at_top
from ..parts import with_parts, written
from ..plain import swaps
from .changes import Changes
from .comments import Comments, drop
from .places import Places
from .registry import Registry

_STRICT = UnreadableError("it is a strict Open XML file", "save it as an ordinary Word document (.docx)")
_SIGNED = UnreadableError("it is signed, and a comment would break the signature", "save a copy without the signature")


def annotate(data: bytes, path: str, notes: Notes, *, revisions: str) -> bytes:
    """A copy of the Word file *data* in which *notes* stand as comments. Raises UnreadableError for what can't be done.

    Our own comments of an earlier run go, but for those that somebody answered. *notes* must be of the same bytes, read
    with the same *revisions*.
    """
    package = Package(data)
    if package.is_strict:
        raise _STRICT
    if any(name.startswith("_xmlsignatures/") for name in package.names()):
        raise _SIGNED
    traced = read_traced(data, path, revisions=revisions)
    registry = Registry(package)
    said, threads = package.related("comments"), package.related("commentsExtended")
    drop(unanswered(comments_of(package), spans_of(traced.root, traced.trace)), said, threads, traced.root)
    comments = Comments(said, threads, traced.root)
    places = Places(traced.root)
    _comment(traced, notes, comments, places)
    _suggest(traced, notes, places)
    parts = {package.main: written(traced.root), registry.comments: written(comments.root), **registry.parts()}
    if comments.extended is not None:
        parts[registry.extended] = written(comments.extended)
    return with_parts(data, parts)


def _comment(traced: TracedFile, notes: Notes, comments: Comments, places: Places) -> None:
    """Hang each note on its words; one that has none in the main part goes to the top."""
    top: list[Line] = list(notes.top)
    for note in notes.notes:
        ends = places.ends(list(traced.trace.pieces(note.place.span)))
        if ends is None:
            top += told_at_top(note)
        else:  # at once: the next cut may part the runs again
            comments.add(note.lines, *ends)
    start = _beginning(traced, places)
    if start is not None:
        comments.add(top, *start)


def _suggest(traced: TracedFile, notes: Notes, places: Places) -> None:
    """Write what *notes* suggest as tracked changes; what can't stand there is left to the comments."""
    if not (notes.clauses or notes.words):
        return
    swapped = list(swaps(traced.document, notes.words))
    Changes(traced.root, traced.trace, places).suggest(notes.clauses, swapped)


def _beginning(traced: TracedFile, places: Places) -> tuple[Element, Element] | None:
    """The first words of the main part."""
    for origin in traced.trace.origins:
        ends = places.ends([origin.piece(origin.span)])
        if ends is not None:
            return ends
    return None
