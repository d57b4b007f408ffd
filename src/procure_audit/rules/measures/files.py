"""What the files are like: accessible, editable, finished. A format that has no such thing counts as sound."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ...model import Document, Span
from ..case import Case
from ..reading import Lack, Look, Reading
from .base import Measure

Fault = Callable[[Document], bool]
_EDITABLE = ("docx", "doc", "odt", "xlsx")


def scanned(document: Document) -> bool:
    """A page is only an image: no program can read it out."""
    return any(gap.page is not None for gap in document.gaps)


def untagged(document: Document) -> bool:
    return document.properties.tagged is False


def untitled(document: Document) -> bool:
    """A PDF without a title of its own: readers announce the file name."""
    return document.format == "pdf" and not (document.properties.title or "").strip()


def unnamed(document: Document) -> bool:
    """A file of a kind that can hold a title and holds none."""
    return document.format in (*_EDITABLE, "pdf") and not (document.properties.title or "").strip()


def without_language(document: Document) -> bool:
    return document.format == "pdf" and not (document.properties.language or "").strip()


def pictures(document: Document) -> bool:
    return document.properties.images_without_text > 0


def bare_tables(document: Document) -> bool:
    return document.properties.tables_without_heading > 0


def editable(document: Document) -> bool:
    """A form in such a file can be worked on without a system."""
    return document.format in _EDITABLE


FAULTS: tuple[Fault, ...] = (scanned, untagged, untitled, without_language, pictures)


def count(case: Case, faults: tuple[Fault, ...]) -> Look:
    if not case.tender.documents:
        return Lack("no document was read")
    faulty = [document for document in case.tender.documents if any(fault(document) for fault in faults)]
    return Reading(len(faulty), "", tuple(document.evidence(Span(0, 0)) for document in faulty))


def total(case: Case, of: Callable[[Document], int]) -> Look:
    """What the documents have of something, all together; the documents that have any are the places."""
    if not case.tender.documents:
        return Lack("no document was read")
    counted = [(document, of(document)) for document in case.tender.documents]
    places = tuple(document.evidence(Span(0, 0)) for document, count in counted if count)
    return Reading(sum(count for _, count in counted), "", places)


def hidden_places(case: Case) -> Look:
    """Passages that a reader doesn't see and a program does."""
    if not case.tender.documents:
        return Lack("no document was read")
    places = tuple(d.evidence(block.span) for d in case.tender.documents for block in d.blocks if block.hidden)
    return Reading(len(places), "", places)


MEASURES = (
    Measure("files.faulty", "documents with a fault of accessibility", partial(count, faults=FAULTS)),
    Measure("files.scanned", "documents with pages that are only an image", partial(count, faults=(scanned,))),
    Measure("files.untagged", "documents without tags", partial(count, faults=(untagged,))),
    Measure("files.untitled", "documents without a title", partial(count, faults=(untitled,))),
    Measure("files.unnamed", "documents that could hold a title and don't", partial(count, faults=(unnamed,))),
    Measure("files.without_language", "documents that name no language", partial(count, faults=(without_language,))),
    Measure("files.pictures", "documents with pictures without a text", partial(count, faults=(pictures,))),
    Measure("files.bare_tables", "documents with tables that mark no heading", partial(count, faults=(bare_tables,))),
    Measure("files.editable", "documents that can be written in", partial(count, faults=(editable,))),
    Measure("files.comments", "comments that nobody settled", partial(total, of=lambda d: d.properties.comments_open)),
    Measure("files.changes", "tracked changes left in", partial(total, of=lambda d: d.properties.changes_tracked)),
    Measure("files.hidden_places", "hidden passages", hidden_places),
)
