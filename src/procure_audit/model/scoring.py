"""The score model: what findings cost. The numbers come from a versioned file; this is their shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .facts import Confidence
from .report import Severity


@dataclass(frozen=True)
class ScoreModel:
    """How findings become a score of 0 to 100.

    `costs` and `confidence` are shares of 0 to 1: a finding takes cost x confidence of what is left of the score.
    `damping` (0 to 1) weakens each further finding of a category. `cap` is the most a tender can score while a
    finding of severity critical and confidence high stands. `grades` are (least score, letter), best first.
    """

    version: str
    costs: Mapping[Severity, float]
    confidence: Mapping[Confidence, float]
    damping: float
    cap: int
    grades: tuple[tuple[int, str], ...]
