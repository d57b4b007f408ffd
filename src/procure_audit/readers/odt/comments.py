"""The comments of an OpenDocument text, and the words that they hang on."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ...model import Span
from ..remarks import Comment, day_of
from ..trace import Trace
from .package import Element, attribute, name, q


def comments_of(body: Element) -> list[Comment]:
    """The comments in the order of the text. One without a name is called by its number."""
    return [_comment(one, key) for key, one in _named(body)]


def _named(body: Element) -> Iterator[tuple[str, Element]]:
    for number, one in enumerate(body.iter(q("office:annotation"))):
        yield one.get(q("office:name")) or f" {number}", one


def _comment(element: Element, key: str) -> Comment:
    creator, date = element.find(q("dc:creator")), element.find(q("dc:date"))
    return Comment(
        key=key,
        author="" if creator is None else "".join(map(str, creator.itertext())),
        day=day_of(None if date is None else date.text),
        text="\n".join("".join(map(str, p.itertext())) for p in element.iter(q("text:p"))),
        parent=attribute(element, "loext:parent-name") or "",
        is_done=element.get(q("loext:resolved")) == "true",
    )


def spans_of(body: Element, trace: Trace) -> dict[str, Span]:
    """The words that each comment hangs on, by its key; a point hangs on what the comment right before it does."""
    held: dict[tuple[Element, bool], list[Span]] = {}
    for origin in trace.origins:
        held.setdefault((origin.element, origin.is_tail), []).append(origin.span)
    keys = {one: key for key, one in _named(body)}
    ends = {one.get(q("office:name")) for one in body.iter(q("office:annotation-end"))}
    begun: dict[str, list[Span]] = {}
    ended: dict[str, Span] = {}
    last: Span | None = None
    for event, element in etree.iterwalk(body, events=("start", "end")):
        found = held.get((element, event == "end"), [])
        if event == "start" and name(element) == "office:annotation":
            if keys[element] in ends:
                begun[keys[element]] = []
            elif last is not None:
                ended[keys[element]] = last
        elif event == "start" and name(element) == "office:annotation-end":
            spans = begun.pop(element.get(q("office:name"), ""), [])
            if spans:
                last = Span(min(span.start for span in spans), max(span.end for span in spans))
                ended[element.get(q("office:name"), "")] = last
        if found:
            last = None
            for some in begun.values():
                some += found
    return ended
