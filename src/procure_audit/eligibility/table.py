"""Every kind of demand, and how it is weighed. A new one is a function and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..model import Fact, Profile, Weighed
from .asked import Asked
from .finance import audited, cash, reserves, turnover, years_of_accounts
from .insurance import cover
from .proof import certificates, references, years_of_work
from .security import bond, guarantee

Weigh = Callable[[Fact, Profile, Asked], Iterator[Weighed]]


@dataclass(frozen=True, slots=True)
class Requirement:
    """A kind of fact that asks something of bidders, and what weighs it."""

    kind: str
    weigh: Weigh


REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement("turnover_requirement", turnover),
    Requirement("audited_accounts_required", audited),
    Requirement("accounts_years_required", years_of_accounts),
    Requirement("reserves_required", reserves),
    Requirement("years_trading_required", years_of_work),
    Requirement("insurance", cover),
    Requirement("certification_required", certificates),
    Requirement("references_required", references),
    Requirement("parent_company_guarantee", guarantee),
    Requirement("performance_bond", bond),
    Requirement("payment_timing", cash),
)
