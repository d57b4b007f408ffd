"""Paragraphs for a terminal: wrapped, indented, hung; in colour only where it is wanted. The one user of rich."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.text import Text

from ..text.printable import printable


class Paper:
    """Takes paragraphs and gives them back as one string, without trailing blanks."""

    def __init__(self, width: int, *, color: bool) -> None:
        self._console = Console(
            file=StringIO(),
            width=width,
            force_terminal=color,
            no_color=not color,
            highlight=False,
            emoji=False,
            markup=False,
            legacy_windows=False,
        )

    def line(self, text: str, indent: int = 2, style: str = "", hang: int = 0) -> None:
        """One paragraph, wrapped inside its indent; lines after the first hang further in."""
        width = max(20, self._console.width - indent - hang)
        for number, line in enumerate(Text(printable(text), style=style).wrap(self._console, width)):
            self._console.print(Text(" " * (indent + (hang if number else 0))) + line)

    def gap(self) -> None:
        self._console.print()

    def head(self, title: str) -> None:
        """A section's title with a rule after it."""
        rest = "─" * max(3, self._console.width - len(title) - 1)
        self._console.print()
        self._console.print(Text(f"{title} ", style="bold") + Text(rest, style="dim"))

    def tagged(self, lead: str, tag: str, style: str, title: str) -> None:
        """A numbered title with a coloured tag; a long title hangs under its own beginning."""
        label = Text(lead) + Text(tag, style=style) + Text(" ")
        first, *rest = Text(printable(title), style="bold").wrap(
            self._console, max(20, self._console.width - len(label))
        )
        self._console.print(label + first)
        for line in rest:
            self._console.print(Text(" " * len(label)) + line)

    def text(self) -> str:
        assert isinstance(self._console.file, StringIO)
        return "\n".join(line.rstrip() for line in self._console.file.getvalue().splitlines()) + "\n"
