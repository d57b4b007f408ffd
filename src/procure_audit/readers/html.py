"""Web pages: headings, lists, tables and paragraphs; scripts are left out, menus and footers set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from ..model import BlockKind, Document, Properties, UnreadableError
from .build import Builder

_DROPPED = frozenset("script style template noscript svg math head iframe object canvas select option button".split())
_FURNITURE = frozenset("nav footer".split())
_FURNITURE_ROLES = frozenset(("navigation", "contentinfo"))
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q s samp small span strike "
    "strong sub sup time tt u var wbr".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,30})", re.I)
_DEEPEST = 150
"""Elements inside each other whose kinds are told apart; Python's stack bears no more."""


def read(data: bytes, path: str) -> Document:
    """The words of a web page. Raises UnreadableError for one that can't be parsed or is nested past all sense."""
    from lxml import etree
    from lxml import html as parser

    try:
        root = parser.document_fromstring(
            _decoded(data), parser=parser.HTMLParser(remove_comments=True, remove_pis=True)
        )
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableError("it is a broken web page", "open it in a browser and print it to PDF") from error
    title = " ".join((root.findtext(".//title") or "").split()) or None
    properties = Properties(title=title, language=(root.get("lang") or "").strip() or None)
    builder = Builder(path, "html", sha256(data).hexdigest(), properties)
    _Walk(builder).element(root)
    return builder.document()


def add_fragment(builder: Builder, fragment: str) -> None:
    """Write a piece of HTML (as Markdown may hold) into *builder*; comments and broken pieces write nothing."""
    from lxml import etree
    from lxml import html as parser

    try:
        root = parser.fragment_fromstring(fragment, create_parent="div", parser=_parser())
    except (etree.LxmlError, ValueError, AssertionError):
        return
    _Walk(builder).element(root)


def _parser() -> Any:
    from lxml.html import HTMLParser

    return HTMLParser(remove_comments=True, remove_pis=True)


def _decoded(data: bytes) -> str:
    """*data* as text by its byte order mark or own declaration, else as UTF-8, else as Windows-1252."""
    declared = _CHARSET.search(data[:4096])
    names = [declared[1].decode("ascii")] if declared else []
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        names = ["utf-16"]
    for name in ("utf-8-sig", *names):
        try:
            return _undeclared(data.decode(name))
        except (UnicodeDecodeError, LookupError):
            continue
    return _undeclared(data.decode("cp1252", "replace"))


def _undeclared(text: str) -> str:
    """*text* without an XML declaration, which lxml refuses in text, and without NULs."""
    return re.sub(r"^\s*<\?xml[^>]{0,200}>", "", text).replace("\x00", "")


class _Walk:
    """Goes through the tree; inline words gather until a block begins or ends."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._words: list[str] = []
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        self._lists: list[list[int | None]] = []
        self._label: str | None = None
        self._is_furniture = False
        self._depth = 0

    def element(self, element: Any) -> None:
        """Write *element* and all that is in it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _DROPPED or _is_hidden(element):
            return
        self._depth += 1
        if self._depth < _DEEPEST:
            self._enter(element, tag)
        else:
            self._words.append(element.text_content())
        self._depth -= 1

    def _enter(self, element: Any, tag: str) -> None:
        if tag in _INLINE:
            self._inside(element)
        elif tag == "br":
            self._words.append("\n")
        elif tag == "table" and _is_data(element):
            self._flush()
            self._table(element)
        elif tag in ("ul", "ol"):
            self._list(element, tag)
        else:
            self._block(element, tag)

    def _inside(self, element: Any) -> None:
        self._words.append(element.text or "")
        for child in element:
            self.element(child)
            self._words.append(child.tail or "")

    def _block(self, element: Any, tag: str) -> None:
        self._flush()
        before = self._kind, self._level, self._is_furniture
        self._is_furniture = (
            self._is_furniture or tag in _FURNITURE or element.get("role") in ("navigation", "contentinfo")
        )
        if tag in _HEADINGS:
            self._kind, self._level = BlockKind.HEADING, _HEADINGS[tag]
        elif tag == "li":
            self._kind, self._level = BlockKind.LIST_ITEM, max(1, len(self._lists))
            self._label = self._next_number()
        self._inside(element)
        self._flush()
        self._kind, self._level, self._is_furniture = before

    def _list(self, element: Any, tag: str) -> None:
        self._flush()
        start = element.get("start") or "1"
        self._lists.append([int(start) if start.isdecimal() and len(start) < 6 else 1] if tag == "ol" else [None])
        self._inside(element)
        self._flush()
        self._lists.pop()

    def _next_number(self) -> str | None:
        number = self._lists[-1][0] if self._lists else None
        if number is None:
            return None
        self._lists[-1][0] = number + 1
        return str(number)

    def _flush(self) -> None:
        lines = [" ".join(line.split()) for line in re.split(r"\n", _spaced(self._words))]
        self._words = []
        words = "\n".join(line for line in lines if line)
        if words:
            kind = BlockKind.FURNITURE if self._is_furniture else self._kind
            label, self._label = self._label, None
            self._builder.block(kind, words, level=self._level, label=label)

    def _table(self, table: Any) -> None:
        self._builder.begin_table()
        taken: set[tuple[int, int]] = set()
        for row, element in enumerate(_rows(table)):
            column = 0
            for cell in element.iterchildren("td", "th"):
                while (row, column) in taken:
                    column += 1
                rows, columns = _span(cell, "rowspan"), _span(cell, "colspan")
                taken |= {(row + down, column + right) for down in range(rows) for right in range(columns)}
                self._cell(cell, row, column, rows, columns)
                column += columns
        self._builder.end_table()

    def _cell(self, cell: Any, row: int, column: int, rows: int, columns: int) -> None:
        self._builder.begin_cell(row, column, rows, columns, is_heading=cell.tag == "th")
        before, self._kind = self._kind, BlockKind.PARAGRAPH
        self._inside(cell)
        self._flush()
        self._kind = before
        self._builder.end_cell()


def _spaced(words: list[str]) -> str:
    """The gathered words; line ends of the source are spaces, only <br> breaks a line."""
    return "".join(word if word == "\n" else word.replace("\n", " ") for word in words)


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _is_data(table: Any) -> bool:
    """Whether a table holds values, not the layout of a page: two cells side by side and no table inside."""
    rows = list(_rows(table))
    widest = max((sum(1 for _ in row.iterchildren("td", "th")) for row in rows), default=0)
    return widest > 1 and table.find(".//table") is None


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _span(cell: Any, name: str) -> int:
    value = cell.get(name) or "1"
    return min(max(int(value), 1), 100) if value.isdecimal() and len(value) < 6 else 1
