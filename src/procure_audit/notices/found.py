"""Releases in files and folders, as services and archives keep them: packages, JSON lines, compressed, zipped."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from ..model import Unread, UnreadableError
from ..readers.ocds.parse import Release, parsed, releases
from ..readers.options import ReadOptions
from ..readers.packs import is_pack, members
from ..readers.sources import is_junk
from ..text.printable import printable

_LINES = (".jsonl", ".ndjson")
_COMPRESSED: dict[str, Callable[[IO[bytes]], Any]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
_BROKEN = (OSError, EOFError, lzma.LZMAError)
_ADVICE = "give notices as .json, .jsonl, compressed or in a ZIP"


@dataclass(frozen=True, slots=True)
class Published:
    """One release, and where it was found: "notices.jsonl:17", "day.json releases[3]"."""

    release: Release
    place: str


Outcome = Published | Unread


def published(path: str, options: ReadOptions | None = None) -> Iterator[Outcome]:
    """Every release at *path* (a file, or a folder and all below it) in the order of names, and what can't be read.

    Files of lines are read line by line, so that a year of notices needs no more memory than one of them.
    """
    place, options = Path(path), options or ReadOptions()
    if not place.is_dir():
        yield from _file(place, printable(place.name or path), options)
        return
    names = sorted(file.relative_to(place).as_posix() for file in place.rglob("*") if file.is_file())
    for name in names:
        if not is_junk(name):
            yield from _file(place / name, printable(name), options)


def _file(place: Path, name: str, options: ReadOptions) -> Iterator[Outcome]:
    try:
        with place.open("rb") as file:
            yield from _stream(file, name, options)
    except FileNotFoundError:
        yield Unread(name, "there is no such file or folder", "check the spelling and the folder you are in")
    except _BROKEN as error:
        yield Unread(name, f"it is damaged or can't be opened ({error})", "fetch it again")


def _stream(file: IO[bytes], name: str, options: ReadOptions) -> Iterator[Outcome]:
    suffix = Path(name).suffix.lower()
    if suffix in _COMPRESSED:
        with _COMPRESSED[suffix](file) as inside:
            yield from _stream(inside, name[: -len(suffix)], options)
    elif suffix in _LINES:
        yield from _lines(file, name, options)
    else:
        yield from _whole(file, name, options)


def _lines(file: Iterable[bytes], name: str, options: ReadOptions) -> Iterator[Outcome]:
    for number, line in enumerate(file, start=1):
        if len(line) > options.max_bytes:
            yield _too_large(f"{name}:{number}", options)
        elif line.strip():
            yield from _found(line, f"{name}:{number}")


def _whole(file: IO[bytes], name: str, options: ReadOptions) -> Iterator[Outcome]:
    data = file.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        yield _too_large(name, options)
    elif is_pack(data, name):
        for member, content in members(data, name, options.max_bytes):
            if isinstance(content, UnreadableError):
                yield Unread(member, content.reason, content.advice)
            elif not is_junk(member):
                yield from _found(content, member)
    elif name.lower().endswith(".json") or data.lstrip()[:1] in (b"{", b"["):
        yield from _found(data, name)
    else:
        yield Unread(name, "it holds no notices in JSON", _ADVICE)


def _too_large(name: str, options: ReadOptions) -> Unread:
    return Unread(name, f"it has more than the {options.max_bytes:,} bytes allowed", "split it, or raise --max-bytes")


def _found(data: bytes, name: str) -> Iterator[Outcome]:
    try:
        listed = releases(parsed(data))
    except UnreadableError as error:
        yield Unread(name, error.reason, error.advice)
        return
    except RecursionError:
        yield Unread(name, "it is nested deeper than a notice should be", "fetch it again")
        return
    for path, release in listed:
        yield Published(release, f"{name} {path}" if path else name)
