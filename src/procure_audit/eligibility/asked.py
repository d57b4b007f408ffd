"""What bidders are weighed against: the facts of a tender, what it is worth, and what could not be looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..model import Confidence, Fact, Figures, Metric, of_kind

_ON_MONEY = ("turnover_requirement", "audited_accounts_required", "reserves_required")
_ACCOUNTS = ("examined accounts", "management accounts")
"""What stands for other accounts, and for no sum of money."""
_REACH = 1_500
"""Characters between a demand and what is accepted instead, for the two to belong together: a section of a form."""
_ALL_LOTS = ("", "each", "all")
_FOR_LOTS = re.compile(
    r"(?:^|\b(?:for|of|in|on) )lots? "
    r"(?P<lots>\d{1,2}[a-z]?\b(?:(?:, ?(?:and )?| ?(?:and|&|to|or|-|–) ?)\d{1,2}[a-z]?\b){0,9})",
    re.I,
)
_UP_TO = re.compile(r"to|-|–")


@dataclass(frozen=True, slots=True)
class Worth:
    """What a contract or lot is worth, in a year and in all, in the currency that is judged in; None if unknown."""

    yearly: float | None = None
    total: float | None = None
    currency: str = "GBP"


@dataclass(frozen=True)
class Asked:
    """One tender. `worth` tells the value of a lot, of the whole for None; `attachments` is the metric of that name.

    `doubts` are reasons why a demand may have been missed: pages that could not be read, a pack without an invitation.
    """

    facts: tuple[Fact, ...]
    figures: Figures
    worth: Callable[[str | None], Worth]
    attachments: Metric | None = None
    doubts: tuple[str, ...] = ()

    def of(self, kind: str) -> Iterator[Fact]:
        return of_kind(self.facts, kind)

    @property
    def joint_bids(self) -> bool | None:
        """Whether bidders may join; None where the text doesn't say."""
        said = {bool(fact.get("value")) for fact in self.of("consortia_allowed") if fact.confidence > Confidence.LOW}
        return said.pop() if len(said) == 1 else None

    def worth_of(self, demand: Fact) -> Worth:
        """The value that *demand* speaks of, where it is one of the whole or of one lot."""
        lots = lots_of(demand)
        return self.worth(lots[0]) if len(lots) == 1 else Worth()

    def instead_of(self, demand: Fact) -> tuple[str, ...]:
        """What the words near a *demand* on money accept in its place, by name."""
        if demand.kind not in _ON_MONEY:
            return ()
        near = [one for one in self.of("financial_alternatives") if _near(one, demand)]
        names = dict.fromkeys(name for one in near if isinstance(values := one.get("value"), tuple) for name in values)
        return tuple(name for name in names if demand.kind == "audited_accounts_required" or name not in _ACCOUNTS)

    @property
    def lots(self) -> int:
        """The number of lots that is surely stated; 0 for none."""
        counts = [fact.get("count") for fact in self.of("lots") if fact.confidence > Confidence.LOW or fact.given]
        return max((int(count) for count in counts if isinstance(count, int | float)), default=0)


def lots_of(fact: Fact) -> tuple[str | None, ...]:
    """The lots that *fact* is about; (None,) for what holds for the whole or for each lot alike.

    A demand that every place makes "for Lots 1 and 2" is one of those lots, also where the fact doesn't say so.
    """
    lot = fact.get("lot")
    if lot is not None:
        return (None if str(lot).lower() in _ALL_LOTS else str(lot),)
    named = [_named_lots(place.quote) for place in fact.places]
    return tuple(dict.fromkeys(name for names in named for name in names)) if named and all(named) else (None,)


def _named_lots(quote: str) -> tuple[str, ...]:
    """The lots that *quote* is limited to: "for Lots 1 and 2" gives 1 and 2, "Lots 1 to 3" also what lies between."""
    found = _FOR_LOTS.search(quote)
    if not found:
        return ()
    names = re.findall(r"\d{1,2}[A-Za-z]?", found["lots"])
    if _UP_TO.search(found["lots"]) and len(names) == 2 and all(name.isdigit() for name in names):
        return tuple(str(lot) for lot in range(int(names[0]), int(names[1]) + 1))
    return tuple(name.upper() for name in names)


def number(fact: Fact, name: str) -> float | None:
    """The value *name* as a number; None for a blank, a word or a yes."""
    value = fact.get(name)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _near(one: Fact, other: Fact) -> bool:
    return any(
        here.document == there.document and abs(here.span.start - there.span.start) <= _REACH
        for here in one.places
        for there in other.places
    )
