"""Web pages into blocks."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.model import BlockKind, UnreadableError
from procure_audit.readers.html import read

PAGE = """<!doctype html><html lang="en-GB"><head><title>The
 tender</title><style>p{color:red}</style></head><body>
<nav><ul><li>Home</li></ul></nav>
<h1>Lunch clubs</h1>loose words<p>A paragraph with <b>bold</b>,
a new line<br>and a break</p>
<ol start=3><li>three<li>four<ul><li>inside four</ul></ol>
<table><tr><th>Type<th>Amount<tr><td rowspan=2>Public<td><p>£5m</p><p>each claim</p><tr><td>£6m</table>
<div style="display: none">unseen</div><script>steal()</script>
<footer>Copyright</footer></body></html>"""


def told(page: str) -> list[tuple[str, str]]:
    document = read(page.encode(), "page.html")
    return [(block.kind.value, document.text[block.span.start : block.span.end]) for block in document.blocks]


def test_every_kind_of_block() -> None:
    assert told(PAGE) == [
        ("furniture", "Home"),
        ("heading", "Lunch clubs"),
        ("paragraph", "loose words"),
        ("paragraph", "A paragraph with bold, a new line\nand a break"),
        ("list_item", "three"),
        ("list_item", "four"),
        ("list_item", "inside four"),
        ("cell", "Type"),
        ("cell", "Amount"),
        ("cell", "Public"),
        ("cell", "£5m"),
        ("cell", "each claim"),
        ("cell", "£6m"),
        ("furniture", "Copyright"),
    ]


def test_what_the_page_says_of_itself() -> None:
    properties = read(PAGE.encode(), "page.html").properties
    assert (properties.title, properties.language) == ("The tender", "en-GB")


def test_a_list_has_its_numbers() -> None:
    document = read(PAGE.encode(), "page.html")
    assert [block.label for block in document.blocks if block.kind is BlockKind.LIST_ITEM] == ["3", "4", ""]


def test_a_cell_under_one_that_spans_rows_stands_in_its_own_column() -> None:
    document = read(PAGE.encode(), "page.html")
    last = document.tables[0].cells[-1]
    assert (last.row, last.column, document.quote(last.span)) == (2, 1, "£6m")


def test_a_table_that_only_lays_out_the_page_is_no_table() -> None:
    page = "<table><tr><td><h2>Cover</h2><p>Hold it.</p></td></tr></table>"
    assert told(page) == [("heading", "Cover"), ("paragraph", "Hold it.")]


@pytest.mark.parametrize(
    "data",
    [
        "<p>cost £5".encode(),
        "<p>cost £5".encode("cp1252"),
        '<meta charset="iso-8859-15"><p>cost £5'.encode("iso-8859-15"),
        "<p>cost £5".encode("utf-16"),
        '<?xml version="1.0" encoding="utf-8"?><html><p>cost £5</p></html>'.encode(),
    ],
)
def test_encodings(data: bytes) -> None:
    assert read(data, "page.html").text.strip() == "cost £5"


def test_a_page_nested_past_all_sense_keeps_its_words() -> None:
    assert "deep" in read(b"<div>" * 200 + b"deep", "page.html").text


@given(st.text(alphabet="<>/ab tdrhlui=\"'&;!-", max_size=200))
def test_any_tag_soup_is_read_or_refused(soup: str) -> None:
    with suppress(UnreadableError):
        document = read(soup.encode(), "page.html")
        assert all(document.text[block.span.start : block.span.end].strip() for block in document.blocks)
