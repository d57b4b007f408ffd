"""Computes the numbers that Word prints before paragraphs; they stand nowhere in the text (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..numerals import WORD_FORMATS
from .package import Element, find, integer, is_on, number, q, value
from .styles import Style, Styles

_PLACE = re.compile(r"%([1-9])")
_NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart` is the level (from 1) whose use begins it anew: None for any above, 0 for none."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """What Word prints before a paragraph, and the level (from 0) that it stands at."""

    printed: str
    level: int
    is_bullet: bool
    format: str


_Levels = dict[int, Level]


class Numbering:
    """The lists of a document and how far each has counted: ask once for each paragraph, in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._lists = _abstract(root, styles)
        self._nums: dict[str, tuple[str, _Levels, frozenset[int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        for num in () if root is None else root.iterchildren(q("w:num")):
            self._add(num)

    def next(self, properties: Element | None, style: Style) -> Number | None:
        """The number of the next paragraph, whose w:pPr is *properties*; None if it bears none."""
        num_id, position = self._place(properties, style)
        if num_id is None or num_id == _NO_LIST or num_id not in self._nums:
            return None
        list_id, levels, restarts = self._nums[num_id]
        level = levels.get(position)
        if level is None:
            return None
        counts = self._counts.setdefault(list_id, {})
        if num_id not in self._begun:
            self._begun.add(num_id)
            for overridden in restarts:
                counts.pop(overridden, None)
        _count(counts, levels, position)
        return Number(_printed(counts, levels, level), position, level.format == "bullet", level.format)

    def _place(self, properties: Element | None, style: Style) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own say, else its style's, else the level linked to the style."""
        own = find(properties, "w:numPr")
        if own is None and style.num_id is None:
            return None, 0
        num_id, position = value(own, "w:numId"), number(own, "w:ilvl")
        if num_id is None:
            num_id = style.num_id
            position = self._linked(num_id, style) if position is None else position
        if position is None:
            position = style.num_level if num_id == style.num_id else None
        return num_id, position or 0

    def _linked(self, num_id: str | None, style: Style) -> int | None:
        _, levels, _ = self._nums.get(num_id or "", ("", {}, frozenset()))
        if style.num_level is not None and len(style.ids) < 2:
            return None
        by_style = {level.style: position for position, level in levels.items() if level.style}
        return next((by_style[key] for key in style.ids if key in by_style), None)

    def _add(self, num: Element) -> None:
        list_id = value(num, "w:abstractNumId") or ""
        levels = dict(self._lists.get(list_id, {}))
        restarts = set()
        for override in num.iterchildren(q("w:lvlOverride")):
            position = integer(override.get(q("w:ilvl"))) or 0
            own = find(override, "w:lvl")
            if own is not None:
                levels[position] = _level(own)
            start = number(override, "w:startOverride")
            if start is not None:
                levels[position] = replace(levels.get(position, Level()), start=start)
                restarts.add(position)
        self._nums[num.get(q("w:numId"), "")] = (list_id, levels, frozenset(restarts))


def _count(counts: dict[int, int], levels: _Levels, position: int) -> None:
    """Count one more at *position*; deeper levels begin anew, higher ones that were never used count as begun."""
    for above in range(position):
        counts.setdefault(above, levels.get(above, Level()).start)
    counts[position] = counts.get(position, levels[position].start - 1) + 1
    for below in [deeper for deeper in counts if deeper > position]:
        restart = levels.get(below, Level()).restart
        if restart is None or position < restart:
            del counts[below]


def _printed(counts: dict[int, int], levels: _Levels, level: Level) -> str:
    def written(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        count = counts.get(place, levels.get(place, Level()).start)
        own = levels.get(place, Level()).format
        return WORD_FORMATS.get("decimal" if level.legal and own != "none" else own, str)(count)

    return "" if level.format == "bullet" else _PLACE.sub(written, level.text)


def _level(element: Element) -> Level:
    start = number(element, "w:start")
    return Level(
        start=1 if start is None else start,
        format=value(element, "w:numFmt") or "decimal",
        text=value(element, "w:lvlText") or "",
        legal=bool(is_on(element, "w:isLgl")),
        restart=number(element, "w:lvlRestart"),
        style=value(element, "w:pStyle"),
    )


def _abstract(root: Element | None, styles: Styles) -> dict[str, _Levels]:
    """The levels of each abstract list; one that only points at a numbering style gets that style's list's levels."""
    if root is None:
        return {}
    elements = {a.get(q("w:abstractNumId"), ""): a for a in root.iterchildren(q("w:abstractNum"))}
    lists = {
        key: {integer(lvl.get(q("w:ilvl"))) or 0: _level(lvl) for lvl in element.iterchildren(q("w:lvl"))}
        for key, element in elements.items()
    }
    homes = {value(element, "w:styleLink"): key for key, element in elements.items()}
    nums = {num.get(q("w:numId")): value(num, "w:abstractNumId") or "" for num in root.iterchildren(q("w:num"))}
    for key, element in elements.items():
        link = value(element, "w:numStyleLink")
        if link is not None and not lists[key]:
            home = homes.get(link) or nums.get(styles.of(link).num_id, "")
            lists[key] = lists.get(home, {})
    return lists
