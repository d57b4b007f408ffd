"""How many charities a demand of income leaves outside, from cited figures only."""

from __future__ import annotations

from itertools import pairwise
from math import log

from ..model import Cited, Figures


def share_below(income: float, figures: Figures) -> Cited | None:
    """How many charities have less than *income* (in pounds), in words, with the source.

    Between the cited points the share is read off a straight line over the logarithm of the income, and told as
    "about". Nothing is said below the first point, and beyond the last only that it is more than there.
    """
    of = figures.incomes_of
    if of is None or not figures.incomes or income < figures.incomes[0][0]:
        return None
    last, most = figures.incomes[-1]
    how, share = ("More than", most) if income > last else ("About", _between(income, figures))
    return Cited(f"{how} {share:.0%} {of.says} have less than that", of.source)


def _between(income: float, figures: Figures) -> float:
    for (low, below), (high, above) in pairwise(figures.incomes):
        if low <= income <= high:
            return below + (above - below) * log(income / low) / log(high / low)
    return figures.incomes[-1][1]
