"""Where a document's characters stand in the XML that they came from, for those who write into the file.

Kept by the reader itself while it reads, so that text and addresses can't drift; nobody who only reads pays for it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from ..model import Span
from .written import Written

Element = etree._Element


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` (half open) of the text of `element`, or of what follows it (`is_tail`).

    An element that stands for text without holding any (a tab, a symbol) is one character: 0 to 1.
    """

    element: Element
    is_tail: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """A stretch of a document's text and where it came from; `places` has each character's place there."""

    span: Span
    element: Element
    is_tail: bool
    places: Sequence[int]

    def piece(self, span: Span) -> Piece:
        """What of it lies in *span*, which it meets."""
        start = max(span.start, self.span.start) - self.span.start
        end = min(span.end, self.span.end) - self.span.start
        return Piece(self.element, self.is_tail, self.places[start], self.places[end - 1] + 1)


@dataclass
class Trace:
    """The origins of a document's text, in the order of the text."""

    origins: list[Origin] = field(default_factory=list)

    def pieces(self, span: Span) -> Iterator[Piece]:
        """Where the characters of *span* came from, in order; nothing for those that no element holds."""
        first = max(0, bisect_right(self.origins, span.start, key=lambda origin: origin.span.start) - 1)
        for origin in self.origins[first:]:
            if origin.span.start >= span.end:
                return
            if origin.span.meets(span):
                yield origin.piece(span)


@dataclass
class Traced(Written):
    """A paragraph in the making that remembers where its text comes from, and tells *trace* once it has its place."""

    trace: Trace = field(default_factory=Trace)
    _shown: list[tuple[Element, bool]] = field(default_factory=list)
    _hidden: list[tuple[Element, bool]] = field(default_factory=list)

    def add(self, text: str, hidden: bool, bold: bool, element: Element, is_tail: bool = False) -> None:
        super().add(text, hidden, bold, element, is_tail)
        (self._hidden if hidden else self._shown).append((element, is_tail))

    def placed(self, span: Span, *, hidden: bool) -> None:
        texts, sources = (self.hidden, self._hidden) if hidden else (self.shown, self._shown)
        whole = "".join(texts)
        at = span.start - (len(whole) - len(whole.lstrip()))
        for text, (element, is_tail) in zip(texts, sources, strict=True):
            start, end = max(at, span.start), min(at + len(text), span.end)
            if start < end:
                places = _places((element.tail if is_tail else element.text) or "", text)
                self.trace.origins.append(Origin(Span(start, end), element, is_tail, places[start - at : end - at]))
            at += len(text)


def _places(raw: str, text: str) -> Sequence[int]:
    """For each character of *text* its place in *raw*, which has soft hyphens and white space that readers drop."""
    if len(raw) == len(text):
        return range(len(raw))
    places, at = [], 0
    for sign in text:
        while at < len(raw) and raw[at] != sign and not (sign == " " and raw[at].isspace()):
            at += 1
        places.append(at)
        at += 1
    return places if at <= len(raw) else [0] * len(text)  # it stands for text that it doesn't hold
