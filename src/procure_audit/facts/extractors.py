"""Who finds facts: one line a family. Whoever gets the facts of a document with it needs none of these modules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ..model import Confidence, Document, Fact
from . import (
    accounts,
    answers,
    award,
    certificates,
    consortia,
    deductions,
    fees,
    guarantees,
    insurance,
    liability,
    lots,
    mobilisation,
    overheads,
    payment,
    portal,
    references,
    reserves,
    rights,
    runoff,
    setting,
    standing,
    subcontracting,
    term,
    termination,
    timetable,
    trading,
    tupe,
    turnover,
    uplift,
    value,
)
from .merge import settled
from .passages import Passage, passages

Extractor = Callable[[Sequence[Passage]], Iterable[Fact]]
"""Reads the passages of one document; the same fact may come several times, once for each place."""

EXTRACTORS: tuple[Extractor, ...] = (
    timetable.find,
    value.find,
    term.find,
    lots.find,
    setting.find,
    insurance.find,
    turnover.find,
    accounts.find,
    standing.find,
    references.find,
    certificates.find,
    guarantees.find,
    consortia.find,
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
    deductions.find,
    fees.find,
    mobilisation.find,
    overheads.find,
    reserves.find,
    runoff.find,
    trading.find,
)


def of_document(document: Document) -> tuple[Fact, ...]:
    """The facts of one document, of its text and of its structured fields, as they are found: not yet merged."""
    read = tuple(passages(document))
    found = [fact for extractor in EXTRACTORS for fact in extractor(read)]
    return tuple(_unsure(fact, document) for fact in settled(found, document.stated))


def _unsure(fact: Fact, document: Document) -> Fact:
    """*fact*, less sure where all its places stand on pages whose text was recognised: a figure may be misread."""
    pages = {place.page for place in fact.places}
    if not pages or not pages <= set(document.recognised_pages):
        return fact
    return replace(fact, confidence=min(fact.confidence, Confidence.MEDIUM))
