"""What a PDF file says of itself."""

from __future__ import annotations

import ctypes
from typing import Any

from ...model import Properties


def properties_of(document: Any, images: int, form_fields: int) -> Properties:
    """The properties of a pypdfium2 document; pages are counted, not declared."""
    from pypdfium2 import raw

    return Properties(
        pages=len(document),
        pages_basis="counted",
        title=_meta(document, b"Title"),
        language=_text(lambda buffer, size: raw.FPDFCatalog_GetLanguage(document.raw, buffer, size)),
        tagged=bool(raw.FPDFCatalog_IsTagged(document.raw)),
        form_fields=form_fields,
        images=images,
        producer=_meta(document, b"Producer"),
    )


def _meta(document: Any, tag: bytes) -> str | None:
    from pypdfium2 import raw

    return _text(lambda buffer, size: raw.FPDF_GetMetaText(document.raw, tag, buffer, size))


def _text(ask: Any) -> str | None:
    """A string that pdfium writes into a buffer of UTF-16; None if it is empty."""
    size = min(ask(None, 0), 4096)
    if size <= 2:
        return None
    buffer = (ctypes.c_ushort * size)()
    ask(buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace").strip("\0 ") or None
