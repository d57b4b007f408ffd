"""YAML files with the lines of what stands in them: packs, profiles, settings and tables of numbers."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from ..model import PackError
from .lines import Items, Node

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_TEXT = "tag:yaml.org,2002:str"


class _Loader(_Base):  # type: ignore[misc]
    """The safe loader, with lines, and without the repeated keys that YAML lets pass."""


def _value(loader: Any, node: yaml.Node) -> Any:
    """What *node* is. A plain text is taken as it stands: most of a pack is text, and the long way takes longer."""
    return node.value if node.tag == _TEXT else loader.construct_object(node, deep=True)


def _mapping(loader: Any, node: yaml.MappingNode) -> Node:
    made = Node()
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, line = _value(loader, key_node), key_node.start_mark.line + 1
        if not isinstance(key, str):
            why = f"the key '{key_node.value}' must be in quotes: YAML reads it as {key!r}"
            raise yaml.constructor.ConstructorError(problem=why, problem_mark=key_node.start_mark)
        if key in lines:
            why = f"'{key}' stands here and on line {lines[key]}: only one of them would count"
            raise yaml.constructor.ConstructorError(problem=why, problem_mark=key_node.start_mark)
        made[key], lines[key] = _value(loader, value_node), line
    made.line, made.lines = node.start_mark.line + 1, lines
    return made


def _sequence(loader: Any, node: yaml.SequenceNode) -> Items:
    made = Items(_value(loader, item) for item in node.value)
    made.lines = [item.start_mark.line + 1 for item in node.value]
    return made


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:seq", _sequence)


def read_mapping(path: Path, what: str) -> tuple[Node, str]:
    """The top mapping of *path* and the digest of its bytes; *what* says what the file should be ("a pack is …").

    Raises PackError at the line where the YAML is wrong.
    """
    try:
        data = path.read_bytes()
        raw = yaml.load(data, Loader=_Loader)  # noqa: S506 - built on the safe loader
    except OSError as fault:
        raise PackError(path, 1, f"can't be read: {fault.strerror}") from fault
    except yaml.MarkedYAMLError as broken:
        mark = broken.problem_mark or broken.context_mark
        raise PackError(path, mark.line + 1 if mark else 1, f"{broken.problem}") from broken
    except yaml.YAMLError as broken:
        raise PackError(path, 1, f"not YAML: {broken}") from broken
    if not isinstance(raw, Node):
        raise PackError(path, 1, what)
    return raw, sha256(data).hexdigest()
