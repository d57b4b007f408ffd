"""Templates of what people read. Whatever a template prints is escaped, unless the template itself wrote it."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from ..data import package_file
from ..text.printable import printable
from . import bidding, links, told, words
from .plainmark import as_link, as_summary, as_text

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_FILTERS = {
    "as_link": as_link,
    "as_summary": as_summary,
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
}
_WORDS = {"told": told, "bidding": bidding, "money": words.money}


@cache
def environment(markdown: bool = False) -> Environment:
    """The templates beside this file. A name that a template misspells raises; strangers' words give no orders."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # loaded when a page is written

    made = Environment(
        loader=FileSystemLoader(package_file("renderers", "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_in_markdown if markdown else _in_html,
    )
    made.filters.update(_FILTERS)
    made.globals.update(_WORDS)
    return made


def page(name: str, **values: object) -> bytes:
    """The page that template *name* makes of *values*, with our style and script, and a policy that lets nothing else
    run."""
    style, script = _own("page.css"), _own("page.js")
    allowed = f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}"
    template = environment().get_template(name)
    return template.render(style=_trusted(style), script=_trusted(script), allowed=allowed, **values).encode()


def _own(name: str) -> str:
    return package_file("renderers", "templates", name).read_text(encoding="utf-8")


def _trusted(text: str) -> Markup:
    from markupsafe import Markup

    return Markup(text)  # noqa: S704  # our own file


def _digest(text: str) -> str:
    """How a page's policy names the one style and the one script that may run: nothing else does."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _in_html(value: object) -> object:
    """Words without control characters, which jinja2 escapes. What a template wrote itself (Markup) stays as it is."""
    return printable(value) if type(value) is str else value


def _in_markdown(value: object) -> object:
    from markupsafe import Markup

    return value if isinstance(value, Markup) else Markup(as_text(str(value)))  # noqa: S704  # escaped
