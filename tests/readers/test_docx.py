"""Word files: what python-docx's text leaves out, what a person sees, and what must not be seen."""

from __future__ import annotations

import pytest
from word_files import blocks, cell, docx, field, p, r, read, said, style, table, texts

from procure_audit.model import BlockKind
from procure_audit.readers.word.inline import symbol

SHOWN = '<w:vanish w:val="0"/>'


# What a person sees -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (r("one") + "<w:r><w:tab/></w:r>" + r("two"), "one\ttwo"),
        (r("one") + "<w:r><w:br/></w:r>" + r("two"), "one\ntwo"),
        (r("co") + "<w:r><w:noBreakHyphen/></w:r>" + r("op"), "co-op"),
        (r("tend") + "<w:r><w:softHyphen/></w:r>" + r("er\u00ads"), "tenders"),
        (f"<w:hyperlink>{r('linked')}</w:hyperlink>", "linked"),
        (f"<w:smartTag>{r('tagged')}</w:smartTag>", "tagged"),
        (f'<w:fldSimple w:instr="REF x">{r("Lot 2")}</w:fldSimple>', "Lot 2"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('filled in')}</w:sdtContent></w:sdt>", "filled in"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + r(" yes"), "☐ yes"),
        (
            f"<w:r><w:ruby><w:rt>{r('above')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>",
            "base",
        ),
    ],
)
def test_text_of_runs(inner: str, text: str) -> None:
    assert said(f"<w:p>{inner}</w:p>") == [text]


def test_fields_give_their_results_and_not_their_instructions() -> None:
    nested = field("IF " + "x", field(" PAGE ", r("7")))
    assert said(f"<w:p>{r('page ')}{nested}{r(' of 9')}</w:p>") == ["page 7 of 9"]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF</w:instrText></w:r>'
    assert said(f"<w:p>{r('before')}{begin}</w:p>" + p("after")) == ["before", "after"]


@pytest.mark.parametrize(("setting", "mark"), [('<w:default w:val="0"/>', "☐"), ("<w:checked/>", "☒")])
def test_checkboxes_of_old_forms(setting: str, mark: str) -> None:
    data = f"<w:ffData><w:checkBox>{setting}</w:checkBox></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert said(f"<w:p>{begin}{end}{r(' agreed')}</w:p>") == [f"{mark} agreed"]


@pytest.mark.parametrize(
    ("font", "code", "seen"),
    [("Wingdings", "F0FE", "☑"), ("Wingdings", "00A8", "☐"), ("Symbol", "F0B7", "•"), ("Symbol", "F0B3", "≥"),
     ("Arial", "20AC", "€"), ("Wingdings", "F04A", ""), ("Symbol", "zz", "")],
)  # fmt: skip
def test_symbols(font: str, code: str, seen: str) -> None:
    assert symbol(font, code) == seen


def box(text: str) -> str:
    inner = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{inner}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    assert said(f"<w:p>{box('In the box')}{r('Beside it')}</w:p>") == ["Beside it", "In the box"]


def test_a_fallback_without_a_choice_is_read() -> None:
    alone = "<w:r><mc:AlternateContent><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    assert said(f"<w:p>{alone}</w:p>") == ["old"]


def test_diagrams_are_read() -> None:
    drawn = '<w:r><w:drawing><dgm:relIds r:dm="data1"/></w:drawing></w:r>'
    data = "<dgm:pt><dgm:t><a:p><a:r><a:t>Step one</a:t></a:r></a:p></dgm:t></dgm:pt>"
    assert said(f"<w:p>{drawn}{r('Our steps')}</w:p>", data1=data) == ["Our steps", "Step one"]


def test_content_controls_around_paragraphs_rows_and_cells() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    body = control(p("whole")) + table(control("<w:tr>" + cell(p("row")) + control(cell(p("cell"))) + "</w:tr>"))
    assert said(body) == ["whole", "row", "cell"]


# Hidden text, notes, running heads ---------------------------------------------------------------------------------


def test_hidden_text_is_kept_and_marked() -> None:
    document = read(docx(f"<w:p>{r('Seen. ')}{r('Not seen.', '<w:vanish/>')}</w:p>"), "t.docx")
    assert texts(document) == ["Seen.", "Not seen."]
    assert [block.hidden for block in document.blocks] == [False, True]


def test_hidden_by_style_and_shown_again_by_the_run() -> None:
    styles = style("Secret", "<w:rPr><w:vanish/></w:rPr>")
    found = blocks(p("hidden", "Secret"), styles=styles)
    assert [block.hidden for block in found] == [True]
    body = f"<w:p><w:pPr><w:pStyle w:val='Secret'/></w:pPr>{r('shown', SHOWN)}</w:p>"
    assert [block.hidden for block in blocks(body, styles=styles)] == [False]


