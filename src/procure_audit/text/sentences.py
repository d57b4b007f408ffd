"""Where sentences begin and end, in the prose of tenders.

A paragraph is first cut where a new item begins (an empty line, a bullet, the next number of a list), then at each
stop that ends a sentence. A stop is looked at once, with a few characters around it, so the cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .abbreviations import BEFORE_ALL_BUT_NAMES, BEFORE_NAME, BEFORE_NUMBER, NAMES, NUMBERED, OWN_DOT, STARTERS

_BULLETS = "•⁃▪●◦‣■□➢➤✓"
_ITEM = re.compile(
    rf"[{_BULLETS}]|\n(?:[ \t]{{0,40}}\n\s*|(?=[ \t]{{0,40}}(?:[-–*]|\(?(?:\d{{1,2}}|[a-z]{{1,4}})\))\s))"
)
_STOP = re.compile(
    r"(?<![.!?…])(?P<dots>[.!?…]+(?:\s\.){0,5})(?P<close>[\"'”’)\]»]*)(?P<note>(?:\[\d{1,3}\]){0,4}|(?<=[a-z)]\.)\d{1,2})"
    r"(?=\s+(?P<open>[\"'“‘(\[«]*)(?![a-z])(?P<next>[^\W_]\S{0,24}|[£$€]|[-–]\s)|\s+\((?P<letter>\w{1,3})\)\s)"
)
_LABEL = re.compile(
    rf"\s*(?:[{_BULLETS}*–-]\s*)?(?:(?:(?:[Cc]lause|[Ss]ection|[Pp]art|[Ss]chedule|[Qq]uestion|[Ll]ot)\s+)?"
    r"(?:\(?(?:[A-Z]{0,2}\d{1,3}(?:\.\d{1,3}){0,5}[A-Za-z]?|[A-Za-z]|[ivxl]{1,5})(?:[.):]{1,2}|(?=\s*$))"
    r"|\d{1,3}(?:\.\d{1,3}){1,5})(?:(?=\s|$)|(?<=\d\.)(?=[A-Z])))?\s*"
)
_FIRST = re.compile(rf"[{_BULLETS}\s]{{0,9}}(?P<mark>1|a)(?P<shape>\.\)|\)|\.)\s(?=[A-Z])")
_NEXT = re.compile(r"\s(?P<mark>\d{1,2}|[b-h])(?P<shape>\.\)|\)|\.)\s(?=[A-Z])")
_LAST_WORD = 24  # characters looked at before a stop


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of *text* (a paragraph or many), without white space around it."""
    for start, end in _items(text):
        for first, last in _cut(text, start, end):
            piece = text[first:last]
            if piece.strip():
                yield first + len(piece) - len(piece.lstrip()), last - len(piece) + len(piece.rstrip())


def label_length(text: str) -> int:
    """Characters of the bullet or clause number that *text* begins with ("4.2.1 ", "(a) ", "• "), 0 for none."""
    match = _LABEL.match(text)
    return match.end() if match else 0


def _items(text: str) -> Iterator[tuple[int, int]]:
    """*text* cut at empty lines, bullets and the numbers of a list that runs on in the line."""
    start = 0
    for mark in _ITEM.finditer(text):
        yield from _listed(text, start, mark.start())
        start = mark.start()
    yield from _listed(text, start, len(text))


def _listed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "1. One 2. Two" as two items: a number that follows on from the last one, of the same shape, begins one."""
    first = _FIRST.match(text, start, end)
    if first:
        last = first["mark"]
        for mark in _NEXT.finditer(text, first.end() - 1, end):
            follows = mark["shape"] == first["shape"] and mark["mark"] == _after(last)
            if follows and _word_before(text, start, mark.start()).lower() not in NUMBERED:
                yield start, mark.start()
                start, last = mark.start() + 1, mark["mark"]
    yield start, end


def _after(mark: str) -> str:
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, start, stop):
            yield start, stop.end()
            start = stop.end()
    yield start, end


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a sentence that began at *start* ends at *stop*."""
    if stop.end() - start <= _LAST_WORD and label_length(text[start : stop.end()]) == stop.end() - start:
        return False
    if stop["letter"]:
        return True
    following, dots = stop["next"], stop["dots"]
    if stop["open"].startswith(("(", "[")) and not following[0].isupper():
        return False
    if len(dots) > 1:
        return "!" in dots or "?" in dots or not _trails_off(text, stop)
    return dots in "!?" or bool(stop["close"]) or _full_stop(text, start, stop, following)


def _trails_off(text: str, stop: re.Match[str]) -> bool:
    """Three dots in the middle of a sentence, or in brackets for words left out."""
    dots = stop["dots"].count(".") + 3 * stop["dots"].count("…")
    omitted = stop["close"].startswith("]") and text[stop.start() - 1 : stop.start()] == "["
    return omitted or (dots == 3 and (stop["next"] == "I" or _bare(stop["next"]) not in STARTERS))


def _full_stop(text: str, start: int, stop: re.Match[str], following: str) -> bool:
    """Whether the one dot of *stop* is a full stop rather than part of an abbreviation or an initial."""
    word = _word_before(text, start, stop.start())
    low = word.lower()
    if low in BEFORE_NAME or (low in BEFORE_NUMBER and (following[0].isdigit() or stop["note"])):
        return False
    if low in BEFORE_ALL_BUT_NAMES:
        return _bare(following) not in NAMES
    if len(word) == 1 and word.isupper():
        return _bare(following) in STARTERS or _numbered(text, start, stop.start() - 1)
    return not _abbreviated(low) or _bare(following) in STARTERS


def _abbreviated(word: str) -> bool:
    """ "p.a", "u.s", "ltd": words whose dot is their own, so that only what follows tells."""
    return word in OWN_DOT or (len(word) > 2 and len(word) < 10 and all(len(p) == 1 for p in word.split(".")))


def _numbered(text: str, start: int, position: int) -> bool:
    """Whether the letter at *position* is the name of a part: "Appendix A.", "Lot B."."""
    return _word_before(text, start, position).lower() in NUMBERED


def _word_before(text: str, start: int, position: int) -> str:
    words = text[max(start, position - _LAST_WORD) : position].split()
    return words[-1].lstrip("\"'“‘([«") if words else ""


def _bare(word: str) -> str:
    return re.split(r"[^A-Za-z]", word, maxsplit=1)[0]
