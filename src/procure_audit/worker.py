"""The process that reads documents and finds their facts, so that a hostile one can't hold up who asked for them."""

from __future__ import annotations

from dataclasses import replace

from .facts.extractors import of_document
from .model import Document
from .readers.worker import main


def look(document: Document) -> Document:
    """*document* with its facts."""
    return replace(document, found=of_document(document))


if __name__ == "__main__":
    main(look)
