"""What OpenDocument styles say of paragraphs and runs, with inheritance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .package import Element, Package, attribute, q

_MOST_ANCESTORS = 30


@dataclass(frozen=True, slots=True)
class Style:
    """One style with what it inherits; None where nothing in its line says. `names` are in small letters."""

    names: tuple[str, ...] = ()
    bold: bool | None = None
    hidden: bool | None = None
    list_name: str | None = None

    def is_called(self, *names: str) -> bool:
        return any(known.startswith(names) for known in self.names)


class Styles:
    """The styles of one part by family and name: its automatic ones, then those of the whole document."""

    def __init__(self, *parts: Element | None) -> None:
        found = [style for part in parts if part is not None for style in part.iter(q("style:style"))]
        self._elements = {(s.get(q("style:family")), s.get(q("style:name"))): s for s in reversed(found)}
        self._known: dict[tuple[str, str | None], Style] = {}

    def of(self, family: str, style: str | None) -> Style:
        """The style called *style* of a family ("paragraph", "text"), an empty one if there is none."""
        key = (family, style)
        if key not in self._known:
            self._known[key] = self._resolved(family, style)
        return self._known[key]

    def _chain(self, family: str, style: str | None) -> Iterator[Element]:
        for _ in range(_MOST_ANCESTORS):
            element = self._elements.get((family, style))
            if element is None:
                return
            yield element
            style = element.get(q("style:parent-style-name"))

    def _resolved(self, family: str, style: str | None) -> Style:
        chain = tuple(self._chain(family, style))
        looks = [element.find(q("style:text-properties")) for element in chain]
        weight = _first(attribute(look, "fo:font-weight") for look in looks)
        display = _first(attribute(look, "text:display") for look in looks)
        called = (each.get(q("style:display-name")) or each.get(q("style:name")) or "" for each in chain)
        return Style(
            names=tuple(word.lower().replace("_20_", " ") for word in called),
            bold=None if weight is None else weight in ("bold", "600", "700", "800", "900"),
            hidden=None if display is None else display == "none",
            list_name=_first(each.get(q("style:list-style-name")) for each in chain),
        )


def language_of(package: Package) -> str | None:
    """The language that paragraphs have unless they say otherwise ("en-GB")."""
    if package.styles is None:
        return None
    for style in package.styles.iter(q("style:default-style")):
        look = style.find(q("style:text-properties"))
        if style.get(q("style:family")) == "paragraph" and look is not None and look.get(q("fo:language")):
            parts = (look.get(q("fo:language")), look.get(q("fo:country")))
            return "-".join(part for part in parts if part and part != "none")
    return None


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value is not None), None)
