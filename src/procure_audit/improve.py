"""The shortest way to a wanted score: the findings whose mending changes fewest passages. Pure.

All sets of few findings are tried. Past that the one that gains most for each passage is taken, again and again, and
what turns out not to be needed is put back. The score after a mend is that of the findings that are left: what the new
words may bring in isn't known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import comb

from .model import Finding, Mending, Report, ScoreModel, Severity
from .score import unrounded

_MOST_SETS = 10_000
"""Sets of one size that are tried one by one."""
_WHOLE = 50
"""Passages that count for a change of the whole text."""
_FEW = 5
"""Places up to which a mend replaces each: what else stands there goes as well."""

_Mends = frozenset[int]
_Passage = tuple[str, int | None]


class _Search:
    """The findings of a report by number, and what is left of the score without some of them."""

    def __init__(self, findings: Sequence[Finding], model: ScoreModel) -> None:
        self.findings, self._model = findings, model
        self._passages = [frozenset((place.document, place.paragraph) for place in one.places) for one in findings]
        self.open = [n for n, one in enumerate(findings) if one.is_open and one.severity > Severity.INFO]

    def length(self, mends: _Mends) -> int:
        """How many passages *mends* change or add."""
        changed = frozenset[_Passage]().union(*(self._passages[one] for one in mends))
        placeless = [self.findings[one] for one in mends if not self._passages[one]]
        return len(changed) + sum(_WHOLE if one.is_manner else 1 for one in placeless)

    def settled(self, mends: _Mends) -> _Mends:
        """*mends*, and the findings of which every place stands in a passage that these replace."""
        replaced = frozenset[_Passage]().union(*(self._passages[one] for one in mends if self._replaces(one)))
        gone = (number for number in self.open if self._passages[number] and self._passages[number] <= replaced)
        return mends | {number for number in gone if self._replaces(number)}

    def _replaces(self, number: int) -> bool:
        return not self.findings[number].is_manner and len(self._passages[number]) <= _FEW

    def score(self, mends: _Mends) -> float:
        gone = self.settled(mends)
        return unrounded([one for number, one in enumerate(self.findings) if number not in gone], self._model)


def mending(report: Report, wanted: int, model: ScoreModel) -> Mending:
    """A short list of mends by which *report* would have the score *wanted* (0 to 100), or all there are."""
    findings, search = report.findings, _Search(report.findings, model)
    mends = _least(search, wanted - 0.5)
    settled = search.settled(mends) - mends
    return Mending(
        wanted,
        round(search.score(mends)),
        tuple(findings[number] for number in sorted(mends)),
        tuple(findings[number] for number in sorted(settled)),
    )


def _least(search: _Search, least: float) -> _Mends:
    """The mends that reach the score *least* over fewest passages; all of them where even they don't."""
    everything = frozenset(search.open)
    if search.score(frozenset()) >= least:
        return frozenset()
    if search.score(everything) < least:
        return everything
    best = _pruned(search, _grown(search, least), least)
    size = 1
    while size < search.length(best) and comb(len(everything), size) <= _MOST_SETS:
        some = filter(
            lambda one: search.length(one) < search.length(best), map(frozenset, combinations(everything, size))
        )
        best = min((one for one in some if search.score(one) >= least), key=search.length, default=best)
        size += 1
    return best


def _grown(search: _Search, least: float) -> _Mends:
    """Mends until the score is reached, each time those that gain most for each passage."""
    mends = frozenset[int]()
    while (score := search.score(mends)) < least:
        base = search.length(mends)
        steps = [mends | more for more in _steps(search, mends)]
        gains = [(search.score(step) - score) / max(1, search.length(step) - base) for step in steps]
        mends = steps[gains.index(max(gains))]
    return mends


def _steps(search: _Search, mends: _Mends) -> Iterator[_Mends]:
    """Each mend by itself, all of a category, and all that are critical: some gain only together."""
    left = [number for number in search.open if number not in mends]
    yield from (frozenset([number]) for number in left)
    for category in dict.fromkeys(search.findings[number].category for number in left):
        yield frozenset(number for number in left if search.findings[number].category == category)
    if critical := frozenset(number for number in left if search.findings[number].severity is Severity.CRITICAL):
        yield critical


def _pruned(search: _Search, mends: _Mends, least: float) -> _Mends:
    """*mends* without those that aren't needed, the longest first."""
    for number in sorted(mends, key=lambda one: (-search.length(frozenset([one])), -one)):
        if search.score(mends - {number}) >= least:
            mends -= {number}
    return mends
