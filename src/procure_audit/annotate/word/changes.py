"""Suggestions as tracked changes (ECMA-376, 17.13.5): accepted they are the new text, rejected the old one."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import count, takewhile

from lxml import etree

from ...model import Span
from ...readers.trace import Piece, Trace
from ...readers.word.package import Element, name, q
from ..notes import AUTHOR, Clause
from ..plain import Swap
from .places import Places
from .runs import like

_AROUND = frozenset("w:r w:p w:tc w:tr w:tbl w:body w:document w:sdt w:sdtContent".split())
"""Where words can be swapped: nowhere inside links, boxes, fields and other people's changes."""
_BEFORE_NUMBER = frozenset("w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl".split())
_MARKS = frozenset("w:commentRangeStart w:commentRangeEnd w:bookmarkStart w:bookmarkEnd w:proofErr".split())
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Changes:
    """Writes tracked changes into the main part of a file."""

    def __init__(self, root: Element, trace: Trace, places: Places) -> None:
        self._trace, self._places = trace, places
        used = [int(key) for one in root.iter() for key in (one.get(q("w:id"), ""),) if key.isdigit()]
        self._ids = count(max(used, default=0) + 1)
        self._closed = _in_fields(root)
        self._said: set[tuple[Element, str]] = set()

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
        """Put the model clause in a paragraph of its own behind the one, or the table, that it would replace."""
        paragraph = _paragraph(pieces[-1].element)
        if paragraph is None:
            return
        tables = list(paragraph.iterancestors(q("w:tbl")))
        before = (tables[-1] if tables else paragraph).getnext()
        if before is None or name(before) != "w:p" or (before, clause.text) in self._said:
            return
        self._said.add((before, clause.text))
        before.addprevious(self._new(clause, paragraph))

    def _new(self, clause: Clause, old: Element) -> Element:
        """A paragraph that looks like *old* but has no number, so that those behind it keep theirs.

        Its end is marked as inserted: rejected, it runs on into the paragraph behind it and leaves nothing.
        """
        paragraph = etree.Element(q("w:p"))
        properties = old.find(q("w:pPr"))
        properties = etree.Element(q("w:pPr")) if properties is None else deepcopy(properties)
        for kind in ("w:numPr", "w:rPr", "w:sectPr", "w:pPrChange"):
            for child in properties.findall(q(kind)):
                properties.remove(child)
        number = etree.Element(q("w:numPr"))
        etree.SubElement(number, q("w:numId"), {q("w:val"): "0"})
        properties.insert(sum(name(child) in _BEFORE_NUMBER for child in properties), number)
        etree.SubElement(properties, q("w:rPr")).append(self._mark("w:ins"))
        paragraph.append(properties)
        inserted = self._mark("w:ins")
        run = next(old.iter(q("w:r")), None)
        made = etree.Element(q("w:r")) if run is None else like(run)
        _say(made, clause.text)
        inserted.append(made)
        paragraph.append(inserted)
        return paragraph

    def _is_plain(self, piece: Piece) -> bool:
        element = piece.element
        above = all(name(one) in _AROUND for one in element.iterancestors())
        return above and name(element) == "w:t" and element not in self._closed

    def _mark(self, kind: str) -> Element:
        return etree.Element(q(kind), {q("w:id"): str(next(self._ids)), q("w:author"): AUTHOR})


def _paragraph(element: Element) -> Element | None:
    return next(element.iterancestors(q("w:p")), None)


def _say(run: Element, text: str) -> None:
    said = etree.SubElement(run, q("w:t"))
    said.text = text
    said.set(_SPACE, "preserve")


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
