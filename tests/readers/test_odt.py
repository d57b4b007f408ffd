"""OpenDocument texts: what a person sees, numbers that Writer computes, revisions, tables, properties, refusals."""

from __future__ import annotations

import pytest
from odt_files import SPACES, blocks, cell, odt, p, read, said, table, texts

from procure_audit.model import BlockKind, UnreadableError

WIDE = 'table:number-columns-spanned="2"'
HIDDEN = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("one<text:tab/>two", "one\ttwo"),
        ("one<text:line-break/>two", "one\ntwo"),
        ('one<text:s text:c="3"/>two', "one   two"),
        ("one\n      two", "one two"),
        ("a<text:span> b</text:span> c", "a b c"),
        ("tend\u00aders", "tenders"),
        ("page <text:page-number>7</text:page-number>", "page 7"),
        ("<text:a>linked</text:a>", "linked"),
        ("<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>up</text:ruby-text></text:ruby>", "base"),
        ("seen<office:annotation><text:p>remark</text:p></office:annotation>", "seen"),
        ('<field:fieldmark field:type="vnd.oasis.opendocument.field.FORMCHECKBOX"/> yes', "☐ yes"),
        ("a<text:soft-page-break/>b", "ab"),
    ],
)
def test_text_of_paragraphs(inner: str, text: str) -> None:
    assert said(p(inner)) == [text]


def test_hidden_text_is_kept_and_marked() -> None:
    inner = 'Seen. <text:span text:style-name="H">Not seen.</text:span>'
    document = read(odt(p(inner), automatic=HIDDEN), "t.odt")
    assert texts(document) == ["Seen.", "Not seen."]
    assert [block.hidden for block in document.blocks] == [False, True]
    section = f'<text:section text:display="none">{p("in a hidden section")}</text:section>{p("after")}'
    assert [block.hidden for block in blocks(section)] == [True, False]


def test_text_boxes_and_notes_follow_their_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('In the box')}</draw:text-box></draw:frame>"
    note = "<text:note><text:note-citation>1</text:note-citation>"
    note += f"<text:note-body>{p('A note.')}</text:note-body></text:note>"
    document = read(odt(p(f"Text{note}{box}.") + p("More")), "t.odt")
    assert texts(document) == ["Text.", "In the box", "A note.", "More"]
    assert document.blocks[2].kind is BlockKind.FOOTNOTE


def test_headings_contents_and_running_heads() -> None:
    contents = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>no</text:index-title-template>"
        f"</text:table-of-content-source><text:index-body>{p('Scope 3')}</text:index-body></text:table-of-content>"
    )
    heads = f"<style:master-page><style:header>{p('Council')}</style:header></style:master-page>"
    body = contents + '<text:h text:outline-level="2">Scope</text:h>' + p("Text")
    found = [(block.kind, block.level) for block in blocks(body, styles=heads)]
    assert found == [
        (BlockKind.CONTENTS, 0),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.FURNITURE, 0),
    ]


def test_bold_lines_are_headings_where_there_are_no_others() -> None:
    bold = '<style:style style:name="B" style:family="paragraph">'
    bold += '<style:text-properties fo:font-weight="bold"/></style:style>'
    assert [block.kind for block in blocks(p("1. Scope", "B") + p("Text"), automatic=bold)] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]


# Numbers -----------------------------------------------------------------------------------------------------------

LEVELS = """
<text:list-style style:name="L">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
  <text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
<text:list-style style:name="P">
  <text:list-level-style-number text:level="1" style:num-format="I" loext:num-list-format="Part %1%:"/>
</text:list-style>
"""


def item(inner: str, extra: str = "") -> str:
    return f"<text:list-item {extra}>{inner}</text:list-item>"


def listed(*items: str, style: str = "L", extra: str = "") -> str:
    return f'<text:list text:style-name="{style}" {extra}>{"".join(items)}</text:list>'


def inner(*items: str) -> str:
    return f"<text:list>{''.join(items)}</text:list>"


def labels(body: str) -> list[str]:
    return [block.label for block in blocks(body, automatic=LEVELS)]


def test_levels_of_a_list() -> None:
    deepest = inner(item(p("x")), item(p("x")))
    body = listed(item(p("x") + inner(item(p("x") + deepest), item(p("x")))), item(p("x") + inner(item(p("x")))))
    assert labels(body) == ["1", "1.1", "(a)", "(b)", "1.2", "2", "2.1"]


def test_only_the_first_paragraph_of_an_item_bears_its_number() -> None:
    body = listed(item(p("x") + p("y")), f"<text:list-header>{p('z')}</text:list-header>", item(p("x")))
    assert labels(body) == ["1", "", "", "2"]


def test_starts() -> None:
    assert labels(listed(item(p("x"), 'text:start-value="7"'), item(p("x")))) == ["7", "8"]


def test_a_new_list_begins_anew_unless_it_continues() -> None:
    once = listed(item(p("x")), extra='xml:id="first"')
    other = listed(item(p("x")))
    assert labels(once + other) == ["1", "1"]
    assert labels(once + listed(item(p("x")), extra='text:continue-numbering="true"')) == ["1", "2"]
    assert labels(once + other + listed(item(p("x")), item(p("x")), extra='text:continue-list="first"')) == [
        "1",
        "1",
        "2",
        "3",
    ]


