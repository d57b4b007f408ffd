"""Plain text: paragraphs by blank lines, list items, and lines that look like headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from ..model import BlockKind, Document
from .build import Builder, printed_label
from .titles import ITEM, is_heading_line, is_over, titles

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")
_COLUMNS = re.compile(r"\t+| {2,}")
_UNDERLINE = re.compile(r"[=\-~_*]{3,}$")


def read(data: bytes, path: str) -> Document:
    """A document of plain text. Never raises: bytes that are no UTF-8 are read as Windows-1252, with a note."""
    text, note = decoded(data)
    builder = Builder(path, "text", sha256(data).hexdigest())
    if note:
        builder.notes.append(note)
    paragraphs = list(_paragraphs(text))
    found = titles(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        if index in found:
            builder.block(BlockKind.HEADING, paragraph[0].strip(), level=2)
        else:
            _add(builder, paragraph)
    return builder.document()


def decoded(data: bytes) -> tuple[str, str]:
    """*data* as text with plain line ends and no control characters, and a note where the encoding was guessed."""
    note = ""
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text, note = data.decode("cp1252", "replace"), "not UTF-8: read as Windows-1252"
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\v", "\n")
    return _CONTROLS.sub("", text), note


def _paragraphs(text: str) -> Iterator[list[str]]:
    """The lines between blank lines."""
    lines: list[str] = []
    for line in (*text.split("\n"), ""):
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            yield lines
            lines = []


def _add(builder: Builder, lines: list[str]) -> None:
    """One paragraph of the file: a table, or a heading, list items and running text in turn."""
    if _is_table(lines):
        _add_table(builder, lines)
        return
    if len(lines) > 1 and _UNDERLINE.match(lines[1].strip()):
        builder.block(BlockKind.HEADING, lines[0].strip(), level=1)
        lines = lines[2:]
    elif lines and is_heading_line(lines[0].strip()) and (len(lines) == 1 or lines[0].isupper() or is_over(lines)):
        label = printed_label(lines[0].strip())
        builder.block(BlockKind.HEADING, lines[0].strip(), level=1 + label.count("."))
        lines = lines[1:]
    for is_item, printed in _pieces(lines):
        kind = BlockKind.LIST_ITEM if is_item else BlockKind.PARAGRAPH
        builder.block(kind, [(line.strip(), None) for line in printed], level=int(is_item))


def _pieces(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """Runs of lines: each list item with the lines it goes on over, and running text before."""
    run: list[str] = []
    is_item = False
    for line in lines:
        if ITEM.match(line):
            if run:
                yield is_item, run
            is_item, run = True, []
        run.append(line)
    if run:
        yield is_item, run


def _is_table(lines: list[str]) -> bool:
    """At least two lines that all fall into the same number of columns (two or more)."""
    widths = {len(_cells(line)) for line in lines}
    return len(lines) > 1 and len(widths) == 1 and widths.pop() > 1 and not ITEM.match(lines[0])


def _cells(line: str) -> list[str]:
    return _COLUMNS.split(line.strip())


def _add_table(builder: Builder, lines: list[str]) -> None:
    builder.begin_table()
    for row, line in enumerate(lines):
        for column, words in enumerate(_cells(line)):
            builder.begin_cell(row, column)
            builder.block(BlockKind.PARAGRAPH, words)
            builder.end_cell()
    builder.end_table()
