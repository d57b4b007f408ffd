"""From bytes to releases: JSON as public services really publish it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ...model import UnreadableError

Release = dict[str, Any]

_ZEROS = re.compile(r"(?P<before>[:\[,]\s{0,20}-?)0+(?=\d)")
_NOTICE = ("tender", "awards", "planning", "contracts", "tag")
_ADVICE = "give a release, a record or a package of the Open Contracting Data Standard"


def parsed(data: bytes) -> Any:
    """The JSON in *data*; numbers with leading zeros, which JSON forbids and portals print, are let pass.

    A half of a character, in which a title ends that was cut at a number of bytes, is a "?". Raises UnreadableError
    for what is no JSON.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    found = _loaded(text)
    has_halves = "\\ud" in text.lower()
    return json.loads(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace")) if has_halves else found


def _loaded(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except ValueError as first:
        try:
            return json.loads(_outside_strings(text), strict=False)
        except ValueError:
            again = "fetch it again, or ask for a new copy"
            raise UnreadableError("it is broken JSON, cut short or damaged", again) from first


def _outside_strings(text: str) -> str:
    """*text* without the leading zeros of numbers; what stands in quotes is left alone."""
    parts = re.split(r'("(?:[^"\\]|\\.)*")', text)
    return "".join(part if part.startswith('"') else _ZEROS.sub(r"\g<before>", part) for part in parts)


def releases(found: Any) -> list[tuple[str, Release]]:
    """Each release in *found* with the JSON path that leads to it, "" for a file that is one.

    Raises UnreadableError for JSON that holds no notice, naming what it holds.
    """
    listed = list(_releases(found))
    if listed:
        return listed
    if isinstance(found, dict) and ("releases" in found or "records" in found):
        raise UnreadableError("it is a package without a release in it", "ask the portal for the notice again")
    raise UnreadableError(f"it is JSON but no notice: {_held(found)}", _ADVICE)


def _releases(found: Any) -> Iterator[tuple[str, Release]]:
    if isinstance(found, list):
        for index, item in enumerate(found):
            yield from _under(f"[{index}]", item)
    elif isinstance(found, dict) and isinstance(found.get("releases"), list) and "compiledRelease" not in found:
        for index, item in enumerate(found["releases"]):
            yield from _under(f"releases[{index}]", item)
    elif isinstance(found, dict) and isinstance(found.get("records"), list):
        for index, item in enumerate(found["records"]):
            yield from _under(f"records[{index}]", item)
    elif isinstance(found, dict) and isinstance(found.get("compiledRelease"), dict):
        yield "compiledRelease", found["compiledRelease"]
    elif isinstance(found, dict) and any(isinstance(found.get(key), dict | list) for key in _NOTICE):
        yield "", found


def _under(path: str, item: Any) -> Iterator[tuple[str, Release]]:
    for inner, release in _releases(item) if isinstance(item, dict) else ():
        yield f"{path}.{inner}".rstrip("."), release


def _held(found: Any) -> str:
    if isinstance(found, dict):
        names = ", ".join(f"'{name[:30]}'" for name in list(found)[:5])
        return f"an object with {names}" if names else "an empty object"
    return "a list of other things" if isinstance(found, list) else f"a single {type(found).__name__}"


def at(found: Any, path: str) -> Any:
    """The value at a dotted *path* of objects; None where there is none."""
    for name in path.split("."):
        found = found.get(name) if isinstance(found, dict) else None
    return found


def strings(found: Any, path: str) -> list[str]:
    """The texts of the list at *path*; [] where there is no list."""
    listed = at(found, path)
    return [item for item in listed if isinstance(item, str)] if isinstance(listed, list) else []


def items(found: Any, path: str) -> list[tuple[str, dict[str, Any]]]:
    """The objects of the list at *path*, each with its own path."""
    listed = at(found, path)
    pairs = enumerate(listed) if isinstance(listed, list) else ()
    return [(f"{path}[{index}]", item) for index, item in pairs if isinstance(item, dict)]
