"""Opens ZIP files from strangers: nothing is unpacked further than the limits, whatever the headers say."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from typing import IO

from ..model import UnreadableError

MOST_UNPACKED = 300 * 2**20
"""Bytes that all parts of one archive may unpack to."""
MOST_RATIO = 200
"""Times that a part may grow when unpacked; the largest real one measured was 130."""
SMALL = 2**20
"""Bytes up to which a part may grow at any ratio."""
MOST_PARTS = 100_000
_CHUNK = 2**20
_LOCKED = 0x1  # bit of a ZIP entry's flags

_LOOKS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "it is a PDF file under another name", "give it the ending .pdf"),
    (b"{\\rtf", "it is an RTF file under another name", "open it in Word and save it as .docx"),
    (b"\xd0\xcf\x11\xe0", "it is a file of an older Office format", "open it in Office and save it anew"),
    (b"<!doctype html", "it is a web page under another name", "give it the ending .html"),
    (b"<html", "it is a web page under another name", "give it the ending .html"),
    (b"<?xml", "it is an XML file, not a ZIP file", "open it in Office and save it anew"),
)
_BROKEN = ("it is cut short or damaged", "fetch it again, or open it in Office and save it anew")


class SafeZip:
    """The parts of an archive, by name; `read` refuses a part that unpacks to too much."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._infos = {info.filename.lstrip("/"): info for info in archive.infolist() if not info.is_dir()}
        self._left = MOST_UNPACKED

    def names(self) -> Sequence[str]:
        """The names of the parts, in the archive's order, without folders."""
        return tuple(self._infos)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def read(self, name: str) -> bytes:
        """The bytes of part *name*; KeyError if there is none, UnreadableError if it is locked, broken or too large."""
        info = self._infos[name]
        if info.flag_bits & _LOCKED:
            raise locked()
        most = min(self._left, max(SMALL, info.compress_size * MOST_RATIO))
        try:
            with self._archive.open(info) as stream:
                data = _at_most(stream, most)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError) as error:
            raise UnreadableError(f"{_BROKEN[0]} (in {name})", _BROKEN[1]) from error
        self._left -= len(data)
        return data


def open_zip(data: bytes) -> SafeZip:
    """The archive in *data*; UnreadableError says what it is instead, or that its headers already claim too much."""
    if not data.startswith(b"PK"):
        raise not_a_zip(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeError) as error:
        raise UnreadableError(*_BROKEN) from error
    if len(infos) > MOST_PARTS:
        raise UnreadableError(f"it holds more than {MOST_PARTS:,} files", "split it")
    if sum(info.file_size for info in infos) > MOST_UNPACKED or any(map(_swells, infos)):
        raise _bomb()
    return SafeZip(archive)


def not_a_zip(data: bytes) -> UnreadableError:
    """What to say of *data* that should have been a ZIP file and isn't."""
    if not data.strip():
        return UnreadableError("it is empty", "fetch it again")
    if data.startswith(b"\xd0\xcf\x11\xe0") and "EncryptedPackage".encode("utf-16-le") in data:
        return locked()
    if data.startswith(b"\xd0\xcf\x11\xe0") and "WordDocument".encode("utf-16-le") in data:
        return UnreadableError("it is a Word 97–2003 file under another name", "give it the ending .doc")
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for magic, reason, advice in _LOOKS:
        if start.startswith(magic.lower()):
            return UnreadableError(reason, advice)
    return UnreadableError("it isn't a ZIP file, which files of this type are", "fetch it again")


def locked() -> UnreadableError:
    return UnreadableError("it is locked with a password", "save a copy without a password")


def _bomb() -> UnreadableError:
    size = MOST_UNPACKED // 2**20
    return UnreadableError(f"it unpacks to more than {size} MB, or swells as no real file does (a ZIP bomb?)")


def _swells(info: zipfile.ZipInfo) -> bool:
    return info.file_size > max(SMALL, info.compress_size * MOST_RATIO)


def _at_most(stream: IO[bytes], most: int) -> bytes:
    """All of *stream*, read piece by piece so that a lying header can't make us hold more than *most* bytes."""
    pieces, size = [], 0
    while piece := stream.read(_CHUNK):
        size += len(piece)
        if size > most:
            raise _bomb()
        pieces.append(piece)
    return b"".join(pieces)
