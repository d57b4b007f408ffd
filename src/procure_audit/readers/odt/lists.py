"""Computes the numbers of OpenDocument lists and headings (ODF 1.3 part 3, 4.3 and 16.30 to 16.34)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ..numerals import letters, roman
from .package import Element, count, name, q

_PLACE = re.compile(r"%([0-9]{1,2})%")
_FORMATS: dict[str, Callable[[int], str]] = {
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `shown` is how many levels its number has, `pattern` ("%1%.%2%.") overrules that."""

    is_bullet: bool = False
    format: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    pattern: str | None = None

    def write(self, number: int) -> str:
        return _FORMATS[self.format](number) if self.format in _FORMATS else str(number)


_Levels = dict[int, Level]


@dataclass
class Numbers:
    """Levels (from 1) by list style, and how far each list has counted. The outline of headings is the list ""."""

    levels: dict[str, _Levels] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def read(self, part: Element | None) -> None:
        """Take in the list styles of a part; those read first hold."""
        for style in () if part is None else part.iter(q("text:list-style"), q("text:outline-style")):
            key = "" if name(style) == "text:outline-style" else style.get(q("style:name"), "")
            self.levels.setdefault(key, {count(level, "text:level"): _level(level) for level in style})

    def restart(self, style: str) -> None:
        self._counts.pop(style, None)

    def next(self, style: str, depth: int, start: int | None) -> str:
        """The number of the next item at *depth*, "" for bullets and lists without numbers; *start* resets it."""
        levels = self.levels.get(style, {})
        level = levels.get(depth, Level())
        counts = self._counts.setdefault(style, {})
        for below in [known for known in counts if known > depth]:
            del counts[below]
        counts[depth] = start if start is not None else counts.get(depth, level.start - 1) + 1
        return _printed(levels, level, depth, counts)


def _printed(levels: _Levels, level: Level, depth: int, counts: dict[int, int]) -> str:
    def written(place: int) -> str:
        other = levels.get(place, Level())
        return other.write(counts.get(place, other.start)) if other.format else ""

    if level.is_bullet or not level.format:
        return ""
    if level.pattern is not None:
        return _PLACE.sub(lambda match: written(int(match[1])), level.pattern)
    numbers = (written(place) for place in range(max(1, depth - level.shown + 1), depth + 1))
    return level.prefix + ".".join(filter(None, numbers)) + level.suffix


def _level(element: Element) -> Level:
    return Level(
        is_bullet=name(element) in ("text:list-level-style-bullet", "text:list-level-style-image"),
        format=element.get(q("style:num-format"), ""),
        prefix=element.get(q("style:num-prefix"), ""),
        suffix=element.get(q("style:num-suffix"), ""),
        start=count(element, "text:start-value"),
        shown=count(element, "text:display-levels"),
        pattern=element.get(q("loext:num-list-format")) or element.get(q("style:num-list-format")),
    )
