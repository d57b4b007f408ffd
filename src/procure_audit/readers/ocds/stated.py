"""The facts that a notice's structured fields state, each with the JSON path of its field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ...model import Value
from .layout import is_award
from .parse import Release, at, items
from .setting import setting
from .words import amount_of, currency_of, day_of, moment, money_of

Stated = tuple[str, dict[str, Value], str]
"""A kind of fact, its values, and the path of the field from the release."""

_MONTH = 30.4375
"""Days; the mean month of the Gregorian calendar."""


def stated(release: Release) -> Iterator[Stated]:
    """The facts of *release*. A notice that only tells of an award demands nothing: it states just its setting."""
    yield from setting(release)
    if is_award(release):
        return
    yield from _dates(release)
    yield from _values(release)
    yield from _lots(release)
    yield from _suitability(release)
    yield from _weights(release)


def _dates(release: Release) -> Iterator[Stated]:
    published = "tender.datePublished" if at(release, "tender.datePublished") else "date"
    for kind, path, found in (
        ("tender_deadline", "tender.tenderPeriod.endDate", moment),
        ("clarification_deadline", "tender.enquiryPeriod.endDate", moment),
        ("publication_or_issue_date", published, day_of),
        ("contract_start", "tender.contractPeriod.startDate", day_of),
    ):
        value = found(at(release, path))
        if value is not None:
            yield kind, {"value": value}, path
    yield from _length("tender", at(release, "tender.contractPeriod"), None)


def _values(release: Release) -> Iterator[Stated]:
    """The worth of the whole, and of each of several lots: where the whole is stated, theirs are but its shares."""
    whole = list(_value("tender", at(release, "tender"), ""))
    yield from whole
    lots = items(release, "tender.lots")
    currency = str(at(release, "tender.value.currency") or "")
    if len(lots) == 1 and whole:
        return
    for path, lot in lots:
        name = {"lot": str(lot.get("id", ""))} if len(lots) > 1 else {}
        for kind, values, where in _value(path, lot, currency):
            yield "lot_value" if whole else kind, {**values, **name}, where


def _value(path: str, holder: Any, currency: str) -> Iterator[Stated]:
    """The worth that one tender or lot states: without VAT where the portal tells both."""
    net, gross = money_of(at(holder, "value.amount")), money_of(at(holder, "value.amountGross"))
    least, most = money_of(at(holder, "minValue.amount")), money_of(at(holder, "maxValue.amount"))
    amount = net or gross or most
    if amount is None:
        return
    values: dict[str, Value] = {"amount": amount, "currency": currency_of(holder, currency), "period": "total"}
    if least is not None and least < amount:
        values |= {"minimum": least, "maximum": most or amount}
    if gross is not None:
        values["vat"] = "excluded" if net else "included"
    where = "value.amount" if net else "value.amountGross" if gross else "maxValue.amount"
    yield "contract_value", values, f"{path}.{where}"


def _lots(release: Release) -> Iterator[Stated]:
    lots = items(release, "tender.lots")
    if lots:
        yield "lots", {"count": len(lots) if len(lots) > 1 else 0}, "tender.lots"
    seen: set[Value] = set()
    for path, lot in lots:
        start = day_of(at(lot, "contractPeriod.startDate"))
        if start is not None and start not in seen:
            seen.add(start)
            yield "contract_start", {"value": start}, f"{path}.contractPeriod.startDate"
    lengths = [fact for path, lot in lots for fact in _length(path, lot.get("contractPeriod"), str(lot.get("id", "")))]
    if len({values["value"] for _, values, _ in lengths}) > 1:
        yield from lengths
    elif lengths:
        kind, values, where = lengths[0]
        yield kind, {"value": values["value"]}, where


def _length(path: str, period: Any, lot: str | None) -> Iterator[Stated]:
    """Whole months of a period: a number of days, or the time from its start to its end."""
    name: dict[str, Value] = {"lot": lot} if lot else {}
    days = amount_of(at(period, "durationInDays"))
    start, end = day_of(at(period, "startDate")), day_of(at(period, "endDate"))
    if days is not None:
        months = round(days / 30) if days % 30 == 0 else round(days / _MONTH)
        yield "contract_length_months", {"value": months, **name}, f"{path}.contractPeriod.durationInDays"
    elif start and end and start < end:
        yield "contract_length_months", {"value": _months(start, end), **name}, f"{path}.contractPeriod.endDate"


def _months(start: date, end: date) -> int:
    return max(1, round(((end - start).days + 1) / _MONTH))


def _suitability(release: Release) -> Iterator[Stated]:
    lots = items(release, "tender.lots")
    for path, holder in [("tender", at(release, "tender")), *lots]:
        found = at(holder, "suitability")
        if isinstance(found, dict) and found:
            values: dict[str, Value] = {
                name: found[name] for name in ("sme", "vcse") if isinstance(found.get(name), bool)
            }
            lot: dict[str, Value] = {"lot": str(holder.get("id", ""))} if len(lots) > 1 and path != "tender" else {}
            if values:
                yield "suitable_for", {**values, **lot}, f"{path}.suitability.{next(iter(values))}"


def _weights(release: Release) -> Iterator[Stated]:
    """Marks of the first lot that tells all of them: they come to 100, give or take one."""
    for path, lot in items(release, "tender.lots"):
        criteria = items(lot, "awardCriteria.criteria")
        marks = [(criterion, _mark(criterion)) for _, criterion in criteria]
        if not marks or any(mark is None for _, mark in marks) or abs(sum(mark or 0 for _, mark in marks) - 100) > 1:
            continue
        price = sum(mark or 0 for criterion, mark in marks if criterion.get("type") in ("price", "cost"))
        where = f"{path}.{criteria[0][0]}.description"
        yield "quality_price_weights", {"value": f"{100 - price:g}/{price:g}"}, where
        return


def _mark(criterion: dict[str, Any]) -> float | None:
    """The mark of one award criterion, from its numbers or from a description that is only a number ("40", "40%")."""
    for _, number in items(criterion, "numbers"):
        return amount_of(number.get("number")) if str(number.get("weight")).startswith("percentage") else None
    description = criterion.get("description")
    return amount_of(description.strip().removesuffix("%").strip()) if isinstance(description, str) else None
