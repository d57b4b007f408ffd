"""A PDF file to a Document: pages are read one after the other, then seen together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...model import Box, Document, Gap, UnreadableError
from ..build import MOST_CHARACTERS, Builder
from .drawing import Drawing, drawing_of
from .emit import emit
from .forms import filled_in
from .frame import Frame, frame_of
from .ligatures import repaired
from .opening import opened
from .pages import Contents, contents
from .properties import properties_of
from .shapes import Strip, Word
from .words import strips_of

_SCANNED = 20  # characters: a page with fewer, under a picture, is a scan
_COVERED = 0.5  # share of the page
_ORIGINAL = "ask for the original file"
_OCR = f"{_ORIGINAL}, or have the text of the scan recognised (OCR)"


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as pdfium gives it."""

    number: int
    frame: Frame
    strips: list[Strip]
    drawing: Drawing


@dataclass(frozen=True)
class TracedFile:
    """A PDF that was read to be written into: what it says, the words of each printed line by its box, its pages."""

    document: Document
    words: Mapping[Box, tuple[Word, ...]]
    frames: Mapping[int, Frame]


def read(data: bytes, path: str, *, max_pages: int | None = None) -> Document:
    """The document in *data*. Raises UnreadableError with the reason in words.

    Parts that can't be read (scanned pages, pages over *max_pages*) are in `Document.gaps`.
    """
    return _read(data, path, max_pages)[0]


def read_traced(data: bytes, path: str, *, max_pages: int | None = None) -> TracedFile:
    """As `read`, and where each word of a line stands."""
    document, found, raw = _read(data, path, max_pages)
    words = {strip.box: tuple(strip.words) for page in found.pages for strip in page.strips()}
    return TracedFile(document, words, {page.number: page.frame for page in raw})


def _read(data: bytes, path: str, max_pages: int | None) -> tuple[Document, Contents, list[RawPage]]:
    builder = Builder(path, "pdf", hashlib.sha256(data).hexdigest())
    with opened(data) as document:
        count = len(document)
        fields = filled_in(document)
        raw = list(_raw_pages(document, min(count, max_pages or count), builder, fields.pages))
        builder.properties = properties_of(document, sum(page.drawing.images for page in raw), fields.count)
    if not raw:
        raise UnreadableError("it is damaged: none of its pages can be read", _ORIGINAL)
    if max_pages and count > max_pages:
        builder.gaps.append(Gap(_range(max_pages + 1, count), "more than --max-pages", "raise --max-pages"))
    _scans(raw, builder)
    strips = repaired([page.strips for page in raw], builder.notes)
    whole = [replace(page, strips=mended) for page, mended in zip(raw, strips, strict=True)]
    found = contents(whole, builder.notes)
    emit(found, builder)
    return builder.document(), found, whole


def _raw_pages(document: Any, count: int, builder: Builder, flatten: frozenset[int]) -> Iterator[RawPage]:
    characters = 0
    for number in range(1, count + 1):
        try:
            page, many = _raw_page(document, number, flatten)
        except Exception:  # pdfium's and ctypes' errors share no class; one page must not cost the file
            builder.gaps.append(
                Gap(f"page {number}", "it is damaged or too large", "ask for the original file", number)
            )
            continue
        characters += many
        yield page
        if characters > MOST_CHARACTERS and number < count:
            builder.gaps.append(Gap(_range(number + 1, count), "there is too much text in this file", "split it"))
            return


def _raw_page(document: Any, number: int, flatten: frozenset[int]) -> tuple[RawPage, int]:
    page = document[number - 1]
    if number in flatten:
        page.flatten()
        page.close()
        page = document[number - 1]
    try:
        frame = frame_of(page)
        strips, many = strips_of(page, number, frame)
        return RawPage(number, frame, strips, drawing_of(page, frame)), many
    finally:
        page.close()


def _scans(raw: list[RawPage], builder: Builder) -> None:
    """Name the pages that are only a picture; refuse a file that holds nothing else."""
    scanned = [page.number for page in raw if _is_scan(page)]
    if scanned and len(scanned) == sum(bool(page.strips or page.drawing.images) for page in raw):
        raise UnreadableError("every page is a scanned image without a text layer", _OCR)
    for number in scanned:
        builder.gaps.append(Gap(f"page {number}", "no text layer (a scanned image)", _OCR, number))


def _is_scan(page: RawPage) -> bool:
    return page.drawing.covered >= _COVERED and sum(_letters(strip) for strip in page.strips) < _SCANNED


def _letters(strip: Strip) -> int:
    return sum(map(len, strip.words.texts))


def _range(first: int, last: int) -> str:
    return f"page {first}" if first == last else f"pages {first} to {last}"
