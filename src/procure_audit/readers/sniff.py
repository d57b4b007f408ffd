"""What a file is, by its content: names lie, and a renamed file must still be read or refused as what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import UnreadableError
from .archive import Budget, locked, open_zip

_HEAD = 1024
_TOLD_WITHIN = 200_000
"""Bytes of the part that tells a package's type."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.I,
)
_JSON = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")

_SAVE = "save it as PDF, Word or OpenDocument text and check that"
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "a PNG picture", "ask for the document as text, or run OCR over it first"),
    (b"\xff\xd8\xff", "a JPEG picture", "ask for the document as text, or run OCR over it first"),
    (b"GIF8", "a GIF picture", "ask for the document as text"),
    (b"II*\x00", "a TIFF picture", "ask for the document as text, or run OCR over it first"),
    (b"MM\x00*", "a TIFF picture", "ask for the document as text, or run OCR over it first"),
    (b"BM", "a bitmap picture", "ask for the document as text"),
    (b"{\\rtf", "a Rich Text file", _SAVE),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it and check the folder"),
    (b"Rar!", "a RAR archive", "unpack it and check the folder"),
    (b"\x1f\x8b", "a gzip archive", "unpack it and check what is in it"),
    (b"\x00\x01\x00\x00", "a font", "leave it out of the pack"),
    (b"OTTO", "a font", "leave it out of the pack"),
    (b"wOFF", "a font", "leave it out of the pack"),
    (b"MZ", "a program", "leave it out of the pack"),
    (b"\x7fELF", "a program", "leave it out of the pack"),
)
_SUFFIXES: dict[str, tuple[str, str]] = {
    "eml": ("an e-mail", "save its text and attachments and check those"),
    "msg": ("an Outlook e-mail", "save its text and attachments and check those"),
    "csv": ("a table of values", "save it as XLSX and check that"),
    "xml": ("an XML file", _SAVE),
    "svg": ("a drawing", "ask for the document as text"),
    "rtf": ("a Rich Text file", _SAVE),
    "pages": ("an Apple Pages document", _SAVE),
    "pptx": ("a presentation", "save it as PDF and check that"),
    "ppt": ("a presentation", "save it as PDF and check that"),
}
_OLE_STREAMS = (
    ("EncryptedPackage", "locked"),
    ("WordDocument", "doc"),
    ("Workbook", "xlsx"),
    ("Book", "xlsx"),
    ("__substg1.0_", "msg"),
    ("PowerPoint Document", "ppt"),
)
_MIMETYPES = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "xlsx",
}
_TEXTS = ("text", "markdown", "html", "json")


def sniff(data: bytes, suffix: str, named: str | None) -> str:
    """The format name of *data*, or "zip" for a pack. *suffix* and the format it stands for (*named*) break ties.

    Raises UnreadableError, which says what the file is, for everything that isn't read.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableError("it is empty", "ask for a new copy")
    head = data[:_HEAD]
    if b"%PDF-" in head:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zipped(data)
    if data.startswith(_OLE):
        return _ole(data)
    for magic, says, advice in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(f"it is {says}, which isn't read", advice)
    return _textual(data, head, suffix, named)


def _zipped(data: bytes) -> str:
    archive = open_zip(data, Budget())
    names = {name.lower(): name for name in archive.names()}
    types, mimetype = (
        archive.start(names.get(name, ""), _TOLD_WITHIN).decode("utf-8", "replace")
        for name in ("[content_types].xml", "mimetype")
    )
    if mimetype:
        return _open_document(mimetype)
    if types:
        return _office(types, names)
    if any(name.startswith("word/") for name in names):
        return "docx"
    return "xlsx" if any(name.startswith("xl/workbook") for name in names) else "zip"


def _open_document(mimetype: str) -> str:
    kind = _MIMETYPES.get(mimetype.strip())
    if kind is None:
        raise UnreadableError(f"it is a file of type {mimetype.strip()[:80]}, which isn't read", _SAVE)
    return kind


def _office(types: str, names: Iterable[str]) -> str:
    for mark, kind in (
        ("wordprocessingml", "docx"),
        ("ms-word", "docx"),
        ("spreadsheetml", "xlsx"),
        ("ms-excel", "xlsx"),
    ):
        if mark in types:
            return kind
    if "presentationml" in types:
        raise UnreadableError("it is a presentation, which isn't read", "save it as PDF and check that")
    return "docx" if "word/document.xml" in names else "zip"


def _ole(data: bytes) -> str:
    found = next((kind for name, kind in _OLE_STREAMS if name.encode("utf-16-le") in data), None)
    if found == "locked":
        raise locked()
    if found == "msg":
        raise UnreadableError("it is an Outlook e-mail, which isn't read", _SUFFIXES["msg"][1])
    if found == "ppt":
        raise UnreadableError("it is a presentation, which isn't read", _SUFFIXES["ppt"][1])
    if found is None:
        raise UnreadableError("it is an old or locked Office file of a kind that isn't read", _SAVE)
    return found


def _textual(data: bytes, head: bytes, suffix: str, named: str | None) -> str:
    if named not in _TEXTS and _is_binary(data):
        if named is not None:
            raise UnreadableError(
                f"it is named .{suffix} but holds nothing of any kind that is read", "ask for a new copy"
            )
        raise UnreadableError(f"files of type .{suffix} aren't read" if suffix else "its type isn't known", _SAVE)
    if suffix in _SUFFIXES:
        says, advice = _SUFFIXES[suffix]
        raise UnreadableError(f"it is {says}, which isn't read", advice)
    if _HTML.match(head):
        return "html"
    if named in _TEXTS and named != "json":
        return str(named)
    if _JSON.match(head) or named == "json":
        return "json"
    if named is not None:
        raise UnreadableError(
            f"it is named .{suffix} but holds only plain text", "ask for a new copy, or rename it .txt"
        )
    if suffix:
        raise UnreadableError(f"files of type .{suffix} aren't read", _SAVE)
    return "text"


def _is_binary(data: bytes) -> bool:
    """Whether *data* is no text: NUL bytes without the mark of a UTF-16 text."""
    return b"\x00" in data[:8192] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
