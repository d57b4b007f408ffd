"""Headings as people type them where the format has none: short lines that stand alone, numbered or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .build import printed_label

ITEM = re.compile(r"[ \t]{0,40}(?:[-*•·▪–o]|\(?(?:[a-z]|[ivx]{1,5})[.)]|\d{1,3}[.)])[ \t]+\S")
"""The beginning of a marked list item."""
_BULLET = re.compile(r"[-*•·▪–]\s")
_LONGEST = 90  # characters of a heading in capitals or with a number
_LONGEST_TITLE = 70  # characters of one that has neither
_MOST_WORDS = 10
_PART = re.compile(r"(?:section|part|schedule|annex|appendix|lot|chapter|stage)\s+(?:\d{1,3}|[A-Z]|[IVX]{1,4})\b", re.I)
_LETTER = re.compile(r"[A-Z][.)]\s+[A-Z]")
_NO_TITLE = re.compile(r"[@£$€_|<>=]|\d|https?:|www\.|\.\.|\b(?:dear|yours|tel|fax|signed|date)\b", re.I)
_ENDS = (".", ";", ",", ":", "!")


def is_heading_line(line: str) -> bool:
    """A short line in capitals, or a short numbered line that isn't a sentence."""
    if len(line) > _LONGEST or not any(character.isalpha() for character in line):
        return False
    if line.isupper() and len(line) > 3 and not _BULLET.match(line):
        return True
    words = line.split()
    numbered = (bool(printed_label(line)) and line[0].isdigit()) or _PART.match(line) or _LETTER.match(line)
    return bool(numbered) and 2 <= len(words) <= 12 and line[-1] not in ".;,:?!"


def is_title(line: str) -> bool:
    """Whether *line* could head what follows: a few words, a capital first, no full stop, nothing that is filled in."""
    plain = line[:1].isupper() and not line.endswith(_ENDS) and not _NO_TITLE.search(line)
    return plain and len(line) <= _LONGEST_TITLE and len(line.split()) <= _MOST_WORDS


def titles(paragraphs: Sequence[Sequence[str]]) -> set[int]:
    """Which of *paragraphs* (each its lines) are headings without number or capitals, by what stands around them.

    The paragraph before must be finished, and running text, a list or a table must follow: the lines of an address,
    of a signature or of a bare list have neighbours of their own kind.
    """
    found: set[int] = set()
    for index in range(len(paragraphs) - 1):
        lines = paragraphs[index]
        if len(lines) != 1 or ITEM.match(lines[0]) or not is_title(lines[0].strip()):
            continue
        before = paragraphs[max(0, index - _COVER) : index]
        if (index - 1 in found or _opens(before)) and _is_text(paragraphs[index + 1]):
            found.add(index)
    return found


_COVER = 4
"""Short lines with which a text may open: the buyer's name, the title, a reference."""


def _opens(before: Sequence[Sequence[str]]) -> bool:
    """Whether a heading may stand after *before* (a few paragraphs): after a finished one, after another heading, or
    after the short lines of the beginning."""
    if len(before) < _COVER and all(len(lines) == 1 and is_title(lines[0].strip()) for lines in before):
        return True
    return _is_finished(before[-1]) or (len(before[-1]) == 1 and is_heading_line(before[-1][0].strip()))


def _is_finished(lines: Sequence[str]) -> bool:
    """Whether *lines* lead into nothing: a sentence that ended, a list or a table."""
    whole = " ".join(lines).rstrip()
    return not whole.endswith(":") and (whole.endswith((".", "!", "?", ")", '"', "”")) or len(lines) > 1)


def _is_text(lines: Sequence[str]) -> bool:
    """Whether *lines* are running text, a list or a table rather than one more short line."""
    whole = " ".join(lines).rstrip()
    many = len(lines) > 1 or bool(ITEM.match(lines[0]))
    return many or len(whole) > _LONGEST_TITLE or whole.endswith((".", ":", "?"))


def is_over(lines: Sequence[str]) -> bool:
    """Whether the first of *lines*, numbered, heads the others: they begin anew and aren't its next items."""
    first, second = lines[0].strip(), lines[1].strip()
    begins = second[:1].isupper() and not ITEM.match(second) and not printed_label(second)
    return begins and len(first) < len(second) * 2 // 3
