"""Word files made of strings, for the tests of their reader."""

from __future__ import annotations

import io
import zipfile

from procure_audit.model import Block, Document
from procure_audit.readers.word import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)


def wrap(root: str, inner: str) -> str:
    return f"<w:{root} {SPACES}>{inner}</w:{root}>"


def docx(body: str, **parts: str) -> bytes:
    """A Word file: *parts* are the insides of word/NAME.xml."""
    roots = {"comments": "w:comments", "commentsExtended": "w15:commentsEx", "data1": "dgm:dataModel"}
    roots |= {"header1": "w:hdr", "footer1": "w:ftr"}
    kinds = {"header1": "header", "footer1": "footer", "data1": "diagramData"}
    listed = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kinds.get(name, name)}" Target="{name}.xml"/>' for name in parts
    )
    files = {
        "_rels/.rels": _relations(f'<Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/>'),
        "word/document.xml": wrap("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _relations(listed),
    }
    for name, inner in parts.items():
        root = roots.get(name, f"w:{name}")
        files[f"word/{name}.xml"] = f"<{root} {SPACES}>{inner}</{root}>"
    return packed(files)


def _relations(inner: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inner}</Relationships>'


def packed(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in files.items():
            file.writestr(name, text)
    return out.getvalue()


def p(text: str, style: str = "", extra: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{extra}</w:pPr>{r(text)}</w:p>"


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(name: str, inner: str = "", based: str = "", kind: str = "paragraph") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>{on}{inner}</w:style>'


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: str) -> str:
    """A table of rows; a row is its cells, or whole already."""
    whole = (row if row.startswith(("<w:tr", "<w:sdt")) else f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl>{''.join(whole)}</w:tbl>"


def texts(document: Document) -> list[str]:
    return [document.text[block.span.start : block.span.end] for block in document.blocks]


def said(body: str, revisions: str = "accepted", **parts: str) -> list[str]:
    return texts(read(docx(body, **parts), "t.docx", revisions=revisions))


def blocks(body: str, **parts: str) -> tuple[Block, ...]:
    return read(docx(body, **parts), "t.docx").blocks


def bold(text: str) -> str:
    return f"<w:p>{r(text, '<w:b/>')}</w:p>"


def unpacked(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
