"""What rules may refer to by name, besides what is in the program."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .case import Case
from .clause import Clause
from .law import LawValue
from .measures import MEASURES
from .reading import Look

if TYPE_CHECKING:
    from .spec import SourceSpec

Measures = Mapping[str, Callable[[Case], Look]]


@dataclass(frozen=True)
class Library:
    """Sources by id, values that law sets by name, and model clauses by id."""

    sources: Mapping[str, SourceSpec]
    law: Mapping[str, LawValue]
    clauses: Mapping[str, Clause]
    digest: str = ""

    @cached_property
    def measures(self) -> Measures:
        """Every named number that a rule may compare or tell."""
        return measures_with(self.law)


def measures_with(law: Mapping[str, LawValue]) -> Measures:
    """The numbers of a tender and those of *law*, under one roof."""
    return ChainMap[str, Callable[[Case], Look]](dict(law), dict(MEASURES))
