"""How a number is taken from facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ...model import FACT_KINDS, METRIC_KINDS, Evidence, Fact
from ..case import Case
from ..reading import Lack, Look, Reading


@dataclass(frozen=True, slots=True)
class Measure:
    """A named number: what it says to people and how it is taken."""

    name: str
    says: str
    take: Callable[[Case], Look]

    def __call__(self, case: Case) -> Look:
        return self.take(case)


DEMANDS = frozenset(
    """insurance turnover_requirement accounts_years_required references_required performance_bond liability_cap
    termination_notice payment_by_results social_value_weight response_limits extension_months insurance_run_off
    years_trading_required reserves_required overhead_cap payment_deductions access_fee
    certification_required mobilisation_period""".split()
)
"""Kinds of fact whose absence means that the tender asks for no such thing."""

_ASK: Mapping[str, str] = MappingProxyType(
    {
        "contract_value": "no contract value found; give --value",
        "publication_or_issue_date": "no issue date found; give --issued",
        "tender_deadline": "no deadline for bids found; give --deadline",
        "clarification_deadline": "no last day for questions found",
        "contract_length_months": "the length of the contract was not found",
        "payment_terms_days": "it does not say in how many days the buyer pays",
        "quality_price_weights": "no marks for quality and price found",
        "lots": "it does not say whether the contract is divided into lots; give --lots",
    }
)
_UNITS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("payment_terms_days", "value"): "days",
        ("termination_notice", "days"): "days",
        ("insurance_run_off", "value"): "years",
        ("years_trading_required", "value"): "years",
        ("reserves_required", "months"): "months",
        ("mobilisation_period", "days"): "days",
        ("accounts_years_required", "value"): "years",
        ("references_required", "years"): "years",
        ("contract_length_months", "value"): "months",
        ("extension_months", "value"): "months",
        ("social_value_weight", "value"): "per cent",
    }
)
_NAMED_UNITS: Mapping[str, str] = MappingProxyType(
    {"amount": "money", "minimum": "money", "maximum": "money", "percent": "per cent", "multiple": "times"}
)


Range = tuple[float, float]
"""The least and the most that a number may be, both included."""

_INFINITE = float("inf")
_MOST: Mapping[str, float] = MappingProxyType({"share": 1.0, "per cent": 100.0})
_BELOW_ZERO = ("flesch_reading_ease", "flesch_kincaid_grade")
"""Formulas fitted to school books: very easy or very hard text takes them below zero."""


def absent(kind: str) -> Lack:
    """Why there is no number: nothing of *kind* was found."""
    if kind in DEMANDS:
        return Lack(f"nothing asked: {FACT_KINDS[kind].says}", clear=True)
    return Lack(_ASK.get(kind, f"not found: {FACT_KINDS[kind].says}"))


def number(fact: Fact, name: str) -> float | None:
    """The value *name* of *fact* as a number; None for a blank, a word or a yes."""
    value = fact.get(name)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def in_currency(facts: Sequence[Fact], currency: str) -> tuple[Fact, ...]:
    """The facts in *currency*, and those that name none."""
    return tuple(fact for fact in facts if fact.get("currency") in (None, "", currency))


def unit_of(kind: str, name: str) -> str:
    return _UNITS.get((kind, name)) or _NAMED_UNITS.get(name, "")


def numbers_of(name: str) -> Range:
    """The numbers that the measure *name* may tell: none below zero but of formulas, shares of the whole at most."""
    if name in _BELOW_ZERO:
        return -_INFINITE, _INFINITE
    kind, _, value = name.partition(".")
    unit = METRIC_KINDS[name].unit if name in METRIC_KINDS else unit_of(kind, value) if kind in FACT_KINDS else ""
    return 0.0, _MOST.get(unit, _INFINITE)


def highest(case: Case, kind: str, name: str, where: Mapping[str, object] | None = None, lowest: bool = False) -> Look:
    """The highest (or lowest) value *name* among facts of *kind*; of equal ones all places count.

    What is denied ("no bond is required") has no level, as if nothing were said of it.
    """
    facts = tuple(fact for fact in case.facts(kind, where) if fact.get("value") is not False)
    if not facts:
        return absent(kind)
    unit = unit_of(kind, name)
    usable = in_currency(facts, case.currency) if unit == "money" else facts
    valued = [(value, fact) for fact in usable if (value := number(fact, name)) is not None]
    if not valued:
        return Lack(f"{FACT_KINDS[kind].says}: no level is stated that can be compared")
    best = (min if lowest else max)(value for value, _ in valued)
    return reading(best, unit, [fact for value, fact in valued if value == best], case.currency)


def reading(value: float, unit: str, facts: Sequence[Fact], currency: str = "GBP") -> Reading:
    """A reading with the places of *facts*; as sure as the surest of them."""
    places: tuple[Evidence, ...] = tuple(place for fact in facts for place in fact.places)
    return Reading(value, unit, places, max(fact.confidence for fact in facts), currency)


def joined(value: float, unit: str, *readings: Reading) -> Reading:
    """A reading worked out of *readings*: their places, as sure as the least sure."""
    places = tuple(place for one in readings for place in one.places)
    return Reading(value, unit, places, min(one.confidence for one in readings), readings[0].currency)
