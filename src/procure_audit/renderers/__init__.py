"""Reports to text or bytes. One line a format; the command line's choices are these keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Generic, TypeVar

from ..model import Report, Understanding
from .groups import GROUPINGS
from .view import View

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Renderer(Generic[Told]):
    """A format: the module that writes it, imported when it is first asked for, and the function of it.

    It gives text for people, in whatever encoding the terminal has, or the bytes of a file for programs (UTF-8 where
    that is text).
    """

    module: str
    function: str = "render"

    def __call__(self, told: Sequence[Told], view: View) -> str | bytes:
        """*told* as *view* wants it shown."""
        written: str | bytes = getattr(import_module(self.module, __package__), self.function)(told, view)
        return written


RENDERERS: dict[str, Renderer[Report]] = {
    "text": Renderer(".text"),
    "json": Renderer(".json"),
    "html": Renderer(".html"),
    "markdown": Renderer(".markdown"),
    "jsonl": Renderer(".json", "render_lines"),
    "sarif": Renderer(".sarif"),
    "junit": Renderer(".junit"),
    "github": Renderer(".github"),
    "gitlab": Renderer(".gitlab"),
    "csv": Renderer(".csv"),
    "xlsx": Renderer(".xlsx"),
}

FACT_RENDERERS: dict[str, Renderer[Understanding]] = {
    "text": Renderer(".text", "render_facts"),
    "json": Renderer(".json", "render_facts"),
}

__all__ = ["FACT_RENDERERS", "GROUPINGS", "RENDERERS", "Renderer", "View"]
