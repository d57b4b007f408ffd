"""Reads a Word file: its parts, then its stories in reading order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256

from ...model import BlockKind, Document, Gap, UnreadableError
from ..build import Builder
from ..remarks import has_answers, replies
from ..trace import Trace, Traced
from ..written import Written
from .comments import comments_of, spans_of
from .numbering import Numbering
from .package import Element, Package, find, name, q
from .properties import properties_of
from .story import Sources, Story
from .styles import Styles

_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(frozen=True)
class TracedFile:
    """A Word file that was read to be written into: what it says, its main part, and where the one stands in the other.

    `trace` holds elements of `root`, and of notes and running heads, which have roots of their own.
    """

    document: Document
    root: Element
    trace: Trace


def read(data: bytes, path: str, *, revisions: str = "accepted") -> Document:
    """The Word file *data*; *revisions* says whether tracked changes are "accepted" or the "original" is read.

    UnreadableError says why it can't be read and what to do.
    """
    return _read(data, path, revisions, None)[0]


def read_traced(data: bytes, path: str, *, revisions: str = "accepted") -> TracedFile:
    """As `read`, and where each character stands in the XML."""
    trace = Trace()
    document, root = _read(data, path, revisions, trace)
    return TracedFile(document, root, trace)


def _read(data: bytes, path: str, revisions: str, trace: Trace | None) -> tuple[Document, Element]:
    package = Package(data)
    comments = comments_of(package)
    if trace is None and has_answers(comments):
        trace = Trace()
    document = package.document()
    body = find(document, "w:body")
    if body is None:
        raise UnreadableError("it holds no text", "open it in Word and save it anew")
    styles = Styles(package.related("styles"))
    builder = Builder(path, "docx", sha256(data).hexdigest(), properties_of(package, document, styles))
    written: Callable[[], Written] = partial(Traced, trace=trace) if trace is not None else Written
    sources = _sources(builder, package, document, styles, revisions == "original", written)
    story = Story(sources)
    story.read(body)
    for part in package.all_related("header", "footer"):
        Story(sources, BlockKind.FURNITURE).read(part)
    _tell_gaps(builder, document, story.embedded)
    done = builder.document()
    if trace is not None and has_answers(comments):
        done = replace(done, replies=tuple(replies(comments, spans_of(document, trace))))
    return done, document


def _sources(
    builder: Builder,
    package: Package,
    document: Element,
    styles: Styles,
    original: bool,
    written: Callable[[], Written],
) -> Sources:
    notes = {**_notes(package, "w:footnote"), **_notes(package, "w:endnote")}
    diagrams: dict[str, Element | None] = {}

    def diagram(graphic: Element) -> Element | None:
        target = package.target(graphic.get(q("r:dm"), ""))
        return diagrams.setdefault(target, package.part(target)) if target else None

    return Sources(
        builder=builder,
        styles=styles,
        numbering=Numbering(package.related("numbering"), styles),
        original=original,
        written=written,
        guess_headings=not _has_headings(document, styles),
        note=lambda reference: notes.get((name(reference).removesuffix("Reference"), reference.get(q("w:id"), ""))),
        diagram=diagram,
    )


def _notes(package: Package, kind: str) -> dict[tuple[str, str], Element]:
    """The notes of one kind ("w:footnote") by kind and id."""
    part = package.related(f"{kind[2:]}s")
    return {
        (kind, note.get(q("w:id"), "")): note
        for note in (() if part is None else part)
        if name(note) == kind and note.get(q("w:type")) not in _SEPARATORS
    }


def _has_headings(document: Element, styles: Styles) -> bool:
    """Whether any paragraph that isn't a mere title wears a style that makes a heading."""
    making = {key for key in styles.headings() if not styles.of(key).is_called("title")}
    worn = (style.get(q("w:val")) for style in document.iter(q("w:pStyle")))
    return any(key in making for key in worn) or next(document.iter(q("w:outlineLvl")), None) is not None


def _tell_gaps(builder: Builder, document: Element, chunks: int) -> None:
    """Name the files inside the file: they weren't looked at."""
    advice = "save it as a file of its own and audit it too"
    kinds = [ole.get("ProgID", "") for ole in document.iter(q("o:OLEObject"))]
    for kind in sorted({kind for kind in kinds if not kind.startswith("Equation")}):
        builder.gaps.append(
            Gap(f"an embedded file ({kind or 'unknown'})", "files inside Word files aren't read", advice)
        )
    if chunks:
        builder.gaps.append(Gap("an imported part", "parts that Word imports on opening aren't read", advice))
