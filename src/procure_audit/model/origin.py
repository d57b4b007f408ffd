"""Where a tender lies: what other programs need to find its documents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """`path` is the tender itself, `folder` what the names of its documents start from; both with forward slashes.

    From the current folder where they lie below it; else `path` is absolute and `folder` empty. Text on standard input
    has "-" and "".
    """

    path: str = ""
    folder: str = ""

    def place(self, document: str) -> str:
        """The path of one of its documents: "tenders/care/itt.docx"."""
        return f"{self.folder}/{document}" if self.folder else document

    def part(self, document: str) -> Origin:
        """One of its documents as a tender of its own."""
        return Origin(f"{self.path}/{document}" if self.path else document, self.folder)


NOWHERE = Origin()
