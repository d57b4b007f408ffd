"""Clause numbers that Word computes: levels, starts, restarts, overrides, links to styles, formats."""

from __future__ import annotations

import pytest
from word_files import blocks, cell, docx, p, r, read, style, table, texts

from procure_audit.model import BlockKind

CLAUSES = ("%1.", "%1.%2", "%1.%2.%3", "(%4)")


def level(position: int, text: str, form: str = "decimal", start: int = 1, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{position}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def clauses(**extra: str) -> str:
    """A list as contracts have it; `level2="..."` adds to one level."""
    forms = ("decimal", "decimal", "decimal", "lowerLetter")
    return "".join(
        level(n, text, form, extra=extra.get(f"level{n}", ""))
        for n, (text, form) in enumerate(zip(CLAUSES, forms, strict=True))
    )


def lists(*abstract: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    found = "".join(f'<w:abstractNum w:abstractNumId="{n}">{each}</w:abstractNum>' for n, each in enumerate(abstract))
    return found + nums


def num(key: int, abstract: int, inner: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{inner}</w:num>'


def item(position: int, key: int = 1, text: str = "text", named: str = "") -> str:
    return p(text, named, f'<w:numPr><w:ilvl w:val="{position}"/><w:numId w:val="{key}"/></w:numPr>')


def labels(body: str, numbering: str, **parts: str) -> list[str]:
    return [block.label for block in blocks(body, numbering=numbering, **parts)]


def run(*positions: int) -> str:
    return "".join(item(position) for position in positions)


def test_levels_count_and_begin_anew_under_a_higher_one() -> None:
    found = labels(run(0, 1, 1, 2, 3, 3, 1, 2, 0, 1), lists(clauses()))
    assert found == ["1", "1.1", "1.2", "1.2.1", "(a)", "(b)", "1.3", "1.3.1", "2", "2.1"]


def test_the_number_is_not_part_of_the_text_and_makes_the_clause() -> None:
    document = read(docx(run(0, 1, 3), numbering=lists(clauses())), "t.docx")
    assert texts(document) == ["text"] * 3
    assert [block.clause for block in document.blocks] == ["1", "1.1", "1.1(a)"]


def test_a_level_used_without_its_upper_one_shows_its_start() -> None:
    assert labels(run(1, 1), lists(level(0, "%1.", start=3) + level(1, "%1.%2"))) == ["3.1", "3.2"]


def test_empty_paragraphs_count_and_numbers_run_on_into_tables() -> None:
    body = item(0) + item(0, text="") + table(cell(item(0))) + item(0)
    assert labels(body, lists(clauses())) == ["1", "3", "4"]


@pytest.mark.parametrize(("restart", "last"), [("", "(a)"), ("0", "(c)"), ("1", "(c)"), ("2", "(a)")])
def test_restart_after_a_named_level(restart: str, last: str) -> None:
    extra = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    assert labels(run(0, 1, 3, 3, 1, 3), lists(clauses(level3=extra)))[-1] == last


def test_legal_levels_write_all_numbers_in_digits() -> None:
    two = level(0, "%1.", "upperRoman") + level(1, "%1.%2", extra="<w:isLgl/>")
    assert labels(run(0, 0, 1), lists(two)) == ["I", "II", "2.1"]


def test_lists_of_one_kind_go_on_unless_their_start_is_overridden() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    nums = num(1, 0) + num(2, 0) + num(3, 0, again)
    body = item(0, 1) + item(0, 2) + item(0, 3) + item(0, 3)
    assert labels(body, lists(clauses(), nums=nums)) == ["1", "2", "1", "2"]


def test_a_level_may_be_replaced_for_one_list() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "Part %1", "upperLetter")}</w:lvlOverride>'
    assert labels(item(0), lists(clauses(), nums=num(1, 0, own))) == ["Part A"]


def test_numbers_come_from_styles_by_link_and_by_inheritance_and_can_be_switched_off() -> None:
    linked = level(0, "%1.", extra='<w:pStyle w:val="heading1"/>')
    linked += level(1, "%1.%2", extra='<w:pStyle w:val="heading2"/>')
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("heading 1", numbered) + style("heading 2", numbered) + style("Own", based="heading2")
    styles += style("Bare", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', based="heading2")
    body = p("A", "heading1") + p("B", "heading2") + p("C", "Own") + p("D", "Bare")
    body += p("E", "heading1", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert labels(body, lists(linked), styles=styles) == ["1", "1.1", "1.2", "", ""]


def test_a_list_that_points_at_a_numbering_style() -> None:
    pointing = '<w:numStyleLink w:val="House"/>'
    styles = style("House", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', kind="numbering")
    by_home = lists(pointing, '<w:styleLink w:val="House"/>' + clauses(), nums=num(1, 0) + num(2, 1))
    assert labels(run(0, 1), by_home, styles=styles) == ["1", "1.1"]
    by_style = lists(pointing, clauses(), nums=num(1, 0) + num(2, 1))
    assert labels(run(0, 1), by_style, styles=styles) == ["1", "1.1"]


@pytest.mark.parametrize(
    ("form", "label"),
    [("upperLetter", "C"), ("lowerRoman", "(iii)"), ("upperRoman", "III"), ("decimalZero", "03"), ("ordinal", "3rd"),
     ("cardinalText", "3"), ("none", "")],
)  # fmt: skip
def test_formats(form: str, label: str) -> None:
    assert labels(item(0), lists(level(0, "%1.", form, start=3))) == [label]


def test_bullets_are_list_items_without_a_number() -> None:
    found = blocks(item(0), numbering=lists(level(0, "\uf0b7", "bullet")))
    assert [(block.kind, block.level, block.label) for block in found] == [(BlockKind.LIST_ITEM, 1, "")]


def test_lettered_items_are_list_items_and_clauses_are_paragraphs() -> None:
    found = blocks(run(1, 3), numbering=lists(clauses()))
    assert [(block.kind, block.level) for block in found] == [(BlockKind.PARAGRAPH, 0), (BlockKind.LIST_ITEM, 4)]


def test_typed_numbers_are_read_off_the_text() -> None:
    assert labels(p("4.2 Typed by hand") + p("30 days to pay"), lists(clauses())) == ["4.2", ""]


def test_deleted_clauses_are_not_counted_unless_the_original_is_read() -> None:
    gone = '<w:del w:id="1" w:author="A"/>'
    taken = f"<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:rPr>{gone}</w:rPr></w:pPr>"
    taken += "<w:del w:id='2' w:author='A'><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
    data = docx(item(0) + taken + item(0), numbering=lists(clauses()))
    assert [block.label for block in read(data, "t.docx").blocks] == ["1", "2"]
    assert [block.label for block in read(data, "t.docx", revisions="original").blocks] == ["1", "2", "3"]


def test_numbers_of_lists_that_do_not_exist_are_no_numbers() -> None:
    assert labels(item(0, 99) + item(8, 1), lists(clauses())) == ["", ""]
    assert labels("<w:p>" + r("no list part") + "</w:p>", "") == [""]
