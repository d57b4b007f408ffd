"""The way to a wanted score: short, sufficient, and nothing in it that isn't needed."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from procure_audit.improve import mending
from procure_audit.model import SUPPRESSED, Confidence, Evidence, Finding, Report, Severity, Span
from procure_audit.rules.pack import load_pack
from procure_audit.score import unrounded

MODEL = load_pack(["uk"]).score_model
_: Any = None


def finding(rule: str, severity: Severity, *paragraphs: int, category: str = "finance", **more: Any) -> Finding:
    places = tuple(Evidence("t.docx", "q", Span(n, n + 1), paragraph=n) for n in paragraphs)
    confidence = Confidence.HIGH
    return Finding(rule, rule, category, severity, confidence, "m", "w", "s", "", (), places, **more)


def report(*findings: Finding) -> Report:
    return Report(_, "uk", _, None, (), findings, (), (), None)


def rules(some: tuple[Finding, ...]) -> list[str]:
    return [one.rule for one in some]


def test_one_mend_that_is_enough_is_better_than_two() -> None:
    some = [finding(f"low-{n}", Severity.LOW, n, category=f"c{n}") for n in range(6)]
    wanted = int(unrounded(some, MODEL))
    told = mending(report(*some, finding("high", Severity.HIGH, 9)), wanted, MODEL)
    assert rules(told.mends) == ["high"]
    assert told.score >= wanted


def test_changing_one_passage_is_shorter_than_changing_ten() -> None:
    everywhere = finding("everywhere", Severity.HIGH, *range(10))
    wanted = int(unrounded([everywhere], MODEL))
    told = mending(report(everywhere, finding("once", Severity.HIGH, 20, category="insurance")), wanted, MODEL)
    assert rules(told.mends) == ["once"]


def test_what_stands_in_the_same_passage_goes_with_it() -> None:
    both = (finding("turnover", Severity.CRITICAL, 5), finding("ratio", Severity.HIGH, 5))
    told = mending(report(*both, finding("elsewhere", Severity.LOW, 6)), 90, MODEL)
    assert (rules(told.mends), rules(told.settled)) == (["turnover"], ["ratio"])


def test_writing_more_plainly_takes_no_barrier_away() -> None:
    manner = finding("long-sentences", Severity.LOW, 5, category="readability")
    told = mending(report(manner, finding("bond", Severity.HIGH, 5)), 100, MODEL)
    assert (rules(told.mends), told.settled) == (["long-sentences", "bond"], ())


def test_what_somebody_accepted_is_not_up_for_mending() -> None:
    accepted = finding("bond", Severity.HIGH, 1, status=SUPPRESSED)
    told = mending(report(accepted, finding("low", Severity.LOW, 2)), 100, MODEL)
    assert rules(told.mends) == ["low"]
    assert told.score < told.wanted


def test_nothing_to_do() -> None:
    assert mending(report(finding("low", Severity.LOW, 1)), 50, MODEL).mends == ()


SEVERITIES = st.sampled_from([Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL])
FINDINGS = st.lists(st.tuples(SEVERITIES, st.sampled_from("abc"), st.integers(1, 3)), min_size=1, max_size=7)


@given(FINDINGS, st.integers(1, 100))
def test_it_reaches_the_score_if_anything_does_and_nothing_shorter_would(
    some: list[tuple[Severity, str, int]], wanted: int
) -> None:
    starts = [10 * n for n in range(len(some))]
    findings = tuple(
        finding(f"r{start}", severity, *range(start, start + size), category=category)
        for start, (severity, category, size) in zip(starts, some, strict=True)
    )
    told = mending(report(*findings), wanted, MODEL)
    left = [one for one in findings if one not in (*told.mends, *told.settled)]
    assert told.score == round(unrounded(left, MODEL))
    sets = [mends for size in range(len(findings) + 1) for mends in combinations(findings, size)]
    enough = [mends for mends in sets if unrounded([f for f in findings if f not in mends], MODEL) >= wanted - 0.5]
    shortest = min((sum(len(one.places) for one in mends) for mends in enough), default=None)
    assert sum(len(one.places) for one in told.mends) == (shortest if enough else sum(size for *_, size in some))
