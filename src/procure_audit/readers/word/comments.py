"""The comments of a Word file, their threads ([MS-DOCX] 2.5.4), and the words that they hang on."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Span
from ..remarks import Comment, day_of
from ..trace import Trace
from .package import Element, Package, name, q

_REFERENCES = {"w:footnoteReference": "w:footnote", "w:endnoteReference": "w:endnote"}


def comments_of(package: Package) -> list[Comment]:
    """The comments in the file's order."""
    root, extended = package.related("comments"), package.related("commentsExtended")
    elements = [] if root is None else list(root.iter(q("w:comment")))
    keys = {mark: one.get(q("w:id"), "") for one in elements for mark in _marks(one)}
    threads = {} if extended is None else {keys.get(each.get(q("w15:paraId"), ""), ""): each for each in extended}
    return [_comment(one, threads.get(one.get(q("w:id"), "")), keys) for one in elements]


def _marks(comment: Element) -> Iterator[str]:
    """The marks of a comment's paragraphs; threads name the last one."""
    return (mark for paragraph in comment.iter(q("w:p")) if (mark := paragraph.get(q("w14:paraId"))))


def _comment(element: Element, thread: Element | None, keys: dict[str, str]) -> Comment:
    return Comment(
        key=element.get(q("w:id"), ""),
        author=element.get(q("w:author"), ""),
        day=day_of(element.get(q("w:date"))),
        text="\n".join("".join(t.text or "" for t in p.iter(q("w:t"))) for p in element.iter(q("w:p"))),
        parent="" if thread is None else keys.get(thread.get(q("w15:paraIdParent"), ""), ""),
        is_done=thread is not None and thread.get(q("w15:done")) in ("1", "true"),
    )


def spans_of(root: Element, trace: Trace) -> dict[str, Span]:
    """The words that each comment hangs on, by its key; a point hangs on what the comment right before it does."""
    held: dict[Element, list[Span]] = {}
    for origin in trace.origins:
        held.setdefault(_note(origin.element), []).append(origin.span)
    references = {(name(one), one.get(q("w:id"))): spans for one, spans in held.items()}
    begun: dict[str, list[Span]] = {}
    ended: dict[str, Span] = {}
    last: Span | None = None
    for element in root.iter():
        kind, key = name(element), element.get(q("w:id"), "") if isinstance(element.tag, str) else ""
        if kind == "w:commentRangeStart":
            begun[key] = []
        elif kind == "w:commentRangeEnd" and (spans := begun.pop(key, [])):
            last = ended[key] = Span(min(span.start for span in spans), max(span.end for span in spans))
        elif kind == "w:commentReference" and last is not None:
            ended.setdefault(key, last)
        elif found := references.get((_REFERENCES.get(kind, ""), key), held.get(element, [])):
            last = None
            for some in begun.values():
                some += found
    return ended


def _note(element: Element) -> Element:
    """The note that *element* stands in, else itself."""
    return next(element.iterancestors(*map(q, _REFERENCES.values())), element)
