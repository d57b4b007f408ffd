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
    """Levels (from 1) by list style, and how far each list has counted.

    A list is counted under the id of the first of those that continue one another; headings, whose style of
    numbering is called "", are one list of that name.
    """

    levels: dict[str, _Levels] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _lists: dict[str, str] = field(default_factory=dict)
    _last: dict[str | None, str] = field(default_factory=dict)
    _begun: int = 0

    def read(self, part: Element | None) -> None:
        """Take in the list styles of a part; those read first hold."""
        for style in () if part is None else part.iter(q("text:list-style"), q("text:outline-style")):
            key = "" if name(style) == "text:outline-style" else style.get(q("style:name"), "")
            self.levels.setdefault(key, {count(level, "text:level"): _level(level) for level in style})

    def begin(self, element: Element, style: str | None) -> str:
        """The list that the outermost text:list *element* belongs to: one that it continues, or a new one."""
        continued = element.get(q("text:continue-list"))
        goes_on = continued is not None or element.get(q("text:continue-numbering")) == "true"
        found = (self._lists.get(continued or "") or self._last.get(style)) if goes_on else None
        if found is None:
            self._begun += 1
            found = f"list {self._begun}"
        self._last[style] = found
        for inner in element.iter(q("text:list")):
            self._lists[inner.get(q("xml:id"), "?")] = found
        return found

    def next(self, counted: str, style: str, depth: int, start: int | None) -> str:
        """The number of the next item of a list at *depth*, "" where its style prints none; *start* resets it."""
        levels = self.levels.get(style, {})
        level = levels.get(depth, Level())
        counts = self._counts.setdefault(counted, {})
        for below in [known for known in counts if known > depth]:
            del counts[below]
        for above in range(1, depth):
            counts.setdefault(above, levels.get(above, Level()).start)
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
