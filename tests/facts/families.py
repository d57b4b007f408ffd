"""One sentence, table or list as a whole tender: what is read from it."""

from __future__ import annotations

from datetime import date

from procure_audit.facts import extract
from procure_audit.model import Fact, Tender
from procure_audit.readers import html, markdown, text

_MARKED = ("#", "|", "-", "*")


def read(words: str, kind: str) -> list[object]:
    """The principal values of the facts of *kind* in *words*."""
    return [_value(one) for one in facts_in(words, kind)]


def facts_in(words: str, kind: str) -> list[Fact]:
    """The facts of *kind* in *words*; Markdown where they begin with a mark of it."""
    marked = words.startswith(_MARKED)
    document = (markdown if marked else text).read(words.encode(), "tender.md" if marked else "tender.txt")
    return [one for one in extract(Tender("tender", (document,))) if one.kind == kind]


def facts_of_html(page: str, kind: str) -> list[Fact]:
    document = html.read(page.encode(), "tender.html")
    return [one for one in extract(Tender("tender", (document,))) if one.kind == kind]


def _value(one: Fact) -> object:
    found = next(
        (value for name in ("value", "amount", "maximum", "multiple", "count") if (value := one.get(name)) is not None),
        None,
    )
    return str(found)[:10] if isinstance(found, date) else found
