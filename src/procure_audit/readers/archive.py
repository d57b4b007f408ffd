"""Opens ZIP archives from strangers, documents and packs alike: nothing unpacks past the limits, whatever heads say."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from ..model import UnreadableError

if TYPE_CHECKING:
    import zipfile

MOST_UNPACKED = 300 * 2**20
"""Bytes that all parts of one document may unpack to."""
MOST_RATIO = 200
"""Times that a part may grow when unpacked; the largest real one measured was 130."""
SMALL = 10 * 2**20
"""Bytes up to which a part may grow at any ratio: blank pictures do."""
MOST_PARTS = 10_000
_CHUNK = 2**20
_LOCKED = 0x1  # bit of a ZIP entry's flags

_BROKEN = "it is a broken ZIP archive (as Word, Excel and OpenDocument files are inside): damaged, or cut short"
_AGAIN = "fetch it again, or ask for a new copy"


@dataclass
class Budget:
    """Bytes that an archive, and those inside it, may unpack to, and what to do when that isn't enough."""

    most: int = MOST_UNPACKED
    advice: str = "split it, or save it with smaller pictures"
    used: int = 0

    def check(self, more: int) -> None:
        """Raises UnreadableError if *more* bytes are too many."""
        if self.used + more > self.most:
            raise UnreadableError(f"it unpacks to more than the {self.most:,} bytes allowed", self.advice)


class SafeZip:
    """An archive's parts, by name; `read` refuses one that is locked, broken or unpacks to too much."""

    def __init__(self, archive: zipfile.ZipFile, budget: Budget) -> None:
        self._archive, self._budget = archive, budget
        self.entries = tuple(info for info in archive.infolist() if not info.filename.endswith("/"))
        self._parts = {info.filename.lstrip("/"): info for info in self.entries}

    def names(self) -> Sequence[str]:
        """The names of the parts, in the archive's order, without folders."""
        return tuple(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, part: str | zipfile.ZipInfo) -> bytes:
        """The bytes of a part, by its name or its entry; KeyError for no such name, UnreadableError as told above."""
        info = self._parts[part] if isinstance(part, str) else part
        if info.flag_bits & _LOCKED:
            raise locked()
        self.check(info)
        with self._opened(info) as stream:
            data = _at_most(stream, info, self._budget)
        self._budget.used += len(data)
        return data

    def start(self, name: str, most: int) -> bytes:
        """The first bytes of a part, *most* at most; b"" if it isn't there or can't be had."""
        try:
            with self._opened(self._parts[name]) as stream:
                return stream.read(most)
        except (KeyError, UnreadableError):
            return b""

    def check(self, *infos: zipfile.ZipInfo) -> None:
        """Raises UnreadableError where the heads of entries already tell that they can't be had together."""
        for info in infos:
            _check_growth(info.file_size, info)
        self._budget.check(sum(info.file_size for info in infos))

    @contextmanager
    def _opened(self, info: zipfile.ZipInfo) -> Iterator[IO[bytes]]:
        try:
            with self._archive.open(info) as stream:
                yield stream
        except (UnreadableError, MemoryError):
            raise
        except Exception as error:  # zipfile lets through what its parts raise: zlib, lzma and struct errors alike
            raise UnreadableError(f"{_BROKEN} (in {info.filename})", _AGAIN) from error


def open_zip(data: bytes, budget: Budget) -> SafeZip:
    """The archive in *data*; UnreadableError where it is none or holds too many files."""
    import zipfile

    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except MemoryError:
        raise
    except Exception as error:  # as above
        raise UnreadableError(_BROKEN, _AGAIN) from error
    if len(archive.infolist()) > MOST_PARTS:
        raise UnreadableError(f"it holds more than {MOST_PARTS:,} files", "split it")
    return SafeZip(archive, budget)


def open_package(data: bytes) -> SafeZip:
    """The archive that a document is; a bomb among its parts is refused before anything is unpacked."""
    package = open_zip(data, Budget())
    package.check(*package.entries)
    return package


def locked() -> UnreadableError:
    return UnreadableError("it is locked with a password", "take the password off, or ask for a copy without one")


def _check_growth(size: int, info: zipfile.ZipInfo) -> None:
    if size > max(SMALL, info.compress_size * MOST_RATIO):
        raise UnreadableError(
            f"it unpacks to more than {MOST_RATIO} times its size, as only a ZIP bomb does",
            "don't open it, and ask who sent it for a sound copy",
        )


def _at_most(stream: IO[bytes], info: zipfile.ZipInfo, budget: Budget) -> bytes:
    """All of *stream*, read piece by piece so that a lying head can't make us hold more than is allowed."""
    pieces, size = [], 0
    while piece := stream.read(_CHUNK):
        size += len(piece)
        _check_growth(size, info)
        budget.check(size)
        pieces.append(piece)
    return b"".join(pieces)
