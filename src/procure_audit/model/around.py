"""The words around a quote: whole words, a line for each paragraph, cut where they are enough."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from .places import MOST_AROUND

MOST_LOOKED_AT = 4 * MOST_AROUND
"""Characters of a paragraph that are looked at for words around a quote: more are only needed among many blanks."""

MOST_PARAGRAPHS = 3
"""The quote's own and two more: the cells of a table would else make a long list."""


def words_before(paragraphs: Iterable[str]) -> str:
    """The end of what stands before a quote, up to the quote; an ellipsis where it was cut.

    *paragraphs* are what the quote's own paragraph has before it, then whole ones, nearest first.
    """
    lines: list[str] = []
    room = MOST_AROUND
    for paragraph in islice(paragraphs, MOST_PARAGRAPHS):
        line = " ".join(paragraph.split())
        near = " " if line and not lines and paragraph[-1].isspace() else ""
        if len(line) > room:
            rest = line[-room:].partition(" ")[2] if room > 0 else ""
            lines += [f"…{rest}{near}"] if rest else []
            break
        lines.append(line + near)
        room -= len(line) + 1
    return "\n".join(reversed(lines)) if any(lines) else ""


def words_after(paragraphs: Iterable[str]) -> str:
    """The beginning of what stands after a quote, from the quote on. *paragraphs* are as for `words_before`."""
    lines: list[str] = []
    room = MOST_AROUND
    for paragraph in islice(paragraphs, MOST_PARAGRAPHS):
        line = " ".join(paragraph.split())
        near = " " if line and not lines and paragraph[0].isspace() else ""
        if len(line) > room:
            rest = line[:room].rpartition(" ")[0] if room > 0 else ""
            lines += [f"{near}{rest}…"] if rest else []
            break
        lines.append(near + line)
        room -= len(line) + 1
    return "\n".join(lines) if any(lines) else ""
