"""What a caller may ask of the readers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How documents are read, and where reading stops.

    `revisions`: "accepted" or "original", which side of tracked changes counts. `max_pages`: pages read of one
    document; the rest is a gap. `max_bytes`: the largest file that is opened. `timeout`: seconds for one document.
    `ocr`: whether the text of scanned pages is recognised, which takes a second or two for each.
    """

    revisions: str = "accepted"
    max_pages: int = 2000
    max_bytes: int = 200_000_000
    timeout: float = 60.0
    ocr: bool = False
