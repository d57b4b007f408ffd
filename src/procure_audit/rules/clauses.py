"""Reads the model clauses of packs."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import CATEGORIES, did_you_mean
from .cites import applies_of
from .clause import Clause, Wording
from .entry import Entry
from .lines import Place, decoded
from .spec import ClauseSpec


def clauses_of(entries: Mapping[str, Entry]) -> dict[str, Clause]:
    """The clauses that packs hold, by id. Raises PackError at the first thing that is wrong."""
    return {ident: _clause(ident, entry) for ident, entry in entries.items()}


def _clause(ident: str, entry: Entry) -> Clause:
    spec = decoded(entry.raw, ClauseSpec, entry.place)
    if spec.topic not in CATEGORIES:
        where = entry.place.key(entry.raw, "topic")
        raise where.wrong(f"no category is called '{spec.topic}'; {did_you_mean(spec.topic, CATEGORIES)}")
    lines = entry.raw["elsewhere"].lines if spec.elsewhere else ()
    elsewhere = tuple(
        Wording(_line(one.says), applies_of(one, Place(entry.place.path, line)))
        for one, line in zip(spec.elsewhere, lines, strict=True)
    )
    return Clause(ident, spec.topic, _line(spec.says), elsewhere)


def _line(text: str) -> str:
    return " ".join(text.split())
