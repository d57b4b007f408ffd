"""What styles say of the paragraphs and runs that wear them, with inheritance."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from .package import Element, find, is_on, number, q, value

_HEADING = re.compile(r"heading ?([1-9])$", re.I)
_MOST_ANCESTORS = 30
_T = TypeVar("_T")
BODY_TEXT = 9
"""The outline level of text that is no heading."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style with what it inherits. `names` are its own and its ancestors', nearest first, in small letters.

    `outline` counts from 0; `num_id` is None where no numbering is set, and `num_level` where none is named.
    """

    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    outline: int | None = None
    num_id: str | None = None
    num_level: int | None = None
    bold: bool = False
    hidden: bool = False

    @property
    def heading(self) -> int:
        """The heading level from 1 that this style gives, 0 for none."""
        if self.outline is not None:
            return level_of(self.outline)
        for word in self.names:
            if match := _HEADING.match(word):
                return int(match[1])
            if word == "title":
                return 1
        return 0

    def is_called(self, beginning: str) -> bool:
        """Whether this style or one it comes from has a name with this beginning."""
        return any(word.startswith(beginning) for word in self.names)


def level_of(outline: int) -> int:
    """The heading level from 1 of an outline level from 0; 0 for body text."""
    return outline + 1 if 0 <= outline < BODY_TEXT else 0


class Styles:
    """The styles of a document, by id."""

    def __init__(self, root: Element | None) -> None:
        elements = () if root is None else tuple(root.iterchildren(q("w:style")))
        self._elements = {style.get(q("w:styleId"), ""): style for style in elements}
        self._known: dict[str, Style] = {}
        self.language = _language(root)
        defaults = (s for s in elements if s.get(q("w:default")) in ("1", "true"))
        self._default = next(
            (s.get(q("w:styleId"), "") for s in defaults if s.get(q("w:type")) == "paragraph"), "Normal"
        )

    def paragraph(self, style_id: str | None) -> Style:
        """The style of a paragraph that names *style_id*, or the default one."""
        return self.of(style_id if style_id in self._elements else self._default)

    def of(self, style_id: str | None) -> Style:
        """The style called *style_id*, an empty one if there is none."""
        key = style_id or ""
        if key not in self._known:
            self._known[key] = self._resolved(key)
        return self._known[key]

    def headings(self) -> tuple[str, ...]:
        """The ids of the styles that make headings."""
        return tuple(key for key in self._elements if self.of(key).heading)

    def _chain(self, style_id: str) -> list[tuple[str, Element]]:
        chain: list[tuple[str, Element]] = []
        key: str | None = style_id
        while key in self._elements and len(chain) < _MOST_ANCESTORS:
            chain.append((key, self._elements[key]))
            key = value(self._elements[key], "w:basedOn")
        return chain

    def _resolved(self, style_id: str) -> Style:
        chain = self._chain(style_id)
        elements = [element for _, element in chain]
        called = [(value(element, "w:name") or key).lower() for key, element in chain]
        return Style(
            ids=tuple(key for key, _ in chain),
            names=tuple(called) or ((style_id.lower(),) if style_id else ()),
            outline=_first(number(e, "w:pPr/w:outlineLvl") for e in elements),
            num_id=_first(value(e, "w:pPr/w:numPr/w:numId") for e in elements),
            num_level=_first(number(e, "w:pPr/w:numPr/w:ilvl") for e in elements),
            bold=bool(_first(is_on(e, "w:rPr/w:b") for e in elements)),
            hidden=bool(_first(is_on(e, "w:rPr/w:vanish") for e in elements)),
        )


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((found for found in values if found is not None), None)


def _language(root: Element | None) -> str | None:
    lang = find(root, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    return None if lang is None else lang.get(q("w:val"))
