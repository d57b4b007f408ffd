"""The prose of a document: its sentences without tables, contents lists, headings, running heads and clause labels."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..model import Block, BlockKind, Document, Evidence, Role, Span
from ..text.sentences import label_length, sentences
from ..text.words import count_words

SHORTEST = 3
"""Words of a sentence; what is shorter ("Yes / No", "Signed:") is a label, not a sentence."""

SHORTEST_OPEN = 6
"""Words of a paragraph that ends without a stop; what is shorter is a title, an address or a label."""

_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE)
_RUN_ON = re.compile(r"(?<=[.:;])\s+-\s?(?=[A-Z])|\s*\*{4,}\s*")
"""The mark of a list item in a line: "the following levels: -Employers' liability", and rows of stars."""
_STOPS = (".", "!", "?", ":", ";", ",", ")", "”", '"', "’")


class Sentence(NamedTuple):
    """A sentence: where it stands in `Prose.text`, how many words it has, what it is for."""

    start: int
    end: int
    words: int
    role: Role


class Piece(NamedTuple):
    """Characters of `Prose.text` from `start` on stand in `Document.text` from `origin` on."""

    start: int
    origin: int


@dataclass(frozen=True)
class Prose:
    """The sentences of one document and the text that they are in: a line a sentence, white space made plain."""

    document: Document
    text: str
    sentences: tuple[Sentence, ...]
    pieces: tuple[Piece, ...]

    @cached_property
    def lower(self) -> str:
        """`text` in lower case, character for character."""
        low = self.text.lower()
        return (
            low if len(low) == len(self.text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    def index_at(self, position: int) -> int:
        """The index of the sentence that holds *position*."""
        return bisect_right(self._starts, position) - 1

    def place(self, start: int, end: int) -> Evidence:
        """Evidence for characters *start* to *end* of `text`, which must stand in one sentence."""
        piece = self.pieces[self.index_at(start)]
        return self.document.evidence(
            Span(piece.origin + start - piece.start, piece.origin + end - piece.start),
        )


def prose_of(document: Document) -> Prose:
    """The prose of *document*; linear in its length."""
    texts: list[str] = []
    found: list[Sentence] = []
    pieces: list[Piece] = []
    here = 0
    for block in document.body():
        if not _is_prose(document, block):
            continue
        for start, end in _sentences(document, block):
            text = document.text[start:end]
            words = count_words(text)
            if words < SHORTEST:
                continue
            texts.append(_one_line(text))
            found.append(Sentence(here, here + len(text), words, block.role))
            pieces.append(Piece(here, start))
            here += len(text) + 1
    return Prose(document, "\n".join(texts), tuple(found), tuple(pieces))


def _is_prose(document: Document, block: Block) -> bool:
    if block.kind not in _KINDS or block.table >= 0 or block.hidden:
        return False
    if block.kind is not BlockKind.PARAGRAPH or block.span.end - block.span.start > 200:
        return True
    text = document.text[block.span.start : block.span.end].rstrip()
    return text.endswith(_STOPS) or count_words(text) >= SHORTEST_OPEN


def _sentences(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of *block*, as positions in the document, each without the label it begins with."""
    text = document.text[block.span.start : block.span.end]
    for start, end in (part for whole in sentences(text) for part in _items(text, *whole)):
        label = label_length(text[start : min(end, start + 40)])
        if start + label < end:
            yield block.span.start + start + label, block.span.start + end


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A list that a form has run together (notices lose their line ends) in its items, each a sentence of its own."""
    for mark in _RUN_ON.finditer(text, start, end):
        if mark.start() > start:
            yield start, mark.start()
        start = mark.end()
    if start < end:
        yield start, end


def _one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ").replace("\xa0", " ")
