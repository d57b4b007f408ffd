"""Walks the body, a running head or a note of an OpenDocument text and hands the blocks to the builder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ...model import BlockKind
from ..build import Builder
from ..numerals import clause_label
from ..written import Look, Written, guessed_level, has_typed_bullet, reads_as_heading, write
from .inline import Inline
from .lists import Numbers
from .package import Element, count, name, q
from .styles import Style, Styles
from .tables import grid

_SKIPPED = frozenset(
    "text:tracked-changes text:sequence-decls text:variable-decls text:user-field-decls office:forms svg:title "
    "svg:desc text:table-of-content-source text:illustration-index-source text:table-index-source text:soft-page-break "
    "text:alphabetical-index-source text:user-index-source text:object-index-source office:annotation "
    "text:bibliography-source".split()
)
_INDEXES = frozenset(
    "text:table-of-content text:illustration-index text:table-index text:alphabetical-index text:user-index "
    "text:object-index".split()
)


@dataclass(frozen=True, slots=True)
class _Item:
    """Where in a list we are. `bears` says whether the next paragraph bears the item's number."""

    counted: str
    style: str | None
    depth: int
    start: int | None = None
    bears: bool = True


@dataclass
class Story:
    """One story. *kind* is what its paragraphs are; None lets each paragraph's look decide. *written* makes an
    empty paragraph.
    """

    builder: Builder
    styles: Styles
    numbers: Numbers
    inline: Inline
    guess_headings: bool
    kind: BlockKind | None = None
    written: Callable[[], Written] = Written
    _item: _Item | None = None
    _carried: Written = field(init=False)
    _notes: list[Element] = field(default_factory=list)
    _contents: int = 0
    _tables: int = 0
    _hidden: int = 0

    def __post_init__(self) -> None:
        self._carried = self.written()

    def read(self, element: Element) -> None:
        """Read all that *element* holds; the XML parser's limit on depth bounds the recursion."""
        for child in element:
            kind = name(child)
            if kind in ("text:p", "text:h"):
                self._paragraph(child, kind == "text:h")
            elif kind in ("text:change-start", "text:change-end"):
                self.inline.mark(child)
            elif kind == "text:list":
                self._list(child)
            elif kind == "table:table":
                self._table(child)
            elif kind in _INDEXES:
                self._contents += 1
                self.read(child)
                self._contents -= 1
            elif kind == "text:section":
                hidden = child.get(q("text:display"), "true") == "none"
                self._hidden += hidden
                self.read(child)
                self._hidden -= hidden
            elif kind not in _SKIPPED:
                self.read(child)

    def _paragraph(self, paragraph: Element, is_heading: bool) -> None:
        style = self.styles.of("paragraph", paragraph.get(q("text:style-name")))
        if self._hidden:
            style = replace(style, hidden=True)
        self.inline.read(paragraph, style, self._carried)
        if self.inline.is_skipping:
            return  # the paragraph's end was inserted: it runs on into the next
        written, self._carried = self._carried, self.written()
        printed = self._number(paragraph, is_heading, style)
        look = self._look(paragraph, is_heading, style, written, clause_label(printed))
        write(self.builder, written, replace(look, kind=self.kind) if self.kind else look)
        for box in written.boxes:
            self._nested(box, self.kind)
        self._notes.extend(written.notes)
        if not self._tables:
            self._read_notes()

    def _number(self, paragraph: Element, is_heading: bool, style: Style) -> str:
        """The number that the paragraph bears, as printed."""
        item = self._item
        if item is not None and item.bears:
            self._item = replace(item, bears=False)
            return self.numbers.next(item.counted, item.style or style.list_name or "", item.depth, item.start)
        if item is not None or not is_heading or paragraph.get(q("text:is-list-header")) == "true":
            return ""
        if style.list_name == "":
            return ""
        start = count(paragraph, "text:start-value") if paragraph.get(q("text:restart-numbering")) == "true" else None
        return self.numbers.next("", style.list_name or "", count(paragraph, "text:outline-level"), start)

    def _look(self, paragraph: Element, is_heading: bool, style: Style, written: Written, label: str) -> Look:
        text, shown = written.text(), label or None
        if self._contents:
            return Look(BlockKind.CONTENTS, label=shown)
        if (is_heading or style.is_called("title")) and reads_as_heading(text):
            return Look(BlockKind.HEADING, max(1, count(paragraph, "text:outline-level")), shown)
        if self.guess_headings and not self._tables and (level := guessed_level(written, label)):
            return Look(BlockKind.HEADING, level, shown)
        is_numbered = label and not label.startswith("(")
        if self._item is not None and not is_numbered and not is_heading:
            return Look(BlockKind.LIST_ITEM, self._item.depth, shown)
        if has_typed_bullet(text):
            return Look(BlockKind.LIST_ITEM, 1, shown)
        return Look(BlockKind.PARAGRAPH, label=shown)

    def _list(self, element: Element) -> None:
        before = self._item
        style = element.get(q("text:style-name")) or (before.style if before else None)
        counted = before.counted if before else self.numbers.begin(element, style)
        depth = before.depth + 1 if before else 1
        for item in element:
            start = count(item, "text:start-value") if item.get(q("text:start-value")) else None
            if name(item) in ("text:list-item", "text:list-header"):
                self._item = _Item(counted, style, depth, start, name(item) == "text:list-item")
                self.read(item)
        self._item = before

    def _table(self, table: Element) -> None:
        item, self._item = self._item, None
        if self.kind is BlockKind.FURNITURE:
            for cell in grid(table):
                self.read(cell.element)
        else:
            self._tables += 1
            self.builder.begin_table()
            for cell in grid(table):
                self.builder.begin_cell(cell.row, cell.column, cell.rows, cell.columns, cell.is_heading)
                self.read(cell.element)
                self.builder.end_cell()
            self.builder.end_table()
            self._tables -= 1
        self._item = item
        if not self._tables:
            self._read_notes()

    def _read_notes(self) -> None:
        notes, self._notes = self._notes, []
        for note in notes:
            self._nested(note.find(q("text:note-body")), BlockKind.FOOTNOTE)

    def _nested(self, element: Element | None, kind: BlockKind | None) -> None:
        if element is not None:
            replace(self, kind=kind, _item=None, _notes=[]).read(element)
