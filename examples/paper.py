"""An example as a PDF: printed numbers, running heads, page numbers and ruled tables; untagged, as most are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from build import Item, Source
from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table

rl_config.invariant = 1  # the same bytes on any day

_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=15, alignment=TA_JUSTIFY, spaceAfter=7)
_STYLES = {
    "title": ParagraphStyle("title", _BODY, fontName="Helvetica-Bold", fontSize=18, leading=23, spaceAfter=14),
    "heading": ParagraphStyle(
        "heading", _BODY, fontName="Helvetica-Bold", fontSize=13, leading=18, spaceBefore=12, keepWithNext=1
    ),
    "clause": ParagraphStyle("clause", _BODY, leftIndent=36, bulletIndent=0),
    "sub": ParagraphStyle("sub", _BODY, leftIndent=64, bulletIndent=36),
    "bullet": ParagraphStyle("bullet", _BODY, leftIndent=24, bulletIndent=10),
    "text": _BODY,
}


def make(source: Source, target: Path) -> None:
    frame = Frame(25 * mm, 22 * mm, A4[0] - 50 * mm, A4[1] - 47 * mm)
    template = PageTemplate(frames=[frame], onPage=lambda canvas, _: _furniture(canvas, source.running))
    document = BaseDocTemplate(str(target), pagesize=A4, pageTemplates=[template], title=source.title, author="")
    document.build([piece for kind, run in source.runs() for piece in _pieces(kind, run)])


def _furniture(canvas: Any, running: str) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(25 * mm, A4[1] - 15 * mm, running)
    canvas.drawCentredString(A4[0] / 2, 12 * mm, f"Page {canvas.getPageNumber()}")


def _pieces(kind: str, run: list[Item]) -> list[Any]:
    if kind == "running":
        return []
    if kind == "row":
        return [_table(run), Spacer(1, 10)]
    return [
        Paragraph(item.text, _STYLES[kind], bulletText=item.number or ("•" if kind == "bullet" else None))
        for item in run
    ]


def _table(rows: list[Item]) -> Table:
    cells = [[Paragraph(cell, _BODY) for cell in row.cells] for row in rows]
    table = Table(cells, repeatRows=1)
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return table
