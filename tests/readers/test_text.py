"""Plain text into paragraphs, headings, lists and tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.model import BlockKind, Document
from procure_audit.readers.text import decoded, read

BRIEF = """INVITATION TO TENDER

1. About the service

The council wants a hall
for its lunch club.

1.1 What we need

The supplier must hold:
- public liability cover
- a kitchen certificate
  from the town
(a) one more

Cover            Amount
Public           £5m
Employers        £10m

2026 is a good year. It has 365 days.
"""


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.quote(block.span)) for block in document.blocks]


def test_a_brief() -> None:
    assert blocks(read(BRIEF.encode(), "brief.txt")) == [
        (BlockKind.HEADING, "INVITATION TO TENDER"),
        (BlockKind.HEADING, "1. About the service"),
        (BlockKind.PARAGRAPH, "The council wants a hall for its lunch club."),
        (BlockKind.HEADING, "1.1 What we need"),
        (BlockKind.PARAGRAPH, "The supplier must hold:"),
        (BlockKind.LIST_ITEM, "- public liability cover"),
        (BlockKind.LIST_ITEM, "- a kitchen certificate from the town"),
        (BlockKind.LIST_ITEM, "(a) one more"),
        (BlockKind.CELL, "Cover"),
        (BlockKind.CELL, "Amount"),
        (BlockKind.CELL, "Public"),
        (BlockKind.CELL, "£5m"),
        (BlockKind.CELL, "Employers"),
        (BlockKind.CELL, "£10m"),
        (BlockKind.PARAGRAPH, "2026 is a good year. It has 365 days."),
    ]


def test_headings_nest_by_their_numbers() -> None:
    document = read(BRIEF.encode(), "brief.txt")
    item = next(block for block in document.blocks if block.kind is BlockKind.LIST_ITEM)
    assert [document.quote(heading.span) for heading in document.headings(item)][-2:] == [
        "1. About the service",
        "1.1 What we need",
    ]


def test_an_underlined_line_is_a_heading() -> None:
    assert blocks(read(b"Our needs\n=========\nA hall.", "a.txt")) == [
        (BlockKind.HEADING, "Our needs"),
        (BlockKind.PARAGRAPH, "A hall."),
    ]


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        ("cost £5".encode(), "cost £5", ""),
        ("\ufeffcost £5".encode(), "cost £5", ""),
        ("cost £5".encode("utf-16"), "cost £5", ""),
        ("cost £5 – net".encode("cp1252"), "cost £5 – net", "not UTF-8: read as Windows-1252"),
        (b"a\x00b\x07c\r\nd\re", "abc\nd\ne", ""),
        (b"page one\fpage two", "page one\n\npage two", ""),
    ],
)
def test_encodings(data: bytes, text: str, note: str) -> None:
    assert decoded(data) == (text, note)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_of_some_kind(data: bytes) -> None:
    document = read(data, "a.txt")
    assert all(document.text[block.span.start : block.span.end].strip() for block in document.blocks)


def test_a_long_line_is_read_in_linear_time() -> None:
    document = read(b"word " * 400_000 + b"\n\n" + b"- " * 400_000, "a.txt")
    assert len(document.text) > 2_000_000
