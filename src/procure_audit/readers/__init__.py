"""Files to Documents: `read_tender` is the door. One line a format in `formats.READERS`.

Names are imported when they are first used: the process that reads a document needs none of the machinery that
starts such processes, and every file waits for its start.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .document import read_document
    from .formats import READERS, Format
    from .options import ReadOptions
    from .tender import Begun, Readers, read_tender

__all__ = ["READERS", "Begun", "Format", "ReadOptions", "Readers", "read_document", "read_tender"]

_HOMES = {
    "READERS": ".formats",
    "Format": ".formats",
    "Begun": ".tender",
    "ReadOptions": ".options",
    "Readers": ".tender",
    "read_document": ".document",
    "read_tender": ".tender",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name], __name__), name)
