"""The parts of a Word file and how they refer to one another; strict files are turned into transitional ones."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lxml import etree

from ...model import UnreadableError
from ..archive import SafeZip, open_package
from ..xml import parse

Element = etree._Element

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMESPACES = {
    "xml": "http://www.w3.org/XML/1998/namespace",
    "w": f"{_OFFICE}/wordprocessingml/2006/main",
    "r": f"{_OFFICE}/officeDocument/2006/relationships",
    "m": f"{_OFFICE}/officeDocument/2006/math",
    "a": f"{_OFFICE}/drawingml/2006/main",
    "pic": f"{_OFFICE}/drawingml/2006/picture",
    "dgm": f"{_OFFICE}/drawingml/2006/diagram",
    "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
    "mc": f"{_OFFICE}/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "dc": "http://purl.org/dc/elements/1.1/",
    "app": f"{_OFFICE}/officeDocument/2006/extended-properties",
}
_PREFIXES = {uri: prefix for prefix, uri in _NAMESPACES.items()}
_TRANSITIONAL = (
    (_STRICT + b"wordprocessingml/main", f"{_OFFICE}/wordprocessingml/2006/main".encode()),
    (_STRICT + b"officeDocument/relationships", f"{_OFFICE}/officeDocument/2006/relationships".encode()),
    (_STRICT + b"officeDocument/math", f"{_OFFICE}/officeDocument/2006/math".encode()),
    (_STRICT + b"officeDocument/extendedProperties", f"{_OFFICE}/officeDocument/2006/extended-properties".encode()),
    (_STRICT + b"drawingml/", f"{_OFFICE}/drawingml/2006/".encode()),
)


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    uri, _, local = tag[1:].rpartition("}")
    return f"{_PREFIXES.get(uri, '?')}:{local}" if uri else tag


def name(element: Element) -> str:
    """The element's name with the usual prefix ("w:p"); "" for what isn't an element."""
    tag = element.tag
    return _short(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def q(prefixed: str) -> str:
    """The full name of "w:p"."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


@lru_cache(maxsize=1024)
def _full(path: str) -> str:
    return "/".join(map(q, path.split("/")))


def find(element: Element | None, path: str) -> Element | None:
    """The first element at *path* ("w:pPr/w:numPr") under *element*."""
    return None if element is None else element.find(_full(path))


def value(element: Element | None, path: str) -> str | None:
    """The w:val of the first element at *path*."""
    found = find(element, path)
    return None if found is None else found.get(q("w:val"))


def number(element: Element | None, path: str) -> int | None:
    """The w:val at *path* as an integer, None where there is none or it isn't one."""
    return integer(value(element, path))


def integer(text: str | None) -> int | None:
    try:
        return None if text is None else max(-(2**31), min(2**31, int(text)))
    except ValueError:
        return None


def is_on(element: Element | None, path: str) -> bool | None:
    """Whether the switch at *path* is on; None where it isn't set."""
    found = find(element, path)
    return None if found is None else found.get(q("w:val"), "true") not in ("0", "false", "off")


class Package:
    """The parts of one Word file."""

    def __init__(self, data: bytes) -> None:
        self._zip: SafeZip = open_package(data)
        main = next((target for _, kind, target in self._relations("") if kind == "officeDocument"), "")
        self.main = main if main in self._zip else "word/document.xml"
        if self.main not in self._zip:
            raise UnreadableError("it holds no Word document", "check what kind of file it is")
        self._listed = tuple(self._relations(self.main))

    @property
    def is_strict(self) -> bool:
        """Whether its main part is in the strict form, which is read as if it were the ordinary one."""
        return _STRICT in self._zip.read(self.main)

    def names(self) -> Sequence[str]:
        """The paths of its parts."""
        return self._zip.names()

    def part(self, path: str) -> Element | None:
        """The root of the part at *path*, None if there is none."""
        return parse(_transitional(self._zip.read(path)), path) if path in self._zip else None

    def document(self) -> Element:
        root = self.part(self.main)
        if root is None or name(root) != "w:document":
            raise UnreadableError("it holds no Word document", "check what kind of file it is")
        return root

    def related(self, kind: str) -> Element | None:
        """The part that the document calls its *kind* ("styles", "numbering", "comments")."""
        return next(self.all_related(kind), None)

    def all_related(self, *kinds: str) -> Iterator[Element]:
        """Each part that the document calls one of *kinds*, once, in the order of their names."""
        for target in sorted({target for _, known, target in self._listed if known in kinds}):
            part = self.part(target)
            if part is not None:
                yield part

    def target(self, key: str) -> str:
        """The path of the part that the document knows by the relation *key* ("rId7"), "" if there is none."""
        return next((target for known, _, target in self._listed if known == key), "")

    def path_of(self, kind: str) -> str:
        """The path of the part that the document calls its *kind*, "" if there is none."""
        return next((target for _, known, target in self._listed if known == kind and target in self._zip), "")

    def _relations(self, path: str) -> Iterator[tuple[str, str, str]]:
        """The key, kind and target of each relation of the part at *path* ("" for the package)."""
        folder, file = posixpath.split(path)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        for relation in root if root is not None else ():
            if relation.get("TargetMode") != "External":
                kind = relation.get("Type", "").rsplit("/", 1)[-1]
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                yield relation.get("Id", ""), kind, target.lstrip("/")


def _transitional(data: bytes) -> bytes:
    if _STRICT in data:
        for strict, transitional in _TRANSITIONAL:
            data = data.replace(strict, transitional)
    return data
