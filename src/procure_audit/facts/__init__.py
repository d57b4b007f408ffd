"""What a tender demands or states. One line a family of facts in `EXTRACTORS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..model import Document, Fact, Tender
from . import (
    accounts,
    answers,
    award,
    certificates,
    consortia,
    guarantees,
    insurance,
    liability,
    payment,
    portal,
    references,
    rights,
    subcontracting,
    termination,
    tupe,
    turnover,
    uplift,
    payment.find,
    liability.find,
    subcontracting.find,
    tupe.find,
    termination.find,
    rights.find,
    award.find,
    answers.find,
    portal.find,
    uplift.find,
)
from .passages import Passage, passages

Extractor = Callable[[Sequence[Passage]], Iterable[Fact]]
"""Reads the passages of one document; the same fact may come several times, once for each place."""

EXTRACTORS: tuple[Extractor, ...] = (
    insurance.find,
    turnover.find,
    accounts.find,
    references.find,
    certificates.find,
    guarantees.find,
    consortia.find,
)


def extract(tender: Tender) -> tuple[Fact, ...]:
    """Every fact of *tender*, each once with all its places, in the order of kinds and then of first place."""
    return tuple(fact for document in tender.documents for fact in of_document(document))


def of_document(document: Document) -> Iterator[Fact]:
    """The facts of one document, as they are found: not yet merged."""
    read = tuple(passages(document))
    for extractor in EXTRACTORS:
        yield from extractor(read)
