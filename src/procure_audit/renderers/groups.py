"""Findings in groups: by severity, by category, or by the five recommendations of the Power of Small."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ..model import CATEGORIES, RECOMMENDATIONS, Finding, Report, Severity, Strength
from .words import number


@dataclass(frozen=True, slots=True)
class Group:
    """Findings under one title, worst first, and what is good in the same respect. A finding may be in several."""

    title: str
    findings: tuple[Finding, ...]
    strengths: tuple[Strength, ...] = ()

    @property
    def counts(self) -> str:
        """ "3 barriers, 1 good sign": what the group holds."""
        barriers = sum(finding.severity > Severity.INFO for finding in self.findings)
        good = f", {number(len(self.strengths), 'good signs')}" if self.strengths else ""
        return f"{number(barriers, 'barriers') if barriers else 'no barrier found'}{good}"


@dataclass(frozen=True, slots=True)
class Grouping:
    """Titles by key, and the keys of a finding or a strength. `every` shows groups without a finding too."""

    titles: Mapping[Any, str]
    of: Callable[[Finding], Collection[Any]]
    good: Callable[[Strength], Collection[Any]] = lambda _: ()
    every: bool = False


GROUPINGS: Mapping[str, Grouping] = MappingProxyType(
    {
        "severity": Grouping(
            {each: str(each).capitalize() for each in sorted(Severity, reverse=True)}, lambda one: (one.severity,)
        ),
        "category": Grouping(dict(CATEGORIES), lambda one: (one.category,)),
        "recommendation": Grouping(
            {each: f"{each}. {title}" for each, title in RECOMMENDATIONS.items()},
            lambda one: one.recommendations,
            lambda one: one.recommendations,
            every=True,
        ),
    }
)
"""By recommendation, that nothing was found says something too."""


def grouped(name: str, findings: Sequence[Finding], strengths: Sequence[Strength]) -> Iterator[Group]:
    """*findings* in the groups of the grouping called *name*, in its order."""
    grouping = GROUPINGS[name]
    for key, title in grouping.titles.items():
        some = tuple(finding for finding in findings if key in grouping.of(finding))
        if some or grouping.every:
            yield Group(title, some, tuple(strength for strength in strengths if key in grouping.good(strength)))


def recommendations_wire(report: Report) -> list[dict[str, Any]]:
    """The five recommendations as JSON: which rules speak for and against the tender, each rule once."""
    groups = grouped("recommendation", report.findings, report.strengths)
    return [
        {
            "number": each,
            "title": RECOMMENDATIONS[each],
            "findings": list(dict.fromkeys(finding.rule for finding in group.findings)),
            "strengths": list(dict.fromkeys(strength.rule for strength in group.strengths)),
        }
        for each, group in zip(RECOMMENDATIONS, groups, strict=True)
    ]
