"""Where a comment can stand in the mixed content of an OpenDocument text, and how it gets there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...readers.odt.package import Element, name, q
from ...readers.trace import Piece

_NOWHERE = ("text:tracked-changes", "text:section-source")
_AROUND = ("text:note", "draw:frame", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:polygon")
"""What can't hold comments: they stand in front of it."""

Slot = tuple[Element, bool, int]
"""An element, whether what follows it is meant and not its own text, and a place in that text."""


@dataclass(frozen=True)
class Mark:
    """What is put at a place: *at* is where that is in the document's text."""

    at: int
    is_end: bool
    element: Element
    is_tail: bool
    place: int
    node: Element


def ends_of(pieces: Sequence[Piece], root: Element) -> tuple[Slot, Slot | None] | None:
    """Where a comment on *pieces* begins and ends (None: it is a point); None where no comment may stand."""
    if not pieces or pieces[0].element.getroottree().getroot() is not root:
        return None
    first, last = pieces[0], pieces[-1]
    if next(first.element.iterancestors(*map(q, _NOWHERE)), None) is not None:
        return None
    around = _around(first)
    if around is not None:
        paragraph = next(around.iterancestors(q("text:p"), q("text:h")), None)
        return None if paragraph is None else (_before(around), None)
    home = _home(first)
    within = [piece for piece in pieces if _home(piece) is home and _around(piece) is None]
    return _start(first), _end(within[-1] if last not in within else last)


def insert(mark: Mark) -> None:
    """Put the node of *mark* at its place; what comes before it in the document stays where it was."""
    element, node = mark.element, mark.node
    if not mark.is_tail:
        text = element.text or ""
        element.text, node.tail = text[: mark.place], text[mark.place :]
        element.insert(0, node)
        return
    text, parent = element.tail or "", element.getparent()
    assert parent is not None
    element.tail, node.tail = text[: mark.place], text[mark.place :]
    parent.insert(parent.index(element) + 1, node)


def _around(piece: Piece) -> Element | None:
    """The outermost thing around *piece* that can't hold comments."""
    above = list(piece.element.iterancestors(*map(q, _AROUND)))
    own = not piece.is_tail and name(piece.element) in _AROUND
    return above[-1] if above else piece.element if own else None


def _home(piece: Piece) -> Element | None:
    """The table that *piece* stands in: a comment stays inside it."""
    return next(piece.element.iterancestors(q("table:table")), None)


def _start(piece: Piece) -> Slot:
    text = piece.element.tail if piece.is_tail else piece.element.text
    return (piece.element, piece.is_tail, piece.start) if text else _before(piece.element)


def _end(piece: Piece) -> Slot:
    text = piece.element.tail if piece.is_tail else piece.element.text
    return (piece.element, piece.is_tail, piece.end) if text else (piece.element, True, 0)


def _before(element: Element) -> Slot:
    """In front of *element*: behind what is there, or at the end of its parent's own text."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        return previous, True, len(previous.tail or "")
    assert parent is not None
    return parent, False, len(parent.text or "")
