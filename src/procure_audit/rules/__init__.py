"""Rule packs judge a tender. `judge` is pure and knows no YAML; `rules.pack` loads packs."""

from __future__ import annotations

from .judge import Judgement, judge
from .rule import CATEGORIES, RECOMMENDATIONS, Pack, Praise, Rule, Sign

__all__ = ["CATEGORIES", "RECOMMENDATIONS", "Judgement", "Pack", "Praise", "Rule", "Sign", "judge"]
