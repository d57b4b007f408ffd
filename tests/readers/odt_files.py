"""OpenDocument texts made of strings, for the tests of their reader."""

from __future__ import annotations

import io
import zipfile

from procure_audit.model import Block, Document
from procure_audit.readers.odt import read

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    f'xmlns:{prefix}="{_OASIS}:{name}:1.0"'
    for prefix, name in {
        **{name: name for name in "office text table style form meta manifest".split()},
        "draw": "drawing",
        "svg": "svg-compatible",
        "fo": "xsl-fo-compatible",
    }.items()
)
SPACES = (
    f'{_SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" '
    'xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"'
)


def odt(body: str, automatic: str = "", styles: str = "", **parts: str) -> bytes:
    """A text with *body*; *automatic* styles stand beside it, *styles* is the inside of styles.xml."""
    files = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": (
            f"<office:document-content {SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        ),
        "styles.xml": f"<office:document-styles {SPACES}>{styles}</office:document-styles>",
        **{name.replace("__", "/") + ".xml": inner for name, inner in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in files.items():
            file.writestr(name, text)
    return out.getvalue()


def texts(document: Document) -> list[str]:
    return [document.text[block.span.start : block.span.end] for block in document.blocks]


def said(body: str, revisions: str = "accepted", **more: str) -> list[str]:
    return texts(read(odt(body, **more), "t.odt", revisions=revisions))


def blocks(body: str, **more: str) -> tuple[Block, ...]:
    return read(odt(body, **more), "t.odt").blocks


def p(inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def cell(inner: str, extra: str = "") -> str:
    return f"<table:table-cell {extra}>{inner}</table:table-cell>"


def table(*rows: str) -> str:
    return "<table:table>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>"
