"""What can be counted in a tender. One line a family of measures in `MEASURES`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..model import Fact, Metric, Tender, WordLists
from . import (
    acronyms,
    answers,
    attachments,
    indicators,
    parts,
    passive,
    placeholders,
    reading,
    size,
    themes,
    wording,
)
from .subject import Subject

__all__ = ["MEASURES", "WordLists", "measure"]

Measure = Callable[[Subject], Iterable[Metric]]

MEASURES: tuple[Measure, ...] = (
    size.measure,
    answers.measure,
    attachments.measure,
    reading.measure,
    passive.measure,
    wording.measure,
    acronyms.measure,
    placeholders.measure,
    indicators.measure,
    parts.measure,
    themes.measure,
)


def measure(tender: Tender, facts: Sequence[Fact], words: WordLists) -> tuple[Metric, ...]:
    """Every metric of *tender*, in the order of `MEASURES`; one that can't be measured is None and says why."""
    subject = Subject(tender, tuple(facts), words)
    return tuple(metric for family in MEASURES for metric in family(subject))
