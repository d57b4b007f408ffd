"""One thing said twice, once in fewer words, is one fact: the poorer saying becomes a place of the richer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model import Fact, Role, Value

_FOLDED: dict[str, str] = {
    "insurance": "amount",
    "contract_value": "amount",
    "payment_terms_days": "value",
    "payment_timing": "value",
    "payment_by_results": "value",
    "references_required": "count",
    "performance_bond": "value",
    "certification_required": "value",
    "termination_notice": "days",
}
"""Kinds that are folded, with the value that a saying must state to be taken for the same."""
_NOTHING = (None, "", "unspecified", ())


def folded(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """*facts* (each once) without those that another one says in full; their places go to that one."""
    kept: dict[int, Fact] = {}
    alike: dict[tuple[str, object], list[int]] = {}
    for place, one in sorted(enumerate(facts), key=lambda pair: _poverty(pair[1])):
        marks = _marks(one)
        rich = next((at for mark in marks[:1] for at in alike.get(mark, ()) if _within(one, kept[at])), None)
        if rich is None:
            kept[place] = one
            for mark in marks:
                alike.setdefault(mark, []).append(place)
        else:
            kept[rich] = _joined(kept[rich], one)
    return tuple(kept[place] for place in sorted(kept))


def _poverty(one: Fact) -> tuple[int, int]:
    """Values that say nothing, then how little the others say: the richest come first."""
    said = sum(len(value) for _, value in one.values if isinstance(value, str | tuple))
    return sum(_empty(one, name, value) for name, value in one.values), -said


def _marks(one: Fact) -> list[tuple[str, object]]:
    """What a fact shares, each mark, with all that it says in full: so thousands needn't each be held against each."""
    if one.kind not in _FOLDED:
        return []
    value = one.get(_FOLDED[one.kind])
    if isinstance(value, tuple) and value:
        return [(one.kind, name) for name in value]
    return [(one.kind, value.rsplit("_", 1)[-1] if isinstance(value, str) else value)]


def _within(poor: Fact, rich: Fact) -> bool:
    """Whether *rich* says everything that *poor* does."""
    if poor.given or rich.given or poor.derived != rich.derived:
        return False
    if poor.get(_FOLDED[poor.kind]) in _NOTHING:
        return False
    return all(_empty(poor, name, value) or _says(rich.get(name), value) for name, value in poor.values)


def _says(rich: Value, poor: Value) -> bool:
    """Whether one value holds another: the same, more names, or how often as well ("monthly_in_arrears")."""
    if isinstance(rich, tuple) and isinstance(poor, tuple):
        return set(poor) <= set(rich)
    if isinstance(rich, str) and isinstance(poor, str):
        return rich == poor or rich.endswith(f"_{poor}")
    return rich == poor and isinstance(rich, bool) == isinstance(poor, bool)


def _empty(one: Fact, name: str, value: Value) -> bool:
    """Whether a value says nothing. That a contract's terms ask for nothing before award needs no saying."""
    unsaid = name == "required_before_award" and value is False and one.places
    return value in _NOTHING or bool(unsaid and all(place.role is Role.CONTRACT_TERMS for place in one.places))


def _joined(rich: Fact, poor: Fact) -> Fact:
    known = set(rich.places)
    places = (*rich.places, *(place for place in poor.places if place not in known))
    return replace(rich, places=places, confidence=max(rich.confidence, poor.confidence))
