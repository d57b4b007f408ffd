"""Words broken at the end of a printed line, made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from .shapes import BROKEN, Strip

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTER = re.compile(r"[^\W\d_]")
_EDGES = "“”\"'‘’()[].,;:!?"
_SUSPENDED = frozenset(("and", "or", "to", "und", "et"))

Vocabulary = Counter[str]


def vocabulary(strips: Iterable[Strip]) -> Vocabulary:
    """How often each word of a document stands whole on a line, in lower case, hyphens kept."""
    counted: Vocabulary = Counter()
    for text, count in Counter(chain.from_iterable(_whole_words(strips))).items():
        for word in _TOKEN.findall(text.lower()):
            counted[word] += count
    return counted


def _whole_words(strips: Iterable[Strip]) -> Iterator[Sequence[str]]:
    """The words of each line but the first and last parts of broken ones."""
    cut = False
    for strip in strips:
        words = strip.words.texts
        first, last = int(cut), len(words)
        cut = _is_broken(words[-1])
        yield words[first : last - cut]


def whole(lines: Sequence[str], known: Vocabulary) -> list[str]:
    """*lines* of one block; the rest of a word that a line breaks is drawn up to where the word begins."""
    done = list(lines)
    for k in range(len(done) - 1, -1, -1):
        if not _is_broken(done[k]):
            continue
        head, rest = done[k][:-1], done[k + 1].split(" ", 1) if k + 1 < len(done) else [""]
        tail = rest[0]
        if done[k].endswith("-") and (tail.lower() in _SUSPENDED or not tail[:1].isalnum()):
            continue
        hyphen = "" if _is_one_word(head.rsplit(" ", 1)[-1], tail, known) else "-"
        done[k] = head + hyphen + tail
        if k + 1 < len(done):
            done[k + 1] = rest[1] if len(rest) > 1 else ""
    return done


def _is_broken(line: str) -> bool:
    return line.endswith(BROKEN) or (line.endswith("-") and bool(_LETTER.fullmatch(line[-2:-1])))


def _is_one_word(head: str, tail: str, known: Vocabulary) -> bool:
    """Whether the hyphen is only there because the line ended: the document's own words decide.

    "procure-" and "ment" are one word where "procurement" occurs, or where "ment" is no word of its own;
    "sub-" and "contractor" keep the hyphen unless "subcontractor" occurs more often than "sub-contractor".
    """
    head, tail = head.strip(_EDGES).lower(), tail.strip(_EDGES).lower()
    if not (head.isalpha() and tail.isalpha()):
        return False
    solid, hyphened = known[head + tail], known[f"{head}-{tail}"]
    if solid or hyphened:
        return solid > hyphened
    return not known[tail]
