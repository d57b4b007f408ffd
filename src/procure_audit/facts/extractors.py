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
from .said import Passages

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


_DATES_AND_SUMS = 6
"""The first extractors, who look for dates, lengths and sums, take as long as all the others."""

Find = Callable[[], list[Fact]]


def one_after_the_other(first: Find, second: Find) -> tuple[list[Fact], list[Fact]]:
    return first(), second()


def of_document(
    document: Document, both: Callable[[Find, Find], tuple[list[Fact], list[Fact]]] = one_after_the_other
) -> tuple[Fact, ...]:
    """The facts of one document, of its text and of its structured fields, as they are found: not yet merged.

    *both* carries out two halves of the search and may do so at the same time.
    """
    read = Passages(passages(document))
    read.by_words  # noqa: B018 - whatever is tried on a sentence from here on asks it first
    first, second = both(
        lambda: _found(read, EXTRACTORS[:_DATES_AND_SUMS]), lambda: _found(read, EXTRACTORS[_DATES_AND_SUMS:])
    )
    return tuple(_unsure(fact, document) for fact in settled(first + second, document.stated))


def _found(read: Passages, extractors: Sequence[Extractor]) -> list[Fact]:
    return [fact for extractor in extractors for fact in extractor(read)]


def _unsure(fact: Fact, document: Document) -> Fact:
    """*fact*, less sure where all its places stand on pages whose text was recognised: a figure may be misread."""
    pages = {place.page for place in fact.places}
    if not pages or not pages <= set(document.recognised_pages):
        return fact
    return replace(fact, confidence=min(fact.confidence, Confidence.MEDIUM))
