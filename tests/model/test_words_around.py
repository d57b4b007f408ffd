"""The words around a quote: they read on from it, in whole words, and are never many."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procure_audit.model import MOST_AROUND, Block, BlockKind, Document, Span
from procure_audit.readers.text import read

LONG = "Tenderers shall hold the cover that this part asks for, and shall prove it at any time. "


def document(*paragraphs: tuple[BlockKind, str]) -> Document:
    blocks, text = [], ""
    for kind, words in paragraphs:
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words + "\n"
    return Document("itt.txt", "txt", "0" * 64, text, tuple(blocks))


def around(found: Document, words: str) -> tuple[str, str]:
    start = found.text.index(words)
    evidence = found.evidence(Span(start, start + len(words)))
    return evidence.before, evidence.after


def test_words_of_the_same_paragraph_and_of_its_neighbours_are_carried() -> None:
    found = document(
        (BlockKind.HEADING, "6 Insurance"),
        (BlockKind.PARAGRAPH, "We ask for cover. Hold £5 million, please. Prove it."),
        (BlockKind.PARAGRAPH, "Then start."),
    )
    assert around(found, "Hold £5 million") == ("6 Insurance\nWe ask for cover. ", ", please. Prove it.\nThen start.")


def test_a_quote_that_fills_its_paragraph_is_parted_from_its_neighbours() -> None:
    found = document((BlockKind.PARAGRAPH, "One."), (BlockKind.CELL, "Two."), (BlockKind.CELL, "Three."))
    assert around(found, "Two.") == ("One.\n", "\nThree.")


def test_a_running_head_is_passed_over() -> None:
    found = document(
        (BlockKind.PARAGRAPH, "Before."),
        (BlockKind.FURNITURE, "Page 3 of 40"),
        (BlockKind.PARAGRAPH, "The quote."),
        (BlockKind.FURNITURE, "Page 4 of 40"),
        (BlockKind.PARAGRAPH, "After."),
    )
    assert around(found, "The quote.") == ("Before.\n", "\nAfter.")


def test_long_words_around_are_cut_between_words() -> None:
    before, after = around(document((BlockKind.PARAGRAPH, f"{LONG * 9}QUOTE {LONG * 9}")), "QUOTE")
    assert before.startswith("…") and after.endswith("…")
    assert f" {before[1:]}" in LONG * 9 and f"{after.strip()[:-1]} " in LONG * 9
    assert MOST_AROUND - 20 < len(before) <= MOST_AROUND + 2
    assert MOST_AROUND - 20 < len(after) <= MOST_AROUND + 2


def test_a_document_of_one_quote_has_nothing_around_it() -> None:
    assert around(document((BlockKind.PARAGRAPH, "Alone.")), "Alone.") == ("", "")


@given(st.text(alphabet="ab \n\t", max_size=900), st.integers(0, 900), st.integers(0, 60))
def test_before_quote_and_after_read_as_the_text_does(words: str, start: int, length: int) -> None:
    found = read(f"x{words}x".encode(), "itt.txt")
    span = Span(min(start, len(found.text)), min(start + length, len(found.text)))
    evidence = found.evidence(span)
    told = [part for part in (evidence.before, evidence.quote, evidence.after) if part]
    joined = "".join(told).replace("…", "").split()
    assert "".join(joined) in "".join(found.text.split())
    assert len(evidence.before) <= MOST_AROUND + 2 and len(evidence.after) <= MOST_AROUND + 2
