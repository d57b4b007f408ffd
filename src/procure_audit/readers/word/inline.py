"""What a paragraph says: the text of its runs in order, with fields, revisions, symbols and boxes sorted out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..written import Written
from .package import Element, find, is_on, name, q, value
from .styles import Style, Styles

_SKIPPED = frozenset(
    "w:pPr w:rPr w:sdtPr w:sdtEndPr w:instrText w:delInstrText w:rt w:rubyPr mc:Fallback m:rPr m:ctrlPr "
    "w:numPr w:annotationRef w:footnoteRef w:endnoteRef w:softHyphen w:pgNum w:binData".split()
)
_DELETED = frozenset(("w:del", "w:moveFrom"))
_INSERTED = frozenset(("w:ins", "w:moveTo"))
CHANGES = _DELETED | _INSERTED
_SYMBOL_FONTS = ("wingdings", "webdings", "symbol")
_SYMBOLS = {
    "wingdings": {0x6F: "☐", 0x71: "☐", 0x72: "☐", 0xA8: "☐", 0xFE: "☑", 0xFD: "☒", 0x78: "☒", 0xFC: "✓", 0xFB: "✗"},
    "symbol": {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xD6: "√", 0xE5: "∑", 0xA5: "∞"},
}
_BULLETS = frozenset((0x9F, 0xA7, 0xB7, 0x6C, 0x6E))
_PRIVATE = 0xF000  # symbol fonts stand in the private use area, at this offset


@dataclass
class Field:
    """A complex field that has begun: its instruction, and whether its result has."""

    instruction: str = ""
    shows: bool = False

    @property
    def is_contents(self) -> bool:
        return self.instruction.lstrip().upper().startswith("TOC")


class Inline:
    """Reads paragraphs of one story one after the other; fields may run on from one to the next."""

    def __init__(self, styles: Styles, original: bool) -> None:
        self._styles = styles
        self._gone = _INSERTED if original else _DELETED
        self._fields: list[Field] = []
        self._hidden = self._bold = False
        self._style = Style()
        self._out = Written()
        self._leaves: dict[str, Callable[[Element], None]] = {
            "w:t": self._text,
            "m:t": self._text,
            "w:delText": self._text,
            "w:tab": lambda tab: self._add("\t", tab),
            "w:ptab": lambda tab: self._add("\t", tab),
            "w:br": lambda end: self._add("\n", end),
            "w:cr": lambda end: self._add("\n", end),
            "w:noBreakHyphen": lambda hyphen: self._add("-", hyphen),
            "w:sym": self._symbol,
            "w:fldChar": self._field,
            "w:footnoteReference": self._note,
            "w:endnoteReference": self._note,
            "w:txbxContent": self._box,
            "a:txBody": self._box,
            "dgm:relIds": self._box,
        }

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents is being printed here."""
        return any(known.is_contents for known in self._fields)

    def is_gone(self, kind: str) -> bool:
        """Whether what this revision holds isn't in the text: deletions, or for the original insertions."""
        return kind in self._gone

    def read(self, paragraph: Element, style: Style, into: Written) -> None:
        """Add what *paragraph* says to *into*."""
        self._out, self._style = into, style
        into.in_contents |= self.in_contents
        self._children(paragraph)
        into.in_contents |= self.in_contents
        for open_field in self._fields:  # an instruction that never ends would swallow the rest of the document
            open_field.shows = True

    def _children(self, element: Element) -> None:
        for child in element:
            kind = name(child)
            if kind in _SKIPPED or kind in self._gone:
                if kind == "w:instrText" and self._fields:
                    self._fields[-1].instruction += child.text or ""
                elif kind == "mc:Fallback" and not any(name(twin) == "mc:Choice" for twin in element):
                    self._children(child)
            elif kind == "w:r":
                self._run(child)
            elif kind in self._leaves:
                self._leaves[kind](child)
            else:
                self._children(child)

    def _run(self, run: Element) -> None:
        before = self._hidden, self._bold
        properties = find(run, "w:rPr")
        look = self._styles.of(value(properties, "w:rStyle"))
        hidden, bold = is_on(properties, "w:vanish"), is_on(properties, "w:b")
        self._hidden = (look.hidden or self._style.hidden) if hidden is None else hidden
        self._bold = (look.bold or self._style.bold) if bold is None else bold
        self._children(run)
        self._hidden, self._bold = before

    def _add(self, text: str, element: Element) -> None:
        if all(known.shows for known in self._fields):
            self._out.add(text, self._hidden, self._bold, element)

    def _text(self, element: Element) -> None:
        self._add((element.text or "").replace("\n", " "), element)

    def _symbol(self, element: Element) -> None:
        self._add(symbol(element.get(q("w:font"), ""), element.get(q("w:char"), "")), element)

    def _field(self, element: Element) -> None:
        kind = element.get(q("w:fldCharType"))
        if kind == "begin":
            self._tick(element)
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _tick(self, begin: Element) -> None:
        """A checkbox of the old kind of form shows only by its field."""
        box = begin.find(f"{q('w:ffData')}/{q('w:checkBox')}")
        if box is not None:
            ticked = is_on(box, "w:checked")
            self._add("☒" if (is_on(box, "w:default") if ticked is None else ticked) else "☐", begin)

    def _note(self, element: Element) -> None:
        self._out.notes.append(element)

    def _box(self, element: Element) -> None:
        self._out.boxes.append(element)


def symbol(font: str, code: str) -> str:
    """What a character of a symbol font looks like: "☐" for Wingdings F0A8; "" where nothing readable is like it."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    face = font.lower()
    low = point - _PRIVATE if point >= _PRIVATE else point
    if not face.startswith(_SYMBOL_FONTS):
        return chr(point) if 0x20 <= point < 0xD800 else ""
    known = _SYMBOLS["symbol" if face.startswith("symbol") else "wingdings"].get(low)
    return known or ("•" if low in _BULLETS else "")
