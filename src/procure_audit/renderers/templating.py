"""Templates of what people read. Whatever a template prints is escaped, unless the template itself wrote it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..data import package_file
from ..text.printable import printable
from . import bidding, links, told, words
from .accepted import ABOUT_ACCEPTED, why_accepted

if TYPE_CHECKING:
    from jinja2 import Environment

_FILTERS = {
    "begin": lambda said: f"{str(said)[:1].upper()}{str(said)[1:]}",
    "category": told.category,
    "citation": lambda source: words.citation(source.title, source.section),
    "document_link": links.document_link,
    "kind_title": words.kind_title,
    "metric_value": words.metric_value,
    "number": words.number,
    "page_link": links.page_link,
    "place": words.place,
    "value_of": words.value_of,
    "web_link": links.web_link,
    "why_accepted": why_accepted,
}
_WORDS = {"told": told, "bidding": bidding, "money": words.money, "about_accepted": ABOUT_ACCEPTED}


@cache
def environment() -> Environment:
    """The templates beside this file. A name that a template misspells raises; strangers' words give no orders."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # loaded when a page is written

    made = Environment(
        loader=FileSystemLoader(package_file("renderers", "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    made.filters.update(_FILTERS)
    made.globals.update(_WORDS)
    return made


def _shown(value: object) -> object:
    """Strangers' words without control characters. What a template wrote itself (Markup) stays as it is."""
    return printable(value) if type(value) is str else value
