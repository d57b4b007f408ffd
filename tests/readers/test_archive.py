"""ZIP files from strangers: limits hold whatever the headers say, and each refusal has its own words."""

from __future__ import annotations

import io
import zipfile

import pytest

from procure_audit.model import UnreadableError
from procure_audit.readers import archive
from procure_audit.readers.archive import not_a_zip, open_zip
from procure_audit.readers.xml import parse


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def test_names_and_parts() -> None:
    file = open_zip(zipped({"a.xml": b"<a/>", "b/c.txt": b"see"}))
    assert file.names() == ("a.xml", "b/c.txt")
    assert file.read("b/c.txt") == b"see"
    assert "a.xml" in file and "z" not in file


def test_a_part_that_swells_too_much_is_refused() -> None:
    with pytest.raises(UnreadableError, match="ZIP bomb"):
        open_zip(zipped({"big": b"0" * (archive.SMALL * 2)}))


def test_a_header_that_lies_about_the_size_is_caught_while_reading() -> None:
    data = zipped({"big": b"0" * (archive.SMALL * 4)})
    honest, lie = (archive.SMALL * 4).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    assert honest in data
    with pytest.raises(UnreadableError):
        open_zip(data.replace(honest, lie)).read("big")


def test_all_parts_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({"a": b"x" * 600, "b": b"y" * 600})
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1000)
    with pytest.raises(UnreadableError, match="unpacks to more"):
        open_zip(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "PDF"),
        (b"<!DOCTYPE html><p>", "web page"),
        (b"{\\rtf1 }", "RTF"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "Word 97"),
        (b"anything else", "isn't a ZIP file"),
    ],
)
def test_what_it_is_instead(data: bytes, words: str) -> None:
    assert words in not_a_zip(data).reason
    with pytest.raises(UnreadableError, match=words):
        open_zip(data)


def test_a_file_cut_short_is_told() -> None:
    with pytest.raises(UnreadableError, match="cut short or damaged"):
        open_zip(zipped({"a": b"text" * 100})[:60])


def test_a_damaged_part_is_told_by_name() -> None:
    data = bytearray(zipped({"part.xml": bytes(range(256)) * 20}))
    data[60:70] = b"\xff" * 10
    with pytest.raises(UnreadableError, match=r"part\.xml"):
        open_zip(bytes(data)).read("part.xml")


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (b"<a><b></a>", "is broken"),
        (b"<a>" * 300 + b"</a>" * 300, "nested too deeply"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "document type"),
        (b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>', "document type"),
    ],
)
def test_xml_that_is_refused(xml: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        parse(xml, "part.xml")


def test_xml_with_too_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("procure_audit.readers.xml.MOST_ELEMENTS", 10)
    with pytest.raises(UnreadableError, match="more than 10 elements"):
        parse(b"<a>" + b"<b/>" * 30 + b"</a>", "part.xml")


def test_two_elements_with_one_id_are_fine() -> None:
    assert len(parse(b'<a><b xml:id="x"/><c xml:id="x"/></a>', "part.xml")) == 2
