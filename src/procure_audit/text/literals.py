"""Plain words that every match of a pattern holds one of, so that most text need not be tried with the pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator

LEAST = 3
"""Characters of a word worth looking for."""
_ESCAPED = re.compile(r"\\.")
_CLASS = re.compile(r"\[\^?\]?[^\]]*\]")
_REPEATED = re.compile(r"[^()|?*](?:[?*]|\{[^}]*\})")
_OPTIONAL = re.compile(r"[?*]|\{0?,")
_TIMES = re.compile(r"\{[^}]*\}")
_NO_WORD = re.compile(r"[^a-zA-Z0-9£%'’-]+")
_GAP = "\0"
_BAR_OR_BRACKET = re.compile(r"[|()]")


def literals_of(pattern: str) -> tuple[str, ...]:
    """Words in lower case of which every match of *pattern* holds at least one; none where that can't be said."""
    bare = _CLASS.sub(_GAP, _ESCAPED.sub(_GAP, pattern))
    return tuple(sorted(_of_choice(_REPEATED.sub(_GAP, bare).replace("+", _GAP))))


def _of_choice(bare: str) -> frozenset[str]:
    """The words of all alternatives together; none if one of them has none."""
    each = [_of_sequence(part) for part in _parts(bare)]
    return frozenset().union(*each) if all(each) else frozenset()


def _of_sequence(bare: str) -> frozenset[str]:
    """The best of what must all be there: its plain words, and its groups that aren't optional."""
    plain, groups = "", []
    for text, group in _pieces(bare):
        plain += text + _GAP
        if group:
            groups.append(_of_choice(group))
    longest = max(_NO_WORD.split(_TIMES.sub(_GAP, plain)), key=len).lower()
    offers = [*groups, frozenset({longest} if len(longest) >= LEAST else ())]
    return max(offers, key=lambda words: (bool(words), min(map(len, words), default=0), -len(words)))


def _parts(bare: str) -> Iterator[str]:
    """*bare* cut at the bars that stand in no group."""
    depth, start = 0, 0
    for sign in _BAR_OR_BRACKET.finditer(bare):
        depth += (sign[0] == "(") - (sign[0] == ")")
        if sign[0] == "|" and depth == 0:
            yield bare[start : sign.start()]
            start = sign.end()
    yield bare[start:]


def _pieces(bare: str) -> Iterator[tuple[str, str]]:
    """Plain text and the inside of the group after it; "" for a group that is optional or only looks around."""
    depth, start, opened = 0, 0, 0
    for sign in _BAR_OR_BRACKET.finditer(bare):
        depth += (sign[0] == "(") - (sign[0] == ")")
        if sign[0] == "(" and depth == 1:
            opened = sign.start()
        elif sign[0] == ")" and depth == 0:
            inner = bare[opened + 1 : sign.start()]
            counts = inner.startswith("?:") and not _OPTIONAL.match(bare, sign.end())
            yield bare[start:opened], inner[2:] if counts else ""
            start = sign.end()
    yield bare[start:], ""
