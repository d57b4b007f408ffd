"""From a span of a document's text to the elements of the main part between which a comment stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...readers.trace import Piece
from ...readers.word.package import Element, name, q
from .runs import Cutter

_OPEN = frozenset(
    "w:hyperlink w:ins w:del w:moveFrom w:moveTo w:smartTag w:customXml w:fldSimple w:sdtContent w:dir w:bdo".split()
)
"""What a paragraph may hold around runs, and a mark may stand in."""
_CLOSED_CONTROLS = tuple("w:text w:date w:dropDownList w:comboBox w:dataBinding w:picture w:showingPlcHdr".split())
"""Content controls whose content the program writes itself: marks stand around them, or at the paragraph before."""
_NOTES = {"w:footnote": "w:footnoteReference", "w:endnote": "w:endnoteReference"}


class Places:
    """Finds the elements for pieces of text; cuts runs where it must."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._cutter = Cutter()

    def ends(self, pieces: Sequence[Piece]) -> tuple[Element, Element] | None:
        """The first and last element of what holds *pieces*; None where no comment may stand.

        Word allows comments in its main part only: on a footnote they stand at its reference, on a text box or a
        diagram at the paragraph that holds it.
        """
        if not pieces:
            return None
        home = _home(pieces[0].element)  # programs drop a comment that leaves it
        within = [piece for piece in pieces if _home(piece.element) is home]
        first, last = self._unit(pieces[0], True), self._unit(within[-1], False)
        return None if first is None or last is None else (first[0], last[-1])

    def _unit(self, piece: Piece, is_first: bool) -> Sequence[Element] | None:
        """What stands for *piece*: the run that begins (or ends) there, or what can't be cut around it."""
        element = piece.element
        reference = self._reference(element)
        if reference is not None:
            element = reference
        elif element.getroottree().getroot() is not self._root:
            return None
        paragraph = _stand_in(element)
        if paragraph is not None:
            return list(_content(paragraph)) or None
        unit = _unit_of(element)
        if unit is not None and unit is element.getparent() and reference is None:
            cut = self._cutter.before if is_first else self._cutter.after
            unit = cut(element, piece.start if is_first else piece.end)
        return None if unit is None else (unit,)

    def _reference(self, element: Element) -> Element | None:
        """Where the text calls the note that *element* stands in."""
        note = next(element.iterancestors(*map(q, _NOTES)), None)
        if note is None:
            return None
        key = note.get(q("w:id"))
        called = self._root.iter(q(_NOTES[name(note)]))
        return next((one for one in called if one.get(q("w:id")) == key), None)


def _home(element: Element) -> Element | None:
    """The table, or the control of whole paragraphs, that *element* stands in."""
    own = next(element.iterancestors(q("w:p")), None)
    return None if own is None else next(own.iterancestors(q("w:tbl"), q("w:sdt")), None)


def _stand_in(element: Element) -> Element | None:
    """The paragraph that is commented where *element* stands in a text box, or in a control of whole paragraphs."""
    boxes = list(element.iterancestors(q("w:txbxContent")))
    if boxes:
        return next(boxes[-1].iterancestors(q("w:p")), None)
    own = next(element.iterancestors(q("w:p")), None)
    controls = [] if own is None else [one for one in own.iterancestors(q("w:sdt")) if not _is_open(one)]
    beside = controls[-1].itersiblings(q("w:p"), preceding=True) if controls else iter(())
    return next((paragraph for paragraph in beside if next(_content(paragraph), None) is not None), None)


def _content(paragraph: Element) -> Iterator[Element]:
    """What a paragraph holds but its properties."""
    return (child for child in paragraph if name(child) != "w:pPr")


def _unit_of(element: Element) -> Element | None:
    """The outermost thing around *element* in its paragraph that can't hold marks: its run, most often."""
    inside: list[Element] = []
    for above in element.iterancestors():
        if name(above) == "w:p":
            break
        inside.append(above)
    else:
        return None
    return next((one for one in reversed(inside) if not _is_open(one)), None)


def _is_open(element: Element) -> bool:
    if name(element) != "w:sdt":
        return name(element) in _OPEN
    properties = element.find(q("w:sdtPr"))
    return properties is None or all(properties.find(q(kind)) is None for kind in _CLOSED_CONTROLS)
