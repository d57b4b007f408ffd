"""One fact for each thing that is said, however often and in however many documents it is said; and what disagrees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date, datetime

from ..model import FACT_KINDS, Confidence, Evidence, Fact, Value

_SINGLE: dict[str, tuple[str, tuple[str, ...]]] = {
    "tender_deadline": ("value", ()),
    "clarification_deadline": ("value", ()),
    "contract_start": ("value", ()),
    "contract_length_months": ("value", ()),
    "extension_months": ("value", ()),
    "quality_price_weights": ("value", ()),
    "social_value_weight": ("value", ()),
    "payment_terms_days": ("value", ()),
    "accounts_years_required": ("value", ()),
    "turnover_requirement": ("amount", ("period",)),
    "insurance": ("amount", ("type", "basis")),
    "lots": ("count", ()),
}
"""Kinds of which a tender has but one: the value that must agree, and the values that say what it is of."""

_ORDER = {kind: index for index, kind in enumerate(FACT_KINDS)}
_FORM_LIMIT = 999
"""Months that the field of a web form holds at most: who needs more writes it in words."""


def merged(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """*facts* with equal ones made one: all distinct places in order, the highest confidence; sorted by kind."""
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for one in facts:
        groups.setdefault(_key(one), []).append(one)
    return tuple(sorted((_one(group) for group in groups.values()), key=lambda one: _ORDER[one.kind]))


def settled(found: Sequence[Fact], stated: Sequence[Fact]) -> list[Fact]:
    """What the text and the structured fields of one document say, without fields that the text corrects.

    The length in a notice's field often includes the extensions that the text tells apart, or is the most that the
    form could hold. An amount that a field states is what the field says it is, in whatever words it is printed.
    """
    lengths, options = _numbers(found, "contract_length_months"), _numbers(found, "extension_months")
    sums = {length + option for length in lengths for option in options}

    def corrected(one: Fact) -> bool:
        months = one.get("value") if one.kind == "contract_length_months" else None
        return bool(lengths) and isinstance(months, int | float) and (months in sums or months >= _FORM_LIMIT)

    worths = {one.get("amount") for one in stated if one.kind in ("contract_value", "lot_value")} - {None}
    kept = (one for one in found if one.kind != "contract_value" or not _of_field(one, worths))
    return [*kept, *(one for one in stated if not corrected(one))]


def _of_field(one: Fact, worths: Set[Value]) -> bool:
    """Whether a worth in the text is a field's: the same sum in whatever words, or another sum that a field prints."""
    return one.get("amount") in worths or bool(worths and _OTHER_SUM.search(one.places[0].path or ""))


_OTHER_SUM = re.compile(r"\.amountGross$")
"""The field that says of a worth what it is with tax, which is no other worth."""


def contradictions(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Facts of one kind that can't both hold. Facts of a lot, or of low or middling confidence, contradict nothing."""
    groups: dict[tuple[object, ...], dict[str, Fact]] = {}
    for one in facts:
        said = _said(one)
        if said is not None:
            groups.setdefault((one.kind, *_what(one)), {}).setdefault(said, one)
    for (kind, *_), by_value in groups.items():
        if len(by_value) > 1:
            places = tuple(one.places[0] for one in by_value.values())
            yield Fact("contradiction", (("about", str(kind)), ("values", tuple(by_value))), places)


def _key(one: Fact) -> tuple[object, ...]:
    values = tuple((name, _plain(value)) for name, value in sorted(one.values) if value is not None)
    return (one.kind, one.given, one.derived, *values)


def _plain(value: Value) -> object:
    """A day and a time on that day are one date; 5 and 5.0 one number, but True isn't 1."""
    if isinstance(value, datetime):
        return value.date()
    return (value, "flag") if isinstance(value, bool) else value


def _one(group: list[Fact]) -> Fact:
    """The first of *group* (the most exact one of dates) with the places of all."""
    best = next((one for one in group if isinstance(one.get("value"), datetime)), group[0])
    places: dict[tuple[object, ...], Evidence] = {}
    for one in group:
        for place in one.places:
            places.setdefault((place.document, place.span, place.path), place)
    sure = max(one.confidence for one in group)
    return Fact(best.kind, best.values, tuple(places.values()), sure, given=best.given, derived=best.derived)


def _said(one: Fact) -> str | None:
    """The value that must agree with those of other facts; None where it need not."""
    rule = _SINGLE.get(one.kind)
    if rule is None or one.given or not one.places or one.confidence is not Confidence.HIGH or _of_lot(one):
        return None
    value = one.get(rule[0])
    if isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    return None if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _of_lot(one: Fact) -> bool:
    return "lot" in FACT_KINDS[one.kind].values and one.get("lot") is not None


def _what(one: Fact) -> tuple[object, ...]:
    return tuple(one.get(name) for name in _SINGLE[one.kind][1])


def _numbers(facts: Sequence[Fact], kind: str) -> set[float]:
    values = (one.get("value") for one in facts if one.kind == kind)
    return {value for value in values if isinstance(value, int | float)}
