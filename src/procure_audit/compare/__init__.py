"""From one draft to the next: which barriers went, came, changed or stayed. Pure."""

from __future__ import annotations

from .match import compared
from .standing import Barrier, Change, Comparison, Standing, standing_of
from .stored import is_report, standing_from

__all__ = ["Barrier", "Change", "Comparison", "Standing", "compared", "is_report", "standing_from", "standing_of"]
