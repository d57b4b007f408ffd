"""Findings to a score of 0 to 100. Pure; the numbers are those of a versioned `ScoreModel`.

    score = 100 x half / (half + weight)
    weight = sum over categories and findings of (weight x confidence x damping^k), and `blocker` once

k counts the findings of a category, heaviest first. Dropping a finding moves the ones after it up by less than it takes
away, so a finding less never means a lower score, and the order never matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from .model import Confidence, Finding, Improvement, Rung, Score, ScoreModel, Severity

MOST_IMPROVEMENTS = 8
_ELSEWHERE = " "  # a category of its own for what was not assessed
_RUNGS = (Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM)


@dataclass(frozen=True, slots=True)
class _Load:
    """What one finding weighs by itself, in which category, and whether it blocks."""

    category: str
    weight: float
    blocks: bool = False


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
    loads = [_load(finding, model) for finding in findings]
    value = _points(loads, model)
    low, high = _range(findings, not_assessed, unread_share, model)
    score = Score(
        value=value,
        low=min(low, value),
        high=max(high, value),
        grade=next(name for least, name in model.grades if value >= least),
        model=model.version,
        by_category=_by_category(loads, categories, model),
        improvements=tuple(_improvements(findings, model)),
        ladder=tuple(_ladder(findings, model)),
    )
    return score, tuple(_priced(findings, loads, model))


def without_accepted(score: Score, findings: Sequence[Finding], model: ScoreModel) -> Score:
    """*score*, which stays that of the text, with what the gate goes by and what is left to mend.

    Both leave out the *findings* that somebody accepted.
    """
    left = [_load(finding, model) for finding in findings if finding.is_open]
    steps, ladder = tuple(_improvements(findings, model)), tuple(_ladder(findings, model))
    return replace(score, open=_points(left, model), improvements=steps, ladder=ladder)


def unrounded(findings: Sequence[Finding], model: ScoreModel) -> float:
    """The score of *findings* before it is rounded, for searches that try many sets of them."""
    return _open(_weight([_load(finding, model) for finding in findings], model), model)


def _load(finding: Finding, model: ScoreModel, in_full: bool = False) -> _Load:
    weight = model.weights[finding.severity] * (1.0 if in_full else model.confidence[finding.confidence])
    blocks = finding.severity is Severity.CRITICAL and finding.confidence is Confidence.HIGH
    return _Load(finding.category, weight, blocks)


def _weight(loads: Iterable[_Load], model: ScoreModel) -> float:
    """What *loads* weigh together."""
    ordered = sorted(loads, key=lambda load: (load.category, -load.weight))
    blocked = any(load.blocks for load in ordered)
    total = model.blocker if blocked else 0.0
    for _, group in groupby(ordered, key=lambda load: load.category):
        total += sum(load.weight * model.damping**k for k, load in enumerate(group))
    return total


def _open(weight: float, model: ScoreModel) -> float:
    """0 to 100, not rounded."""
    return 100 * model.half / (model.half + weight)


def _points(loads: Iterable[_Load], model: ScoreModel, read: float = 1.0) -> int:
    return round(_open(_weight(loads, model), model) * read)


def _range(
    findings: Sequence[Finding], not_assessed: Sequence[Severity], unread_share: float, model: ScoreModel
) -> tuple[int, int]:
    """Low: unsure findings in full, every rule not assessed at its middle band. High: without the unsure ones."""
    full = [_load(finding, model, in_full=finding.confidence is Confidence.LOW) for finding in findings]
    unknown = [_Load(_ELSEWHERE, model.weights[severity]) for severity in not_assessed]
    sure = [_load(finding, model) for finding in findings if finding.confidence is not Confidence.LOW]
    read = 1.0 - min(1.0, max(0.0, unread_share))
    return _points([*full, *unknown], model, read), _points(sure, model)


def _by_category(loads: Sequence[_Load], categories: Iterable[str], model: ScoreModel) -> tuple[tuple[str, int], ...]:
    """0 to 100 for each category by itself; the blocker is one of the whole, not of a category."""
    grouped: dict[str, list[_Load]] = {name: [] for name in (*categories, *(load.category for load in loads))}
    for load in loads:
        grouped[load.category].append(replace(load, blocks=False))
    return tuple((name, _points(some, model)) for name, some in grouped.items())


def _priced(findings: Sequence[Finding], loads: Sequence[_Load], model: ScoreModel) -> Iterable[Finding]:
    """Each finding with its part in the points that the tender lacks to 100, and the score without it."""
    total = _weight(loads, model)
    lost = 100 - _open(total, model)
    for index, finding in enumerate(findings):
        part = _counts(loads[index], loads, model) / total if total else 0.0
        without = _points([*loads[:index], *loads[index + 1 :]], model)
        yield replace(finding, points=round(part * lost), score_if_fixed=without)


def _counts(load: _Load, loads: Sequence[_Load], model: ScoreModel) -> float:
    """What *load* weighs beside the others: equals of one category share their places, blockers the blocker."""
    same = [other.weight for other in loads if other.category == load.category]
    before, equals = sum(weight > load.weight for weight in same), same.count(load.weight)
    damped = sum(model.damping**k for k in range(before, before + equals)) / equals
    blockers = sum(other.blocks for other in loads)
    return load.weight * damped + (model.blocker / blockers if load.blocks else 0.0)


def _improvements(findings: Sequence[Finding], model: ScoreModel) -> Iterable[Improvement]:
    """Mend after mend, each the best one left. What somebody accepted stays, and goes on weighing."""
    left = [finding for finding in findings if model.weights[finding.severity]]
    for _ in range(min(MOST_IMPROVEMENTS, sum(finding.is_open for finding in left))):
        best = min((index for index, one in enumerate(left) if one.is_open), key=lambda one: _rest(left, one, model))
        mended = left.pop(best)
        yield Improvement(mended.rule, mended.title, _points([_load(one, model) for one in left], model))


def _rest(left: Sequence[Finding], index: int, model: ScoreModel) -> tuple[float, int]:
    """What is left to weigh without the one at *index*; of equals that with the graver name goes first."""
    loads = [_load(one, model) for one in (*left[:index], *left[index + 1 :])]
    return _weight(loads, model), -left[index].severity


def _ladder(findings: Sequence[Finding], model: ScoreModel) -> Iterable[Rung]:
    """The score once all open findings of a severity and above are mended, for each severity that there is."""
    for rung in _RUNGS:
        if any(finding.severity is rung and finding.is_open for finding in findings):
            left = [_load(finding, model) for finding in findings if finding.severity < rung or not finding.is_open]
            yield Rung(rung, _points(left, model))
