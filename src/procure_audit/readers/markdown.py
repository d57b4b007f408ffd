"""Markdown: headings, lists, tables and paragraphs as markdown-it sees them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from ..model import BlockKind, Document
from .build import Builder
from .text import decoded

if TYPE_CHECKING:
    from markdown_it.token import Token


def read(data: bytes, path: str) -> Document:
    """A document of Markdown (CommonMark and tables). Never raises."""
    from markdown_it import MarkdownIt

    text, note = decoded(data)
    builder = Builder(path, "markdown", sha256(data).hexdigest())
    if note:
        builder.notes.append(note)
    _Writer(builder).write(MarkdownIt("commonmark").enable("table").parse(text))
    return builder.document()


class _Writer:
    """Follows the tokens, which open and close, and knows what it is in."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._heading = 0
        self._numbers: list[int | None] = []
        self._label = ""
        self._row = self._column = -1

    def write(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            step = getattr(self, f"_{token.type}", None)
            if step is not None:
                step(token)

    def _heading_open(self, token: Token) -> None:
        self._heading = int(token.tag[1])

    def _heading_close(self, _: Token) -> None:
        self._heading = 0

    def _bullet_list_open(self, _: Token) -> None:
        self._numbers.append(None)

    def _ordered_list_open(self, token: Token) -> None:
        self._numbers.append(int(token.attrGet("start") or 1))

    def _bullet_list_close(self, _: Token) -> None:
        self._numbers.pop()

    _ordered_list_close = _bullet_list_close

    def _list_item_open(self, _: Token) -> None:
        number = self._numbers[-1]
        if number is not None:
            self._label, self._numbers[-1] = str(number), number + 1

    def _list_item_close(self, _: Token) -> None:
        self._label = ""

    def _inline(self, token: Token) -> None:
        words = plain(token)
        if self._heading:
            self._builder.block(BlockKind.HEADING, words, level=self._heading)
        elif self._numbers:
            label, self._label = self._label or None, ""
            self._builder.block(BlockKind.LIST_ITEM, words, level=len(self._numbers), label=label)
        else:
            self._builder.block(BlockKind.PARAGRAPH, words)

    def _fence(self, token: Token) -> None:
        self._builder.block(BlockKind.PARAGRAPH, token.content.strip())

    _code_block = _fence

    def _html_block(self, token: Token) -> None:
        from .html import add_fragment

        add_fragment(self._builder, token.content)

    def _table_open(self, _: Token) -> None:
        self._builder.begin_table()
        self._row = -1

    def _table_close(self, _: Token) -> None:
        self._builder.end_table()

    def _tr_open(self, _: Token) -> None:
        self._row, self._column = self._row + 1, -1

    def _td_open(self, _: Token) -> None:
        self._column += 1
        self._builder.begin_cell(self._row, self._column)

    def _th_open(self, _: Token) -> None:
        self._column += 1
        self._builder.begin_cell(self._row, self._column, is_heading=True)

    def _td_close(self, _: Token) -> None:
        self._builder.end_cell()

    _th_close = _td_close


def plain(token: Token) -> str:
    """The words of an inline token: no marks, no addresses of links, no tags."""
    words = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            words.append("\n")
        elif child.type in ("text", "code_inline"):
            words.append(child.content)
        elif child.type == "html_inline" and child.content.lower().startswith("<br"):
            words.append("\n")
    return "".join(words)
