"""What the contract is worth, in all and for a year, and what a lot is worth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from ...model import Fact
from ..case import Case
from ..reading import Lack, Look, Reading
from .base import Measure, absent, highest, in_currency, joined, number, reading

_EXTENDED = "total_including_extensions"
_WHOLE = ("total", _EXTENDED, "maximum_total")
_YEAR = ("per_year", "per_year_maximum")
"""Periods of a value, the plainest first."""


def amount(fact: Fact) -> float | None:
    """The sum, or the most it may come to."""
    return next((value for name in ("amount", "maximum", "minimum") if (value := number(fact, name))), None)


def is_lot(fact: Fact) -> bool:
    return fact.get("lot") not in (None, "")


def best(facts: Sequence[Fact]) -> Fact:
    """Of several statements the plainest: given, then surest, then the largest, which accuses least."""
    return max(facts, key=lambda fact: (fact.given, not fact.derived, fact.confidence, amount(fact) or 0.0))


def stated(case: Case, period: str, lot: object = None) -> Reading | None:
    """The value stated for *period* ("total" covers no period at all), of the whole contract or of one lot."""
    kinds = ("contract_value",) if lot is None else ("contract_value", "lot_value")
    facts = [
        fact
        for kind in kinds
        for fact in in_currency(case.of_lot(kind, lot), case.currency)
        if (fact.get("period") or "total") == period and amount(fact)
    ]
    if not facts:
        return None
    chosen = best(facts)
    return reading(amount(chosen) or 0.0, "money", [chosen], case.currency)


def by_year(case: Case, lot: object = None) -> Reading | None:
    """The value stated for a year."""
    return next((found for period in _YEAR if (found := stated(case, period, lot))), None)


def total(case: Case, lot: object = None) -> Look:
    """The whole term, or a year's value times the years."""
    for period in _WHOLE:
        if found := stated(case, period, lot):
            return found
    yearly, length = by_year(case, lot), months(case)
    if yearly and isinstance(length, Reading):
        return joined(yearly.value * max(length.value, 12) / 12, "money", yearly, length)
    return length if yearly and isinstance(length, Lack) else absent("contract_value")


def annual(case: Case, lot: object = None) -> Look:
    """A year's value: stated, or the total over the years it covers; of a shorter contract all of it."""
    if found := by_year(case, lot):
        return found
    for period in _WHOLE:
        whole = stated(case, period, lot)
        if whole is None:
            continue
        length = with_extensions(case) if period == _EXTENDED else months(case)
        if isinstance(length, Lack):
            return Lack("the value is for the whole contract, and its length was not found")
        return joined(whole.value / max(length.value / 12, 1), "money", whole, length)
    return absent("contract_value")


def share(case: Case, parts: int) -> Look:
    """A year's value in equal parts."""
    year = annual(case)
    return joined(year.value / parts, "money", year) if isinstance(year, Reading) else year


def months(case: Case) -> Look:
    """The firm term; with lots of different terms the longest."""
    return highest(case, "contract_length_months", "value")


def with_extensions(case: Case) -> Look:
    firm, more = months(case), highest(case, "extension_months", "value")
    if isinstance(firm, Reading) and isinstance(more, Reading):
        return joined(firm.value + more.value, "months", firm, more)
    return firm


_SHARED = re.compile(
    r"\bframework (?:agreements?|contracts?|contractors|suppliers)\b|\bmulti-?supplier\b|"
    r"\bdynamic (?:purchasing|market)",
    re.I,
)
"""Where a lot has several suppliers, its value is a ceiling and not what one of them will earn."""


def smallest_lot(case: Case) -> Look:
    """A year's value of the smallest lot."""
    names = {fact.get("lot") for kind in ("contract_value", "lot_value") for fact in case.facts(kind) if is_lot(fact)}
    looks = [annual(case, name) for name in sorted(names, key=str)]
    values = [look for look in looks if isinstance(look, Reading)]
    if values and any(_SHARED.search(document.text) for document in case.tender.documents):
        return Lack("several suppliers share the value of a framework's lot, and no share was found")
    if values:
        return min(values, key=lambda one: one.value)
    if not names and not any(number(fact, "count") for fact in case.facts("lots")):
        return Lack("the contract is not divided into lots", clear=True)
    return Lack("no value of a lot found")


MEASURES = (
    Measure("contract_value.total", "value of the whole contract", total),
    Measure("contract_value.annual", "value of a year", annual),
    Measure("contract_value.quarter", "value of a quarter of a year", partial(share, parts=4)),
    Measure("contract_value.fifth", "a fifth of a year's value", partial(share, parts=5)),
    Measure("contract_value.month", "value of a month", partial(share, parts=12)),
    Measure("contract_term.months", "length without extensions", months),
    Measure("contract_term.with_extensions", "length with all extensions", with_extensions),
    Measure("lots.smallest_annual_value", "a year's value of the smallest lot", smallest_lot),
    Measure("lots.count", "number of lots, 0 when undivided", partial(highest, kind="lots", name="count")),
)
