"""ZIP packs: their members, one archive deep inside another, with limits on what they expand to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from zipfile import ZipInfo

from ..model import UnreadableError
from .archive import Budget, SafeZip, open_zip
from .formats import READERS, suffix_of
from .sniff import sniff

_UNPACK = "unpack it and check the folder"
_UNPACK_OR_RAISE = f"{_UNPACK}, or raise --max-bytes"
_NAMELESS = "(a file without a name)"
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


def members(data: bytes, path: str, most: int) -> Iterator[Member]:
    """The files of the pack in *data*, sorted by name, each with its bytes or why it can't be had.

    All together unpack to *most* bytes at most. A pack inside has its name before its members': "inner.zip/a.docx";
    one inside that is refused.
    """
    yield from _members(data, "", path, Budget(most, _UNPACK_OR_RAISE), inner=False)


def _members(data: bytes, before: str, path: str, budget: Budget, inner: bool) -> Iterator[Member]:
    try:
        archive = open_zip(data, budget)
    except UnreadableError as error:
        yield path, error
        return
    if not archive.entries:
        yield path, UnreadableError("the archive holds no files", "ask for a new copy of the archive")
    seen: set[str] = set()
    for info in sorted(archive.entries, key=lambda info: info.filename):
        yield from _member(archive, info, before, seen, budget, inner)


def _member(
    archive: SafeZip, info: ZipInfo, before: str, seen: set[str], budget: Budget, inner: bool
) -> Iterator[Member]:
    name = before + (info.filename.replace("\\", "/") or _NAMELESS)
    try:
        _check(name[len(before) :], seen)
        content = archive.read(info)
    except UnreadableError as error:
        yield name, error
        return
    if not is_pack(content, name):
        yield name, content
    elif inner:
        yield name, UnreadableError("it is an archive inside an archive inside an archive", _UNPACK)
    else:
        yield from _members(content, f"{name}/", name, budget, inner=True)


def _check(name: str, seen: set[str]) -> None:
    """Raises UnreadableError for a name that no honest archive gives."""
    if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/"):
        raise UnreadableError(
            "its name in the archive points outside the archive", "unpack it by hand, and ask who made it"
        )
    if posixpath.normpath(name) in seen:
        raise UnreadableError(
            "the archive holds another file of the same name", "unpack it by hand and rename one of them"
        )
    seen.add(posixpath.normpath(name))
