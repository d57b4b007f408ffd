"""Plain words for jargon, where swapping them changes nothing else in the sentence. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import BlockKind, Document, Span

_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CELL)
_ARTICLE = re.compile(r"\b(an?) $", re.I)
_BEGINS = re.compile(r"(?:^|[.!?:;•\n]|^\(?\w{1,4}[.)])\s*$")
_VOWEL = re.compile(r"[aeio]|u(?!se|sing|ni)", re.I)
_QUOTES = "\"'“‘«"


@dataclass(frozen=True, slots=True)
class Swap:
    """Words of the document and what could stand there instead."""

    span: Span
    plain: str


def swaps(document: Document, words: Sequence[tuple[str, str]]) -> Iterator[Swap]:
    """Where one of *words* can be swapped for its plain words, in order.

    Headings stay as they are, and so does what may be a defined term or a name: a word in quotes, or with a capital
    that no sentence begins with.
    """
    plain = dict(words)
    longest = sorted(map(re.escape, plain), key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(longest)})(?![\w-])", re.I)
    for block in document.body():
        if block.kind in _KINDS and not block.hidden:
            text = document.text[block.span.start : block.span.end]
            for match in pattern.finditer(text) if longest else ():
                if swap := _swap(text, match, plain):
                    span = Span(block.span.start + swap.span.start, block.span.start + swap.span.end)
                    yield Swap(span, swap.plain)


def _swap(text: str, match: re.Match[str], plain: Mapping[str, str]) -> Swap | None:
    """The swap for *match*, with places in *text*; None where it may be no common word."""
    word, start = match[0], match.start()
    new = plain[word.lower()]
    if text[start - 1 : start] in tuple(_QUOTES):
        return None
    if word != word.lower():
        if not _BEGINS.search(text[:start]) or not word[1:].islower() or text[match.end() + 1 :][:1].isupper():
            return None
        return Swap(Span(start, match.end()), new[0].upper() + new[1:])
    article = _ARTICLE.search(text[:start])
    if article is None:
        return Swap(Span(start, match.end()), new)
    fitting = article[1][0] + ("n" if _VOWEL.match(new) else "")
    if fitting.lower() == article[1].lower():
        return Swap(Span(start, match.end()), new)
    return Swap(Span(article.start(), match.end()), f"{fitting} {new}")
