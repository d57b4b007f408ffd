"""A rule is data: how to see a barrier, how bad it is by law and by practice, and the words a person reads."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..model import CATEGORIES, CallError, Document, Evidence, Role, ScoreModel, Setting, Severity, Source, did_you_mean
from ..text.globs import name_matches
from .applies import ALWAYS, Applies
from .bands import Bands, Condition, Side
from .checks import Check
from .clause import Clause
from .law import LawValue
from .lines import Place


@dataclass(frozen=True)
class Citation:
    """A source, and where and when it may be cited."""

    source: Source
    applies: Applies = ALWAYS
    number: int = field(default=0, compare=False)
    """Of the entry among the rule's sources that makes it: a value of law may stand in several laws."""


@dataclass(frozen=True)
class Sign:
    """One way in which a rule's barrier shows: what is looked at, the bands, what backs them, what to say.

    `basis` tells for each severity what backs the limit: law, guidance, practice, evidence or judgement.
    """

    check: Check
    bands: Bands
    basis: Mapping[Severity, str]
    says: str
    applies: Applies = ALWAYS
    needs: tuple[Role, ...] = ()


@dataclass(frozen=True)
class Example:
    """A small case that a rule must flag or pass.

    `text` is a tender, `documents` are files of which only the properties matter; facts and metrics stand beside them.
    """

    setting: Setting
    currency: str
    text: str = ""
    documents: tuple[Document, ...] = ()
    facts: tuple[Mapping[str, object], ...] = ()
    metrics: Mapping[str, float] = field(default_factory=dict)
    severity: Severity | None = None
    place: Place | None = None


@dataclass(frozen=True)
class Scope:
    """Some documents, by patterns of their names, and some passages, by their roles; an empty one doesn't limit."""

    documents: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()

    def holds(self, place: Evidence) -> bool:
        """Whether *place* lies in it."""
        return self._named(place.document) and (not self.roles or place.role in self.roles)

    def holds_whole(self, paths: Collection[str]) -> bool:
        """Whether a tender of these documents lies in it whole."""
        return not self.roles and all(map(self._named, paths))

    def _named(self, path: str) -> bool:
        return not self.documents or any(name_matches(path, pattern) for pattern in self.documents)

    def __str__(self) -> str:
        roles = " or ".join(role.value.replace("_", " ") for role in self.roles)
        return "in " + ", ".join(part for part in (" or ".join(self.documents), roles) if part)


@dataclass(frozen=True)
class Rule:
    """One barrier. Its finding is that of its worst sign; `severity` set by a pack of one's own overrides the bands.

    `scoped` has what settings put in its stead for places in some documents, None for nothing; the last one counts.
    """

    id: str
    title: str
    category: str
    signs: tuple[Sign, ...]
    why: str
    instead: str
    clause: Clause
    citations: tuple[Citation, ...]
    recommendations: tuple[int, ...]
    applies: Applies = ALWAYS
    when: tuple[Side, ...] = ()
    severity: Severity | None = None
    traps: tuple[str, ...] = ()
    flags: tuple[Example, ...] = ()
    passes: tuple[Example, ...] = ()
    place: str = ""
    scoped: tuple[tuple[Scope, Rule | None], ...] = ()

    @property
    def middle(self) -> Severity:
        """The middle one of its severities: what it counts for where it could not be judged."""
        severities = sorted({severity for sign in self.signs for severity, _ in sign.bands})
        return self.severity or severities[(len(severities) - 1) // 2]


@dataclass(frozen=True)
class Praise:
    """What a tender may do well: a strength when its check sees it and a condition holds."""

    id: str
    title: str
    check: Check
    when: tuple[Condition, ...]
    says: str
    recommendations: tuple[int, ...]
    applies: Applies = ALWAYS
    flags: tuple[Example, ...] = ()
    passes: tuple[Example, ...] = ()
    place: str = ""


@dataclass(frozen=True)
class Pack:
    """A named set of rules. The digest tells which rules, in which wording, judged a report.

    `off` are the rules that settings turned off.
    """

    name: str
    title: str
    rules: tuple[Rule, ...]
    strengths: tuple[Praise, ...]
    digest: str
    score_model: ScoreModel
    currency: str = "GBP"
    law: Mapping[str, LawValue] = field(default_factory=dict)
    any_document: bool = False
    """Whether it judges any document; else guidance and notices of award, which nobody bids for, get no verdict."""
    off: tuple[str, ...] = ()

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories its rules have, in the order of `CATEGORIES`."""
        used = {rule.category for rule in self.rules}
        return tuple(name for name in CATEGORIES if name in used)

    def rule(self, ident: str) -> Rule:
        """The rule called *ident*. Raises CallError with the nearest name."""
        for rule in self.rules:
            if rule.id == ident:
                return rule
        raise CallError(f"no rule is called '{ident}'; {did_you_mean(ident, (rule.id for rule in self.rules))}")

    def chosen(self, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Pack:
        """The pack with only the rules or categories in *select* (all if empty) and none of *ignore*."""
        names = {rule.id for rule in self.rules} | set(self.categories)
        for name in (*select, *ignore):
            if name not in names:
                raise CallError(f"no rule or category is called '{name}'; {did_you_mean(name, names)}")
        kept = (rule for rule in self.rules if (not select or _named(rule, select)) and not _named(rule, ignore))
        return replace(self, rules=tuple(kept))


def _named(rule: Rule, names: Collection[str]) -> bool:
    return rule.id in names or rule.category in names
