"""A rule as it stands in a file, before it is built, so that packs and settings may still change it."""

from __future__ import annotations

from dataclasses import dataclass

from .lines import Node, Place


@dataclass(frozen=True)
class Entry:
    """What a file says of a rule or strength, and where."""

    raw: Node
    place: Place


def merged(old: Node, new: Node) -> Node:
    """A rule with some fields replaced. Changed bands are the changer's own judgement unless it says otherwise."""
    made = Node({**old, **new})
    made.line, made.lines = new.line, {**dict.fromkeys(old.lines, new.line), **new.lines}
    if "bands" in new and "basis" not in new:
        made["basis"] = Node(dict.fromkeys(new["bands"], "judgement"))
    return made
