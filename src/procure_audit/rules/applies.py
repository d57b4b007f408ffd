"""Where and when a rule, a band or a law holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ..model import UNKNOWN, Setting

_ASK = MappingProxyType(
    {
        "jurisdiction": "it is not known whose law applies; give --jurisdiction",
        "regime": "it is not known which procurement rules apply; give --regime",
        "authority": "it is not known what kind of body the buyer is; give --authority-kind",
    }
)


@dataclass(frozen=True, slots=True)
class Applies:
    """Conditions on the setting; an empty one doesn't limit. `starts` and `until` are the first and last day."""

    jurisdiction: tuple[str, ...] = ()
    regime: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    not_authority: tuple[str, ...] = ()
    starts: date | None = None
    until: date | None = None

    def to(self, setting: Setting) -> bool | str:
        """Whether it holds in *setting*; the reason where the setting leaves that open."""
        if not self._in_time(setting.as_of) or setting.authority_kind in self.not_authority:
            return False
        asked = (
            ("jurisdiction", self.jurisdiction, setting.jurisdiction),
            ("regime", self.regime, setting.regime),
            ("authority", self.authority, setting.authority_kind),
        )
        unknown = ""
        for name, wanted, is_ in asked:
            if wanted and is_ == UNKNOWN:
                unknown = unknown or name
            elif wanted and is_ not in wanted:
                return False
        return _ASK[unknown] if unknown else True

    def _in_time(self, day: date) -> bool:
        return (self.starts is None or self.starts <= day) and (self.until is None or day <= self.until)


ALWAYS = Applies()
"""No limit."""
