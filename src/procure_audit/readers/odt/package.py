"""The parts of an OpenDocument text, and short names for its elements."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from ...model import UnreadableError
from ..archive import SafeZip, locked, open_package
from ..xml import parse

Element = etree._Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = {
    **{prefix: f"{_OASIS}:{prefix}:1.0" for prefix in "office text table style form meta manifest".split()},
    "draw": f"{_OASIS}:drawing:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
}
_PREFIXES = {uri: prefix for prefix, uri in _NAMESPACES.items()}


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    uri, _, local = tag[1:].rpartition("}")
    return f"{_PREFIXES.get(uri, '?')}:{local}" if uri else tag


def name(element: Element) -> str:
    """The element's name with the usual prefix ("text:p"); "" for what isn't an element."""
    tag = element.tag
    return _short(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def q(prefixed: str) -> str:
    """The full name of "text:p"."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def attribute(element: Element | None, prefixed: str) -> str | None:
    return None if element is None else element.get(q(prefixed))


def count(element: Element, prefixed: str, default: int = 1) -> int:
    """An attribute that counts something, *default* where it is missing or no number."""
    try:
        return int(element.get(q(prefixed), default))
    except ValueError:
        return default


class Package:
    """The parts of one OpenDocument text: content, styles (None where there are none) and meta."""

    def __init__(self, data: bytes) -> None:
        self._zip: SafeZip = open_package(data)
        manifest = self._part("META-INF/manifest.xml")
        if manifest is not None and next(manifest.iter(q("manifest:encryption-data")), None) is not None:
            raise locked()
        content = self._part("content.xml")
        body = None if content is None else content.find(f"{q('office:body')}/{q('office:text')}")
        if content is None or body is None:
            raise UnreadableError("it holds no OpenDocument text", "check what kind of file it is")
        self.content, self.body = content, body
        self.styles, self.meta = self._part("styles.xml"), self._part("meta.xml")

    def _part(self, path: str) -> Element | None:
        return parse(self._zip.read(path), path) if path in self._zip else None
