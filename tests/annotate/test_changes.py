"""Suggestions as tracked changes: accepted they are the new text, rejected the old one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from reviewed import check_package, commented, q, root, with_types
from test_word_comments import REAL, why_not
from word_files import cell, docx, field, p, r, table

from procure_audit.annotate.notes import Clause, Line, Note, Notes
from procure_audit.annotate.plain import swaps
from procure_audit.annotate.word import annotate
from procure_audit.model import Document, Span, UnreadableError
from procure_audit.readers import read_document
from procure_audit.readers.word import read
from procure_audit.rules.words import load_words

WORDS = (("commence", "start"), ("commencement", "start"), ("utilise", "use"), ("utilisation", "use"))
WORDS += (("prior to", "before"), ("overarching", "main"), ("methodology", "method"))


def suggested(data: bytes, *clauses: tuple[str, str], words: tuple[tuple[str, str], ...] = WORDS) -> bytes:
    document = read(data, "t.docx")
    found = [Clause(at(document, old), new) for old, new in clauses]
    notes = tuple(Note(document.evidence(one.span), "A note", (Line("about it"),)) for one in found)
    return annotate(data, "t.docx", Notes((Line("the top"),), notes, tuple(found), words), revisions="accepted")


def at(document: Document, words: str) -> Span:
    return Span(document.text.index(words), document.text.index(words) + len(words))


def both(body: str, *clauses: tuple[str, str]) -> tuple[str, str]:
    """The text with all changes accepted, and with all rejected."""
    data = suggested(with_types(docx(body)), *clauses)
    check_package(data)
    return read(data, "t.docx").text.strip(), read(data, "t.docx", revisions="original").text.strip()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Bids commence prior to May.", "Bids start before May."),
        ("Utilise it. Commence now.", "Use it. Start now."),
        ("an overarching methodology", "a main method"),
        ("a utilisation rate", "a use rate"),
        ("in an utilisation", "in a use"),
    ],
)
def test_plain_words_in_the_right_case(old: str, new: str) -> None:
    assert both(p(old)) == (new, old)


@pytest.mark.parametrize(
    "text",
    [
        "the Commencement Date",
        "Commencement Date means a day",
        "“commencement” means a day",
        "PRIOR TO AWARD",
        "pre-commencement checks",
        "recommence work",
    ],
)
def test_what_may_be_a_term_or_a_name_stays(text: str) -> None:
    assert both(p(text)) == (text, text)


@pytest.mark.parametrize(
    "inner",
    [
        f"<w:hyperlink>{r('prior to')}</w:hyperlink>",
        field("REF x", r("prior to")),
        f'<w:ins w:id="3" w:author="A">{r("prior to")}</w:ins>',
        f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{r('pri')}</w:sdtContent></w:sdt>{r('or to')}",
        f"{r('prior ')}<w:r><w:tab/><w:t>to</w:t></w:r>",
    ],
)
def test_what_cannot_be_changed_safely_stays(inner: str) -> None:
    data = with_types(docx(f"<w:p>{r('one ')}{inner}</w:p>"))
    assert read(suggested(data), "t.docx").text == read(data, "t.docx").text


def test_headings_stay() -> None:
    heading = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    body = f"<w:p>{heading}{r('prior to award')}</w:p>"
    assert both(body) == ("prior to award", "prior to award")


def test_a_word_over_several_runs_is_one_change_in_the_look_of_its_beginning() -> None:
    data = suggested(with_types(docx(f"<w:p>{r('pri', '<w:b/>')}{r('or to')}</w:p>")))
    document = root(data)
    assert (len(list(document.iter(q("del")))), len(list(document.iter(q("ins"))))) == (2, 1)
    added = next(document.iter(q("ins")))
    assert ["".join(added.itertext()), added.find(f"{q('r')}/{q('rPr')}/{q('b')}") is not None] == ["before", True]
    assert {key.rsplit("}")[-1] for key in added.attrib} == {"id", "author"}


def test_a_model_clause_stands_behind_the_one_it_would_replace() -> None:
    new, old = both(p("Cover is £10m.") + p("after"), ("£10m", "Cover is £5m."))
    assert new.split("\n\n") == ["Cover is £10m.", "Cover is £5m.", "after"]
    assert old.split("\n\n") == ["Cover is £10m.", "after"]


def test_a_model_clause_in_a_table_stands_in_its_cell() -> None:
    body = table(cell(p("Cover")) + cell(p("£10m"))) + p("after")
    new, old = both(body, ("£10m", "Cover is £5m."))
    assert new.split("\n\n") == ["Cover", "£10m", "Cover is £5m.", "after"]
    assert old.split("\n\n") == ["Cover", "£10m", "after"]


def test_several_model_clauses_for_one_paragraph() -> None:
    clauses = (("Cover", "One."), ("is", "Two."), ("£10m", "One."))
    new, old = both(p("Cover is £10m."), *clauses)
    assert new.split("\n\n") == ["Cover is £10m.", "One.", "Two."]
    assert old == "Cover is £10m."


def test_a_model_clause_looks_like_the_one_that_it_would_replace() -> None:
    """So that both programs' ways of joining two paragraphs give back the old one."""
    number = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    data = suggested(with_types(docx(p("Cover is £10m.", "Clause", number))), ("£10m", "Cover is £5m."))
    old, new = root(data).iter(q("p"))
    looks = [[etree.tostring(one) for one in each.find(q("pPr")) if one.tag != q("rPr")] for each in (old, new)]
    assert looks[0] == looks[1] != []
    assert old.find(f"{q('pPr')}/{q('rPr')}/{q('ins')}") is not None


