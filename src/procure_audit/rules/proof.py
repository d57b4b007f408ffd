"""A pack proves itself: each rule flags and passes its own examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..model import Confidence, Fact, Finding, Metric, Severity, Tender, Value
from .faults import faults
from .judge import Judgement, case_of, judge
from .rule import Example, Pack, Praise, Rule

Understand = Callable[[str], tuple[Tender, Sequence[Fact], Sequence[Metric]]]
"""Reads a tender text and says what it holds: the way a file would be read."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that a rule got wrong."""

    rule: str
    place: str
    why: str


def prove(pack: Pack, understand: Understand) -> list[Failure]:
    """The examples of *pack* that its rules and strengths get wrong; none when it is sound."""
    return [
        *(failure for rule in pack.rules for failure in _prove(pack, rule, understand)),
        *(failure for praise in pack.strengths for failure in _prove(pack, praise, understand)),
    ]


def _prove(pack: Pack, rule: Rule | Praise, understand: Understand) -> Iterator[Failure]:
    alone = _only(pack, rule)
    for example in (*rule.flags, *rule.passes):
        place = str(example.place or rule.place)
        wrong = list(faults(example))
        yield from (Failure(rule.id, place, f"can't be run: {why}") for why in wrong)
        if wrong:
            continue
        judged = _judged(alone, example, understand)
        if why := _not_flagged(judged, example) if example in rule.flags else _flagged(judged):
            yield Failure(rule.id, place, why)


def worked(pack: Pack, rule: Rule, understand: Understand) -> Finding | None:
    """What *rule* says of the first example that it flags; None if it says nothing."""
    found = _judged(_only(pack, rule), rule.flags[0], understand).findings
    return found[0] if found else None


def _only(pack: Pack, rule: Rule | Praise) -> Pack:
    rules, strengths = ((rule,), ()) if isinstance(rule, Rule) else ((), (rule,))
    return replace(pack, rules=rules, strengths=strengths)


def _judged(pack: Pack, example: Example, understand: Understand) -> Judgement:
    """The verdict on *example*; facts given beside a text replace what was found of their kinds."""
    tender, found, counted = understand(example.text) if example.text else _without_text(example)
    facts = [_fact(values) for values in example.facts]
    kinds = {fact.kind for fact in facts}
    metrics = [Metric(name, value) for name, value in example.metrics.items()]
    names = {metric.name for metric in metrics}
    case = case_of(
        replace(pack, currency=example.currency),
        tender,
        [*facts, *(fact for fact in found if fact.kind not in kinds)],
        [*metrics, *(metric for metric in counted if metric.name not in names)],
        example.setting,
    )
    return judge(pack, case)


def _without_text(example: Example) -> tuple[Tender, Sequence[Fact], Sequence[Metric]]:
    return Tender("example", example.documents), (), ()


def _fact(values: Mapping[str, object]) -> Fact:
    """A fact from a mapping with its kind and values, in which there are no `faults`."""
    rest = {name: value for name, value in values.items() if name not in ("kind", "confidence")}
    confidence = Confidence[str(values.get("confidence", "high")).upper()]
    return Fact(str(values["kind"]), tuple((name, _value(value)) for name, value in rest.items()), (), confidence)


def _value(value: object) -> Value:
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return value if isinstance(value, bool | int | float | str | date) else None


def _flagged(judged: Judgement) -> str:
    """What a verdict says that should say nothing; "" if it doesn't."""
    said = [*(one.message for one in judged.findings), *(one.message for one in judged.strengths)]
    return f"flagged, and should pass: {said[0]}" if said else ""


def _not_flagged(judged: Judgement, example: Example) -> str:
    """What is wrong with a verdict that should be a finding; "" if nothing is."""
    if judged.strengths:
        return ""
    if not judged.findings:
        reason = f" (not assessed: {judged.not_assessed[0].reason})" if judged.not_assessed else ""
        return f"passed, and should be flagged{reason}"
    severity: Severity = judged.findings[0].severity
    if example.severity is not None and severity != example.severity:
        return f"is {severity}, and should be {example.severity}: {judged.findings[0].message}"
    return ""
