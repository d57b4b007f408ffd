"""Reports to text. One line a format; the command line's choices are these keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model import Report, Understanding
from . import html, json, markdown, text
from .view import View

Renderer = Callable[[Sequence[Report], View], str]
FactRenderer = Callable[[Sequence[Understanding], View], str]

RENDERERS: dict[str, Renderer] = {
    "text": text.render,
    "json": json.render,
    "html": html.render,
    "markdown": markdown.render,
}

FACT_RENDERERS: dict[str, FactRenderer] = {
    "text": text.render_facts,
    "json": json.render_facts,
}

__all__ = ["FACT_RENDERERS", "RENDERERS", "FactRenderer", "Renderer", "View"]
