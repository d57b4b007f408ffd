"""Settings as the program uses them: frozen values, from one file or from several that add up."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from ..model import CATEGORIES, Change, Configuration, Pace, did_you_mean
from ..rules.lines import Place
from ..rules.override import Override
from ..rules.pace import PaceSpec, pace_over
from ..suppress import Acceptance


@dataclass(frozen=True, slots=True)
class Named:
    """A rule, a category, a pack or a bidder, and where it is named; a file as a path."""

    name: str | Path
    place: Place


@dataclass(frozen=True)
class Settings:
    """What `procure-audit.yaml` says; what it doesn't say is empty or None.

    `files` has the nearest first, `speaks_of` every rule that is overridden or excused; of `effort`, numbers of a
    bidder's own, the last ones count.
    """

    files: tuple[Path, ...] = ()
    rules: tuple[Named, ...] = ()
    select: tuple[Named, ...] = ()
    ignore: tuple[Named, ...] = ()
    bidders: tuple[Named, ...] = ()
    overrides: tuple[Override, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    speaks_of: tuple[Named, ...] = ()
    effort: tuple[PaceSpec, ...] = ()
    fail_on: str | None = None
    fail_under: int | None = None
    allow_partial: bool | None = None
    baseline: Path | None = None
    ratchet: bool | None = None

    def check_names(self, here: Collection[str], there: Callable[[], Collection[str]]) -> None:
        """Raises PackError for a rule or category that no pack has.

        *here* are the rules of the pack that judges, *there* those of others that the settings may speak of.
        """
        either = {*here, *CATEGORIES}
        for some, known, what in (
            (self.speaks_of, here, "rule"),
            ((*self.select, *self.ignore), either, "rule or category"),
        ):
            for one in some:
                if one.name not in known and one.name not in there():
                    raise one.place.wrong(f"no {what} is called '{one.name}'; {did_you_mean(str(one.name), known)}")

    def pace(self, base: Pace) -> Pace:
        """*base* with the numbers of these settings."""
        return reduce(pace_over, self.effort, base)

    def told(self, rules: Collection[str]) -> Configuration | None:
        """What a report says of these settings, where the packs have *rules*; None where there are none."""
        if not self.files:
            return None
        changes = [
            Change(one.rule, one.what, str(one.place), one.reason) for one in self.overrides if one.rule in rules
        ]
        return Configuration(tuple(map(str, self.files)), (*changes, *self._left_out()))

    def _left_out(self) -> tuple[Change, ...]:
        return tuple(Change(str(one.name), "ignored", str(one.place)) for one in self.ignore)
