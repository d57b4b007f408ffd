"""What settings change of the rules of a pack: severity, bands, limits, or off; everywhere, or in some documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import did_you_mean
from .entry import Entry
from .lines import Node, Place
from .rule import Scope

_LIMIT = re.compile(r"(?P<op>>=|<=|>|<|=)\s*-?\d[\d,_]*(?:\.\d+)?(?P<rest>.*)", re.S)


@dataclass(frozen=True)
class Override:
    """A change of one rule. `fields` are fields of the rule as YAML has them, and `limits`; None turns it off.

    `reason` is what people say for it. Without a scope it holds for the whole tender.
    """

    rule: str
    fields: Node | None
    place: Place
    reason: str = ""
    scope: Scope | None = None

    @property
    def what(self) -> str:
        """What it changes, in words."""
        if self.fields is None:
            told = "off"
        else:
            told = ", ".join(f"{name} {_told(value)}" for name, value in self.fields.items())
        return f"{told} {self.scope}" if self.scope else told


def overridden(entries: Mapping[str, Entry], overrides: Sequence[Override]) -> dict[str, Entry]:
    """*entries* with the *overrides* that hold for the whole tender."""
    kept = dict(entries)
    for one in overrides:
        if one.scope is None and one.rule in kept:
            if one.fields is None:
                del kept[one.rule]
            else:
                kept[one.rule] = changed(kept[one.rule], one)
    return kept


def scoped(entries: Mapping[str, Entry], overrides: Iterable[Override]) -> dict[str, list[tuple[Scope, Entry | None]]]:
    """For each rule what holds in some documents only, in the order it is written: the changed rule, None for off."""
    found: dict[str, list[tuple[Scope, Entry | None]]] = {}
    for one in overrides:
        if one.scope is not None and one.rule in entries:
            entry = changed(entries[one.rule], one) if one.fields is not None else None
            found.setdefault(one.rule, []).append((one.scope, entry))
    return found


def changed(entry: Entry, override: Override) -> Entry:
    """*entry* with the fields that *override* changes."""
    fields = override.fields or Node()
    new = Node({name: value for name, value in fields.items() if name != "limits"})
    new.line, new.lines = fields.line, fields.lines
    if "limits" in fields:
        new["bands"] = _with_limits(new.get("bands", entry.raw["bands"]), fields["limits"], override.place)
        new["basis"] = Node({**entry.raw["basis"], **dict.fromkeys(fields["limits"], "judgement")})
        new.lines = {**new.lines, "bands": fields.lines["limits"], "basis": fields.lines["limits"]}
    return entry.changed(new, override.place)


def _with_limits(bands: Node, limits: Node, place: Place) -> Node:
    """*bands* with other numbers in the comparisons that are there."""
    made = Node(bands)
    made.line, made.lines = limits.line, {**dict.fromkeys(bands, limits.line), **limits.lines}
    for severity, number in limits.items():
        where = Place(place.path, limits.lines[severity])
        if severity not in bands:
            raise where.wrong(f"the rule has no band '{severity}'; {did_you_mean(severity, bands)}")
        found = _LIMIT.fullmatch(bands[severity].strip()) if isinstance(bands[severity], str) else None
        if not found:
            raise where.wrong(f"the band '{severity}' is not one limit ({bands[severity]}): write 'bands' instead")
        made[severity] = f"{found['op']} {number}{found['rest']}"
    return made


def _told(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_told(one)}" for name, one in value.items())
    return " or ".join(map(str, value)) if isinstance(value, list) else str(value)
