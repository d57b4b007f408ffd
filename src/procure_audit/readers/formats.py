"""The formats that are read: one line each. A new reader is one module with `read(data, path)` and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Any, Protocol

from ..model import Document


class Read(Protocol):
    """A reader's door: a file's bytes and its name to a Document; raises UnreadableError where it can't."""

    def __call__(self, data: bytes, path: str, **options: Any) -> Document: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, what people call it, the module that reads it, and the options of `ReadOptions` it takes."""

    name: str
    says: str
    module: str
    takes: tuple[str, ...] = ()

    @property
    def read(self) -> Read:
        """The reader, imported when it is first used."""
        read: Read = import_module(self.module, __package__).read
        return read


_PDF = Format("pdf", "a PDF", ".pdf", ("max_pages", "ocr"))
_DOCX = Format("docx", "a Word document", ".word", ("revisions",))
_DOC = Format("doc", "an old Word document (.doc)", ".doc", ("revisions",))
_ODT = Format("odt", "an OpenDocument text", ".odt", ("revisions",))
_XLSX = Format("xlsx", "a spreadsheet", ".xlsx")
_HTML = Format("html", "a web page", ".html")
_MARKDOWN = Format("markdown", "a Markdown text", ".markdown")
_TEXT = Format("text", "plain text", ".text")
_JSON = Format("json", "a notice in JSON", ".ocds")

READERS: Mapping[str, Format] = MappingProxyType(
    {
        "pdf": _PDF,
        "docx": _DOCX,
        "docm": _DOCX,
        "dotx": _DOCX,
        "dotm": _DOCX,
        "odt": _ODT,
        "ott": _ODT,
        "doc": _DOC,
        "dot": _DOC,
        "xlsx": _XLSX,
        "xlsm": _XLSX,
        "xlsb": _XLSX,
        "xls": _XLSX,
        "ods": _XLSX,
        "html": _HTML,
        "htm": _HTML,
        "xhtml": _HTML,
        "md": _MARKDOWN,
        "markdown": _MARKDOWN,
        "txt": _TEXT,
        "text": _TEXT,
        "json": _JSON,
    }
)
"""Format by suffix, without its dot, in lower case."""

FORMATS: Mapping[str, Format] = MappingProxyType({form.name: form for form in READERS.values()})
"""Format by name."""


def suffix_of(path: str) -> str:
    """The suffix of a name, without its dot, in lower case; "" for none."""
    name = path.rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[1].lower() if "." in name.lstrip(".") else ""
