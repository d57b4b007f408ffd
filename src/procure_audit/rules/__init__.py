"""Rule packs judge a tender. `judge` is pure and knows no YAML; `rules.pack` loads packs."""

from __future__ import annotations

from .case import Case
from .judge import Judgement, case_of, judge
from .reading import Reading
from .rule import Pack, Praise, Rule, Sign

__all__ = [
    "Case",
    "Judgement",
    "Pack",
    "Praise",
    "Reading",
    "Rule",
    "Sign",
    "case_of",
    "judge",
]
