"""What was read and measured, kept in a folder apart from reports: a changed rule judges again without reading again.

A file's name is the digest of what went in (its bytes, its name, the options) and of the code that read it, so that
nothing in it is ever out of date. It is written beside and renamed: many processes share a folder, and a killed one
leaves no half of a document.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from ..audit import Measure
from ..data import data_file
from ..metrics import measure
from ..model import Document, Evidence, Fact, Metric, Tender, UnreadableError, WordLists
from ..readers import wire
from ..readers.options import ReadOptions
from ..readers.sources import SourceFile

_CODE = Path(__file__).resolve().parents[1]
_READING = ("model", "text", "readers", "facts")
_FAST = 1  # of zlib: a third larger than its best, ten times as fast


class _Measured(msgspec.Struct):
    """A metric as it is kept: a whole number stays one."""

    name: str
    value: int | float | None
    places: tuple[Evidence, ...]
    notes: tuple[str, ...]
    reason: str


def _metric(kept: _Measured) -> Metric:
    return Metric(kept.name, kept.value, kept.places, kept.notes, kept.reason)


@dataclass(frozen=True, slots=True)
class Folder:
    """What is kept in the folder at *path*, by names. What can't be kept, on a full disk say, is found anew."""

    path: Path

    def get(self, name: str) -> bytes | None:
        """What is kept by *name*; None if nothing is, or if it is damaged."""
        try:
            return zlib.decompress(self._place(name).read_bytes())
        except (OSError, zlib.error):
            return None

    def put(self, name: str, told: bytes) -> None:
        place = self._place(name)
        beside = place.with_name(f"{place.name}.{os.getpid()}")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(zlib.compress(told, _FAST))
            beside.replace(place)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def _place(self, name: str) -> Path:
        return self.path / name[:2] / name[2:]


@dataclass(frozen=True, slots=True)
class Cache:
    """Documents in *folder*, read with *options*, and what was measured of tenders of them."""

    folder: Folder
    options: ReadOptions

    def get(self, source: SourceFile) -> Document | None:
        """The document read from *source* before; None if it wasn't, or what is kept of it is damaged."""
        told = self.folder.get(self._name(source))
        try:
            return wire.decode(told) if told else None
        except (ValueError, UnreadableError):
            return None

    def put(self, source: SourceFile, document: Document) -> None:
        self.folder.put(self._name(source), wire.encode(document))

    def measured(self, given: Sequence[Fact]) -> Measure:
        """`measure` for tenders of which the user gave the facts *given*, done once for each."""

        def measured(tender: Tender, facts: Sequence[Fact], words: WordLists) -> tuple[Metric, ...]:
            name = self._name_of(tender, given)
            told = self.folder.get(name)
            with suppress(ValueError):
                if told:
                    return tuple(_metric(one) for one in msgspec.json.decode(told, type=list[_Measured]))
            metrics = measure(tender, facts, words)
            self.folder.put(name, msgspec.json.encode(metrics))
            return metrics

        return measured

    def _name(self, source: SourceFile) -> str:
        kept = f"{source.path}\0{self._asked}\0{code()}\0"
        return sha256(kept.encode("utf-8", "replace") + sha256(source.data).digest()).hexdigest()

    def _name_of(self, tender: Tender, given: Sequence[Fact]) -> str:
        """What metrics rest on: the documents that could be read, all that reads and counts them, and word lists."""
        read = [(document.path, document.sha256) for document in tender.documents]
        unread = [one.path for one in tender.unread]
        kept = repr((read, unread, self._asked, given, code(), code("metrics"), _word_lists()))
        return sha256(kept.encode("utf-8", "replace")).hexdigest()

    @property
    def _asked(self) -> str:
        return f"{self.options.revisions}\0{self.options.max_pages}\0{self.options.ocr}"


@cache
def _word_lists() -> str:
    return digest(data_file("rules", "words").rglob("*.yaml"))


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
