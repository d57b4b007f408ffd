"""What a tender demands or states. The table of those who look for it is in `extractors`."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Document, Fact, Tender
from .derive import derived
from .fold import folded
from .merge import contradictions, merged


def extract(tender: Tender) -> tuple[Fact, ...]:
    """Every fact of *tender*, each once with all its places, in the order of kinds and then of first place.

    What follows from them is among them: the yearly value, and contradictions.
    """
    facts = folded(merged(fact for document in tender.documents for fact in _of(document)))
    return merged((*facts, *derived(facts), *contradictions(facts)))


def _of(document: Document) -> Iterator[Fact]:
    """Its facts, looked for here unless the process that read it did."""
    if document.found is not None:
        yield from document.found
        return
    from .extractors import of_document

    yield from of_document(document)
