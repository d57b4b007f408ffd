"""Patterns of file names as people write them in settings: "*" for anything, "?" for one sign."""

from __future__ import annotations

import re
from functools import cache


def name_matches(path: str, pattern: str) -> bool:
    """Whether *path*, with forward slashes, is what *pattern* says, from its beginning or from any of its folders.

    Case doesn't count, and brackets stand for themselves: tenders are called "ITT [final].docx".
    """
    starts = [0, *(at + 1 for at, sign in enumerate(path) if sign == "/")]
    return any(_matches(path[start:], _pieces(pattern.removeprefix("./"))) for start in starts)


@cache
def _pieces(pattern: str) -> tuple[re.Pattern[str], ...]:
    """What stands between the stars."""
    return tuple(re.compile(re.escape(piece).replace(r"\?", "."), re.I | re.S) for piece in re.split(r"\*+", pattern))


def _matches(name: str, pieces: tuple[re.Pattern[str], ...]) -> bool:
    """Each piece at the first place after the one before it: no pattern takes longer than its length times the name."""
    first, *middle = pieces
    if not middle:
        return first.fullmatch(name) is not None
    last, at = middle.pop(), first.match(name)
    for piece in middle:
        at = at and piece.search(name, at.end())
    return at is not None and any(last.fullmatch(name, start) for start in range(at.end(), len(name) + 1))
