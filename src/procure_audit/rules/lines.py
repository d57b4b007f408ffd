"""YAML values that remember their lines, so that a mistake is shown where it stands."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

import msgspec

from ..model import PackError, did_you_mean

T = TypeVar("T")
_AT = re.compile(r" - at (?:`key` in )?`\$?(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.(?P<name>[\w-]+)|\[(?P<index>\d+|\.\.\.)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<name>[^`]*)`")
_MISSING = re.compile(r"Object missing required field `(?P<name>[^`]*)`")
_MAPPING = re.compile(r"Expected `[^`]*str[^`]*`, got `object`")
_CHOICE = re.compile(r"Invalid enum value '(?P<word>[^']*)'")
_NUMBER = re.compile(r"Expected `[^`]*str[^`]*`, got `(?:int|float)`")
_EMPTY = "matching regex '\\\\S'"
_DAY = "RFC3339"
_FALSE_WORD = re.compile(r"Expected `[^`]*str[^`]*`, got `bool`")


class Node(dict[str, Any]):
    """A mapping with its line and the line of each key."""

    line: int = 1
    lines: Mapping[str, int] = types.MappingProxyType({})


class Items(list[Any]):
    """A list with the line of each item, and the file of each where they come from several."""

    lines: Sequence[int] = ()
    paths: Sequence[Path] = ()

    def place(self, number: int, file: Path) -> Place:
        """Where an item stands; *file* is where all stand unless they come from several."""
        return Place(self.paths[number] if self.paths else file, self.lines[number])

    def joined(self, file: Path, more: Items, other: Path) -> Items:
        """The items of this list, which stand in *file*, and then *more*, which stand in *other*."""
        both = Items([*self, *more])
        both.lines = [*self.lines, *more.lines]
        both.paths = [*(self.paths or [file] * len(self)), *(more.paths or [other] * len(more))]
        return both


@dataclass(frozen=True)
class Place:
    """A value of a file: where it stands, for errors about it."""

    path: Path
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"

    def wrong(self, why: str) -> PackError:
        return PackError(self.path, self.line, why)

    def key(self, node: object, *keys: str) -> Place:
        """The line of *keys*, one inside the other, as far as they are there."""
        line = self.line
        for key in keys:
            if not isinstance(node, Node) or key not in node.lines:
                break
            line, node = node.lines[key], node[key]
        return Place(self.path, line)


def decoded(raw: Node, kind: type[T], place: Place) -> T:
    """*raw* as *kind*; the first mistake raises PackError at its line."""
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as wrong:
        raise _told(str(wrong), raw, kind, place) from None


def _told(message: str, raw: Node, kind: type, place: Place) -> PackError:
    found = _AT.search(message)
    steps = [step["name"] or step["index"] for step in _STEP.finditer(found["path"])] if found else []
    why = message[: found.start()] if found else message
    line, node, held = _walk(raw, kind, steps)
    where = Place(place.path, line if steps else place.line)
    if unknown := _UNKNOWN.match(why):
        name, known = unknown["name"], [field.encode_name for field in msgspec.structs.fields(held)]
        return where.key(node, name).wrong(f"unknown key '{name}'; {did_you_mean(name, known)}")
    if missing := _MISSING.match(why):
        return where.wrong(f"missing '{missing['name']}'")
    if _FALSE_WORD.match(why):
        return where.wrong("YAML reads yes, no, on and off as true and false: put the word in quotes")
    if _MAPPING.match(why):
        return where.wrong("a colon before a blank makes YAML read this as a mapping: put it in quotes")
    if (choice := _CHOICE.match(why)) and (known := _choices(held)):
        return where.key(node, choice["word"]).wrong(
            f"no '{choice['word']}' here; {did_you_mean(choice['word'], known)}"
        )
    if _NUMBER.match(why):
        return where.wrong("YAML reads this as a number: put it in quotes")
    if _EMPTY in why:
        return where.wrong(f"'{steps[-1]}' is empty")
    if _DAY in why:
        return where.wrong(f"'{steps[-1]}': write the day as 2026-12-31")
    name = f"'{steps[-1]}': " if why.startswith("Expected") and steps and steps[-1].isidentifier() else ""
    return where.wrong(f"{name}{why[:1].lower()}{why[1:]}")


def _walk(raw: Node, kind: type, steps: Sequence[str]) -> tuple[int, object, Any]:
    """Follow *steps* into *raw*: the line reached, the value there and its type. "..." is the first wrong entry."""
    line: int = raw.line
    node: Any = raw
    held = _plain(kind)
    for step in steps:
        if isinstance(node, Node) and step == "...":
            inner = _inner(held)
            key = _first_wrong(node, inner) or next(iter(node), "")
            line, node, held = node.lines.get(key, line), node.get(key), _plain(inner)
        elif isinstance(node, Node):
            line, held = node.lines.get(step, line), _plain(_field(held, step))
            node = node.get(step)
        elif isinstance(node, Items) and step.isdigit():
            line, node, held = node.lines[int(step)], node[int(step)], _plain(_inner(held))
    return line, node, held


def _choices(held: Any) -> list[str]:
    """The words that *held*, or the keys of a mapping that *held* is, may be."""
    if typing.get_origin(held) in (typing.Union, types.UnionType):
        return [word for one in get_args(held) for word in _choices(one)]
    if typing.get_origin(held) is dict:
        return _choices(_plain(get_args(held)[0]))
    return list(get_args(held)) if typing.get_origin(held) is Literal else []


def _first_wrong(node: Node, kind: Any) -> str | None:
    for key, value in node.items():
        try:
            msgspec.convert(value, kind)
        except msgspec.ValidationError:
            return key
    return None


def _field(held: Any, name: str) -> Any:
    kind = typing.get_origin(held) or held
    if not (isinstance(kind, type) and issubclass(kind, msgspec.Struct)):
        return Any
    return next((field.type for field in msgspec.structs.fields(held) if field.encode_name == name), Any)


def _inner(held: Any) -> Any:
    kinds = [kind for kind in get_args(held) if kind is not Ellipsis]
    return kinds[-1] if kinds else Any


def _plain(kind: Any) -> Any:
    """*kind* without its annotations, None and unset: `Annotated[X | None, …]` is X."""
    if typing.get_origin(kind) is typing.Annotated:
        return _plain(get_args(kind)[0])
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        some = [one for one in get_args(kind) if one not in (type(None), msgspec.UnsetType)]
        return _plain(some[0]) if len(some) == 1 else kind
    return kind
