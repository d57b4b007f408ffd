"""Word files: headings, lists, tables, what the file says of itself, and refusals."""

from __future__ import annotations

import pytest
from word_files import R, W, blocks, bold, cell, docx, field, p, packed, r, read, style, table, texts, unpacked

from procure_audit.model import BlockKind, UnreadableError

LIGHT = '<w:b w:val="false"/>'


# Headings, lists, contents -----------------------------------------------------------------------------------------


def test_headings_by_name_outline_and_inheritance() -> None:
    styles = (
        style("heading 2")
        + style("Council Clause", based="heading2")
        + style("Big", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
        + style("Title")
    )
    body = p("T", "Title") + p("A", "heading2") + p("B", "CouncilClause") + p("C", "Big") + p("D")
    body += p("E", extra='<w:outlineLvl w:val="2"/>') + p("F", "heading2", '<w:outlineLvl w:val="9"/>')
    found = [(block.kind is BlockKind.HEADING, block.level) for block in blocks(body, styles=styles)]
    assert found == [(True, 1), (True, 2), (True, 2), (True, 1), (False, 0), (True, 3), (False, 0)]


def test_a_whole_clause_in_a_heading_style_is_no_heading() -> None:
    clause = "The supplier must tell the council within five days if anyone who works on the contract leaves it."
    assert [block.kind for block in blocks(p(clause, "heading2"), styles=style("heading 2"))] == [BlockKind.PARAGRAPH]


def test_bold_lines_are_headings_where_no_style_makes_any() -> None:
    body = bold("1. Scope") + bold("1.2 Places") + bold("How we score") + bold("This is a bold sentence.") + p("Plain")
    found = [(block.kind is BlockKind.HEADING, block.level) for block in blocks(body)]
    assert found == [(True, 1), (True, 2), (True, 6), (False, 0), (False, 0)]
    styled = blocks(p("Real", "heading1") + bold("Just bold"), styles=style("heading 1"))
    assert styled[1].kind is BlockKind.PARAGRAPH


def test_bold_by_style_counts_and_can_be_switched_off() -> None:
    styles = style("Strong", "<w:rPr><w:b/></w:rPr>")
    assert blocks(p("Scope", "Strong"), styles=styles)[0].kind is BlockKind.HEADING
    off = f"<w:p><w:pPr><w:pStyle w:val='Strong'/></w:pPr>{r('Scope', LIGHT)}</w:p>"
    assert blocks(off, styles=styles)[0].kind is BlockKind.PARAGRAPH


def test_list_styles_and_typed_bullets_are_list_items() -> None:
    body = p("one", "ListBullet") + p("• two") + p("-\tthree") + p("- not parted like this -x")
    kinds = [block.kind for block in blocks(body, styles=style("List Bullet"))]
    assert kinds == [BlockKind.LIST_ITEM] * 4
    assert blocks(p("–5 °C at night"))[0].kind is BlockKind.PARAGRAPH


def test_contents_by_style_by_control_and_by_field() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control = f"<w:sdt>{gallery}<w:sdtContent>{p('Contents')}</w:sdtContent></w:sdt>"
    listed = field('TOC \\o "1-3"', r("1 Scope 3") + "</w:p><w:p>" + r("2 Price 4"))
    body = p("By style 2", "toc1") + control + f"<w:p>{listed}</w:p>" + p("Text")
    kinds = [block.kind for block in blocks(body, styles=style("toc 1"))]
    assert kinds == [BlockKind.CONTENTS] * 4 + [BlockKind.PARAGRAPH]


# Tables ------------------------------------------------------------------------------------------------------------


def test_merged_cells_come_once_and_know_their_size() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    header = (
        "<w:tr><w:trPr><w:tblHeader/></w:trPr>"
        + cell(p("Cover"), '<w:gridSpan w:val="2"/>')
        + cell(p("Level"))
        + "</w:tr>"
    )
    body = table(
        header,
        cell(p("Public"), down) + cell(p("each")) + cell(p("£5m")),
        cell(p("unseen"), on) + cell(p("all")) + cell(p("£10m")),
    )
    document = read(docx(body), "t.docx")
    found = document.tables[0]
    assert (found.rows, found.columns) == (3, 3)
    assert "unseen" not in document.text
    sizes = {document.quote(each.span): (each.row, each.column, each.rows, each.columns) for each in found.cells}
    assert sizes["Cover"] == (0, 0, 1, 2)
    assert sizes["Public"] == (1, 0, 2, 1)
    assert sizes["£10m"] == (2, 2, 1, 1)
    assert [each.is_heading for each in found.row(0)] == [True, True]


def test_nested_tables_keep_their_own_cells() -> None:
    document = read(docx(table(cell(p("outer") + table(cell(p("inner")))) + cell(p("beside")))), "t.docx")
    assert texts(document) == ["outer", "inner", "beside"]
    assert [block.table for block in document.blocks] == [0, 1, 0]
    assert len(document.tables) == 2


def test_rows_that_begin_later_keep_their_columns() -> None:
    late = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell(p("B2")) + "</w:tr>"
    document = read(docx(table(cell(p("A1")) + cell(p("B1")), late)), "t.docx")
    assert document.tables[0].cells[2].column == 1


def test_absurd_spans_are_capped() -> None:
    wide = cell(p("x"), '<w:gridSpan w:val="100000000"/>')
    assert read(docx(table(wide)), "t.docx").tables[0].columns == 63


# Properties --------------------------------------------------------------------------------------------------------


def test_properties_of_the_file() -> None:
    app = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    picture = '<wp:inline><wp:docPr id="1" name="p"{}/><pic:pic/></wp:inline>'
    drawn = "".join(f"<w:r><w:drawing>{picture.format(alt)}</w:drawing></w:r>" for alt in ("", ' descr="Our logo"'))
    styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    files = unpacked(docx(f"<w:p>{drawn}</w:p>", styles=styles))
    files["docProps/app.xml"] = (
        f'<Properties xmlns="{app}"><Pages>12</Pages><Application>Word</Application></Properties>'
    )
    files["docProps/core.xml"] = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Home care</dc:title></c>'
    found = read(packed(files), "t.docx").properties
    assert (found.pages, found.pages_basis, found.producer) == (12, "declared", "Word")
    assert (found.title, found.language) == ("Home care", "en-GB")
    assert (found.images, found.images_without_text) == (2, 1)


def test_without_a_record_the_pages_are_unknown() -> None:
    found = read(docx(p("x")), "t.docx").properties
    assert (found.pages, found.pages_basis) == (None, "none")


def test_files_inside_the_file_are_named_as_not_read() -> None:
    sheet = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    sum_ = '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>'
    gaps = read(docx(f"<w:p>{r('See')}{sheet}{sum_}</w:p><w:altChunk/>"), "t.docx").gaps
    assert [gap.what for gap in gaps] == ["an embedded file (Excel.Sheet.12)", "an imported part"]


def test_strict_files_are_read_like_others() -> None:
    strict = "http://purl.oclc.org/ooxml/"
    files = unpacked(docx(p("Title", "heading1") + p("Text"), styles=style("heading 1")))
    swap = {W: f"{strict}wordprocessingml/main", R: f"{strict}officeDocument/relationships"}
    for name, text in files.items():
        for old, new in swap.items():
            text = text.replace(old, new)
        files[name] = text
    document = read(packed(files), "t.docx")
    assert texts(document) == ["Title", "Text"]
    assert document.blocks[0].kind is BlockKind.HEADING


# Refusals ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed({"other.txt": "x"}), "no Word document"),
        (packed({"word/document.xml": f'<w:other xmlns:w="{W}"/>'}), "no Word document"),
        (packed({"word/document.xml": f'<w:document xmlns:w="{W}"/>'}), "no text"),
        (packed({"word/document.xml": "<w:document"}), "is broken"),
        (docx("<w:sdt><w:sdtContent>" * 200 + "</w:sdtContent></w:sdt>" * 200), "nested too deeply"),
        (docx("<w:p/>" * 2_000_000), "ZIP bomb"),
        (b"not a zip file", "broken ZIP archive"),
    ],
)
def test_refusals_say_why(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read(data, "t.docx")


def test_tables_that_mark_no_row_as_heading_are_counted() -> None:
    pair = cell(p("a")) + cell(p("b"))
    marked = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{pair}</w:tr>"
    unmarked = f'<w:tr><w:trPr><w:tblHeader w:val="0"/></w:trPr>{pair}</w:tr>'
    single = table(cell(p("a")), cell(p("b")))
    for tables, bare in ((table(marked, pair), 0), (table(unmarked, pair), 1), (table(pair), 0), (single, 0)):
        assert read(docx(tables), "t.docx").properties.tables_without_heading == bare
