"""level: how high a named number is."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, ClassVar

from msgspec import Meta

from ...model import Role
from ..case import Case
from ..measures.base import Range, numbers_of
from ..reading import Lack, Observation
from .base import Check, roles_of


class Level(Check, frozen=True):
    """The value of a measure."""

    of: Annotated[str, Meta(description="a measure: a metric, kind.value of a fact, or one worked out")]
    roles: Annotated[tuple[str, ...], Meta(description="only where it stands in passages of these roles")] = ()
    tells: ClassVar[frozenset[str]] = frozenset({"value"})

    def __post_init__(self) -> None:
        self._roles  # noqa: B018 - a wrong option is found when it is loaded

    @cached_property
    def _roles(self) -> tuple[Role, ...]:
        return roles_of(self.roles)

    @property
    def measures(self) -> tuple[str, ...]:
        return (self.of,)

    def range(self) -> Range:
        return numbers_of(self.of)

    def look(self, case: Case) -> Observation | Lack:
        seen = case.look(self.of)
        if isinstance(seen, Lack):
            return seen
        if self._roles and seen.places and not any(place.role in self._roles for place in seen.places):
            return Lack("it is said only in passing", clear=True)
        return Observation(seen.value, {"value": str(seen)}, seen.places, (), seen.confidence, seen.counted)
