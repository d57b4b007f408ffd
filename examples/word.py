"""An example as a Word document: computed clause numbers, a running head, real headings and tables."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from build import Item, Source, page_count
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

_FIXED = datetime(2026, 11, 2)
_LEVELS = (("decimal", "%1"), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
_LEVEL_OF = {"heading": 0, "clause": 1, "sub": 2}
_STYLES = {"title": "Title", "heading": "Heading 1", "bullet": "List Bullet"}


def make(source: Source, target: Path) -> None:
    document = Document()
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(12)
    document.styles["Normal"].paragraph_format.line_spacing = 1.5
    document.core_properties.title = source.title
    document.core_properties.language = "en-GB"
    document.core_properties.author = ""
    document.core_properties.created = document.core_properties.modified = _FIXED
    document.sections[0].header.paragraphs[0].text = source.running
    numbering = _numbering(document)
    for kind, run in source.runs():
        _add(document, kind, run, numbering)
    document.save(str(target))
    _declare_pages(target)


def _numbering(document: Any) -> int:
    """A list of three levels (1, 1.1, (a)) in numbering.xml; returns its number."""
    part = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{720 if level < 2 else 1287}" w:hanging="{720 if level < 2 else 567}"/></w:pPr></w:lvl>'
        for level, (form, text) in enumerate(_LEVELS)
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>')
    part.insert(0, abstract)
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    return 90


def _add(document: Any, kind: str, run: list[Item], numbering: int) -> None:
    if kind == "row":
        _table(document, run)
        return
    for item in run:
        if kind == "running":
            continue
        if kind == "box":
            _box(document)
            continue
        if kind == "heading" and item.number != "1":
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        paragraph = document.add_paragraph(item.text, style=_STYLES.get(kind))
        if kind in _LEVEL_OF:
            _number(paragraph, _LEVEL_OF[kind], numbering)


def _number(paragraph: Any, level: int, numbering: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = numbering


def _table(document: Any, rows: list[Item]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0].cells), style="Table Grid")
    for number, row in enumerate(rows):
        cells = table.add_row().cells
        for cell, text in zip(cells, row.cells, strict=True):
            cell.text = text
            cell.paragraphs[0].runs[0].bold = number == 0 or None
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    document.add_paragraph()


def _box(document: Any) -> None:
    """An empty framed box for an answer."""
    table = document.add_table(rows=1, cols=1, style="Table Grid")
    table.rows[0].height = Pt(150)
    document.add_paragraph()


def _declare_pages(target: Path) -> None:
    """Write the page count into the file's own record, as Word does when it saves."""
    pages = page_count(target)
    if pages is None:
        return
    document = Document(str(target))
    package = document.part.package
    record = next(part for part in package.iter_parts() if str(part.partname) == "/docProps/app.xml")
    record._blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>Microsoft Office Word</Application><Pages>{pages}</Pages></Properties>"
    ).encode()
    document.save(str(target))
