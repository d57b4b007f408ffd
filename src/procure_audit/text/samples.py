"""A pattern as people may read it: words that it looks for, in its first form, "…" for what may stand between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .literals import SIGN

_ANY = "…"
_NO_PLACE = re.compile(r"\(\?<?[=!]")
_MAY_BE_NOTHING = re.compile(r"[?*]|\{0?,|\{0\}")
_BLANKS = re.compile(r"\s*…[\s…]*")


def sample_of(pattern: str) -> str:
    """ "technical failure … not be accepted" for a pattern of many such words."""
    told = _BLANKS.sub(" … ", _first(SIGN.finditer(pattern)))
    return " ".join(told.split()).strip(" …") or _ANY


def _first(signs: Iterator[re.Match[str]]) -> str:
    """The first alternative, up to the bracket that closes it."""
    parts: list[str] = []
    kept: str | None = None
    for sign in signs:
        kind, text = sign.lastgroup, sign[0]
        if kind == "close":
            break
        if kind == "bar":
            kept = "".join(parts) if kept is None else kept
        elif kind == "open":
            inside = _first(signs)
            parts.append("" if _NO_PLACE.match(text) else inside)
        elif kind == "times":
            _repeat(parts, text)
        else:
            parts += _sign(str(kind), text)
    return "".join(parts) if kept is None else kept


def _sign(kind: str, text: str) -> list[str]:
    """A word as its letters, since a quantifier is about the last of them."""
    if kind == "class":
        return [_ANY]
    if kind == "escaped":
        return ["" if text[1] in "bBAZ" else " " if text[1] == "s" else _ANY if text[1] in "wWdDS" else text[-1]]
    return [_ANY if text == "." else text] if kind == "gap" else list(text)


def _repeat(parts: list[str], times: str) -> None:
    """What may be left out is, but for a gap that may be filled."""
    if (parts and _MAY_BE_NOTHING.match(times) and parts[-1] != _ANY) or (parts and times == "?"):
        parts[-1] = ""