@pytest.mark.parametrize("end", ["<w:sectPr/>", '<w:rPr><w:ins w:id="8" w:author="A"/></w:rPr>'])
def test_an_end_that_is_more_than_an_end_gets_no_clause(end: str) -> None:
    data = with_types(docx(p("Cover is £10m.", extra=end) + p("after")))
    assert read(suggested(data, ("£10m", "Cover is £5m.")), "t.docx").text == read(data, "t.docx").text


def test_a_comment_holds_both_the_old_and_the_new_word() -> None:
    data = with_types(docx(p("Bids commence in May.")))
    document = read(data, "t.docx")
    note = Note(document.evidence(at(document, "commence")), "A note", (Line("about it"),))
    after = annotate(data, "t.docx", Notes((Line("the top"),), (note,), (), WORDS), revisions="accepted")
    assert commented(after)["about it"] == "commencestart"


@given(st.lists(st.sampled_from(["prior to", "utilise ", "commence", " a", "\u00ad", "Prior", ". ", "x"]), max_size=9))
def test_rejecting_gives_back_every_text(runs: list[str]) -> None:
    data = with_types(docx(f"<w:p>{''.join(map(r, runs))}{r('end')}</w:p>" + p("after")))
    document = read(data, "t.docx")
    after = suggested(data, ("end", "New."))
    assert read(after, "t.docx", revisions="original").text == document.text
    expected = document.text
    for swap in reversed(list(swaps(document, WORDS))):
        expected = expected[: swap.span.start] + swap.plain + expected[swap.span.end :]
    assert read(after, "t.docx").text == expected.replace("\n\nafter", "\n\nNew.\n\nafter")


@pytest.mark.parametrize("path", REAL)
def test_rejecting_gives_back_every_real_document(path: Path | None) -> None:
    if path is None:
        pytest.skip("the real documents are not beside this checkout (../shared)")
    data = path.read_bytes()
    try:
        document = read_document(data, path.name)
    except UnreadableError as unread:
        pytest.skip(f"not readable at all: {unread.reason}")
    if document.format != "docx" or why_not(data):
        pytest.skip("refused by name: another test")
    clauses = tuple(Clause(block.span, f"Model clause {n}.") for n, block in enumerate(document.body()) if n % 7 == 0)
    notes = Notes((Line("the top"),), (), clauses, load_words().safe)
    after = annotate(data, path.name, notes, revisions="accepted")
    original = read(data, path.name, revisions="original")
    assert read(after, path.name, revisions="original").text == original.text
    new = read(after, path.name)
    added = [new.text[b.span.start : b.span.end] for b in new.blocks]
    assert [text for text in added if not text.startswith("Model clause ")] == with_swaps(document, added)


def with_swaps(document: Document, added: list[str]) -> list[str]:
    """The blocks of *document* with the swaps that were made; which those are, *added* tells."""
    there = iter([text for text in added if not text.startswith("Model clause ")])
    blocks = []
    for block in document.blocks:
        text, got = document.text[block.span.start : block.span.end], next(there)
        inside = [one for one in swaps(document, load_words().safe) if one.span in block.span] if text != got else []
        for swap in reversed(inside):
            start = swap.span.start - block.span.start
            swapped = text[:start] + swap.plain + text[swap.span.end - block.span.start :]
            text = swapped if swapped[start:] == got[len(got) - len(swapped) + start :] else text
        blocks.append(text)
    return blocks
