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
_OCR = f"{_ORIGINAL}, or have the text of the scan recognised (--ocr)"
_NO_TEXT = UnreadableError("it has no text layer", _OCR)
_NOTHING_SEEN = UnreadableError("no text was recognised in it", _ORIGINAL)


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as pdfium gives it."""

    number: int
    frame: Frame
    strips: list[Strip]
    drawing: Drawing
    recognised: bool = False
    unread: UnreadableError = _NO_TEXT

    @property
    def is_scan(self) -> bool:
        """Whether it is only a picture: nearly all of it, with next to no letters."""
        return self.drawing.covered >= _COVERED and sum(map(_letters, self.strips)) < _SCANNED


@dataclass(frozen=True)
class TracedFile:
    """A PDF that was read to be written into: what it says, the words of each printed line by its box, its pages."""

    document: Document
    words: Mapping[Box, tuple[Word, ...]]
    frames: Mapping[int, Frame]


def read(data: bytes, path: str, *, max_pages: int | None = None, ocr: bool = False) -> Document:
    """The document in *data*. Raises UnreadableError with the reason in words.

    With *ocr* the text of scanned pages is recognised. Parts that can't be read (scanned pages, pages over
    *max_pages*) are in `Document.gaps`.
    """
    return _read(data, path, max_pages, ocr)[0]


def read_traced(data: bytes, path: str, *, max_pages: int | None = None) -> TracedFile:
    """As `read`, and where each word of a line stands."""
    document, found, raw = _read(data, path, max_pages, ocr=False)
    words = {strip.box: tuple(strip.words) for page in found.pages for strip in page.strips()}
    return TracedFile(document, words, {page.number: page.frame for page in raw})


def _read(data: bytes, path: str, max_pages: int | None, ocr: bool) -> tuple[Document, Contents, list[RawPage]]:
    builder = Builder(path, "pdf", hashlib.sha256(data).hexdigest())
    with opened(data) as document:
        count = len(document)
        fields = filled_in(document)
        raw = list(_raw_pages(document, min(count, max_pages or count), builder, fields.pages, ocr=ocr))
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


def _raw_pages(document: Any, count: int, builder: Builder, flatten: frozenset[int], *, ocr: bool) -> Iterator[RawPage]:
    characters = 0
    for number in range(1, count + 1):
        try:
            page, many = _raw_page(document, number, flatten, ocr=ocr)
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


def _raw_page(document: Any, number: int, flatten: frozenset[int], *, ocr: bool) -> tuple[RawPage, int]:
    page = document[number - 1]
    if number in flatten:
        page.flatten()
        page.close()
        page = document[number - 1]
    try:
        frame = frame_of(page)
        strips, many = strips_of(page, number, frame)
        raw = RawPage(number, frame, strips, drawing_of(page, frame))
        return (_read_off(page, raw) if ocr and raw.is_scan else raw), many
    finally:
        page.close()


def _read_off(page: Any, raw: RawPage) -> RawPage:
    """A scanned page with the words recognised in its picture."""
    from .scans import recognised

    try:
        strips = recognised(page, raw.number, raw.frame)
    except UnreadableError as error:
        return replace(raw, unread=error)
    return replace(raw, strips=strips, recognised=True) if strips else replace(raw, unread=_NOTHING_SEEN)


def _scans(raw: list[RawPage], builder: Builder) -> None:
    """Name the pages that are only a picture; refuse a file that holds nothing else."""
    scanned = [page for page in raw if page.is_scan and not page.recognised]
    if scanned and len(scanned) == sum(bool(page.strips or page.drawing.images) for page in raw):
        raise UnreadableError(f"every page is a scanned image: {scanned[0].unread.reason}", scanned[0].unread.advice)
    for page in scanned:
        reason = f"a scanned image: {page.unread.reason}"
        builder.gaps.append(Gap(f"page {page.number}", reason, page.unread.advice, page.number))
    builder.recognised_pages = tuple(page.number for page in raw if page.recognised)
    if builder.recognised_pages:
        pages = ", ".join(map(str, builder.recognised_pages))
        builder.notes.append(f"text recognised in scans (OCR), whose figures may be misread: page {pages}")


def _letters(strip: Strip) -> int:
    return sum(map(len, strip.words.texts))


def _range(first: int, last: int) -> str:
    return f"page {first}" if first == last else f"pages {first} to {last}"
