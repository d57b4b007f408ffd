"""A tender: the documents that were read of it, and the files that could not be."""

from __future__ import annotations

from dataclasses import dataclass

from .document import Document
from .origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read. It is not clean: it was not looked at."""

    path: str
    reason: str
    advice: str = ""
    format: str = ""


@dataclass(frozen=True)
class Tender:
    """What a bidder must read and answer: one file, or the pack of a folder or archive.

    `origin` is where it lies.
    """

    name: str
    documents: tuple[Document, ...]
    unread: tuple[Unread, ...] = ()
    origin: Origin = NOWHERE
