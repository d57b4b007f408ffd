"""Known findings: what a tender held when its baseline was made, and what of a new report was there then."""

from __future__ import annotations

from .file import NAME, BaselineFile, read_baseline, written
from .known import Baseline, KnownFinding, KnownTender, remembered
from .match import held_against

__all__ = [
    "NAME",
    "Baseline",
    "BaselineFile",
    "KnownFinding",
    "KnownTender",
    "held_against",
    "read_baseline",
    "remembered",
    "written",
]
