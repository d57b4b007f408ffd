"""Reads an OpenDocument text: its parts, then its stories in reading order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256

from ...model import BlockKind, Document, Properties
from ..build import Builder
from ..remarks import has_answers, replies
from ..trace import Trace, Traced
from ..written import Written
from .comments import comments_of, spans_of
from .inline import Inline
from .lists import Numbers
from .package import Element, Package, count, name, q
from .story import Story
from .styles import Styles, language_of

_RUNNING = tuple(f"style:{kind}{side}" for kind in ("header", "footer") for side in ("", "-first", "-left", "-right"))


@dataclass(frozen=True)
class TracedFile:
    """An OpenDocument text that was read to be written into: what it says, its content, and where both meet.

    `trace` holds elements of `root`, and of running heads, which have a root of their own.
    """

    document: Document
    root: Element
    trace: Trace


def read(data: bytes, path: str, *, revisions: str = "accepted") -> Document:
    """The OpenDocument text *data*; *revisions* says whether tracked changes are "accepted" or the "original" is read.

    UnreadableError says why it can't be read and what to do.
    """
    package = Package(data)
    comments = comments_of(package.body)
    if not has_answers(comments):
        return _read(package, data, path, revisions, Written)
    trace = Trace()
    document = _read(package, data, path, revisions, partial(Traced, trace=trace))
    return replace(document, replies=tuple(replies(comments, spans_of(package.body, trace))))


def read_traced(data: bytes, path: str, *, revisions: str = "accepted") -> TracedFile:
    """As `read`, and where each character stands in the XML."""
    package, trace = Package(data), Trace()
    document = _read(package, data, path, revisions, partial(Traced, trace=trace))
    return TracedFile(document, package.content, trace)


def _read(package: Package, data: bytes, path: str, revisions: str, written: Callable[[], Written]) -> Document:
    builder = Builder(path, "odt", sha256(data).hexdigest(), _properties(package))
    numbers = Numbers()
    numbers.read(package.content)
    numbers.read(package.styles)
    styles = Styles(package.content, package.styles)
    deleted, inserted = _revisions(package.body) if revisions == "original" else ({}, frozenset())
    guess = next(package.body.iter(q("text:h")), None) is None
    Story(builder, styles, numbers, Inline(styles, deleted, inserted), guess, written=written).read(package.body)
    heads = Styles(package.styles)
    for part in () if package.styles is None else package.styles.iter(*map(q, _RUNNING)):
        inline = Inline(heads, {}, frozenset())
        Story(builder, heads, numbers, inline, False, BlockKind.FURNITURE, written).read(part)
    return builder.document()


def _revisions(body: Element) -> tuple[dict[str, Element], frozenset[str]]:
    """What was deleted, by the id of its change, and the ids of insertions."""
    deleted: dict[str, Element] = {}
    inserted = set()
    for region in body.iter(q("text:changed-region")):
        key = region.get(q("xml:id")) or region.get(q("text:id")) or ""
        for change in region:
            if name(change) == "text:deletion":
                deleted[key] = change
            elif name(change) == "text:insertion":
                inserted.add(key)
    return deleted, frozenset(inserted)


def _properties(package: Package) -> Properties:
    body, meta = package.body, package.meta
    statistics = None if meta is None else next(meta.iter(q("meta:document-statistic")), None)
    pages = 0 if statistics is None else count(statistics, "meta:page-count", 0)
    frames = [image.getparent() for image in body.iter(q("draw:image"))]
    comments = [note.get(q("loext:resolved")) == "true" for note in body.iter(q("office:annotation"))]
    fields = ("draw:control", "text:drop-down", "text:text-input", "field:fieldmark", "field:fieldmark-start")
    return Properties(
        pages=pages if pages > 0 else None,
        pages_basis="declared" if pages > 0 else "none",
        title=_meta(meta, "dc:title"),
        language=language_of(package),
        form_fields=sum(1 for _ in body.iter(*map(q, fields))),
        images=len(frames),
        images_without_text=sum(frame is not None and not _has_text(frame) for frame in frames),
        tables_without_heading=sum(map(_is_bare_table, body.iter(q("table:table")))),
        comments_open=comments.count(False),
        changes_tracked=sum(1 for _ in body.iter(q("text:changed-region"))),
        producer=_meta(meta, "meta:generator"),
    )


def _is_bare_table(table: Element) -> bool:
    """Whether it has rows and columns, and no row is marked as heading."""
    if next(table.iter(q("table:table-header-rows")), None) is not None:
        return False
    rows = table.findall(f".//{q('table:table-row')}")
    return len(rows) > 1 and len(rows[0].findall(q("table:table-cell"))) > 1


def _has_text(frame: Element) -> bool:
    """Whether a picture has words for those who can't see it, or is marked as mere ornament."""
    words = (frame.findtext(q("svg:title")), frame.findtext(q("svg:desc")))
    return any(map(bool, words)) or frame.get(q("loext:decorative")) == "true"


def _meta(meta: Element | None, kind: str) -> str | None:
    found = None if meta is None else next(meta.iter(q(kind)), None)
    return None if found is None else (found.text or "").strip() or None
