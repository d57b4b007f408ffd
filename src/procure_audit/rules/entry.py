"""A rule as it stands in a file, before it is built, so that packs and settings may still change it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .lines import Node, Place


@dataclass(frozen=True)
class Entry:
    """What a file says of a rule or strength, and where. `examples` is the file in which its examples stand."""

    raw: Node
    place: Place
    examples: Path

    def changed(self, new: Node, place: Place) -> Entry:
        """With some fields replaced, as *place* says.

        Changed bands are the changer's own judgement unless it says otherwise.
        """
        made = Node({**self.raw, **new})
        made.line, made.lines = new.line, {**dict.fromkeys(self.raw.lines, new.line), **new.lines}
        if "bands" in new and "basis" not in new:
            made["basis"] = Node(dict.fromkeys(new["bands"], "judgement"))
        return Entry(made, place, place.path if "examples" in new else self.examples)
