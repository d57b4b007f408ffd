"""Messages: templates of a pack filled with a tender's own numbers.

`{value}` is a word of the rule's check. `{contract_value.annual|one year's value}` is a measure, with the words to
use where it isn't known. `[?, without tags {files.untagged|none}]` is a part that is said only where every measure in
it is known and isn't zero.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from ..model import did_you_mean
from .case import Case
from .reading import Reading

_PART = re.compile(r"\[\?(?P<part>[^\[\]]*)\]")
_HOLE = re.compile(r"\{(?P<name>[^{}|]*)(?:\|(?P<otherwise>[^{}]*))?\}")


def fill(template: str, words: Mapping[str, str], case: Case) -> str:
    """*template* with its holes filled; a word the check didn't tell falls back to the words after "|"."""

    def filled(hole: re.Match[str]) -> str:
        name, otherwise = hole["name"], hole["otherwise"] or ""
        if name in words:
            return words[name]
        seen = case.look(name) if name in case.measures else None
        return str(seen) if isinstance(seen, Reading) else otherwise

    def said(part: re.Match[str]) -> str:
        return part["part"] if all(_counts(hole["name"], case) for hole in _HOLE.finditer(part["part"])) else ""

    return _HOLE.sub(filled, _PART.sub(said, template))


def holes(templates: Iterable[str]) -> list[str]:
    """The names in the holes of *templates*."""
    return [hole["name"] for template in templates for hole in _HOLE.finditer(template)]


def _counts(name: str, case: Case) -> bool:
    """Whether the measure *name* is known and isn't zero."""
    seen = case.look(name) if name in case.measures else None
    return isinstance(seen, Reading) and bool(seen.value)


def check_template(template: str, tells: Collection[str], measures: Collection[str]) -> None:
    """Raises ValueError at a hole that neither the check nor a measure can fill."""
    for hole in _HOLE.finditer(template):
        name = hole["name"]
        if name in tells:
            continue
        if name not in measures:
            raise ValueError(f"'{{{name}}}' is not told by this check; {did_you_mean(name, tells)}")
        if hole["otherwise"] is None:
            raise ValueError(f"'{{{name}}}' may not be known; say what to write then: {{{name}|…}}")
    if "{" in _HOLE.sub("", template) or "}" in _HOLE.sub("", template):
        raise ValueError("a brace stands alone; placeholders look like {value}")