def test_patterns_and_bullets() -> None:
    found = blocks(listed(item(p("x")), style="P") + listed(item(p("x")), style="B"), automatic=LEVELS)
    assert [block.label for block in found] == ["Part I", ""]
    assert found[1].kind is BlockKind.LIST_ITEM and found[1].level == 1


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style></office:styles>"
    )
    body = "".join(f'<text:h text:outline-level="{level}">x</text:h>' for level in (1, 2, 2, 1, 2))
    body += '<text:h text:outline-level="1" text:is-list-header="true">x</text:h>'
    assert [block.label for block in blocks(body, styles=outline)] == ["1", "1.1", "1.2", "2", "2.1", ""]


# Tracked changes ---------------------------------------------------------------------------------------------------


def changed(*regions: str) -> str:
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def region(key: str, kind: str, held: str = "") -> str:
    return f'<text:changed-region text:id="{key}"><text:{kind}>{held}</text:{kind}></text:changed-region>'


def mark(kind: str, key: str) -> str:
    return f'<text:change{kind} text:change-id="{key}"/>'


@pytest.mark.parametrize(("revisions", "text"), [("accepted", "pay in 30 days"), ("original", "pay in 60 days")])
def test_insertions_and_deletions(revisions: str, text: str) -> None:
    changes = changed(region("d", "deletion", p("60")), region("i", "insertion"))
    body = changes + p(f"pay in {mark('', 'd')}{mark('-start', 'i')}30{mark('-end', 'i')} days")
    assert said(body, revisions) == [text]
    assert read(odt(body), "t.odt").properties.changes_tracked == 2


def test_an_inserted_paragraph_end_joins_in_the_original() -> None:
    body = changed(region("i", "insertion")) + p(f"One. {mark('-start', 'i')}New") + p(f"line. {mark('-end', 'i')}Two.")
    assert said(body) == ["One. New", "line. Two."]
    assert said(body, "original") == ["One. Two."]


# Tables, properties, refusals --------------------------------------------------------------------------------------


def test_tables_with_spans_and_headings() -> None:
    head = "<table:table-header-rows><table:table-row>" + cell(p("Cover"), WIDE)
    head += "<table:covered-table-cell/></table:table-row></table:table-header-rows>"
    body = f"<table:table>{head}<table:table-row>{cell(p('Public'))}{cell(p('£5m'))}</table:table-row></table:table>"
    document = read(odt(body), "t.odt")
    found = document.tables[0]
    assert (found.rows, found.columns) == (2, 2)
    assert [(each.row, each.column, each.columns) for each in found.cells] == [(0, 0, 2), (1, 0, 1), (1, 1, 1)]
    assert found.cells[0].is_heading


def test_repeats_are_capped_and_tables_nest() -> None:
    many = cell(p("x"), 'table:number-columns-repeated="1000000"')
    assert read(odt(table(many)), "t.odt").tables[0].columns == 63
    document = read(odt(table(cell(p("outer") + table(cell(p("inner")))))), "t.odt")
    assert [block.table for block in document.blocks] == [0, 1]


def test_properties_of_the_file() -> None:
    meta = (
        f"<office:document-meta {SPACES}><office:meta><dc:title>Home care</dc:title>"
        '<meta:document-statistic meta:page-count="12"/></office:meta></office:document-meta>'
    )
    styles = (
        '<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/>'
        "</style:default-style>"
    )
    pictures = "<draw:frame><draw:image/></draw:frame><draw:frame><draw:image/><svg:desc>Logo</svg:desc></draw:frame>"
    notes = '<office:annotation/><office:annotation loext:resolved="true"/>'
    found = read(odt(p(f"x{pictures}{notes}<draw:control/>"), styles=styles, meta=meta), "t.odt").properties
    assert (found.pages, found.pages_basis, found.title, found.language) == (12, "declared", "Home care", "en-GB")
    assert (found.images, found.images_without_text, found.comments_open, found.form_fields) == (2, 1, 1, 1)


def test_a_locked_file_is_named_as_locked() -> None:
    manifest = f"<manifest:manifest {SPACES}><manifest:encryption-data/></manifest:manifest>"
    with pytest.raises(UnreadableError, match="locked with a password"):
        read(odt(p("x"), **{"META-INF__manifest": manifest}), "t.odt")


def test_refusals_say_why() -> None:
    with pytest.raises(UnreadableError, match="no OpenDocument text"):
        read(odt(p("x"), content=f"<office:document-content {SPACES}/>"), "t.odt")
    with pytest.raises(UnreadableError, match="nested too deeply"):
        read(odt("<text:section>" * 300 + "</text:section>" * 300), "t.odt")
    with pytest.raises(UnreadableError, match="broken ZIP archive"):
        read(b"not a zip file", "t.odt")


def test_tables_that_mark_no_row_as_heading_are_counted() -> None:
    pair = cell(p("a")) + cell(p("b"))
    bare = table(pair, pair)
    marked = bare.replace("<table:table-row>", "<table:table-header-rows><table:table-row>", 1).replace(
        "</table:table-row>", "</table:table-row></table:table-header-rows>", 1
    )
    for tables, count in ((bare, 1), (marked, 0), (table(pair), 0), (table(cell(p("a")), cell(p("b"))), 0)):
        assert read(odt(tables), "t.odt").properties.tables_without_heading == count
