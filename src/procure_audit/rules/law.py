"""Numbers that a law sets: which one holds hangs on whose law, which rules, which buyer and which day."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Setting, Source
from .applies import Applies
from .case import Case
from .reading import Lack, Look, Reading

PREFIX = "law."


@dataclass(frozen=True, slots=True)
class Provision:
    """What one law says on one value, and where and when it says so; the currency of a sum is that of its place."""

    value: float
    currency: str
    applies: Applies
    source: Source


@dataclass(frozen=True, slots=True)
class LawValue:
    """A value that law sets, under the name `law.…` by which rules compare with it. No two provisions hold at once."""

    name: str
    says: str
    unit: str
    provisions: tuple[Provision, ...]

    def __call__(self, case: Case) -> Look:
        """The value for the setting of *case*; a sum in another currency than the case's can't be compared."""
        seen = self.on(case.setting)
        if isinstance(seen, Reading) and seen.unit == "money" and seen.currency != case.currency:
            return Lack(f"no law known here sets it in {case.currency}: {self.says}", clear=True)
        return seen

    def on(self, setting: Setting) -> Look:
        """The value that holds in *setting*; a `Lack` where no law sets it, or where the setting leaves that open."""
        held = [(provision, provision.applies.to(setting)) for provision in self.provisions]
        provision = next((one for one, holds in held if holds is True), None)
        if provision:
            return Reading(provision.value, self.unit, currency=provision.currency)
        reason = next((holds for _, holds in held if isinstance(holds, str)), "")
        return Lack(reason or f"no law known here sets it: {self.says}", clear=not reason)
