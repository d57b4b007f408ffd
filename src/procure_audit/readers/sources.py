"""From a PATH to the files of one tender: a file, a folder, a ZIP, or `-` for text on standard input."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..model import Origin, Unread, UnreadableError
from ..text.printable import printable
from .options import ReadOptions
from .packs import is_pack, members

_INPUT = "standard-input.txt"
_JUNK = {"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r", "procure-audit.yaml"}


_OURS = (b'<meta name="generator" content="procure-audit">', b"<!-- procure-audit report -->")
_HEAD = 500
"""Bytes at whose beginning a report of ours says that it is one."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of a tender: its name inside the tender, with forward slashes and fit to print, and its bytes.

    `ours` says that it is a report of this program which lies beside the documents: it is told, and not read.
    """

    path: str
    data: bytes
    ours: bool = False


def tender_name(path: str) -> str:
    """What people call the tender at *path*: the file's name without its suffix, or the folder's."""
    if path == "-":
        return "standard input"
    place = Path(path).resolve()
    return printable((place.name if place.is_dir() else place.stem) or str(place))


def origin(path: str) -> Origin:
    """Where the tender at *path* lies, seen from the current folder."""
    if path == "-":
        return Origin(path)
    place, here = Path(path).absolute(), Path.cwd()
    place = Path(os.path.normpath(place))
    if not place.is_relative_to(here):
        return Origin(printable(place.as_posix()))
    below = place.relative_to(here)
    folder = below if place.is_dir() or place.suffix.lower() == ".zip" else below.parent
    return Origin(*("" if one == Path() else printable(one.as_posix()) for one in (below, folder)))


def files(path: str, options: ReadOptions) -> Iterator[SourceFile | Unread]:
    """The files of the tender at *path* in the order of their names, and those that can't be opened, with the reason.

    What no one calls a document is passed over in silence: hidden files, `~$` locks, Thumbs.db, __MACOSX.
    """
    for source in _standard_input(options.max_bytes) if path == "-" else _at(Path(path), path, options):
        yield replace(source, path=printable(source.path))


def _at(place: Path, path: str, options: ReadOptions) -> Iterator[SourceFile | Unread]:
    if place.is_dir():
        yield from _folder(place, options)
    else:
        yield from _file(place, place.name or path, options)


def _standard_input(most: int) -> Iterator[SourceFile | Unread]:
    data = sys.stdin.buffer.read(most + 1)
    if len(data) > most:
        yield Unread(_INPUT, f"it has more than the {most:,} bytes allowed", "split it, or raise --max-bytes")
    else:
        yield SourceFile(_INPUT, data)


def is_junk(path: str) -> bool:
    """Whether a name inside a tender is none of a document: the traces of systems and editors, and our settings."""
    return any(
        part.startswith((".", "~$")) or part == "__MACOSX" or part.lower() in _JUNK
        for part in path.split("/")
        if part not in (".", "..", "")
    )


def _folder(root: Path, options: ReadOptions) -> Iterator[SourceFile | Unread]:
    found = False
    for place in _walk(root):
        name = place.relative_to(root).as_posix()
        if is_junk(name):
            continue
        found = True
        if place.is_symlink() and not place.resolve().is_relative_to(root.resolve()):
            yield Unread(name, "it is a link to a place outside the folder", "put a copy of the file itself there")
        else:
            yield from map(_marked, _file(place, name, options))
    if not found:
        yield Unread(root.name or str(root), "the folder holds no documents", "give the folder that holds the tender")


def _marked(source: SourceFile | Unread) -> SourceFile | Unread:
    if isinstance(source, SourceFile) and any(mark in source.data[:_HEAD] for mark in _OURS):
        return replace(source, ours=True)
    return source


def _walk(root: Path) -> Iterator[Path]:
    """Every file under *root*, sorted; folders that are links are given, not entered."""
    for folder, folders, names in os.walk(root):
        folders.sort()
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        for name in sorted([*names, *links]):
            yield here / name


def _file(place: Path, name: str, options: ReadOptions) -> Iterator[SourceFile | Unread]:
    try:
        data = _bytes(place, options.max_bytes)
    except UnreadableError as error:
        yield Unread(name, error.reason, error.advice)
        return
    if is_pack(data, name):
        yield from _pack(data, name, options)
    else:
        yield SourceFile(name, data)


def _pack(data: bytes, name: str, options: ReadOptions) -> Iterator[SourceFile | Unread]:
    for member, content in members(data, name, options.max_bytes):
        if isinstance(content, UnreadableError):
            yield Unread(member, content.reason, content.advice)
        elif not is_junk(member):
            yield SourceFile(member, content)


def _bytes(place: Path, most: int) -> bytes:
    """The bytes of a file. Raises UnreadableError for what is missing, no file, locked away or larger than *most*."""
    try:
        state = place.stat()
        if not stat.S_ISREG(state.st_mode):
            raise UnreadableError(f"it is {_kind(state.st_mode)}, not a file", "give a file, a folder or a ZIP")
        if state.st_size > most:
            raise UnreadableError(
                f"it has {state.st_size:,} bytes, more than the {most:,} allowed", "split it, or raise --max-bytes"
            )
        return place.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(*_missing(place)) from error
    except PermissionError as error:
        raise UnreadableError("it may not be opened by this user", "ask its owner for leave to read it") from error
    except (OSError, ValueError) as error:
        raise UnreadableError(
            f"the system can't open it ({_why(error)})", "copy it to this machine and try that"
        ) from error


def _missing(place: Path) -> tuple[str, str]:
    if place.is_symlink():
        return "it is a link to a file that is gone", "put the file itself there"
    return "there is no such file or folder", "check the spelling and the folder you are in"


def _why(error: Exception) -> str:
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else str(error)


def _kind(mode: int) -> str:
    kinds = ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISDIR, "a folder"))
    return next((says for test, says in kinds if test(mode)), "a device")
