"""Findings in groups: each of the five recommendations is told, and no finding in full twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from procure_audit.model import CATEGORIES, RECOMMENDATIONS, Confidence, Finding, Severity, Strength
from procure_audit.renderers.groups import GROUPINGS, grouped
from procure_audit.rules.pack import load_pack


def finding(rule: str, category: str, severity: Severity, *recommendations: int) -> Finding:
    return Finding(
        rule, rule, category, severity, Confidence.HIGH, "m", "w", "s", "c", (), recommendations=recommendations
    )


FINDINGS = (
    finding("worst", "payment", Severity.CRITICAL, 2, 5),
    finding("grave", "finance", Severity.HIGH, 2),
    finding("told", "payment", Severity.INFO, 1),
)
STRENGTHS = (Strength("good", "good", "m", recommendations=(3,)),)


def test_by_severity_and_by_category_each_finding_stands_once() -> None:
    for name in ("severity", "category"):
        told = [one for group in grouped(name, FINDINGS, STRENGTHS) for one in group.findings]
        assert sorted(one.rule for one in told) == ["grave", "told", "worst"]


def test_by_category_the_order_is_that_of_the_rule_book() -> None:
    assert [group.title for group in grouped("category", FINDINGS, ())] == [
        CATEGORIES["finance"],
        CATEGORIES["payment"],
    ]


def test_all_five_recommendations_are_told_with_what_is_good() -> None:
    groups = list(grouped("recommendation", FINDINGS, STRENGTHS))
    assert [group.title for group in groups] == [f"{n}. {title}" for n, title in RECOMMENDATIONS.items()]
    assert [group.counts for group in groups] == [
        "no barrier found",
        "2 barriers",
        "no barrier found, 1 good sign",
        "no barrier found",
        "1 barrier",
    ]


def test_each_recommendation_has_barriers_and_good_signs() -> None:
    pack = load_pack(["uk"])
    for number in RECOMMENDATIONS:
        assert any(number in rule.recommendations for rule in pack.rules), number
        assert any(number in praise.recommendations for praise in pack.strengths), number


@pytest.mark.parametrize("grouping", GROUPINGS)
def test_the_report_tells_every_finding_in_full_once(procure_audit: Callable[..., Any], grouping: str) -> None:
    out = procure_audit("check", "examples/harsh", "--fail-on", "never", "--group-by", grouping).out
    assert out.count("rule public-liability-level") == 1
    assert out.count("rule payment-over-30-days") == 1


def test_an_unknown_grouping_is_named(procure_audit: Callable[..., Any]) -> None:
    done = procure_audit("check", "examples/kind", "--group-by", "recommendations")
    assert done.code == 2
    assert "recommendation" in done.err
