"""What an OpenDocument paragraph says: its runs in order, with revisions, fields and hidden text sorted out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..written import Written
from .package import Element, count, name, q
from .styles import Style, Styles

_SKIPPED = frozenset(
    "office:annotation office:annotation-end text:ruby-text text:note-citation text:label text:tracked-changes "
    "text:soft-page-break svg:title svg:desc field:param".split()
)
_BOXES = frozenset(("draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:polygon"))
_MOST_SPACES = 1000
_CHECKBOX = "FORMCHECKBOX"


class Inline:
    """Reads the paragraphs of one story. *deleted* holds what tracked changes took out, by id, when that is read."""

    def __init__(self, styles: Styles, deleted: Mapping[str, Element], inserted: frozenset[str]) -> None:
        self._styles, self._deleted, self._inserted = styles, deleted, inserted
        self._skipping: set[str] = set()
        self._out = Written()
        self._paragraph = Style()
        self._leaves: dict[str, Callable[[Element], str]] = {
            "text:s": lambda element: " " * min(count(element, "text:c"), _MOST_SPACES),
            "text:tab": lambda _: "\t",
            "text:line-break": lambda _: "\n",
            "field:fieldmark": _fieldmark,
        }

    @property
    def is_skipping(self) -> bool:
        """Whether an insertion that isn't read has begun and not ended."""
        return bool(self._skipping)

    def mark(self, element: Element) -> None:
        """Note where a tracked insertion begins or ends."""
        key = element.get(q("text:change-id"), "")
        if name(element) == "text:change-start" and key in self._inserted:
            self._skipping.add(key)
        elif name(element) == "text:change-end":
            self._skipping.discard(key)

    def read(self, paragraph: Element, style: Style, into: Written) -> None:
        """Add what *paragraph* says to *into*."""
        self._out, self._paragraph = into, style
        self._content(paragraph, bool(style.hidden), bool(style.bold))

    def _content(self, element: Element, hidden: bool, bold: bool) -> None:
        self._add(element.text, hidden, bold, element)
        for child in element:
            self._child(child, hidden, bold)
            self._add(child.tail, hidden, bold, child, is_tail=True)

    def _child(self, child: Element, hidden: bool, bold: bool) -> None:
        kind = name(child)
        if kind in self._leaves:
            self._add(self._leaves[kind](child), hidden, bold, child, raw=True)
        elif kind in ("text:change-start", "text:change-end"):
            self.mark(child)
        elif kind == "text:change":
            self._restore(child, hidden, bold)
        elif kind == "text:note":
            self._out.notes.append(child)
        elif kind in _BOXES:
            if not self._skipping:
                self._out.boxes.append(child)
        elif kind == "text:span":
            look = self._styles.of("text", child.get(q("text:style-name")))
            self._content(
                child, hidden if look.hidden is None else look.hidden, bold if look.bold is None else look.bold
            )
        elif kind in ("text:hidden-text", "text:hidden-paragraph"):
            self._add(child.get(q("text:string-value")) or child.text, True, bold, child)
        elif kind not in _SKIPPED:
            self._content(child, hidden, bold)

    def _restore(self, change: Element, hidden: bool, bold: bool) -> None:
        """Put back what was deleted here, if the original is read."""
        region = self._deleted.get(change.get(q("text:change-id"), ""))
        paragraphs = () if region is None else tuple(region.iter(q("text:p"), q("text:h")))
        for position, paragraph in enumerate(paragraphs):
            self._add("\n" if position else "", hidden, bold, paragraph, raw=True)
            self._content(paragraph, hidden, bold)

    def _add(
        self, text: str | None, hidden: bool, bold: bool, element: Element, is_tail: bool = False, raw: bool = False
    ) -> None:
        """Add text; in XML text a line end and the spaces around it are one space, *raw* text stands as it is."""
        if not text or self._skipping:
            return
        if not raw and ("\n" in text or "  " in text or "\t" in text):
            lead, trail = text[0].isspace(), text[-1].isspace()
            text = " " * lead + " ".join(text.split()) + " " * (trail and bool(text.strip()))
        self._out.add(text, hidden, bold, element, is_tail)


def _fieldmark(element: Element) -> str:
    """A checkbox of a Word form that was saved as OpenDocument."""
    if not element.get(q("field:type"), "").endswith(_CHECKBOX):
        return ""
    ticked = any(param.get(q("field:value")) == "true" for param in element.iter(q("field:param")))
    return "☒" if ticked else "☐"
