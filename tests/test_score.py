"""The score: its properties hold for every set of findings."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.model import Confidence, Finding, ScoreModel, Severity
from procure_audit.rules.pack import load_score_model
from procure_audit.score import scored

MODEL = load_score_model()
CATEGORIES = ("finance", "insurance", "payment")


def finding(
    severity: Severity, confidence: Confidence = Confidence.HIGH, category: str = "finance", number: int = 0
) -> Finding:
    return Finding(f"rule-{number}", "t", category, severity, confidence, "m", "w", "s", "c", ())


def value(findings: list[Finding], model: ScoreModel = MODEL) -> int:
    return scored(findings, (), 0.0, model)[0].value


severities = st.sampled_from(list(Severity))
findings = st.lists(
    st.builds(finding, severities, st.sampled_from(list(Confidence)), st.sampled_from(CATEGORIES), st.integers(0, 99)),
    max_size=12,
)


def test_nothing_found_scores_100() -> None:
    score, found = scored((), (), 0.0, MODEL, CATEGORIES)
    assert (score.value, score.low, score.high, score.grade) == (100, 100, 100, "A")
    assert score.by_category == (("finance", 100), ("insurance", 100), ("payment", 100))
    assert found == ()
    assert score.improvements == ()


@given(findings)
def test_bounds_hold(some: list[Finding]) -> None:
    score, _ = scored(some, [Severity.MEDIUM], 0.1, MODEL)
    assert 0 <= score.low <= score.value <= score.high <= 100


@given(findings, st.data())
def test_a_finding_less_never_lowers_the_score(some: list[Finding], data: st.DataObject) -> None:
    if not some:
        return
    gone = data.draw(st.integers(0, len(some) - 1))
    before, after = scored(some, (), 0.0, MODEL)[0], scored([*some[:gone], *some[gone + 1 :]], (), 0.0, MODEL)[0]
    assert after.value >= before.value
    assert after.high >= before.high
    assert after.low >= before.low


@given(findings, st.randoms(use_true_random=False))
def test_the_order_of_findings_does_not_matter(some: list[Finding], chance: random.Random) -> None:
    mixed = list(some)
    chance.shuffle(mixed)
    first, second = scored(some, (), 0.0, MODEL)[0], scored(mixed, (), 0.0, MODEL)[0]
    assert (first.value, first.low, first.high, first.grade) == (second.value, second.low, second.high, second.grade)
    assert dict(first.by_category) == dict(second.by_category)


@given(findings)
def test_a_blocker_cannot_be_outweighed(some: list[Finding]) -> None:
    assert value([*some, finding(Severity.CRITICAL)]) < 50


@given(st.integers(0, 60))
def test_many_small_things_do_not_weigh_as_much_as_a_blocker(count: int) -> None:
    small = [finding(Severity.LOW, number=number) for number in range(count)]
    assert value(small) > value([finding(Severity.CRITICAL)])


@given(findings)
def test_points_share_out_what_the_score_lacks(some: list[Finding]) -> None:
    """They add up, but for the rounding of each, and a mend never brings less than nothing."""
    score, priced = scored(some, (), 0.0, MODEL)
    assert abs(sum(one.points for one in priced) - (100 - score.value)) <= (len(some) + 1) / 2
    for index, one in enumerate(priced):
        without = value([*some[:index], *some[index + 1 :]])
        assert one.score_if_fixed == without >= score.value


@given(findings)
def test_a_graver_finding_of_a_category_has_no_fewer_points(some: list[Finding]) -> None:
    _, priced = scored(some, (), 0.0, MODEL)
    sure = [one for one in priced if one.confidence is Confidence.HIGH]
    for one in sure:
        assert all(one.points >= other.points for other in sure if _under(other, one))


def _under(one: Finding, other: Finding) -> bool:
    return one.category == other.category and one.severity <= other.severity


@given(findings)
def test_findings_of_a_kind_have_the_same_points(some: list[Finding]) -> None:
    _, priced = scored(some, (), 0.0, MODEL)
    told: dict[object, set[int]] = {}
    for one in priced:
        told.setdefault((one.category, one.severity, one.confidence), set()).add(one.points)
    assert all(len(points) == 1 for points in told.values())


def test_points_tell_barriers_apart_at_the_bottom_of_the_scale() -> None:
    """Ten blockers and thirty graver things: the mend of one hardly moves the score, its points still say something."""
    categories = [f"category {number % 8}" for number in range(40)]
    worst = [finding(Severity.CRITICAL, category=name, number=n) for n, name in enumerate(categories[:10])]
    grave = [finding(Severity.HIGH, category=name, number=n) for n, name in enumerate(categories[10:], 10)]
    score, priced = scored([*worst, *grave], (), 0.0, MODEL)
    assert 5 <= score.value <= 20
    assert min(one.points for one in priced[:10]) >= 3 > max(one.points for one in priced[10:])
    assert [rung.severity for rung in score.ladder] == [Severity.CRITICAL, Severity.HIGH]
    assert score.value < score.ladder[0].score < score.ladder[1].score == 100


@given(findings)
def test_the_ladder_climbs(some: list[Finding]) -> None:
    score, _ = scored(some, (), 0.0, MODEL)
    climb = [score.value, *(rung.score for rung in score.ladder)]
    assert climb == sorted(climb)


@given(findings)
def test_a_step_of_one_severity_moves_the_score_by_little(some: list[Finding]) -> None:
    """What stands at the edge of a band may fall to either side: short of critical that decides nothing."""
    for below, above in ((None, Severity.LOW), (Severity.LOW, Severity.MEDIUM), (Severity.MEDIUM, Severity.HIGH)):
        before = value([*some, *([finding(below)] if below else [])])
        assert before - value([*some, finding(above)]) <= 9


@given(findings)
def test_improvements_climb(some: list[Finding]) -> None:
    score, _ = scored(some, (), 0.0, MODEL)
    climb = [score.value, *(improvement.score for improvement in score.improvements)]
    assert climb == sorted(climb)
    scoring = [one for one in some if one.severity is not Severity.INFO]
    assert len(score.improvements) == min(8, len(scoring))
    if len(scoring) <= 8:
        assert climb[-1] == 100


def test_the_first_improvement_is_the_best_single_mend() -> None:
    some = [finding(Severity.LOW, number=1), finding(Severity.HIGH, number=2), finding(Severity.MEDIUM, number=3)]
    score, priced = scored(some, (), 0.0, MODEL)
    assert score.improvements[0].rule == "rule-2"
    assert score.improvements[0].score == max(one.score_if_fixed or 0 for one in priced)


def test_what_is_unsure_or_unread_widens_the_range() -> None:
    unsure = [finding(Severity.HIGH, Confidence.LOW)]
    score, _ = scored(unsure, (), 0.0, MODEL)
    assert score.low < score.value < score.high == 100
    assert scored((), [Severity.HIGH], 0.0, MODEL)[0].low == value([finding(Severity.HIGH)])
    assert scored((), (), 0.25, MODEL)[0].low == 75
    assert scored((), (), 0.25, MODEL)[0].value == 100


def test_a_further_finding_of_a_category_costs_less() -> None:
    together = value([finding(Severity.HIGH), finding(Severity.HIGH)])
    apart = value([finding(Severity.HIGH), finding(Severity.HIGH, category="payment")])
    assert together > apart


@pytest.mark.parametrize(
    ("points", "grade"), [(100, "A"), (85, "A"), (84, "B"), (70, "B"), (55, "C"), (54, "D"), (0, "E")]
)
def test_grades(points: int, grade: str) -> None:
    assert next(name for least, name in MODEL.grades if points >= least) == grade
