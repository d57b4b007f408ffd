"""What every kind of check has in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

import msgspec

from ...model import Role, did_you_mean
from ..case import Case
from ..reading import Lack, Observation
from ..search import Phrase


class Check(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Looks at a case. Fields are options in YAML; a wrong one raises ValueError when the pack is loaded."""

    tells: ClassVar[frozenset[str]] = frozenset()
    of_absence: ClassVar[bool] = False
    """Whether it sees that something is not there: then only where it ought to be."""

    @property
    def measures(self) -> tuple[str, ...]:
        """The named numbers that it looks at."""
        return ()

    def validate(self) -> None:
        """Compiles what is costly to compile; raises ValueError where that can't be done."""

    def range(self) -> tuple[float, float]:
        """The least and the most that the number of an observation may be."""
        return 0.0, float("inf")

    def look(self, case: Case) -> Observation | Lack:
        """What is there to see; a `Lack` where there is nothing to judge."""
        raise TypeError(f"{type(self).__name__} does not look at {case.tender.name}")


def phrases_of(patterns: Iterable[str]) -> tuple[Phrase, ...]:
    found = tuple(Phrase(pattern) for pattern in patterns)
    if not found:
        raise ValueError("at least one pattern is needed")
    return found


def roles_of(names: Sequence[str]) -> tuple[Role, ...]:
    known = {role.value for role in Role}
    for name in names:
        if name not in known:
            raise ValueError(f"no role is called '{name}'; {did_you_mean(name, known)}")
    return tuple(Role(name) for name in names)
