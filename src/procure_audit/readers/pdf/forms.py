"""Fields of forms: how many there are, and on which pages, so that what is filled in can be read as text."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

_MOST_PAGES = 2_000  # a form has fewer
_MOST_FIELDS = 5_000
_WIDGET = 20  # pdfium's number of an annotation that is a field


@dataclass(frozen=True, slots=True)
class Fields:
    """`count` is the number of fields with a name of their own; `pages` are the numbers of pages that show any."""

    count: int = 0
    pages: frozenset[int] = frozenset()


def filled_in(document: Any) -> Fields:
    """The fields of a pypdfium2 document, whose form environment is made ready here."""
    from pypdfium2 import PdfiumError

    if not document.get_formtype():
        return Fields()
    document.init_forms()
    names: set[str] = set()
    pages: set[int] = set()
    for number in range(1, min(len(document), _MOST_PAGES) + 1):
        with suppress(PdfiumError):  # a damaged page is told of when it is read
            if found := _on_page(document, number):
                names |= found
                pages.add(number)
    return Fields(len(names), frozenset(pages))


def _on_page(document: Any, number: int) -> set[str]:
    from pypdfium2 import raw

    page = document[number - 1]
    names: set[str] = set()
    try:
        for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST_FIELDS)):
            annotation = raw.FPDFPage_GetAnnot(page.raw, index)
            if annotation and raw.FPDFAnnot_GetSubtype(annotation) == _WIDGET:
                names.add(_name(document, annotation) or f"{number}/{index}")
            if annotation:
                raw.FPDFPage_CloseAnnot(annotation)
    finally:
        page.close()
    return names


def _name(document: Any, annotation: Any) -> str:
    from pypdfium2 import raw

    buffer = (ctypes.c_ushort * 256)()
    size = raw.FPDFAnnot_GetFormFieldName(document.formenv.raw, annotation, buffer, 512)
    return bytes(buffer)[: max(0, min(size, 512) - 2)].decode("utf-16-le", "replace")
