"""A document may be long without end; what is taken in has a limit, and what is left out is a gap."""

from __future__ import annotations

import pytest

from procure_audit.model import BlockKind, Box, Document
from procure_audit.readers import build
from procure_audit.readers.build import Builder


def built(*paragraphs: str) -> Document:
    builder = Builder("long.txt", "text", "0" * 64)
    for words in paragraphs:
        builder.block(BlockKind.PARAGRAPH, words)
    return builder.document()


def test_text_stops_at_the_limit_with_one_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "MOST_CHARACTERS", 20)
    document = built("Twelve signs", "and twelve more", "and none of these", "nor of these")
    assert document.text.split() == ["Twelve", "signs", "and", "tw"]
    assert [gap.what for gap in document.gaps] == ["the rest of the document"]
    assert "reading stopped there" in document.gaps[0].reason
    assert document.gaps[0].advice


def test_blocks_stop_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "_MOST_BLOCKS", 2)
    document = built("One.", "Two.", "Three.", "Four.")
    assert len(document.blocks) == 2
    assert len(document.gaps) == 1


def test_lines_are_cut_where_the_room_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "MOST_CHARACTERS", 8)
    builder = Builder("long.pdf", "pdf", "0" * 64)
    builder.page(1, 595, 842)
    box = Box(1, 0, 0, 10, 10)
    builder.block(BlockKind.PARAGRAPH, [("Five.", box), ("Five more.", box), ("Gone.", box)])
    document = builder.document()
    assert [document.text[line.span.start : line.span.end] for line in document.lines] == ["Five.", "Fiv"]


def test_what_fits_leaves_no_gap() -> None:
    assert built("All of it.", "", "   ").gaps == ()
