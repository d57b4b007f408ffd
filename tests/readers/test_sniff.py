"""A file is read as what it is, or refused as what it is, whatever its name says."""

from __future__ import annotations

import io
import zipfile

import pytest

from procure_audit.model import UnreadableError
from procure_audit.readers import READERS, read_document
from procure_audit.readers.formats import FORMATS, suffix_of
from procure_audit.readers.sniff import sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def zipped(**members: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return held.getvalue()


def types(kind: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "[Content_Types].xml", f"<Types><Override ContentType='application/x-{kind}.main+xml'/></Types>"
        )
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"%PDF-1.4", "a.pdf", "pdf"),
        (b"junk\n%PDF-1.4", "a.docx", "pdf"),
        (types("wordprocessingml"), "a.pdf", "docx"),
        (types("spreadsheetml"), "a.bin", "xlsx"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "a.docx", "odt"),
        (zipped(a_dot_txt="words"), "a.zip", "zip"),
        (OLE + "WordDocument".encode("utf-16-le"), "a.doc", "doc"),
        (OLE + "Workbook".encode("utf-16-le"), "a.xls", "xlsx"),
        (b"<!DOCTYPE html><p>words", "a.txt", "html"),
        (b"\xef\xbb\xbf  <html><p>words", "a.docx", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html><html>', "a.htm", "html"),
        (b'{"ocid": 1}', "a.json", "json"),
        (b'{"ocid": 1}', "a", "json"),
        (b"{curly} words", "a.txt", "text"),
        (b"[Blank] words", "a.md", "markdown"),
        ("Words".encode("utf-16"), "a.txt", "text"),
        (b"Words", "README", "text"),
    ],
)
def test_content_decides(data: bytes, name: str, expected: str) -> None:
    suffix = suffix_of(name)
    named = READERS[suffix].name if suffix in READERS else None
    assert sniff(data, suffix, named) == expected


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.pdf", "it is empty"),
        (b"\x00\x00 \n", "a.docx", "it is empty"),
        (b"\x89PNG\r\n", "plan.png", "it is a PNG picture, which isn't read"),
        (b"\x89PNG\r\n", "plan.pdf", "it is a PNG picture, which isn't read"),
        (types("presentationml"), "a.pptx", "it is a presentation, which isn't read"),
        (OLE + "__substg1.0_0037".encode("utf-16-le"), "a.msg", "it is an Outlook e-mail, which isn't read"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "it is locked with a password"),
        (b"From: a@b\n\nWords", "a.eml", "it is an e-mail, which isn't read"),
        (b"\x00\x01\x00\x00\x00\x0f", "a.ttf", "it is a font, which isn't read"),
        (b"{\\rtf1 words}", "a.doc", "it is a Rich Text file, which isn't read"),
        (b"Only words", "a.pdf", "it is named .pdf but holds only plain text"),
        (b"\x07\x00\x01\x02", "a.docx", "it is named .docx but holds nothing of any kind that is read"),
        (b"PK\x03\x04 cut short", "a.docx", "it is a broken ZIP archive"),
        (b"a,b\n1,2", "a.csv", "it is a table of values, which isn't read"),
        (b"\x07\x00\x01\x02", "a.dwg", "files of type .dwg aren't read"),
        (b"words", "a.dwg", "files of type .dwg aren't read"),
    ],
)
def test_what_is_not_read_is_named_with_advice(data: bytes, name: str, says: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_document(data, name)
    assert caught.value.reason.startswith(says)
    assert caught.value.advice


def test_a_renamed_file_is_read_with_a_note() -> None:
    document = read_document(b"<html><p>The council wants a hall.", "brief.docx")
    assert document.format == "html"
    assert document.notes == ("named .docx but is a web page",)


def test_a_zip_named_like_a_document_is_refused() -> None:
    with pytest.raises(UnreadableError, match=r"it is named \.docx but is a ZIP archive without a document in it"):
        read_document(zipped(a_dot_txt="words"), "brief.docx")


def test_a_document_without_a_word_is_refused() -> None:
    with pytest.raises(UnreadableError, match="it holds no text"):
        read_document(b"<html><script>x()</script></html>", "a.html")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_has_its_reader(name: str) -> None:
    assert callable(FORMATS[name].read)
