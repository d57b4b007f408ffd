"""Pages into the Builder: page by page, with the sentences that run over a page break in one block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ...model import BlockKind, Box
from ..build import Builder, Piece
from .hyphens import Vocabulary, whole
from .pages import Contents, PageContent
from .paragraphs import Para, paragraphs
from .shapes import BROKEN, Grid, GridCell, Strip

_ENDS = re.compile(r"[.:;!?…][\"'’”)\]]*$")
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def emit(contents: Contents, builder: Builder) -> None:
    """Write all of *contents*. A page begins where its first line stands, inside a block that runs over its start."""
    carried: Para | None = None
    for k, page in enumerate(contents.pages):
        parts = list(page.parts)
        over = carried is not None and bool(parts)
        if carried is not None and over:
            first = parts.pop(0)
            assert isinstance(first, Para)
            carried = replace(carried, lines=carried.lines + first.lines)
        following = contents.pages[k + 1] if k + 1 < len(contents.pages) else None
        runs_on = following is not None and _runs_on(parts[-1] if parts else carried, following)
        last = (parts.pop() if parts else None) if runs_on else None
        if carried is not None:
            _write(carried, contents, builder)
        else:
            builder.page(page.number, page.width, page.height)
        _page(page, parts, contents, builder)
        carried = last if isinstance(last, Para) else None


def _page(page: PageContent, parts: Sequence[Para | Grid], contents: Contents, builder: Builder) -> None:
    for strip in page.head:
        _furniture(strip, contents.known, builder)
    for part in parts:
        if isinstance(part, Grid):
            _table(part, contents, builder)
        else:
            _write(part, contents, builder)
    for note in page.notes:
        _write(note, contents, builder)
    for strip in page.foot:
        _furniture(strip, contents.known, builder)


def _runs_on(last: Para | Grid | None, following: PageContent) -> bool:
    """Whether the sentence at the foot of one page goes on at the head of the next."""
    first = following.parts[0] if following.parts else None
    if not isinstance(last, Para) or not isinstance(first, Para):
        return False
    if last.kind not in _PROSE or first.kind is not BlockKind.PARAGRAPH or first.label.startswith("("):
        return False
    text = last.text
    if _ENDS.search(text) or abs(last.size - first.size) > 0.8 or last.lines[-1].page != following.number - 1:
        return False
    return first.text[:1].islower() or text.endswith((",", BROKEN)) or (not first.label and len(last.lines) > 1)


def _furniture(strip: Strip, known: Vocabulary, builder: Builder) -> None:
    builder.block(BlockKind.FURNITURE, pieces([strip], known), label="")


def _write(para: Para, contents: Contents, builder: Builder) -> None:
    """Write one block; pages that begin inside it begin at their first line."""
    written = pieces(para.lines, contents.known)
    here = builder.here
    page = para.lines[0].page
    for text, box in written:
        if box is not None and box.page > page:
            page = box.page
            content = next(content for content in contents.pages if content.number == page)
            builder.page(page, content.width, content.height, at=here)
        here += len(text) + 1
    builder.block(para.kind, written, level=para.level)


def pieces(lines: Sequence[Strip], known: Vocabulary) -> list[Piece]:
    """Printed lines as text with boxes, words that a line breaks made whole."""
    texts = whole([line.text for line in lines], known)
    found: list[tuple[str, Box | None]] = [(text, line.box) for text, line in zip(texts, lines, strict=True) if text]
    return found


def _table(grid: Grid, contents: Contents, builder: Builder) -> None:
    builder.begin_table()
    for _, row in groupby(grid.cells, key=lambda cell: cell.row):
        for cell in row:
            _cell(cell, contents, builder)
    builder.end_table()


def _cell(cell: GridCell, contents: Contents, builder: Builder) -> None:
    builder.begin_cell(cell.row, cell.column, cell.rows, cell.columns)
    for para in paragraphs(cell.strips, contents.ordinary):
        kind = BlockKind.PARAGRAPH if para.kind is BlockKind.HEADING else para.kind
        builder.block(kind, pieces(para.lines, contents.known), level=int(kind is BlockKind.LIST_ITEM))
    builder.end_cell()
