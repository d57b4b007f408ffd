"""Reports to text or bytes. One line a format; the command line's choices are these keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model import Report, Understanding
from . import csv, github, gitlab, html, json, junit, markdown, sarif, text, xlsx
from .groups import GROUPINGS
from .view import View

Renderer = Callable[[Sequence[Report], View], str | bytes]
"""Text for people in the terminal's own encoding, or the bytes of a file for programs (UTF-8 where it is text)."""
FactRenderer = Callable[[Sequence[Understanding], View], str | bytes]

RENDERERS: dict[str, Renderer] = {
    "text": text.render,
    "json": json.render,
    "html": html.render,
    "markdown": markdown.render,
    "jsonl": json.render_lines,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "csv": csv.render,
    "xlsx": xlsx.render,
}

FACT_RENDERERS: dict[str, FactRenderer] = {
    "text": text.render_facts,
    "json": json.render_facts,
}

__all__ = ["FACT_RENDERERS", "GROUPINGS", "RENDERERS", "FactRenderer", "Renderer", "View"]
