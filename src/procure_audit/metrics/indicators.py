"""How many measures of performance a provider must report on: numbered, counted in words, or the rows of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..model import MOST_PLACES, Document, Evidence, Metric, Role, Span, Table
from .subject import Subject

Found = tuple[int, tuple[Evidence, ...]]
"""How many there are by one way of counting, and where."""

_NAME = r"[KkPp](?:(?<=[Kk])(?i:ey performance indicators?|PIs?)|(?<=[Pp])(?i:erformance (?:indicators?|measures?)))"
"""Begins with letters that are quickly looked for."""
_NUMBERED = re.compile(r"\bKPI[ -]?#?(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?)\b(?!%)")
_WORDS = ("six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty")
_NUMBERS = (6, 7, 8, 9, 10, 11, 12, 15, 20)
_COUNT = re.compile(rf"\b(?P<count>\d{{1,2}}|{'|'.join(_WORDS)}) $", re.I)
_NAMED = re.compile(_NAME)
_LONGEST = 10  # characters of a count and the blank behind it
_COLUMN = re.compile(rf"\W*{_NAME}\b.{{0,30}}", re.I | re.S)
_BLANK = re.compile(r"\W*(?:[\[<].*|tbc|x+)?\W*", re.I | re.S)
_WHERE = (Role.SPECIFICATION, Role.CONTRACT_TERMS, Role.INSTRUCTIONS, Role.UNKNOWN)


def measure(subject: Subject) -> Iterator[Metric]:
    """The most that any way gives: the rows of a table are often the numbered ones once more."""
    ways = [way for document in subject.tender.documents for way in _ways(document)]
    count, places = max(ways, key=lambda way: way[0], default=(0, ()))
    yield Metric("indicators", count, places[:MOST_PLACES])


def _ways(document: Document) -> Iterator[Found]:
    numbered = {match["number"]: match.span() for match in _asked(document, _NUMBERED)}
    yield len(numbered), tuple(document.evidence(Span(*span)) for span in numbered.values())
    for match in _asked(document, _NAMED):
        stated = _COUNT.search(document.text[max(0, match.start() - _LONGEST) : match.start()])
        if stated:
            word = stated["count"].lower()
            count = int(word) if word.isdigit() else _NUMBERS[_WORDS.index(word)]
            yield count, (document.evidence(Span(match.start() - len(stated[0]), match.end())),)
    for table in document.tables:
        yield from _rows(document, table)


def _asked(document: Document, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    return (match for match in pattern.finditer(document.text) if _is_asked(document, match.start()))


def _is_asked(document: Document, position: int) -> bool:
    block = document.block_at(position)
    return block is not None and block.role in _WHERE and not block.hidden


def _rows(document: Document, table: Table) -> Iterator[Found]:
    """The rows with words below a heading that names them and words beside it: others are titles of parts."""
    words = {cell.span: document.text[cell.span.start : cell.span.end] for cell in table.cells}
    filled = [cell for cell in table.cells if cell.row > 0 and not _BLANK.fullmatch(words[cell.span])]
    rows = Counter(cell.row for cell in filled)
    for head in table.row(0):
        if _COLUMN.fullmatch(words[head.span]) and _is_asked(document, head.span.start):
            below = [cell for cell in filled if cell.column == head.column and rows[cell.row] > 1]
            yield len(below), tuple(document.evidence(cell.span) for cell in below)
