"""What follows from facts that the tender states: the yearly worth of a contract from its total and its length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..model import Fact, fact, of_kind

_TOTALS = ("total", "total_including_extensions", "maximum_total")
"""Which total is taken, the plainest first."""


def derived(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The yearly value, where it isn't stated and there is but one total and one length.

    A total that includes extensions is spread over the length with them. A contract of less than a year is worth its
    total in its year.
    """
    worth = [one for one in of_kind(facts, "contract_value") if one.get("lot") is None]
    lengths = [one for one in of_kind(facts, "contract_length_months") if one.get("lot") is None]
    total = next((one for period in _TOTALS if (one := _only(worth, period))), None)
    if total is None or len(lengths) != 1 or any(one.get("period") == "per_year" for one in worth):
        return
    parents = [total, lengths[0]]
    months = _number(lengths[0], "value")
    if total.get("period") == "total_including_extensions":
        options = [one for one in of_kind(facts, "extension_months") if one.get("lot") is None]
        if len(options) > 1:
            return
        parents += options
        months += sum(_number(one, "value") for one in options)
    if months > 0:
        yield _yearly(total, max(months / 12, 1.0), parents)


def _only(worth: Sequence[Fact], period: str) -> Fact | None:
    """The one value of *period*; None where there is none or several."""
    found = [one for one in worth if one.get("period") == period]
    return found[0] if len(found) == 1 else None


def _yearly(total: Fact, years: float, parents: Sequence[Fact]) -> Fact:
    names = ("amount", "minimum", "maximum")
    values: dict[str, Any] = {
        name: round(_number(total, name) / years, 2) for name in names if total.get(name) is not None
    }
    kept: dict[str, Any] = {"currency": total.get("currency")}
    places = [place for parent in parents for place in parent.places[:1]]
    sure = min(parent.confidence for parent in parents)
    return fact("annual_value", *places, confidence=sure, derived=True, **values, **kept)


def _number(one: Fact, name: str) -> float:
    value = one.get(name)
    return float(value) if isinstance(value, int | float) else 0.0
