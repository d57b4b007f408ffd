"""Plain words inside Markdown: nothing in them is taken for markup."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([\\`*_<>\[\]|#])")


def escaped(text: str) -> str:
    """*text* with every sign that Markdown reads as markup escaped."""
    return _SIGNS.sub(r"\\\1", text)
