"""A rule as it stands in a file, before it is built, so that packs and settings may still change it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from .lines import Items, Node, Place

_FIRST = "sources"
"""What a pack adds to it counts before what is there: the law of the place before what holds anywhere."""


@dataclass(frozen=True)
class Entry:
    """What a file says of a rule, strength or clause, and where.

    `examples` is the file in which its examples stand, `currency` that of the pack which holds it.
    """

    raw: Node
    place: Place
    examples: Path
    currency: str

    def changed(self, new: Node, place: Place) -> Entry:
        """With some fields replaced, as *place* says.

        Changed bands are the changer's own judgement unless it says otherwise.
        """
        made = Node({**self.raw, **new})
        made.line, made.lines = new.line, {**dict.fromkeys(self.raw.lines, new.line), **new.lines}
        if "bands" in new and "basis" not in new:
            made["basis"] = Node(dict.fromkeys(new["bands"], "judgement"))
        return Entry(made, place, place.path if "examples" in new else self.examples, self.currency)

    def extended(self, more: Node, file: Path) -> Entry:
        """With *more* in the lists that it has; *more* stands in *file*."""
        return replace(self, raw=self._joined(self.raw, more, file))

    def _joined(self, old: Node, more: Node, file: Path) -> Node:
        made = Node(old)
        made.line, made.lines = old.line, {**more.lines, **old.lines}
        for name, new in more.items():
            if isinstance(new, Node):
                made[name] = self._joined(old[name], new, file)
            else:
                here = self.examples if name in ("flags", "passes") else self.place.path
                has = old.get(name, Items())
                made[name] = new.joined(file, has, here) if name == _FIRST else has.joined(here, new, file)
        return made
