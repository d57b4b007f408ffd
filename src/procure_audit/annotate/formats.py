"""The formats that can be written into: one line each."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, Protocol

from ..model import Report, UnreadableError, WordLists
from .notes import Notes, notes_of


class Annotate(Protocol):
    """An annotator's door: a file's bytes, its name and what to say, to the bytes of a copy.

    Raises UnreadableError where it can't be done.
    """

    def __call__(self, data: bytes, path: str, notes: Notes, *, revisions: str) -> bytes: ...


ANNOTATORS: Mapping[str, str] = MappingProxyType({"docx": ".word", "odt": ".odt", "pdf": ".pdf"})
"""The module of each format, by the name that its reader gives it."""

SUGGESTING = frozenset(("docx",))
"""The formats in which changes can be suggested as well."""

_ADVICE = {"doc": "save it as .docx in Word", "text": "copy it into a Word document"}


def annotated(data: bytes, report: Report, *, revisions: str = "accepted", suggest: WordLists | None = None) -> bytes:
    """A copy of the file *data*, the only document of *report*, with what *report* says of it beside the words.

    *suggest* are words whose plain ones are suggested as tracked changes, with the model clauses.
    Raises UnreadableError with the reason and what to do.
    """
    document = report.understood.documents[0]
    if document.format not in ANNOTATORS:
        told = f"files of this kind ({document.format}) can't be annotated"
        raise UnreadableError(told, _ADVICE.get(document.format, "save it as .docx or PDF"))
    if suggest is not None and document.format not in SUGGESTING:
        raise UnreadableError("no changes can be suggested in a file of this kind", "leave --suggest out")
    annotate: Any = import_module(ANNOTATORS[document.format], __package__)
    done: bytes = annotate.annotate(data, document.path, notes_of(report, document.path, suggest), revisions=revisions)
    return done
