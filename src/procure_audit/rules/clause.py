"""Model clauses: words that a buyer can copy, with other words where another law holds."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Setting
from .applies import Applies


@dataclass(frozen=True, slots=True)
class Wording:
    """What a clause says where *applies* holds."""

    says: str
    applies: Applies


@dataclass(frozen=True, slots=True)
class Clause:
    """Words on one topic, a category of rules; the first of `elsewhere` that holds stands in their stead."""

    id: str
    topic: str
    says: str
    elsewhere: tuple[Wording, ...] = ()

    def told(self, setting: Setting) -> str:
        """The words for *setting*, their holes not filled yet."""
        return next((one.says for one in self.elsewhere if one.applies.to(setting) is True), self.says)

    @property
    def wordings(self) -> tuple[str, ...]:
        """All its words."""
        return (self.says, *(one.says for one in self.elsewhere))
