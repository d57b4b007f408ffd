"""Word's comments: their part, and the marks in the text that they hang on (ECMA-376, 17.13.4)."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import count

from lxml import etree

from ...readers.remarks import AUTHOR
from ...readers.word.package import Element, name, q
from ..notes import Line

_INITIALS = "PA"
_W14, _W15 = q("w14:paraId"), q("w15:paraId")
_HANGS = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
_MOST = 0x80000000
"""Numbers of paragraphs stay below this ([MS-DOCX] 2.6.2.3)."""


class Comments:
    """The comments of a file: those that are there, and ours, which come after them without a date."""

    def __init__(self, root: Element | None, extended: Element | None, document: Element) -> None:
        self.root = etree.Element(q("w:comments"), nsmap={"w": _namespace("w:p")}) if root is None else root
        self.extended = extended
        known = [int(key) for key in (one.get(q("w:id"), "") for one in self.root) if key.isdigit()]
        self._ids = count(max(known, default=-1) + 1)
        used = {one.get(_W14) for part in (self.root, document) for one in part.iter(q("w:p"))}
        self._marks = (f"{number:08X}" for number in range(1, _MOST) if f"{number:08X}" not in used)

    def add(self, lines: Sequence[Line], first: Element, last: Element) -> None:
        """A comment that says *lines* from the beginning of *first* to the end of *last*."""
        key = str(next(self._ids))
        comment = etree.SubElement(self.root, q("w:comment"))
        for attribute, said in (("w:id", key), ("w:author", AUTHOR), ("w:initials", _INITIALS)):
            comment.set(q(attribute), said)
        comment.extend([_paragraph(line, number == 0) for number, line in enumerate(lines)])
        if self.extended is not None:
            mark = next(self._marks)
            comment[-1].set(_W14, mark)
            etree.SubElement(self.extended, q("w15:commentEx"), {_W15: mark, q("w15:done"): "0"})
        _hang(key, first, last)


def drop(keys: Set[str], root: Element | None, extended: Element | None, document: Element) -> None:
    """Take the comments of *keys* out of a file: what they say, their marks in the text and their threads."""
    gone = [] if root is None else [one for one in root if one.get(q("w:id")) in keys]
    marks = {paragraph.get(_W14) for one in gone for paragraph in one.iter(q("w:p"))}
    gone += [one for one in document.iter(*map(q, _HANGS)) if one.get(q("w:id")) in keys]
    gone += [] if extended is None else [one for one in extended if one.get(_W15) in marks]
    for one in gone:
        above = one.getparent()
        if name(one) == "w:commentReference" and above is not None and _is_bare(above):
            one, above = above, above.getparent()
        if above is not None:
            above.remove(one)


def _is_bare(run: Element) -> bool:
    """Whether a run holds nothing but the sign of a comment."""
    return all(name(child) in ("w:rPr", "w:commentReference") for child in run)


def _namespace(prefixed: str) -> str:
    return q(prefixed)[1:].partition("}")[0]


def _paragraph(line: Line, is_first: bool) -> Element:
    paragraph = etree.Element(q("w:p"))
    if is_first:
        etree.SubElement(etree.SubElement(paragraph, q("w:r")), q("w:annotationRef"))
    run = etree.SubElement(paragraph, q("w:r"))
    if line.strong:
        etree.SubElement(etree.SubElement(run, q("w:rPr")), q("w:b"))
    text = etree.SubElement(run, q("w:t"))
    text.text = line.text
    text.set(q("xml:space"), "preserve")
    return paragraph


def _hang(key: str, first: Element, last: Element) -> None:
    start, end = (etree.Element(q(kind), {q("w:id"): key}) for kind in ("w:commentRangeStart", "w:commentRangeEnd"))
    first.addprevious(start)
    last.addnext(end)
    run = etree.Element(q("w:r"))
    etree.SubElement(run, q("w:commentReference"), {q("w:id"): key})
    _in_paragraph(end).addnext(run)


def _in_paragraph(element: Element) -> Element:
    """What *element* stands in among what its paragraph holds: the sign of a comment must outlive tracked changes."""
    while (above := element.getparent()) is not None and name(above) != "w:p":
        element = above
    return element
