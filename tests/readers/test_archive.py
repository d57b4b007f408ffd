"""ZIP files from strangers: limits hold whatever the headers say, and each refusal has its own words."""

from __future__ import annotations

import io
import zipfile

import pytest

from procure_audit.model import UnreadableError
from procure_audit.readers import archive
from procure_audit.readers.archive import Budget, open_package, open_zip
from procure_audit.readers.xml import parse


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def test_names_and_parts() -> None:
    file = open_package(zipped({"a.xml": b"<a/>", "b/c.txt": b"see"}))
    assert file.names() == ("a.xml", "b/c.txt")
    assert file.read("b/c.txt") == b"see"
    assert "a.xml" in file and "z" not in file


def test_a_part_that_swells_too_much_is_refused() -> None:
    with pytest.raises(UnreadableError, match="ZIP bomb"):
        open_package(zipped({"big": b"0" * (archive.SMALL * 2)}))


def test_a_header_that_lies_about_the_size_is_caught_while_reading() -> None:
    data = zipped({"big": b"0" * (archive.SMALL * 4)})
    honest, lie = (archive.SMALL * 4).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    assert honest in data
    with pytest.raises(UnreadableError, match=r"broken ZIP archive .*\(in big\)"):
        open_package(data.replace(honest, lie)).read("big")


def test_all_parts_together_have_a_limit() -> None:
    data = zipped({"a": b"x" * 600, "b": b"y" * 600})
    file = open_zip(data, Budget(1000, "unpack it"))
    with pytest.raises(UnreadableError, match="unpacks to more than the 1,000 bytes allowed"):
        file.check(*file.entries)
    assert len(file.read("a")) == 600
    with pytest.raises(UnreadableError, match="unpacks to more than the 1,000 bytes allowed") as caught:
        file.read("b")
    assert caught.value.advice == "unpack it"


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_PARTS", 2)
    with pytest.raises(UnreadableError, match="it holds more than 2 files"):
        open_package(zipped({"a": b"x", "b": b"y", "c": b"z"}))


def test_a_part_without_a_name_is_a_part() -> None:
    """As a NUL at the beginning of its name leaves it; `ZipInfo.is_dir` breaks down over it."""
    nameless = zipped({"Za.txt": b"hidden", "b.txt": b"plain"}).replace(b"Za.txt", b"\0a.txt")
    assert open_package(nameless).names() == ("", "b.txt")


def test_the_start_of_a_part_never_raises() -> None:
    data = bytearray(zipped({"part.xml": bytes(range(256)) * 20}))
    assert open_package(bytes(data)).start("part.xml", 3) == b"\x00\x01\x02"
    assert open_package(bytes(data)).start("other.xml", 3) == b""
    data[38:44] = b"\xff" * 6
    assert open_package(bytes(data)).start("part.xml", 5000) == b""


@pytest.mark.parametrize(
    "data", [b"", b"anything else", zipped({"a": b"text" * 100})[:60]], ids=["empty", "no archive", "cut short"]
)
def test_what_is_no_archive_or_cut_short_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"broken ZIP archive .* cut short"):
        open_package(data)


def test_a_damaged_part_is_told_by_name() -> None:
    data = bytearray(zipped({"part.xml": bytes(range(256)) * 20}))
    data[60:70] = b"\xff" * 10
    with pytest.raises(UnreadableError, match=r"part\.xml"):
        open_package(bytes(data)).read("part.xml")


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (b"<a><b></a>", "is broken"),
        (b"<a>" * 300 + b"</a>" * 300, "nested too deeply"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "definitions from elsewhere"),
        (b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>', "definitions from elsewhere"),
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
