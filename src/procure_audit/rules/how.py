"""How a check looks, in words for people. A kind of check without words of its own is told by its description."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ..model import FACT_KINDS, Role
from ..text.amounts import plain
from ..text.samples import sample_of
from .checks import Check
from .checks.exists import Exists, listed
from .checks.least import Least
from .checks.level import Level
from .checks.missing import Missing
from .checks.phrases import Phrases
from .checks.ratio import Ratio
from .measures import MEASURES

_MOST = 6


def how(check: Check) -> list[str]:
    """One or more sentences on what *check* looks at."""
    tell = _TELLERS.get(type(check), _otherwise)
    return [line for line in tell(check) if line]


def _level(check: Level) -> list[str]:
    return [f"It looks at one number: {_measure(check.of)}."]


def _ratio(check: Ratio) -> list[str]:
    per = f", in units of {plain(check.per)}" if check.per != 1 else ""
    return [f"It divides one number by another: {_measure(check.of)} by {_measure(check.to)}{per}."]


def _exists(check: Exists) -> list[str]:
    where = ", ".join(
        _value(value) if name == "value" else f"{name.replace('_', ' ')} {_value(value)}"
        for name, value in check.where.items()
    )
    kind = FACT_KINDS[check.kind].says
    return [
        f"It looks for what was understood as “{kind}”{f' ({where})' if where else ''}{_in(check.roles)}.",
        f"Not where it stands beside words such as {_samples(check.unless)}." if check.unless else "",
    ]


def _phrases(check: Phrases) -> list[str]:
    near = "in the same sentence" if check.beside == "sentence" else "in the same paragraph"
    return [
        f"It looks for words such as {_samples(check.any_of)}{_in(check.roles)}.",
        f"They count only with words such as {_samples(check.together)} {near}." if check.together else "",
        f"They don't count with words such as {_samples(check.unless)} {near}." if check.unless else "",
        "" if check.denied else "They don't count where the same sentence denies them.",
    ]


def _missing(check: Missing) -> list[str]:
    told = [f"It looks for {listed(list(check.groups))}, and counts what is nowhere said{_in(check.roles)}."]
    told += [f"Words such as {_samples(patterns)} show {name}." for name, patterns in check.groups.items()]
    if check.facts:
        told.append(f"Nothing is missing where this was understood: {_kinds(check.facts)}.")
    if check.matters and check.matters.facts:
        told.append(f"It matters only where this was understood: {_kinds(check.matters.facts)}.")
    if check.matters and check.matters.phrases:
        told.append(f"It matters only with words such as {_samples(check.matters.phrases.any_of)} somewhere.")
    return told


def _least(check: Least) -> list[str]:
    rows = [
        f"{_number(row.least)} where the tender speaks of {listed([name.replace('_', ' ') for name in row.where])}"
        if row.where
        else f"{_number(row.least)} otherwise"
        for row in check.rows
    ]
    return [f"It holds {_measure(check.of)} against the least there may be: {'; '.join(rows)}."]


def _otherwise(check: Check) -> list[str]:
    """The description of the kind, and the words it looks for where it says so."""
    told = [(type(check).__doc__ or "").strip().splitlines()[0]]
    groups = getattr(check, "groups", None)
    if isinstance(groups, Mapping):
        for name, some in groups.items():
            told.append(f"Words such as {_samples(some.any_of if isinstance(some, Phrases) else some)} show {name}.")
    return told


_TELLERS: Mapping[type[Check], Callable[[Any], list[str]]] = MappingProxyType(
    {Level: _level, Ratio: _ratio, Exists: _exists, Phrases: _phrases, Missing: _missing, Least: _least}
)


def _number(number: float | str) -> str:
    return number if isinstance(number, str) else plain(number)


def _measure(name: str) -> str:
    return f"{MEASURES[name].says.removeprefix('highest: ').replace('_', ' ')} ({name})"


def _samples(patterns: Sequence[str]) -> str:
    samples = list(dict.fromkeys(sample_of(pattern) for pattern in patterns))
    more = [f"{len(samples) - _MOST} more"] if len(samples) > _MOST else []
    return listed([*(f"“{sample}”" for sample in samples[:_MOST]), *more])


def _kinds(names: Iterable[str]) -> str:
    return listed([f"“{FACT_KINDS[name].says}”" for name in names])


def _in(roles: Sequence[str]) -> str:
    names = [role.replace("_", " ") if role != Role.UNKNOWN else "passages of no known role" for role in roles]
    return f", in {listed(names)}" if roles else ""


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return " or ".join(map(_value, value)) if value else "none"
    return ("yes" if value else "no") if isinstance(value, bool) else str(value).replace("_", " ")
