"""Reads `procure-audit.yaml` and what it extends. Every mistake is a PackError at file:line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model import Role, Suppression, did_you_mean
from ..rules.files import read_mapping
from ..rules.lines import Items, Node, Place, decoded
from ..rules.override import Override
from ..rules.pack import is_path
from ..rules.rule import Scope
from ..suppress import Acceptance
from .settings import Named, Settings
from .spec import ConfigSpec, GateSpec

_WHAT = "settings are 'name: value' on each line, such as 'rules: [uk]'"
_OFF = "off"


@dataclass(frozen=True)
class _Layer:
    """One file, decoded."""

    path: Path
    raw: Node
    spec: ConfigSpec

    def place(self, *keys: str) -> Place:
        return Place(self.path, self.raw.line).key(self.raw, *keys)


def read_settings(path: Path) -> Settings:
    """The settings of *path* over those that it extends.

    What a nearer file says of a thing takes the place of what the farther say; overrides and suppressions add up.
    """
    layers = _layers(path, ())
    overrides = tuple(one for layer in layers for one in _overrides(layer))
    return Settings(
        files=tuple(dict.fromkeys(layer.path for layer in reversed(layers))),
        rules=_last([tuple(_named(layer, "rules")) for layer in layers]),
        select=_last([tuple(_named(layer, "select")) for layer in layers]),
        ignore=_last([tuple(_named(layer, "ignore")) for layer in layers]),
        bidders=_last([tuple(_named(layer, "bidders")) for layer in layers]),
        overrides=overrides,
        acceptances=tuple(one for layer in layers for one in _acceptances(layer)),
        effort=tuple(layer.spec.effort for layer in layers),
        speaks_of=(*(Named(o.rule, o.place) for o in overrides), *(one for layer in layers for one in _excused(layer))),
        **{name: _gate(layers, name) for name in GateSpec.__struct_fields__},
    )


def _layers(path: Path, above: tuple[Path, ...]) -> list[_Layer]:
    """*path* and all it extends, farthest first."""
    raw, _ = read_mapping(path, _WHAT)
    place = Place(path, raw.line)
    _spell_out_off(raw, path)
    layer = _Layer(path, raw, decoded(raw, ConfigSpec, place))
    names = layer.spec.extends
    found: list[_Layer] = []
    for number, name in enumerate([names] if isinstance(names, str) else names):
        items = raw["extends"]
        where = Place(path, items.lines[number] if isinstance(items, Items) else raw.lines["extends"])
        found += _layers(_extended(path, name, (*above, path), where), (*above, path))
    return [*found, layer]


def _extended(path: Path, name: str, above: Sequence[Path], where: Place) -> Path:
    other = path.parent / name
    if other.resolve() in [one.resolve() for one in above]:
        raise where.wrong(f"settings can't extend themselves: {' → '.join(str(one) for one in (*above, other))}")
    if not other.is_file():
        raise where.wrong(f"there is no file {other}; extends takes a path from the folder of this file")
    return other


def _spell_out_off(raw: Node, path: Path) -> None:
    """`rule: off`, where YAML reads off as false, becomes `rule: {severity: "off"}`."""
    some = raw.get("overrides_for")
    scopes = [raw, *(one for one in some if isinstance(one, Node))] if isinstance(some, Items) else [raw]
    for rules in (scope["overrides"] for scope in scopes if isinstance(scope.get("overrides"), Node)):
        for name, value in rules.items():
            where = Place(path, rules.lines[name])
            if value is False or value == _OFF:
                rules[name] = Node(severity=_OFF)
                rules[name].line, rules[name].lines = where.line, {"severity": where.line}
            elif isinstance(value, Node) and value.get("severity") is False:
                value["severity"] = _OFF
            elif not isinstance(value, Node):
                raise where.wrong(f"'{name}': write off, or what is otherwise: {{severity: …}}, limits or bands")


def _overrides(layer: _Layer) -> Iterator[Override]:
    yield from _overrides_of(layer.raw, None, layer)
    for number, spec in enumerate(layer.spec.overrides_for):
        where = Place(layer.path, layer.raw["overrides_for"].lines[number])
        known = {role.value for role in Role}
        for name in spec.roles:
            if name not in known:
                raise where.wrong(f"no role is called '{name}'; {did_you_mean(name, known)}")
        if not (spec.documents or spec.roles):
            raise where.wrong("say for which: documents by their names, or roles of passages")
        scope = Scope(tuple(spec.documents), tuple(Role(name) for name in spec.roles))
        yield from _overrides_of(layer.raw["overrides_for"][number], scope, layer)


def _overrides_of(raw: Node, scope: Scope | None, layer: _Layer) -> Iterator[Override]:
    rules = raw.get("overrides", Node())
    for name, fields in rules.items():
        place = Place(layer.path, rules.lines[name])
        kept = Node({key: value for key, value in fields.items() if key != "reason"})
        kept.line, kept.lines = place.line, fields.lines
        is_off = kept.get("severity") == _OFF
        if is_off and len(kept) > 1:
            raise place.wrong(f"'{name}' is off: nothing else can be said of it but a reason")
        if not kept:
            raise place.wrong(f"'{name}' changes nothing; write off, severity, limits or bands")
        yield Override(name, None if is_off else kept, place, str(fields.get("reason", "")), scope)


def _acceptances(layer: _Layer) -> Iterator[Acceptance]:
    for number, spec in enumerate(layer.spec.suppressions):
        place = Place(layer.path, layer.raw["suppressions"].lines[number])
        suppression = Suppression(spec.reason.strip(), spec.approved_by, spec.until, str(place))
        yield Acceptance(spec.rule, suppression, spec.document, spec.clause, spec.quote)


def _excused(layer: _Layer) -> Iterator[Named]:
    """The rules that suppressions name."""
    for spec, raw in zip(layer.spec.suppressions, layer.raw.get("suppressions", ()), strict=True):
        yield Named(spec.rule, Place(layer.path, raw.lines["rule"]))


def _named(layer: _Layer, key: str) -> Iterator[Named]:
    """Names with their places; files from the folder of the settings."""
    for number, name in enumerate(getattr(layer.spec, key)):
        path = layer.path.parent / name if is_path(name) else name
        yield Named(path, Place(layer.path, layer.raw[key].lines[number]))


def _last(some: Sequence[Any]) -> Any:
    """What the nearest file that says anything says."""
    return next((one for one in reversed(some) if one), ())


def _gate(layers: Sequence[_Layer], name: str) -> Any:
    """What the nearest file says of *name*; a baseline as a path from the folder of that file."""
    said = ((layer, getattr(layer.spec.gate, name)) for layer in reversed(layers))
    for layer, value in said:
        if value is not None:
            return layer.path.parent / value if name == "baseline" else value
    return None
