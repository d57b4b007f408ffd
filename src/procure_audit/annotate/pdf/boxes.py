"""From a span of a PDF's text to the rectangles that its words stand in, a printed line each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ...model import Box, Line, Span
from ...readers.pdf import TracedFile
from ...readers.pdf.shapes import Word

_WORD = re.compile(r"\S+")


def boxes(traced: TracedFile, span: Span) -> Iterator[Box]:
    """The boxes of *span*: whole lines as they are, others cut to the words that *span* meets."""
    lines = traced.document.lines
    first = max(0, bisect_right(lines, span.start, key=lambda line: line.span.start) - 1)
    for line in lines[first : bisect_left(lines, span.end, key=lambda line: line.span.start)]:
        if line.span.meets(span):
            yield line.box if line.span in span else _cut(traced, line, span)


def _cut(traced: TracedFile, line: Line, span: Span) -> Box:
    """What of *line* lies in *span*; the whole line where its words can't be told apart."""
    text = traced.document.text[line.span.start : line.span.end]
    found = [
        Span(line.span.start + match.start(), line.span.start + match.end()).meets(span)
        for match in _WORD.finditer(text)
    ]
    words = _matching(traced.words.get(line.box, ()), len(found))
    quoted = [word for word, is_in in zip(words, found, strict=True) if is_in] if words else []
    if not quoted:
        return line.box
    return Box(
        line.box.page,
        min(word.x0 for word in quoted),
        min(word.top for word in quoted),
        max(word.x1 for word in quoted),
        max(word.bottom for word in quoted),
    )


def _matching(words: Sequence[Word], count: int) -> Sequence[Word]:
    """The words of a line that has *count* of them in the text; the end of a broken word is told with its beginning."""
    return words if len(words) == count else words[1:] if len(words) == count + 1 else ()
