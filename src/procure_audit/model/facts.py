"""Facts: what a tender demands or states, each with its evidence. Never a judgement.

`FACT_KINDS` is the one list of kinds and of the values that each may hold; extractors, rules, the JSON report and its
schema all take their names from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from types import MappingProxyType

from .places import Evidence

Value = bool | int | float | str | date | datetime | tuple[str, ...] | None
"""Money is a number in whole currency units, dates are `date` or `datetime`, lists of names are tuples."""


class Confidence(IntEnum):
    """How sure we are that the words mean what we take them to mean."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class FactKind:
    """One kind of fact: the values it holds and a sentence for people."""

    name: str
    values: tuple[str, ...]
    says: str


_KINDS = (
    FactKind("insurance", ("type", "amount", "currency", "basis", "required_before_award", "lot"), "cover asked for"),
    FactKind("turnover_requirement", ("amount", "multiple", "currency", "period", "lot"), "least yearly income"),
    FactKind(
        "contract_value",
        ("amount", "minimum", "maximum", "currency", "period", "lot", "vat"),
        "what the contract is worth",
    ),
    FactKind(
        "lot_value",
        ("amount", "minimum", "maximum", "currency", "period", "lot", "vat"),
        "the share of one lot in a worth that a notice states for the whole",
    ),
    FactKind(
        "annual_value", ("amount", "minimum", "maximum", "currency"), "a year's worth, from the total and the length"
    ),
    FactKind("payment_terms_days", ("value", "starts"), "days in which the buyer pays"),
    FactKind("payment_timing", ("value",), "advance or arrears, and how often"),
    FactKind("accounts_years_required", ("value",), "years of accounts asked for"),
    FactKind("audited_accounts_required", ("value", "alternatives"), "audited accounts asked for"),
    FactKind("financial_alternatives", ("value",), "other proof of standing that is accepted"),
    FactKind("contract_length_months", ("value", "lot"), "length without extensions"),
    FactKind("extension_months", ("value", "lot"), "options to extend, all together"),
    FactKind("social_value_weight", ("value",), "marks for social value, per cent of the whole"),
    FactKind("tender_deadline", ("value",), "when bids are due"),
    FactKind("publication_or_issue_date", ("value",), "when the tender was published or issued"),
    FactKind("clarification_deadline", ("value",), "last day for questions"),
    FactKind("contract_award_date", ("value",), "when the contract is awarded"),
    FactKind("contract_start", ("value",), "when the service starts"),
    FactKind("consortia_allowed", ("value",), "joint bids"),
    FactKind("electronic_portal_only", ("value",), "bids only through an electronic portal"),
    FactKind("indemnity_uncapped", ("value",), "an indemnity without limit"),
    FactKind("payment_by_results", ("value", "percent"), "payment depends on results"),
    FactKind("ip_assignment", ("value",), "rights pass to the buyer"),
    FactKind("exclusivity", ("value",), "the supplier may not work for others, or the buyer not buy elsewhere"),
    FactKind("references_required", ("count", "years", "at_most"), "references asked for"),
    FactKind("certification_required", ("value", "alternatives", "or_equivalent"), "certificates a bidder must hold"),
    FactKind("parent_company_guarantee", ("value",), "a guarantee from a parent body"),
    FactKind("performance_bond", ("value", "percent", "amount", "currency"), "a bond or deposit"),
    FactKind("subcontracting_terms", ("category",), "what is said of sub-contracting"),
    FactKind("tupe", ("value",), "staff transfer (TUPE)"),
    FactKind("liability_cap", ("amount", "multiple", "percent", "currency"), "limit of the supplier's liability"),
    FactKind("liability_unlimited", ("value",), "the supplier's general liability has no limit"),
    FactKind("quality_price_weights", ("value",), "marks for quality and price, quality first"),
    FactKind("response_limits", ("words", "pages", "scope"), "limits on the length of answers"),
    FactKind("questions", ("count",), "questions that a bidder must answer"),
    FactKind("lots", ("count",), "number of lots; 0 when undivided"),
    FactKind("termination_notice", ("days", "by"), "notice to end the contract without fault"),
    FactKind("price_uplift", ("value",), "whether prices rise with costs during the contract"),
    FactKind("insurance_run_off", ("value",), "years for which cover must be kept after the end"),
    FactKind("years_trading_required", ("value",), "least age of a bidder, or least years of its track record"),
    FactKind("reserves_required", ("months", "amount", "currency"), "money a bidder must hold in reserve"),
    FactKind("overhead_cap", ("percent",), "most that may be charged for overheads; 0 where they are barred"),
    FactKind("payment_deductions", ("percent",), "money taken off for missed targets, and the most of it"),
    FactKind("access_fee", ("amount", "currency"), "a charge to see or to send the tender"),
    FactKind("mobilisation_period", ("days",), "days between award and start, stated as a length"),
    FactKind("jurisdiction", ("value",), "whose law: england, wales, scotland, ni, ireland, eu"),
    FactKind("regime", ("value",), "which procurement rules"),
    FactKind("authority_kind", ("value",), "central, sub_central, nhs, school, housing, parish"),
    FactKind("suitable_for", ("sme", "vcse", "lot"), "whom the buyer calls the contract suitable for"),
    FactKind("contradiction", ("about", "values"), "two places disagree"),
)

FACT_KINDS: Mapping[str, FactKind] = MappingProxyType({kind.name: kind for kind in _KINDS})


@dataclass(frozen=True, slots=True)
class Fact:
    """What the tender says: kind, values, and every place where it says so.

    `given` marks what the user told us (it has no places). `derived` marks what was worked out of other facts, whose
    places it carries.
    """

    kind: str
    values: tuple[tuple[str, Value], ...]
    places: tuple[Evidence, ...] = ()
    confidence: Confidence = Confidence.HIGH
    given: bool = False
    derived: bool = False

    def __post_init__(self) -> None:
        allowed = FACT_KINDS[self.kind].values
        wrong = [name for name, _ in self.values if name not in allowed]
        if wrong:
            raise ValueError(f"a fact of kind '{self.kind}' has no '{wrong[0]}'; it has {', '.join(allowed)}")

    def get(self, name: str) -> Value:
        """The value of *name*, None where the text doesn't state it."""
        return dict(self.values).get(name)

    def matches(self, where: Mapping[str, Value]) -> bool:
        return all(self.get(name) == value for name, value in where.items())


def fact(
    kind: str, *places: Evidence, confidence: Confidence = Confidence.HIGH, derived: bool = False, **values: Value
) -> Fact:
    """A fact found at *places*. Raises KeyError for an unknown kind, ValueError for an unknown value name."""
    plain = tuple((name, _plain(value)) for name, value in values.items())
    return Fact(kind, plain, places, confidence, derived=derived)


def _plain(value: Value) -> Value:
    """*value* without what a text that it was taken from knows besides its words."""
    if isinstance(value, str):
        return str(value)
    return tuple(map(str, value)) if isinstance(value, tuple) else value


def given(kind: str, **values: Value) -> Fact:
    """A fact that the user states and the documents needn't."""
    return Fact(kind, tuple(values.items()), given=True)


def of_kind(facts: Iterable[Fact], kind: str) -> Iterator[Fact]:
    return (fact for fact in facts if fact.kind == kind)
