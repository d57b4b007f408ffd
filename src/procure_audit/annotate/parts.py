"""A copy of an office file with some of its parts changed: all others go over byte for byte, in their order."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from ..readers.archive import open_package

_FIXED = (1980, 1, 1, 0, 0, 0)  # the same bytes for the same input


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The archive *data* with *parts* in place of those of the same names; new ones come last.

    Raises UnreadableError where another part can't be had.
    """
    out, old = io.BytesIO(), open_package(data)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.entries:
            known = info.filename.lstrip("/")
            _write(new, info.filename, info, parts[known] if known in parts else old.read(info))
        for name in sorted(parts.keys() - set(old.names())):
            _write(new, name, None, parts[name])
    return out.getvalue()


def _write(archive: zipfile.ZipFile, name: str, like: zipfile.ZipInfo | None, content: bytes) -> None:
    info = zipfile.ZipInfo(name, like.date_time if like else _FIXED)
    info.compress_type = like.compress_type if like else zipfile.ZIP_DEFLATED
    info.external_attr = like.external_attr if like else 0
    archive.writestr(info, content)


def written(root: etree._Element) -> bytes:
    """The part whose root is *root*."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
