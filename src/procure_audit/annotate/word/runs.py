"""Splits runs, so that a mark can stand at any character; what a run looks like is kept on both sides."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from ...readers.word.package import Element, name, q


class Cutter:
    """Cuts the texts and runs of a document. Places are those of the text as it was read, whatever was cut since."""

    def __init__(self) -> None:
        self._cuts: dict[Element, list[tuple[int, Element]]] = {}

    def before(self, text: Element, at: int) -> Element:
        """The run that begins with character *at* of *text*, an element of a run."""
        return _begun(self._beginning(text, at))

    def after(self, text: Element, at: int) -> Element:
        """The run that ends in front of character *at* of *text*."""
        pieces = self._pieces(text)
        start, last = pieces[-1]
        if at >= start + len(last.text or ""):
            return _ended(last)
        following = self._beginning(text, at)
        index = [piece for _, piece in pieces].index(following)
        return _ended(pieces[index - 1][1])

    def _pieces(self, text: Element) -> list[tuple[int, Element]]:
        """The elements that *text* was cut into, with the places where they begin."""
        return self._cuts.setdefault(text, [(0, text)])

    def _beginning(self, text: Element, at: int) -> Element:
        pieces = self._pieces(text)
        index = max(number for number, (start, _) in enumerate(pieces) if start <= at)
        start, piece = pieces[index]
        if start == at:
            return piece
        rest = etree.Element(piece.tag, {str(key): str(value) for key, value in piece.attrib.items()})
        words = piece.text or ""
        piece.text, rest.text = words[: at - start], words[at - start :]
        for part in (piece, rest):
            part.set(q("xml:space"), "preserve")
        piece.addnext(rest)
        pieces.insert(index + 1, (at, rest))
        return rest


def _begun(element: Element) -> Element:
    """The run that begins with *element*: what stands before it in its run goes into a run of its own."""
    run = element.getparent()
    assert run is not None
    if all(name(child) == "w:rPr" for child in element.itersiblings(preceding=True)):
        return run
    rest = like(run)
    rest.extend([element, *element.itersiblings()])
    run.addnext(rest)
    return rest


def _ended(element: Element) -> Element:
    """The run that ends with *element*."""
    following = element.getnext()
    if following is not None:
        _begun(following)
    run = element.getparent()
    assert run is not None
    return run


def like(run: Element) -> Element:
    """An empty run that looks like *run*. A record of how its look was changed stays with the first."""
    made = etree.Element(q("w:r"), {str(key): str(value) for key, value in run.attrib.items()})
    properties = run.find(q("w:rPr"))
    if properties is not None:
        copied = deepcopy(properties)
        for change in copied.findall(q("w:rPrChange")):
            copied.remove(change)
        made.append(copied)
    return made