def test_notes_follow_their_paragraph_and_separators_are_dropped() -> None:
    notes = f'<w:footnote w:id="0" w:type="separator">{p("---")}</w:footnote>'
    notes += f'<w:footnote w:id="2">{p("A note.")}</w:footnote>'
    ends = f'<w:endnote w:id="2">{p("At the end.")}</w:endnote>'
    marks = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
    body = f"<w:p>{r('Text.')}{marks}</w:p>" + p("More.")
    document = read(docx(body, footnotes=notes, endnotes=ends), "t.docx")
    assert texts(document) == ["Text.", "A note.", "At the end.", "More."]
    assert document.blocks[1].kind is document.blocks[2].kind is BlockKind.FOOTNOTE


def test_a_note_called_in_a_table_stands_after_the_table() -> None:
    notes = f'<w:footnote w:id="2">{p("A note.")}</w:footnote>'
    body = table(cell(f'<w:p>{r("Cell")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>') + cell(p("Next")))
    document = read(docx(body, footnotes=notes), "t.docx")
    assert texts(document) == ["Cell", "Next", "A note."]
    assert document.blocks[2].table == -1


def test_headers_and_footers_are_furniture_without_tables() -> None:
    document = read(docx(p("Body"), header1=table(cell(p("Council"))), footer1=p("Page 1")), "t.docx")
    assert sorted(texts(document)[1:]) == ["Council", "Page 1"]
    assert all(block.kind is BlockKind.FURNITURE for block in document.blocks[1:])
    assert not document.tables


# Tracked changes ---------------------------------------------------------------------------------------------------

AUTHOR = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'


@pytest.mark.parametrize(("revisions", "text"), [("accepted", "pay in 30 days"), ("original", "pay in 60 days")])
def test_insertions_and_deletions(revisions: str, text: str) -> None:
    deleted = f"<w:del {AUTHOR}><w:r><w:delText>60</w:delText></w:r></w:del>"
    body = f"<w:p>{r('pay in ')}{deleted}<w:ins {AUTHOR}>{r('30')}</w:ins>{r(' days')}</w:p>"
    assert said(body, revisions) == [text]


@pytest.mark.parametrize(("revisions", "text"), [("accepted", ["B", "A"]), ("original", ["A", "B"])])
def test_moves(revisions: str, text: list[str]) -> None:
    away = f"<w:p><w:moveFrom {AUTHOR}>{r('A')}</w:moveFrom></w:p>"
    here = f"<w:p><w:moveTo {AUTHOR}>{r('A')}</w:moveTo></w:p>"
    assert said(away + p("B") + here, revisions) == text


@pytest.mark.parametrize(
    ("mark", "revisions", "text"),
    [
        ("del", "accepted", ["One. Two."]),
        ("del", "original", ["One. ", "Two."]),
        ("ins", "accepted", ["One. ", "Two."]),
        ("ins", "original", ["One. Two."]),
    ],
)
def test_a_revised_paragraph_end_parts_or_joins(mark: str, revisions: str, text: list[str]) -> None:
    body = p("One. ", extra=f"<w:rPr><w:{mark} {AUTHOR}/></w:rPr>") + p("Two.")
    assert said(body, revisions) == [part.strip() for part in text]


def test_a_deleted_paragraph_end_at_the_very_end_loses_nothing() -> None:
    assert said(p("Last.", extra=f"<w:rPr><w:del {AUTHOR}/></w:rPr>")) == ["Last."]


@pytest.mark.parametrize(("revisions", "text"), [("accepted", ["kept", "new"]), ("original", ["kept", "old"])])
def test_rows_and_cells_that_were_added_or_taken_away(revisions: str, text: list[str]) -> None:
    rows = [
        f"<w:tr><w:trPr><w:del {AUTHOR}/></w:trPr>{cell(p('old'))}</w:tr>",
        f"<w:tr><w:trPr><w:ins {AUTHOR}/></w:trPr>{cell(p('new'))}</w:tr>",
    ]
    assert said(table(cell(p("kept")), *rows), revisions) == text
    cells = cell(p("kept")) + cell(p("old"), f"<w:cellDel {AUTHOR}/>") + cell(p("new"), f"<w:cellIns {AUTHOR}/>")
    assert said(table(cells), revisions) == text


def test_changes_and_open_comments_are_counted() -> None:
    body = f"<w:p><w:ins {AUTHOR}>{r('a')}</w:ins><w:del {AUTHOR}/></w:p>"
    comments = "".join(
        f'<w:comment w:id="{n}"><w:p w14:paraId="0000000{n}">{r("?")}</w:p></w:comment>' for n in range(1, 5)
    )
    extended = (
        '<w15:commentEx w15:paraId="00000001" w15:done="0"/><w15:commentEx w15:paraId="00000002" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000003" w15:paraIdParent="00000001" w15:done="0"/>'
    )
    properties = read(docx(body, comments=comments, commentsExtended=extended), "t.docx").properties
    assert properties.changes_tracked == 2
    assert properties.comments_open == 2  # the second is done, the third is a reply, the fourth is open too
