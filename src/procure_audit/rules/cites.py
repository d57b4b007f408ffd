"""Where and when something holds, and what a rule may cite for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import AUTHORITIES, JURISDICTIONS, REGIMES, Source, did_you_mean
from .applies import Applies
from .library import Library
from .lines import Node, Place
from .rule import Citation
from .spec import CiteSpec, Held, SourceSpec


def citations(spec: Sequence[CiteSpec], library: Library, raw: Node, place: Place) -> Iterator[Citation]:
    """The sources of a rule. A value of law is cited by its name, and is the law of the day and the place."""
    for number, cite in enumerate(spec):
        where = raw["sources"].place(number, place.path)
        if cite.id in library.law:
            if cite != CiteSpec(id=cite.id):
                raise where.wrong(f"'{cite.id}' says itself where it stands and where it holds")
            yield from (Citation(one.source, one.applies, number) for one in library.law[cite.id].provisions)
            continue
        if cite.id not in library.sources:
            raise where.wrong(f"no source is called '{cite.id}'; {did_you_mean(cite.id, library.sources)}")
        known = library.sources[cite.id]
        yield Citation(_source(cite, known), _applies(known, cite, where), number)


def _source(cite: CiteSpec, known: SourceSpec) -> Source:
    return Source(cite.id, known.title, cite.section, " ".join(cite.says.split()), known.url, known.kind)


def _applies(known: SourceSpec, cite: CiteSpec, place: Place) -> Applies:
    if known.kind == "law" and not (cite.jurisdiction or known.jurisdiction):
        raise place.wrong(f"'{cite.id}' is law: say in which jurisdiction it holds")
    return applies_of(within(known, cite), place)


def within(wide: Held, narrow: Held) -> Held:
    """The limits of *narrow*, and those of *wide* where it sets none."""
    return Held(**{name: getattr(narrow, name) or getattr(wide, name) for name in Held.__struct_fields__})


def applies_of(held: Held, place: Place) -> Applies:
    """The limits of *held*, whose names must be known; *place* is where they stand."""
    known = (
        (held.jurisdiction, JURISDICTIONS),
        (held.regime, REGIMES),
        (held.authority, AUTHORITIES),
        (held.not_authority, AUTHORITIES),
    )
    for names, all_names in known:
        for name in names:
            if name not in all_names:
                raise place.wrong(f"'{name}' is not known here; {did_you_mean(name, all_names)}")
    return Applies(
        tuple(held.jurisdiction),
        tuple(held.regime),
        tuple(held.authority),
        tuple(held.not_authority),
        held.starts,
        held.until,
    )
