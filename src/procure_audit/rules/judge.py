"""A pack judges a case. Pure: the same tender and pack always give the same judgement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import (
    MOST_PLACES,
    Confidence,
    Evidence,
    Fact,
    Finding,
    Metric,
    NotAssessed,
    Role,
    Setting,
    Severity,
    Source,
    Strength,
    Tender,
)
from .bands import Grade, Side, every, grade
from .case import Case
from .library import measures_with
from .patience import Turn, patience
from .reading import Lack, Observation, Reading
from .rule import Pack, Praise, Rule, Scope, Sign
from .tell import fill

_UNSURE = " We are not sure that we read this rightly, so we rate it one step lower."


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a pack says of a tender. `missing_severities` has the middle severity of each rule not assessed."""

    findings: tuple[Finding, ...]
    strengths: tuple[Strength, ...]
    passed: tuple[str, ...]
    not_assessed: tuple[NotAssessed, ...]
    missing_severities: tuple[Severity, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no rule could be judged."""
        return not (self.findings or self.passed)


@dataclass(frozen=True, slots=True)
class _Hit:
    sign: Sign
    seen: Observation
    graded: Grade
    severity: Severity


def case_of(pack: Pack, tender: Tender, facts: Sequence[Fact], metrics: Sequence[Metric], setting: Setting) -> Case:
    """A tender as *pack* may look at it: sums in the pack's currency, and every named number."""
    return Case(tender, tuple(facts), tuple(metrics), setting, pack.currency, measures_with(pack.law))


def judge(pack: Pack, case: Case) -> Judgement:
    """Every rule of *pack* on *case*: a finding, a pass, or not assessed with the reason.

    A rule that isn't meant for such a tender is in none of the three. Raises CallError for one that never ends.
    """
    if case.no_tender and not pack.any_document:
        return _nothing_judged(pack, case.no_tender)
    with patience() as turn:
        verdicts = [(rule, _verdict(rule, case, turn)) for rule in pack.rules]
        strengths = [strength for praise in pack.strengths for strength in _praised(praise, case, turn)]
    findings = [verdict for _, verdict in verdicts if isinstance(verdict, Finding)]
    missing = [(rule, verdict) for rule, verdict in verdicts if isinstance(verdict, Lack)]
    return Judgement(
        findings=tuple(sorted(findings, key=_worst_first)),
        strengths=tuple(strengths),
        passed=tuple(rule.id for rule, verdict in verdicts if verdict is True),
        not_assessed=tuple(NotAssessed(rule.id, rule.title, lack.reason) for rule, lack in missing),
        missing_severities=tuple(rule.middle for rule, _ in missing),
    )


def _nothing_judged(pack: Pack, reason: str) -> Judgement:
    missing = tuple(NotAssessed(rule.id, rule.title, reason) for rule in pack.rules)
    return Judgement((), (), (), missing, tuple(rule.middle for rule in pack.rules))


def _worst_first(finding: Finding) -> tuple[int, int, str, str]:
    return -finding.severity, -finding.confidence, finding.category, finding.rule


@dataclass(frozen=True, slots=True)
class _Where:
    """The places that count for a rule: those inside one scope (everywhere for None) and outside of others."""

    inside: Scope | None = None
    outside: tuple[Scope, ...] = ()

    def kept(self, hit: _Hit, case: Case) -> _Hit | None:
        """*hit* with the places that count; None where none is left."""
        if not (self.inside or self.outside):
            return hit
        if not hit.seen.places:
            paths = [document.path for document in case.tender.documents]
            there = (self.inside is None or self.inside.holds_whole(paths)) and not any(
                scope.holds_whole(paths) for scope in self.outside
            )
            return hit if there else None
        places = tuple(place for place in hit.seen.places if self._holds(place))
        return replace(hit, seen=replace(hit.seen, places=places)) if places else None

    def _holds(self, place: Evidence) -> bool:
        inside = self.inside is None or self.inside.holds(place)
        return inside and not any(scope.holds(place) for scope in self.outside)


def _verdict(rule: Rule, case: Case, turn: Turn) -> Finding | Lack | bool:
    """The verdict of *rule*, and of what settings put in its stead in some documents, as one."""
    turn(rule.id, rule.place)
    scopes = tuple(scope for scope, _ in rule.scoped)
    verdict = _judged(rule, case, _Where(outside=scopes))
    others = [
        _judged(other, case, _Where(scope, scopes[number + 1 :]))
        for number, (scope, other) in enumerate(rule.scoped)
        if other is not None
    ]
    findings = [one for one in (verdict, *others) if isinstance(one, Finding)]
    if len(findings) < 2:
        return findings[0] if findings else verdict
    findings.sort(key=_worst_first)
    places = _few([place for finding in findings for place in finding.places])
    return replace(findings[0], places=places)


def _judged(rule: Rule, case: Case, where: _Where) -> Finding | Lack | bool:
    """A finding, True for a pass, False where the rule isn't meant for such a tender."""
    meant = rule.applies.to(case.setting)
    asked = every(rule.when, case.look) if meant is True else meant
    if asked is False:
        return False
    if isinstance(asked, str):
        return Lack(asked)
    if isinstance(asked, Lack):
        return asked
    hits: list[_Hit] = []
    lacks: list[Lack] = []
    for sign in rule.signs:
        seen = _seen(sign, case)
        if isinstance(seen, _Hit):
            hits += filter(None, [where.kept(seen, case)])
        elif isinstance(seen, Lack) and not seen.clear:
            lacks.append(seen)
    if hits:
        return _finding(rule, max(hits, key=lambda hit: hit.severity), hits, case)
    return lacks[0] if lacks else True


def _seen(sign: Sign, case: Case) -> _Hit | Lack | None:
    """A hit; a lack; None where there is something and it is as it should be."""
    if sign.applies.to(case.setting) is not True:
        return None
    seen: Observation | Lack | None = sign.check.look(case)
    elsewhere = bool(sign.needs) and not case.has_role(sign.needs)
    if isinstance(seen, Observation):
        if elsewhere and sign.check.of_absence:
            return Lack(_elsewhere(sign))
        graded = grade(sign.bands, seen.number, case.look)
        if graded.severity is not None:
            return _Hit(sign, seen, graded, graded.severity)
        seen = graded.undecided
    return Lack(_elsewhere(sign)) if elsewhere else seen


def _elsewhere(sign: Sign) -> str:
    """Why a sign can't be judged: what it needs is not among the documents."""
    if Role.INSTRUCTIONS in sign.needs:
        return "the documents hold no invitation to bid"
    return f"the documents hold no {' or '.join(role.value.replace('_', ' ') for role in sign.needs)}"


def _finding(rule: Rule, worst: _Hit, hits: Sequence[_Hit], case: Case) -> Finding:
    sides = [side for hit in hits if hit.graded.condition for side in hit.graded.condition.sides]
    compared = _readings([*rule.when, *sides], case)
    confidence = min([worst.seen.confidence, *(reading.confidence for reading in compared)])
    severity, note = _weakened(rule.severity if rule.severity is not None else worst.severity, confidence)
    places = [*worst.seen.places, *(place for hit in hits if hit is not worst for place in hit.seen.places)]
    related = [*worst.seen.related, *(place for reading in compared for place in reading.places)]
    words = worst.seen.words
    return Finding(
        rule=rule.id,
        title=rule.title,
        category=rule.category,
        severity=severity,
        confidence=confidence,
        message=fill(worst.sign.says, words, case) + note,
        why=rule.why,
        suggestion=fill(rule.instead, words, case),
        model_clause=fill(rule.clause.told(case.setting), words, case),
        sources=_sources(rule, case),
        places=_few(places),
        related=tuple(place for place in _few(related) if place not in places),
        basis=worst.sign.basis.get(worst.severity, "judgement") if rule.severity is None else "judgement",
        recommendations=rule.recommendations,
        counted=all(hit.seen.counted for hit in hits),
    )


def _readings(sides: Sequence[Side], case: Case) -> list[Reading]:
    looks = [case.look(side.name) for side in sides if side.op not in ("known", "unknown")]
    return [look for look in looks if isinstance(look, Reading)]


def _weakened(severity: Severity, confidence: Confidence) -> tuple[Severity, str]:
    """An unsure reading makes no finding critical or high on its own: one step down, said in the message."""
    if confidence > Confidence.LOW or severity <= Severity.MEDIUM:
        return severity, ""
    return Severity(severity - 1), _UNSURE


def _sources(rule: Rule, case: Case) -> tuple[Source, ...]:
    """What may be cited here: a law only where it is known to apply."""
    return tuple(cited.source for cited in rule.citations if cited.applies.to(case.setting) is True)


def _few(places: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(places))[:MOST_PLACES]


def _praised(praise: Praise, case: Case, turn: Turn) -> Iterator[Strength]:
    turn(praise.id, praise.place)
    seen = praise.check.look(case) if praise.applies.to(case.setting) is True else Lack("")
    if isinstance(seen, Observation) and any(one.holds(seen.number, case.look) is True for one in praise.when):
        message = fill(praise.says, seen.words, case)
        yield Strength(praise.id, praise.title, message, _few(seen.places), praise.recommendations)
