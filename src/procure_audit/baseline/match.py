"""A report held against what is known of its tender: each finding that was there before is marked as known. Pure.

A finding is known when it is no worse than it was and each of its passages was there. A passage that moved to another
clause is the same passage, as long as it left the old one; so is one in a document that is new to the tender and stands
for one that is gone, as a renamed file does. A copy in a second place is new, and so is another amount.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import KNOWN, Baselined, Finding, Notice, Passage, Report
from .known import KnownFinding, KnownTender

GONE, UNKNOWN_TENDER = "baseline-gone", "baseline-unknown-tender"


def held_against(report: Report, known: KnownTender | None, file: str) -> Report:
    """*report* with its known findings marked, and notices on what of the baseline in *file* is out of date."""
    if known is None:
        why = "this tender is not in the baseline, so all its findings count as new: procure-audit baseline update"
        notices: tuple[Notice, ...] = (Notice(UNKNOWN_TENDER, "", why, file),)
        return replace(report, notices=(*report.notices, *notices), baseline=Baselined(file))
    moved = _Moved.between(known.documents, [document.path for document in report.understood.documents])
    return replace(
        report,
        findings=tuple(_judged(finding, known.finding(finding.rule), moved) for finding in report.findings),
        notices=(*report.notices, *_gone(report, known, file)),
        baseline=Baselined(file, known.score),
    )


@dataclass(frozen=True, slots=True)
class _Moved:
    """Documents that are gone, and those that are new."""

    gone: frozenset[str]
    new: frozenset[str]

    @classmethod
    def between(cls, before: Sequence[str], now: Sequence[str]) -> _Moved:
        return cls(frozenset(before) - frozenset(now), frozenset(now) - frozenset(before))


def _judged(finding: Finding, before: KnownFinding | None, moved: _Moved) -> Finding:
    if before is None or not finding.is_open or finding.severity > before.severity:
        return finding
    here = () if finding.counted else [place.passage for place in finding.places]
    return finding if _unknown(here, before.passages, moved) else replace(finding, status=KNOWN)


def _unknown(here: Sequence[Passage], before: Sequence[Passage], moved: _Moved) -> list[Passage]:
    """The passages that nothing of *before* stands for. Each of *before* that left its place stands for one."""
    was, now = {_exact(one): one for one in before}, {_exact(one): one for one in here}
    left = [one for key, one in was.items() if key not in now]
    rest = [one for key, one in now.items() if key not in was]
    rest, left = _paired(rest, left, lambda one: (one.document, one.words))
    renamed = [one for one in rest if one.document in moved.new]
    unpaired, _ = _paired(renamed, [one for one in left if one.document in moved.gone], lambda one: (one.words,))
    return [one for one in rest if one.document not in moved.new] + unpaired


def _exact(one: Passage) -> tuple[str, ...]:
    return one.document, one.clause, one.words


def _paired(
    rest: Sequence[Passage], left: Sequence[Passage], key: Callable[[Passage], tuple[str, ...]]
) -> tuple[list[Passage], list[Passage]]:
    """*rest* and *left* without those that are alike by *key*, one for one."""
    both = Counter(map(key, rest)) & Counter(map(key, left))
    return _without(rest, both, key), _without(left, both, key)


def _without(
    some: Sequence[Passage], taken: Counter[tuple[str, ...]], key: Callable[[Passage], tuple[str, ...]]
) -> list[Passage]:
    taken, kept = taken.copy(), []
    for one in some:
        if taken[key(one)]:
            taken[key(one)] -= 1
        else:
            kept.append(one)
    return kept


def _gone(report: Report, known: KnownTender, file: str) -> Iterator[Notice]:
    """The known findings whose rules pass now."""
    for one in known.findings:
        if one.rule in report.passed:
            why = "this known finding is gone: procure-audit baseline update takes it out, so that it can't come back"
            yield Notice(GONE, one.rule, why, file)
