"""Files to Documents: `read_tender` is the door. One line a format in `formats.READERS`."""

from __future__ import annotations

from .document import read_document
from .formats import READERS, Format
from .options import ReadOptions
from .tender import read_tender

__all__ = ["READERS", "Format", "ReadOptions", "read_document", "read_tender"]
