"""Words in Markdown that stay words: no markup, no link, no mention, whatever strangers wrote."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..text.printable import printable
from .links import web_link

if TYPE_CHECKING:
    from markupsafe import Markup

_NOTHING = "&#8203;"
"""A blank of no width. It parts what GitHub would make a mention, a reference or a link of."""
_SIGNS = re.compile(r"([\\`*_\[\]|~$!])")
_INDENT = re.compile(r"^\s+")
_FIRST = re.compile(r"^(\s*(?:\d{1,9}(?=[.)](?:\s|$))|(?=[-+=])))")
_CALLS = re.compile(r"(?P<sign>@|#|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-\d))", re.IGNORECASE)
_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~-._"


def as_text(words: str) -> str:
    """*words* on one line, as Markdown that shows just these words."""
    line = _INDENT.sub(" ", printable(words))
    told = _SIGNS.sub(r"\\\1", escape(line, quote=False))
    return _FIRST.sub(r"\1\\", _parted(told), count=1)


def as_summary(words: object) -> Markup:
    """*words* for a line of HTML inside Markdown, where signs of Markdown mean nothing."""
    from markupsafe import Markup

    return Markup(_parted(escape(printable(str(words)), quote=False)))  # noqa: S704  # escaped


def as_link(words: str, url: str) -> Markup:
    """A link to *url*; the words alone where that is no address of the web."""
    from markupsafe import Markup

    told = as_text(words)
    safe = quote(web_link(url), safe=_IN_ADDRESS)
    return Markup(f"[{told}](<{safe}>)" if safe else told)  # noqa: S704  # escaped


def _parted(words: str) -> str:
    return _CALLS.sub(lambda call: call["sign"] + _NOTHING, words)
