"""The score model: what findings weigh. The numbers come from a versioned file; this is their shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .facts import Confidence
from .report import Severity


@dataclass(frozen=True)
class ScoreModel:
    """How findings become a score of 0 to 100.

    A finding weighs `weights` x `confidence` (a share of 0 to 1), and each further one of its category `damping` (0 to
    1) times what it would weigh before. `blocker` is added once while a finding of severity critical and confidence
    high stands. A tender whose findings weigh `half` together scores 50. `grades` are (least score, letter), best
    first.
    """

    version: str
    weights: Mapping[Severity, float]
    confidence: Mapping[Confidence, float]
    damping: float
    blocker: float
    half: float
    grades: tuple[tuple[int, str], ...]
