"""Who is shut out: a bidder, what a tender asks of it, and what comes of it. Frozen data that can be told by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from .places import Evidence
from .source import Source


class Accounts(StrEnum):
    """How a bidder's yearly accounts are looked over; a later one is as good as those before it, and better."""

    UNEXAMINED = "unexamined"
    EXAMINED = "examined"
    AUDITED = "audited"


@dataclass(frozen=True, slots=True)
class Profile:
    """A bidder. Sums are in whole units of `currency`; `insurance` has the sum held of each type, once.

    `income` and `reserves` (those free to spend) are of the last year; `years` is how long it has worked,
    `accounts_years` the years of which it has accounts, `references` the contracts or grants of which somebody can
    speak. `basis` says of each figure what it rests on.
    """

    name: str
    title: str
    income: float
    staff: int
    insurance: tuple[tuple[str, float], ...] = ()
    accounts: Accounts = Accounts.EXAMINED
    accounts_years: int = 0
    years: int = 0
    references: int = 0
    certificates: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    reserves: float = 0
    parent_guarantee: bool = False
    bond: bool = False
    currency: str = "GBP"
    basis: tuple[tuple[str, str], ...] = ()

    def cover(self, kind: str) -> float:
        """The sum insured of *kind*; 0 for none."""
        return dict(self.insurance).get(kind, 0)


class Verdict(IntEnum):
    """What a demand means for a bidder, the worse the higher."""

    MET = 0
    TO_QUALIFY = 1
    UNSURE = 2
    BLOCKED = 3

    def __str__(self) -> str:
        return self.name.lower()


class Answer(IntEnum):
    """Whether a bidder can bid, the worse the higher. YES says that nothing which was found shuts it out."""

    YES = 0
    UNSURE = 1
    NO = 2

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Cited:
    """A figure in words, and the source that states it."""

    says: str
    source: Source


@dataclass(frozen=True, slots=True)
class Weighed:
    """One demand against one bidder.

    `id` is that of the rule on the same demand, `kind` that of the fact, `about` which of several (a type of cover, a
    certificate). `asks` and `has` are said to people; `remark` says why it is unsure, or what it would take to
    qualify. `cost` and `share_below` (how many charities have less income than is asked) come from cited figures only.
    `joint` says that partners who bid together may meet it.
    """

    id: str
    kind: str
    about: str
    verdict: Verdict
    asks: str
    has: str
    remark: str = ""
    places: tuple[Evidence, ...] = ()
    lot: str | None = None
    cost: Cited | None = None
    share_below: Cited | None = None
    joint: bool = False


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether *profile* can bid by itself. `lots` has the answer for each lot that asks something of its own.

    `doubts` are reasons why nothing found is not enough for a yes: parts that could not be read. `with_partners` says
    that joint bids are welcome and partners could meet all that blocks it.
    """

    profile: Profile
    can_bid: Answer
    weighed: tuple[Weighed, ...]
    lots: tuple[tuple[str, Answer], ...] = ()
    doubts: tuple[str, ...] = ()
    with_partners: bool = False

    @property
    def met(self) -> int:
        """How many demands the bidder meets as it stands."""
        return len(self._of(Verdict.MET))

    @property
    def blocked_by(self) -> tuple[Weighed, ...]:
        return self._of(Verdict.BLOCKED)

    @property
    def unsure(self) -> tuple[Weighed, ...]:
        return self._of(Verdict.UNSURE)

    @property
    def to_qualify(self) -> tuple[Weighed, ...]:
        return self._of(Verdict.TO_QUALIFY)

    def _of(self, verdict: Verdict) -> tuple[Weighed, ...]:
        return tuple(one for one in self.weighed if one.verdict is verdict)


@dataclass(frozen=True, slots=True)
class Cost:
    """What cover of a type costs, as a source has it: up to `amount` insured, for a bidder of at most `staff`."""

    insurance: str
    amount: float
    staff: int
    cited: Cited


@dataclass(frozen=True, slots=True)
class Figures:
    """Cited figures on bidders.

    `incomes` are points (an income, the share of charities below it: 0 to 1), both rising, of the charities that
    `incomes_of` names; `covers` says what cover costs, `scarce` from which sum on it is hard to buy.
    """

    incomes: tuple[tuple[float, float], ...] = ()
    incomes_of: Cited | None = None
    covers: tuple[Cost, ...] = ()
    scarce: tuple[Cost, ...] = ()


NO_FIGURES = Figures()


@dataclass(frozen=True, slots=True)
class Bidders:
    """Who might bid, and what is known of such bodies."""

    profiles: tuple[Profile, ...] = ()
    figures: Figures = NO_FIGURES


NOBODY = Bidders()
