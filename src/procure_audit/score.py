"""Findings to a score of 0 to 100. Pure; the numbers are those of a versioned `ScoreModel`.

    score = 100 x product over categories and findings of (1 - cost x damping^k)

k counts the findings of a category, dearest first. Every factor is at most 1, and dropping a finding moves the ones
after it up by less than it takes away, so a finding less never means a lower score, and the order never matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import exp, log1p

from .model import Confidence, Finding, Improvement, Score, ScoreModel, Severity

MOST_IMPROVEMENTS = 8
_ELSEWHERE = " "  # a category of its own for what was not assessed


@dataclass(frozen=True, slots=True)
class _Cost:
    """What one finding takes: its category, the share, and whether it caps the score."""

    category: str
    share: float
    caps: bool = False


def scored(
    findings: Sequence[Finding],
    not_assessed: Sequence[Severity],
    unread_share: float,
    model: ScoreModel,
    categories: Iterable[str] = (),
) -> tuple[Score, tuple[Finding, ...]]:
    """The score of *findings*, and the findings with the points they cost.

    *not_assessed* are the middle severities of the rules that could not be judged, *unread_share* the share (0 to 1)
    of the tender that nobody could read: both only lower `Score.low`. *categories* get 100 where nothing was found.
    """
    costs = [_cost(finding, model) for finding in findings]
    value = _points(costs, model)
    low, high = _range(findings, not_assessed, unread_share, model)
    score = Score(
        value=value,
        low=min(low, value),
        high=max(high, value),
        grade=next(name for least, name in model.grades if value >= least),
        model=model.version,
        by_category=_by_category(costs, categories, model),
        improvements=tuple(_improvements(findings, costs, model)),
    )
    return score, tuple(_priced(findings, costs, value, model))


def without_accepted(score: Score, findings: Sequence[Finding], model: ScoreModel) -> Score:
    """*score*, which stays that of the text, with what the gate goes by and what is left to mend.

    Both leave out the *findings* that somebody accepted.
    """
    left = [finding for finding in findings if finding.is_open]
    costs = [_cost(finding, model) for finding in left]
    steps = tuple(_improvements(findings, [_cost(finding, model) for finding in findings], model))
    return replace(score, open=_points(costs, model), improvements=steps)


def unrounded(findings: Sequence[Finding], model: ScoreModel) -> float:
    """The score of *findings* before it is rounded, for searches that try many sets of them."""
    costs = [_cost(finding, model) for finding in findings]
    return _capped(_left(costs, model), costs, model)


def _cost(finding: Finding, model: ScoreModel, in_full: bool = False) -> _Cost:
    share = model.costs[finding.severity] * (1.0 if in_full else model.confidence[finding.confidence])
    caps = finding.severity is Severity.CRITICAL and finding.confidence is Confidence.HIGH
    return _Cost(finding.category, share, caps)


def _left(costs: Iterable[_Cost], model: ScoreModel) -> float:
    """What is left of 1, in log space, so that hundreds of findings lose no digits."""
    total = 0.0
    ordered = sorted(costs, key=lambda cost: (cost.category, -cost.share))
    for _, group in groupby(ordered, key=lambda cost: cost.category):
        total += sum(log1p(-cost.share * model.damping**k) for k, cost in enumerate(group))
    return exp(total)


def _capped(left: float, costs: Iterable[_Cost], model: ScoreModel) -> float:
    return min(100 * left, model.cap) if any(cost.caps for cost in costs) else 100 * left


def _points(costs: Sequence[_Cost], model: ScoreModel, left: float = 1.0) -> int:
    return round(_capped(_left(costs, model) * left, costs, model))


def _range(
    findings: Sequence[Finding], not_assessed: Sequence[Severity], unread_share: float, model: ScoreModel
) -> tuple[int, int]:
    """Low: unsure findings in full, every rule not assessed at its middle band. High: without the unsure ones."""
    full = [_cost(finding, model, in_full=finding.confidence is Confidence.LOW) for finding in findings]
    unknown = [_Cost(_ELSEWHERE, model.costs[severity]) for severity in not_assessed]
    sure = [_cost(finding, model) for finding in findings if finding.confidence is not Confidence.LOW]
    read = 1.0 - min(1.0, max(0.0, unread_share))
    return _points([*full, *unknown], model, read), _points(sure, model)


def _by_category(costs: Sequence[_Cost], categories: Iterable[str], model: ScoreModel) -> tuple[tuple[str, int], ...]:
    """0 to 100 for each category by itself; the cap is one of the whole, not of a category."""
    grouped: Mapping[str, list[_Cost]] = {name: [] for name in (*categories, *(cost.category for cost in costs))}
    for cost in costs:
        grouped[cost.category].append(cost)
    return tuple((name, round(100 * _left(some, model))) for name, some in grouped.items())


def _priced(findings: Sequence[Finding], costs: Sequence[_Cost], value: int, model: ScoreModel) -> Iterable[Finding]:
    """Each finding with the whole points it costs: what the score would rise by without it, at least 1."""
    for index, finding in enumerate(findings):
        if not costs[index].share:
            yield replace(finding, points=0, score_if_fixed=value)
            continue
        without = _points([*costs[:index], *costs[index + 1 :]], model)
        yield replace(finding, points=max(1, without - value), score_if_fixed=without)


def _improvements(findings: Sequence[Finding], costs: Sequence[_Cost], model: ScoreModel) -> Iterable[Improvement]:
    """Mend after mend, each the best one left; under the cap the one that would raise most without it.

    What somebody accepted is not up for mending, and goes on costing what it costs.
    """
    left = [index for index in range(len(findings)) if costs[index].share]
    for _ in range(min(MOST_IMPROVEMENTS, sum(findings[index].is_open for index in left))):
        best = max(
            (index for index in left if findings[index].is_open), key=lambda one: _without(one, left, costs, model)
        )
        left.remove(best)
        score = _points([costs[index] for index in left], model)
        yield Improvement(findings[best].rule, findings[best].title, score)


def _without(index: int, left: Sequence[int], costs: Sequence[_Cost], model: ScoreModel) -> tuple[float, float, int]:
    rest = [costs[other] for other in left if other != index]
    share = _left(rest, model)
    return _capped(share, rest, model), share, -index
