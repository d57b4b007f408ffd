"""The releases of one procurement as one, by the merge routine of OCDS 1.1.

https://standard.open-contracting.org/1.1/en/schema/merging/: a later value replaces an earlier one, null takes it away,
objects merge field by field, and objects of a list merge with those of the same id. An update that a service publishes
holds only what has changed, so that the latest release alone would be half a notice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..readers.ocds.parse import Release, strings


def merged(releases: Iterable[Release]) -> Release:
    """The state after the last of *releases*, of one procurement, by their dates; those of one day in their order.

    "tag" holds the tags of all of them, each once, so that a notice stays one after an award.
    """
    ordered = sorted(_distinct(releases), key=lambda release: str(release.get("date") or ""))
    state: Release = {}
    for release in ordered:
        state = _object(state, release)
    tags = dict.fromkeys(tag for release in ordered for tag in strings(release, "tag"))
    return state | {"tag": list(tags)} if tags else state


def _distinct(releases: Iterable[Release]) -> Iterable[Release]:
    """Services and archives print a release in several packages: one of the same id counts once, as it came last."""
    found: dict[str, Release] = {}
    for number, release in enumerate(releases):
        key = str(release.get("id") or f"#{number}")
        found.pop(key, None)
        found[key] = release
    return found.values()


def _object(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    state = dict(old)
    for name, value in new.items():
        if value is None:
            state.pop(name, None)
        else:
            state[name] = _value(state.get(name), value)
    return state


def _value(old: Any, new: Any) -> Any:
    if isinstance(old, dict) and isinstance(new, dict):
        return _object(old, new)
    if isinstance(old, list) and isinstance(new, list) and _has_ids(old) and _has_ids(new):
        return _list(old, new)
    return new


def _has_ids(listed: Sequence[Any]) -> bool:
    return bool(listed) and all(isinstance(item, dict) and item.get("id") is not None for item in listed)


def _list(old: Sequence[dict[str, Any]], new: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    state = {str(item["id"]): item for item in old}
    for item in new:
        key = str(item["id"])
        state[key] = _object(state.get(key, {}), item)
    return list(state.values())
