"""Documents as they were read, kept in a folder apart from reports: a changed rule judges again without reading again.

A file's name is the digest of what went in (its bytes, its name, the options) and of the code that read it, so that
nothing in it is ever out of date. It is written beside and renamed: many processes share a folder, and a killed one
leaves no half of a document.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from ..model import Document, UnreadableError
from ..readers import wire
from ..readers.options import ReadOptions
from ..readers.sources import SourceFile

_CODE = Path(__file__).resolve().parents[1]
_READING = ("model", "text", "readers", "facts")
_FAST = 1  # of zlib: a third larger than its best, ten times as fast


@dataclass(frozen=True, slots=True)
class Cache:
    """Documents in *folder*, read with *options*. What can't be kept, on a full disk say, is read again."""

    folder: Path
    options: ReadOptions

    def get(self, source: SourceFile) -> Document | None:
        """The document read from *source* before; None if it wasn't, or what is kept of it is damaged."""
        try:
            return wire.decode(zlib.decompress(self._place(source).read_bytes()))
        except (OSError, zlib.error, ValueError, UnreadableError):
            return None

    def put(self, source: SourceFile, document: Document) -> None:
        place = self._place(source)
        beside = place.with_name(f"{place.name}.{os.getpid()}")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(zlib.compress(wire.encode(document), _FAST))
            beside.replace(place)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def _place(self, source: SourceFile) -> Path:
        kept = f"{source.path}\0{self.options.revisions}\0{self.options.max_pages}\0{self.options.ocr}\0{code()}\0"
        name = sha256(kept.encode("utf-8", "replace") + sha256(source.data).digest()).hexdigest()
        return self.folder / name[:2] / name[2:]


@cache
def code(*rooms: str) -> str:
    """A digest of the source of *rooms* of the program, without any of all that reads documents."""
    places = [_CODE / room for room in rooms or _READING]
    return digest(path for place in places for path in _modules(place))


def _modules(place: Path) -> Iterable[Path]:
    return place.rglob("*.py") if place.is_dir() else [place.with_suffix(".py")]


def digest(paths: Iterable[Path]) -> str:
    """A digest of what stands in the files at *paths*, whatever their order."""
    found = sha256()
    for path in sorted(paths):
        found.update(sha256(path.read_bytes()).digest())
    return found.hexdigest()
