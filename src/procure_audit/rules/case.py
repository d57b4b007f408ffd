"""The case before the rules: one tender with its facts, metrics and setting, and the ways to ask about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from ..model import Document, Evidence, Fact, Metric, Role, Setting, Tender, Value
from .reading import Look
from .search import NOT_SAID, Found, Phrase, Searchable

ALL_SAID = frozenset(Role) - NOT_SAID
STATED = "stated"
_NO_TENDER: Mapping[Role, str] = MappingProxyType(
    {
        Role.GUIDANCE: "this tells how to buy or sell in general, and is no tender",
        Role.AWARD_NOTICE: "this tells of a contract that is awarded: there is nothing left to bid for",
    }
)


@dataclass(frozen=True)
class Case:
    """Everything a rule may look at. `measures` is the registry of named numbers."""

    tender: Tender
    known: tuple[Fact, ...]
    metrics: tuple[Metric, ...]
    setting: Setting
    currency: str
    measures: Mapping[str, Callable[[Case], Look]]
    _seen: dict[str, Look] = field(default_factory=dict, compare=False)

    def look(self, name: str) -> Look:
        """The measure called *name*, worked out once."""
        if name not in self._seen:
            self._seen[name] = self.measures[name](self)
        return self._seen[name]

    def facts(self, kind: str, where: Mapping[str, object] | None = None) -> tuple[Fact, ...]:
        """The facts of *kind* whose values are as *where* says."""
        return tuple(fact for fact in self._by_kind.get(kind, ()) if matches(fact, where or {}))

    def of_lot(self, kind: str, lot: object) -> Sequence[Fact]:
        """The facts of *kind* about one lot; about the whole contract for None."""
        return self._by_lot.get((kind, lot), ())

    def metric(self, name: str) -> Metric | None:
        return self._by_metric.get(name)

    def find(self, phrases: Sequence[Phrase], roles: Sequence[Role] = ()) -> Iterator[Found]:
        """The places of *phrases*, in all passages that demand or promise something unless *roles* are named."""
        wanted = frozenset(roles) or ALL_SAID
        for document in self._searchable:
            yield from document.find(phrases, wanted)

    def has_role(self, roles: Sequence[Role]) -> bool:
        """Whether the pack holds a passage of one of *roles*, or one that could be of any role."""
        return bool(self.roles & {*roles, Role.UNKNOWN}) or not self.tender.documents

    def words_at(self, place: Evidence) -> str:
        """All the words of *place*, which a quote may cut short."""
        document = self._by_path.get(place.document)
        return document.text[place.span.start : place.span.end] if document else place.quote

    @cached_property
    def _by_path(self) -> Mapping[str, Document]:
        return {document.path: document for document in self.tender.documents}

    @cached_property
    def no_tender(self) -> str:
        """Why the documents are no tender at all; "" where they are one, or the files say nothing."""
        told = self.roles - {Role.CONTENTS, Role.DEFINITIONS}
        return _NO_TENDER.get(next(iter(told)), "") if len(told) == 1 else ""

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Fact, ...]]:
        kinds: dict[str, list[Fact]] = {}
        for fact in self.known:
            kinds.setdefault(fact.kind, []).append(fact)
        return {kind: tuple(facts) for kind, facts in kinds.items()}

    @cached_property
    def _by_lot(self) -> Mapping[tuple[str, object], Sequence[Fact]]:
        lots: dict[tuple[str, object], list[Fact]] = {}
        for fact in self.known:
            lots.setdefault((fact.kind, fact.get("lot") or None), []).append(fact)
        return lots

    @cached_property
    def _by_metric(self) -> Mapping[str, Metric]:
        return {metric.name: metric for metric in self.metrics}

    @cached_property
    def _searchable(self) -> tuple[Searchable, ...]:
        return tuple(Searchable(document) for document in self.tender.documents)

    @cached_property
    def roles(self) -> frozenset[Role]:
        """What the passages of the pack are for."""
        return frozenset(block.role for document in self.tender.documents for block in document.body())


def matches(fact: Fact, where: Mapping[str, object]) -> bool:
    """Whether each value of *fact* is the one wanted, one of a list (none for []), or (for "stated") there at all."""
    return all(_is(fact.get(name), wanted) for name, wanted in where.items())


def _is(value: Value, wanted: object) -> bool:
    if wanted == STATED:
        return value not in (None, False, "", ())
    if wanted == []:
        return value in (None, ())
    held = value if isinstance(value, tuple) else (value,)
    return any(one in held for one in (wanted if isinstance(wanted, list | tuple) else (wanted,)))


def places_of(facts: Sequence[Fact]) -> tuple[Evidence, ...]:
    return tuple(place for fact in facts for place in fact.places)
