"""Tenders at addresses: s3://, https://, and whatever else fsspec knows (extra `cloud`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import CallError, Unread, UnreadableError
from ..readers.options import ReadOptions
from ..readers.packs import is_pack, members
from ..readers.sources import SourceFile, is_junk
from ..text.printable import printable


def is_remote(path: str) -> bool:
    return "://" in path


def tenders_of(url: str) -> Iterator[str]:
    """The tenders at *url*: each folder and ZIP of an address that ends in "/", else what it names itself.

    Raises CallError where fsspec or what it needs for this kind of address is missing, or nothing is there.
    """
    system, path = _opened(url)
    if not url.endswith("/"):
        yield url
        return
    try:
        entries = system.ls(path.rstrip("/"), detail=True)
    except (OSError, ValueError) as error:
        raise CallError(f"{url} can't be listed: {error}") from error
    several = [one for one in entries if one["type"] == "directory" or str(one["name"]).lower().endswith(".zip")]
    for one in sorted(several, key=lambda entry: str(entry["name"])):
        yield str(system.unstrip_protocol(one["name"]))
    if not several:
        yield url.rstrip("/")


def files_at(url: str, options: ReadOptions) -> Iterator[SourceFile | Unread]:
    """The files of the tender at *url* in the order of their names, and those that can't be had, with the reason."""
    try:
        system, path = _opened(url)
        names = sorted(system.find(path)) if system.isdir(path) else [path]
    except (OSError, ValueError, CallError) as error:
        yield Unread(printable(url), f"it can't be reached ({error})", "check the address, and that you may read it")
        return
    root = path.rstrip("/") + "/"
    for name in names:
        short = printable(name[len(root) :] if name.startswith(root) else name.rsplit("/", 1)[-1])
        if not is_junk(short):
            yield from _file(system, name, short, options)


def _file(system: Any, name: str, short: str, options: ReadOptions) -> Iterator[SourceFile | Unread]:
    try:
        data = _bytes(system, name, options.max_bytes)
    except UnreadableError as error:
        yield Unread(short, error.reason, error.advice)
        return
    except (OSError, ValueError) as error:
        yield Unread(short, f"it can't be fetched ({error})", "try again later, or check a copy")
        return
    if not is_pack(data, short):
        yield SourceFile(short, data)
        return
    for member, content in members(data, short, options.max_bytes):
        if isinstance(content, UnreadableError):
            yield Unread(member, content.reason, content.advice)
        elif not is_junk(member):
            yield SourceFile(member, content)


def _bytes(system: Any, name: str, most: int) -> bytes:
    """At most *most* bytes: what a server says of a size is not trusted."""
    with system.open(name, "rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise UnreadableError(f"it has more than the {most:,} bytes allowed", "split it, or raise --max-bytes")
    return bytes(data)


def _opened(url: str) -> tuple[Any, str]:
    try:
        import fsspec
    except ImportError as error:
        raise CallError(f"{url}: addresses need fsspec: pip install 'procure-audit[cloud]'") from error
    try:
        system, path = fsspec.core.url_to_fs(url)
    except ImportError as error:  # of the package for this kind of address
        raise CallError(f"{url}: {error}") from error
    except ValueError as error:
        raise CallError(f"{url}: nobody knows such an address ({error})") from error
    return system, str(path)
