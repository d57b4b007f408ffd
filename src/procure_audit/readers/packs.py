"""ZIP packs: their members, one archive deep inside another, with limits on what they expand to."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from ..model import UnreadableError
from .formats import READERS, suffix_of
from .sniff import sniff

MOST_RATIO = 200
"""A member that expands further is a bomb; the largest ratio seen in real documents is 130."""

MOST_MEMBERS = 5_000

_SMALL = 10_000_000
"""Bytes; smaller members may expand by any ratio (blank pictures do)."""

_DAMAGED = "ask for a new copy of the archive"

Member = tuple[str, "bytes | UnreadableError"]


def is_pack(data: bytes, path: str) -> bool:
    """Whether *data* is a ZIP of files, and neither one of the documents that are ZIPs inside nor named like one.

    A broken .zip is a pack, too.
    """
    if suffix_of(path) in READERS or not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        return sniff(data, "", None) == "zip"
    except UnreadableError:
        return path.lower().endswith(".zip")


@dataclass
class _Budget:
    """Bytes that a pack may still expand to."""

    left: int


def members(data: bytes, path: str, most: int) -> Iterator[Member]:
    """The files of the pack in *data*, sorted by name, each with its bytes or why it can't be had.

    All together expand to *most* bytes at most. A pack inside has its name before its members': "inner.zip/a.docx";
    one inside that is refused.
    """
    yield from _members(data, "", path, _Budget(most), inner=False)


def _members(data: bytes, before: str, path: str, budget: _Budget, inner: bool) -> Iterator[Member]:
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        yield path, UnreadableError(f"it is a broken ZIP archive ({str(error) or type(error).__name__})", _DAMAGED)
        return
    listed = [info for info in archive.infolist() if not info.is_dir()]
    if not listed:
        yield path, UnreadableError("the archive holds no files", _DAMAGED)
    if len(listed) > MOST_MEMBERS:
        yield (
            path,
            UnreadableError(f"the archive holds {len(listed):,} files", f"check at most {MOST_MEMBERS:,} at a time"),
        )
        return
    seen: set[str] = set()
    for info in sorted(listed, key=lambda info: info.filename):
        yield from _member(archive, info, before, seen, budget, inner)


def _member(
    archive: ZipFile, info: ZipInfo, before: str, seen: set[str], budget: _Budget, inner: bool
) -> Iterator[Member]:
    name = before + info.filename.replace("\\", "/")
    try:
        _check(info, name[len(before) :], seen)
        content = _expanded(archive, info, budget)
    except UnreadableError as error:
        yield name, error
        return
    if not is_pack(content, name):
        yield name, content
    elif inner:
        yield (
            name,
            UnreadableError("it is an archive inside an archive inside an archive", "unpack it and check the folder"),
        )
    else:
        yield from _members(content, f"{name}/", name, budget, inner=True)


def _check(info: ZipInfo, name: str, seen: set[str]) -> None:
    """Raises UnreadableError for an entry that no honest archive holds, or that needs a password."""
    if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/"):
        raise UnreadableError(
            "its name in the archive points outside the archive", "unpack it by hand, and ask who made it"
        )
    if posixpath.normpath(name) in seen:
        raise UnreadableError(
            "the archive holds another file of the same name", "unpack it by hand and rename one of them"
        )
    seen.add(posixpath.normpath(name))
    if info.flag_bits & 1:
        raise UnreadableError(
            "it is locked with a password", "unpack the archive with its password and check the folder"
        )


def _expanded(archive: ZipFile, info: ZipInfo, budget: _Budget) -> bytes:
    """The bytes of an entry, never more than it claims, than its ratio allows, or than the *budget* holds."""
    bomb = info.file_size > _SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1)
    if bomb or info.file_size > budget.left:
        raise UnreadableError(
            f"it expands to {info.file_size:,} bytes, which looks like a ZIP bomb"
            if bomb
            else f"it expands to {info.file_size:,} bytes, more than is left of the size allowed",
            "unpack it by hand and check the folder" if bomb else "unpack the archive, or raise --max-bytes",
        )
    try:
        with archive.open(info) as stream:
            content = stream.read(info.file_size + 1)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise UnreadableError(f"it is damaged in the archive ({type(error).__name__})", _DAMAGED) from error
    budget.left -= len(content)
    return content
