"""Markdown into blocks."""

from __future__ import annotations

from procure_audit.model import BlockKind
from procure_audit.readers.markdown import read

TENDER = """# Tender for *lunch clubs*

Some **bold** words with a [link](https://example.org/terms).
They go on.

## 2. Cover

- public liability
  - for the hall
- employers

3. third
4. fourth

| Type   | Amount |
|--------|--------|
| Public | £5m    |

<table><tr><th>Lot</th><th>Area</th></tr><tr><td>1</td><td>North</td></tr></table>

<!-- a note to ourselves -->

```
as typed
```
"""


def test_every_kind_of_block() -> None:
    document = read(TENDER.encode(), "tender.md")
    assert [(block.kind.value, block.level, document.quote(block.span)) for block in document.blocks] == [
        ("heading", 1, "Tender for lunch clubs"),
        ("paragraph", 0, "Some bold words with a link. They go on."),
        ("heading", 2, "2. Cover"),
        ("list_item", 1, "public liability"),
        ("list_item", 2, "for the hall"),
        ("list_item", 1, "employers"),
        ("list_item", 1, "third"),
        ("list_item", 1, "fourth"),
        ("cell", 0, "Type"),
        ("cell", 0, "Amount"),
        ("cell", 0, "Public"),
        ("cell", 0, "£5m"),
        ("cell", 0, "Lot"),
        ("cell", 0, "Area"),
        ("cell", 0, "1"),
        ("cell", 0, "North"),
        ("paragraph", 0, "as typed"),
    ]
    assert [(table.rows, table.columns) for table in document.tables] == [(2, 2), (2, 2)]


def test_numbers_of_a_list_are_labels() -> None:
    document = read(TENDER.encode(), "tender.md")
    numbered = [block.label for block in document.blocks if block.kind is BlockKind.LIST_ITEM and block.label]
    assert numbered == ["3", "4"]


def test_cells_know_their_column() -> None:
    document = read(TENDER.encode(), "tender.md")
    amount = document.tables[0].cells[-1]
    assert amount.column_heading is not None
    assert document.quote(amount.column_heading) == "Amount"


def test_unclosed_marks_are_read_as_words() -> None:
    document = read(b"**bold and [a link](nowhere\n\n| a | b", "tender.md")
    assert "bold and" in document.text and "| a | b" in document.text
