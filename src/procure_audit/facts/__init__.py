"""What a tender demands or states. One line a family of facts in `EXTRACTORS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

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
    lots,
    payment,
    portal,
    references,
    rights,
    setting,
    subcontracting,
    term,
    termination,
    timetable,
    tupe,
    turnover,
    uplift,
    value,
)
from .derive import derived
from .fold import folded
from .merge import contradictions, merged, settled
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
)


def extract(tender: Tender) -> tuple[Fact, ...]:
    """Every fact of *tender*, each once with all its places, in the order of kinds and then of first place.

    What follows from them is among them: the yearly value, and contradictions.
    """
    facts = folded(merged(fact for document in tender.documents for fact in of_document(document)))
    return merged((*facts, *derived(facts), *contradictions(facts)))


def of_document(document: Document) -> list[Fact]:
    """The facts of one document, of its text and of its structured fields, as they are found: not yet merged."""
    read = tuple(passages(document))
    found = [fact for extractor in EXTRACTORS for fact in extractor(read)]
    return settled(found, document.stated)
