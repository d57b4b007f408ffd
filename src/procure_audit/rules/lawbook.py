"""Reads rules/law/*.yaml: the laws that packs may cite, and the values that they set."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, field

from ..data import data_file
from ..model import Source, did_you_mean
from .cites import applies_of, within
from .files import read_mapping
from .law import PREFIX, LawValue, Provision
from .lines import Node, Place, decoded
from .spec import Held, SourceSpec, Strict, Words

_WHAT = "a file of law is a mapping with 'laws' and 'values'"
Name = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")]


class ProvisionSpec(Held, frozen=True, kw_only=True):
    """What one law says on a value. Limits add to those of the law."""

    value: float
    law: Words
    section: Words
    says: Words
    url: str = ""
    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$")] = "GBP"


class ValueSpec(Strict, frozen=True, kw_only=True):
    """A value that law sets."""

    title: Words
    unit: Literal["money", "days", "months", "years", "times", "per cent", ""] = ""
    provisions: Annotated[list[ProvisionSpec], Meta(min_length=1)]


class LawFileSpec(Strict, frozen=True):
    """A file of law."""

    laws: dict[str, SourceSpec] = field(default_factory=dict)
    values: dict[Name, ValueSpec] = field(default_factory=dict)


@dataclass(frozen=True)
class LawBook:
    """The laws by id, the values that they set by name ("law.payment_days"), and the digest of the files."""

    laws: dict[str, SourceSpec]
    values: dict[str, LawValue]
    digest: str


def load_law(folder: Path | None = None) -> LawBook:
    """The book of law in *folder*, without it the one that ships with the program.

    Raises PackError at file:line for what is wrong, or stands twice.
    """
    paths = sorted((folder or data_file("rules", "law")).glob("*.yaml"))
    files = [(Place(path), *read_mapping(path, _WHAT)) for path in paths]
    specs = [(place, raw, decoded(raw, LawFileSpec, place)) for place, raw, _ in files]
    laws: dict[str, SourceSpec] = {}
    for place, raw, spec in specs:
        for ident, law in spec.laws.items():
            _once(ident, laws, place.key(raw, "laws", ident))
            laws[ident] = law
    values: dict[str, LawValue] = {}
    for place, raw, spec in specs:
        for name, value in spec.values.items():
            where = place.key(raw, "values", name)
            _once(PREFIX + name, values, where)
            values[PREFIX + name] = _value(PREFIX + name, value, laws, raw["values"][name], where)
    return LawBook(laws, values, "".join(digest for _, _, digest in files))


def _once(name: str, known: Collection[str], place: Place) -> None:
    if name in known:
        raise place.wrong(f"'{name}' stands twice")


def _value(name: str, spec: ValueSpec, laws: Mapping[str, SourceSpec], raw: Node, place: Place) -> LawValue:
    lines = raw["provisions"].lines
    provisions = tuple(
        _provision(one, laws, Place(place.path, line)) for one, line in zip(spec.provisions, lines, strict=True)
    )
    return LawValue(name, spec.title, spec.unit, provisions)


def _provision(spec: ProvisionSpec, laws: Mapping[str, SourceSpec], place: Place) -> Provision:
    if spec.law not in laws:
        raise place.wrong(f"no law is called '{spec.law}'; {did_you_mean(spec.law, laws)}")
    law = laws[spec.law]
    source = Source(spec.law, law.title, spec.section, " ".join(spec.says.split()), spec.url or law.url, law.kind)
    return Provision(spec.value, spec.currency, applies_of(within(law, spec), place), source)
