"""Suggestions as tracked changes (ECMA-376, 17.13.5): accepted they are the new text, rejected the old one."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import count, takewhile

from lxml import etree

from ...model import Span
from ...readers.remarks import AUTHOR
from ...readers.trace import Piece, Trace
from ...readers.word.inline import CHANGES
from ...readers.word.package import Element, name, q
from ..notes import Clause
from ..plain import Swap
from .places import Places
from .runs import like

_AROUND = frozenset("w:r w:p w:tc w:tr w:tbl w:body w:document w:sdt w:sdtContent".split())
"""Where words can be swapped: nowhere inside links, boxes, fields and other people's changes."""
_MARKS = frozenset("w:commentRangeStart w:commentRangeEnd w:bookmarkStart w:bookmarkEnd w:proofErr".split())


class Changes:
    """Writes tracked changes into the main part of a file."""

    def __init__(self, root: Element, trace: Trace, places: Places) -> None:
        self._trace, self._places = trace, places
        used = [int(key) for one in root.iter() for key in (one.get(q("w:id"), ""),) if key.isdigit()]
        self._ids = count(max(used, default=0) + 1)
        self._closed = _in_fields(root)
        self._said: dict[Element, list[tuple[str, Element]]] = {}

    def suggest(self, clauses: Sequence[Clause], swapped: Sequence[Swap]) -> None:
        """Write all that can be written; the rest is left to the comments."""
        plain = [(one, pieces) for one in swapped if (pieces := self._pieces(one.span))]
        for clause in clauses:
            if pieces := self._pieces(clause.span):
                self._clause(clause, pieces)
        for swap, pieces in plain:  # looked at before any was made: afterwards they stand in our own changes
            self._swap(swap, pieces)

    def _pieces(self, span: Span) -> list[Piece]:
        """Where the words of *span* stand; nothing where they can't be changed."""
        pieces = list(self._trace.pieces(span))
        return pieces if all(map(self._is_plain, pieces)) else []

    def _swap(self, swap: Swap, pieces: Sequence[Piece]) -> None:
        """Strike the words out and put the plain ones after them."""
        ends = self._places.ends(pieces)
        runs = None if ends is None else _runs(*ends)
        if not runs:
            return
        inserted = self._mark("w:ins")
        inserted.append(added := like(runs[0]))
        _say(added, swap.plain)
        for run in runs:
            struck = self._mark("w:del")
            run.addprevious(struck)
            struck.append(run)
            for text in run.iter(q("w:t")):
                text.tag = q("w:delText")
        struck.addnext(inserted)

    def _clause(self, clause: Clause, pieces: Sequence[Piece]) -> None:
        """Put the model clause in a paragraph of its own behind the one that it would replace, in the same look.

        As if somebody had typed it there: the end of the old paragraph is the inserted one, and what was its end is
        the new one's. Rejected, both are one again, with the properties that they share.
        """
        old = _paragraph(pieces[-1].element)
        if old is None or (old not in self._said and _has_end_of_its_own(old)):
            return
        said = self._said.setdefault(old, [])
        if any(text == clause.text for text, _ in said):
            return
        last = said[-1][1] if said else old
        new = self._new(clause, old)
        last.addnext(new)
        self._insert_end(last)
        said.append((clause.text, new))

    def _new(self, clause: Clause, old: Element) -> Element:
        """A paragraph that looks like *old*, with the model clause as an insertion."""
        paragraph = etree.Element(q("w:p"))
        properties = old.find(q("w:pPr"))
        if properties is not None:
            paragraph.append(deepcopy(properties))
            for look in paragraph.iter(q("w:rPr")):
                for mark in look.findall(q("w:ins")):  # our own, of a clause before this one
                    look.remove(mark)
        run = next(old.iter(q("w:r")), None)
        inserted = self._mark("w:ins")
        inserted.append(made := etree.Element(q("w:r")) if run is None else like(run))
        _say(made, clause.text)
        paragraph.append(inserted)
        return paragraph

    def _insert_end(self, paragraph: Element) -> None:
        """Mark the end of *paragraph* as inserted."""
        properties = paragraph.find(q("w:pPr"))
        if properties is None:
            properties = etree.Element(q("w:pPr"))
            paragraph.insert(0, properties)
        look = properties.find(q("w:rPr"))
        if look is None:
            look = etree.Element(q("w:rPr"))
            change = properties.find(q("w:pPrChange"))
            properties.append(look) if change is None else change.addprevious(look)
        look.insert(0, self._mark("w:ins"))

    def _is_plain(self, piece: Piece) -> bool:
        element = piece.element
        above = all(name(one) in _AROUND for one in element.iterancestors())
        return above and name(element) == "w:t" and element not in self._closed

    def _mark(self, kind: str) -> Element:
        return etree.Element(q(kind), {q("w:id"): str(next(self._ids)), q("w:author"): AUTHOR})


def _paragraph(element: Element) -> Element | None:
    return next(element.iterancestors(q("w:p")), None)


def _has_end_of_its_own(paragraph: Element) -> bool:
    """Whether its end also ends a section, or is somebody's tracked change already."""
    properties = paragraph.find(q("w:pPr"))
    marks = () if properties is None else properties.iterchildren(q("w:sectPr"), q("w:rPr"))
    return any(name(one) == "w:sectPr" or any(name(mark) in CHANGES for mark in one) for one in marks)


def _say(run: Element, text: str) -> None:
    said = etree.SubElement(run, q("w:t"))
    said.text = text
    said.set(q("xml:space"), "preserve")


def _runs(first: Element, last: Element) -> Sequence[Element]:
    """The runs from *first* to *last*; none where something else than text and marks stands between them."""
    between = [first] if first is last else [first, *takewhile(lambda one: one is not last, first.itersiblings()), last]
    runs = [one for one in between if name(one) == "w:r" and one.find(q("w:commentReference")) is None]
    sound = all(name(one) in _MARKS or name(one) == "w:r" for one in between)
    only_text = all(name(part) in ("w:rPr", "w:t") for run in runs for part in run)
    return runs if sound and only_text and last.getparent() is first.getparent() else []


def _in_fields(root: Element) -> set[Element]:
    """The texts that fields print: programs write them anew."""
    depth, found = 0, set()
    for element in root.iter(q("w:fldChar"), q("w:t")):
        if name(element) == "w:t":
            if depth > 0:
                found.add(element)
        else:
            depth += {"begin": 1, "end": -1}.get(element.get(q("w:fldCharType"), ""), 0)
    return found
