"""Walks one story of a Word file (its body, a header, a note) and hands the blocks to the builder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ...model import BlockKind
from ..build import Builder
from ..written import Look, Written, write
from .inline import CHANGES, Inline
from .looks import look_of
from .numbering import Numbering
from .package import Element, find, name, number, q, value
from .styles import Styles
from .tables import grid

_GALLERY = "w:sdtPr/w:docPartObj/w:docPartGallery"


@dataclass(frozen=True)
class Sources:
    """What all stories of a file share: where text goes, styles, lists, and where notes and diagrams are found.

    `written` makes an empty paragraph.
    """

    builder: Builder
    styles: Styles
    numbering: Numbering
    original: bool
    guess_headings: bool
    written: Callable[[], Written]
    note: Callable[[Element], Element | None]
    diagram: Callable[[Element], Element | None]


@dataclass
class Story:
    """One story. *kind* is what its paragraphs are; None lets each paragraph's look decide."""

    sources: Sources
    kind: BlockKind | None = None
    embedded: int = 0
    _inline: Inline = field(init=False)
    _carried: Written = field(init=False)
    _notes: list[Element] = field(default_factory=list)
    _contents: int = 0
    _tables: int = 0

    def __post_init__(self) -> None:
        self._inline = Inline(self.sources.styles, self.sources.original)
        self._carried = self.sources.written()

    def read(self, element: Element) -> None:
        """Read all that *element* holds; the XML parser's limit on depth bounds the recursion."""
        self._blocks(element)
        self._flush()

    def _blocks(self, element: Element) -> None:
        for child in element:
            kind = name(child)
            if kind == "w:p":
                self._paragraph(child)
            elif kind == "w:tbl":
                self._table(child)
            elif kind == "w:sdt":
                self._control(child)
            elif kind == "w:altChunk":
                self.embedded += 1
            elif kind in ("w:sectPr", "w:tcPr", "mc:Fallback") or self._inline.is_gone(kind):
                continue
            else:
                self._blocks(child)

    def _control(self, control: Element) -> None:
        contents = value(control, _GALLERY) == "Table of Contents"
        self._contents += contents
        content = find(control, "w:sdtContent")
        if content is not None:
            self._blocks(content)
        self._contents -= contents

    def _paragraph(self, paragraph: Element) -> None:
        properties = find(paragraph, "w:pPr")
        style = self.sources.styles.paragraph(value(properties, "w:pStyle"))
        self._inline.read(paragraph, style, self._carried)
        if any(self._inline.is_gone(name(mark)) for mark in _mark(properties)):
            return  # the paragraph's end is gone: it runs on into the next
        written, self._carried = self._carried, self.sources.written()
        found = self.sources.numbering.next(properties, style)
        contents = self._contents > 0 or written.in_contents
        guess = self.sources.guess_headings and not self._tables
        look = look_of(written, style, number(properties, "w:outlineLvl"), found, contents, guess)
        write(self.sources.builder, written, replace(look, kind=self.kind) if self.kind else look)
        self._anchored(written)

    def _anchored(self, written: Written) -> None:
        """What hangs on a paragraph follows it: text boxes, then (outside tables) its notes."""
        for box in written.boxes:
            self._box(box)
        self._notes.extend(written.notes)
        if not self._tables:
            self._read_notes()

    def _box(self, box: Element) -> None:
        if name(box) == "w:txbxContent":
            inner = Story(self.sources, self.kind, _tables=self._tables)
            inner._blocks(box)
            inner._flush()
            return
        drawn = self.sources.diagram(box) if name(box) == "dgm:relIds" else box
        for paragraph in () if drawn is None else drawn.iter(q("a:p")):
            text = "".join(t.text or "" for t in paragraph.iter(q("a:t")))
            self.sources.builder.block(self.kind or BlockKind.PARAGRAPH, text.strip())

    def _read_notes(self) -> None:
        notes, self._notes = self._notes, []
        for note in map(self.sources.note, notes):
            if note is not None:
                Story(self.sources, BlockKind.FOOTNOTE).read(note)

    def _table(self, table: Element) -> None:
        builder = self.sources.builder
        if self.kind is BlockKind.FURNITURE:
            for cell in grid(table, self._inline.is_gone):
                self._blocks(cell.element)
            return
        self._flush()
        self._tables += 1
        builder.begin_table()
        for cell in grid(table, self._inline.is_gone):
            builder.begin_cell(cell.row, cell.column, cell.rows, cell.columns, cell.is_heading)
            self._blocks(cell.element)
            self._flush()
            builder.end_cell()
        builder.end_table()
        self._tables -= 1
        if not self._tables:
            self._read_notes()

    def _flush(self) -> None:
        """Write what a deleted paragraph end left without a following paragraph."""
        if not self._carried.holds_something():
            return
        written, self._carried = self._carried, self.sources.written()
        write(self.sources.builder, written, Look(self.kind or BlockKind.PARAGRAPH))
        self._anchored(written)


def _mark(properties: Element | None) -> list[Element]:
    """The revisions of a paragraph's end."""
    mark = find(properties, "w:rPr")
    return [] if mark is None else [child for child in mark if name(child) in CHANGES]
