"""Assumptions on effort from YAML: those that come with the program, and a user's own numbers over them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from ..data import data_file
from ..model import Pace
from .files import read_mapping
from .lines import Place, decoded
from .spec import Strict, Words

More = Annotated[float, Meta(gt=0)]
Some = Annotated[float, Meta(ge=0)]


class PaceSpec(Strict, frozen=True):
    """Numbers of a bidder's own; what is left out is as the program assumes."""

    words_read_an_hour: More | UnsetType = UNSET
    words_written_an_hour: More | UnsetType = UNSET
    hours_a_question: Some | UnsetType = UNSET
    hours_a_tick: Some | UnsetType = UNSET
    hours_an_attachment: Some | UnsetType = UNSET
    hours_besides: Some | UnsetType = UNSET
    cost_of_an_hour: Some | UnsetType = UNSET
    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$")] | UnsetType = UNSET
    basis: Words | UnsetType = UNSET


def load_pace(path: Path | None = None) -> Pace:
    """The assumptions of *path*, which names all of them; without it those that come with the program."""
    where = path or data_file("rules", "effort.yaml")
    raw, _ = read_mapping(where, "the assumptions on effort are 'name: number' on each line")
    decoded(raw, PaceSpec, Place(where))
    return decoded(raw, Pace, Place(where))


def pace_over(base: Pace, own: PaceSpec) -> Pace:
    """*base* with the numbers of *own*, which become the user's assumptions unless they name another basis."""
    changed = {name: value for name in own.__struct_fields__ if (value := getattr(own, name)) is not UNSET}
    return replace(base, **({"basis": "your own assumptions"} | changed)) if changed else base
