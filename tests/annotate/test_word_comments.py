"""Comments in Word files: they hang on exactly the quoted words, wherever those stand, and change nothing else."""

from __future__ import annotations

import io
import zipfile
import zlib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewed import annotated, check_package, commented, notes_on, q, root, with_types
from word_files import SPACES, cell, docx, field, p, r, table

from procure_audit.annotate.word import annotate
from procure_audit.model import Document, Span, UnreadableError
from procure_audit.readers.word import read, read_traced
from procure_audit.readers.word.package import Package

BOLD = "<w:b/>"


def reviewed(body: str, *words: str, revisions: str = "accepted", **more: str) -> bytes:
    return annotated(with_types(docx(body, **more)), *words, revisions=revisions)


def hung(body: str, words: str, revisions: str = "accepted", **more: str) -> str:
    """The words that a comment on *words* hangs on."""
    data = reviewed(body, words, revisions=revisions, **more)
    check_package(data)
    return commented(data)["about 0"]


# Where comments hang ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        (r("one two three"), "two"),
        (r("one t") + r("wo", BOLD) + r(" three"), "two"),
        (r("one two three"), "one two three"),
        (r("one ") + "<w:r><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>", "wo\tthr"),
        (f"<w:hyperlink>{r('one two')}</w:hyperlink>" + r(" three"), "two thr"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('one two')}</w:sdtContent></w:sdt>", "two"),
        (r("one ") + f'<w:ins w:id="9" w:author="A">{r("two three")}</w:ins>', "two"),
        (r("one ") + field("REF x", r("two three")), "two"),
        (r("one ") + r("two three", "<w:vanish/>"), "two"),
        (r("on\u00ade two") + r(" three"), "e t"),
    ],
)
def test_a_comment_hangs_on_exactly_the_quoted_words(inner: str, words: str) -> None:
    assert hung(f"<w:p>{inner}</w:p>", words) == words.replace("\t", "")


def test_words_over_several_paragraphs_are_one_comment() -> None:
    assert hung(p("one two") + p("three four"), "two\n\nthree") == "twothree"


def test_words_in_a_table_and_a_list() -> None:
    body = table(cell(p("one two")) + cell(p("three"))) + p("four five", "ListBullet")
    assert hung(body, "two") == "two"
    assert hung(body, "five") == "five"


def test_deleted_words_are_commented_when_the_original_is_read() -> None:
    deleted = '<w:del w:id="9" w:author="A"><w:r><w:delText>two three</w:delText></w:r></w:del>'
    assert hung(f"<w:p>{r('one ')}{deleted}</w:p>", "two", revisions="original") == "two"


def test_a_control_that_word_fills_itself_is_commented_as_a_whole() -> None:
    control = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{r('one two')}</w:sdtContent></w:sdt>"
    assert hung(f"<w:p>{control}{r(' three')}</w:p>", "two") == "one two"


def test_what_a_program_fills_in_by_paragraphs_is_commented_at_the_paragraph_before() -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Click here')}</w:sdtContent></w:sdt>"
    assert hung(p("Budget") + control + p("after"), "Click") == "Budget"


def test_a_comment_does_not_leave_its_table() -> None:
    """LibreOffice drops one that does."""
    body = table(cell(p("one two")) + cell(p("three"))) + p("four")
    assert hung(body, "two\n\nthree") == "twothree"
    assert hung(body, "two\n\nthree\n\nfour") == "twothree"


def test_a_note_is_commented_where_the_text_calls_it() -> None:
    called = p("before").replace("</w:p>", '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>')
    data = reviewed(called, "in the note", footnotes=f'<w:footnote w:id="2">{p("words in the note")}</w:footnote>')
    check_package(data)
    reference = next(root(data).iter(q("footnoteReference"))).getparent()
    assert reference is not None
    before = [child.tag for child in reference.itersiblings(preceding=True)]
    assert before[0] == q("commentRangeStart")


BOX = (
    "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wps:txbx><w:txbxContent>"
    f"{p('words in a box')}</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('words in a box')}</w:txbxContent></v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent>"
)


def test_a_text_box_is_commented_at_the_paragraph_that_holds_it() -> None:
    data = reviewed(f"<w:p>{r('before')}<w:r>{BOX}</w:r></w:p>", "in a box")
    check_package(data)
    for mark in root(data).iter(q("commentRangeStart"), q("commentReference")):
        assert not [above for above in mark.iterancestors() if above.tag == q("txbxContent")]
    assert commented(data)["about 0"].startswith("before")


def test_a_formula_is_commented_as_a_whole() -> None:
    assert reviewed("<w:p><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>", "+1")


def test_what_stands_in_a_running_head_is_told_at_the_top() -> None:
    data = reviewed(p("body"), "running", header1=p("the running head"))
    assert commented(data) == {"the top “running” about 0": "body"}


def test_formatting_is_kept_on_both_sides_of_a_cut() -> None:
    data = reviewed(f"<w:p>{r('one two three', BOLD)}</w:p>", "two")
    runs = [run for run in root(data).iter(q("r")) if run.find(q("t")) is not None]
    assert ["".join(run.itertext()) for run in runs] == ["one ", "two", " three"]
    assert all(run.find(f"{q('rPr')}/{q('b')}") is not None for run in runs)


# What is in the file already ----------------------------------------------------------------------------------------

EARLIER = (
    f'<w:p><w:commentRangeStart w:id="4"/>{r("one two")}<w:commentRangeEnd w:id="4"/>'
    '<w:r><w:commentReference w:id="4"/></w:r></w:p>'
)
SAID = f'<w:comment w:id="4" w:author="Ann Officer">{p("a remark")}</w:comment>'


def test_comments_that_are_there_stay() -> None:
    data = reviewed(EARLIER, "two", comments=SAID)
    check_package(data)
    assert commented(data) == {"a remark": "one two", "the top": "one two", "about 0": "two"}


def test_ours_get_marks_of_their_own_where_the_file_keeps_threads() -> None:
    extended = '<w15:commentEx w15:paraId="00000001" w15:done="0"/>'
    said = SAID.replace("<w:p>", '<w:p w14:paraId="00000001">')
    data = reviewed(EARLIER, "two", comments=said, commentsExtended=extended)
    check_package(data)
    marks = [value for each in root(data, "word/commentsExtended.xml") for value in each.attrib.values()]
    assert marks == ["00000001", "0", "00000002", "0", "00000003", "0"]


def test_tracked_changes_stay() -> None:
    change = '<w:ins w:id="7" w:author="A" w:date="2026-01-02T00:00:00Z">' + r("two three") + "</w:ins>"
    data = reviewed(f"<w:p>{r('one ')}{change}</w:p>", "two")
    kept = [each.attrib for each in root(data).iter(q("ins"))]
    assert kept == [{q("id"): "7", q("author"): "A", q("date"): "2026-01-02T00:00:00Z"}]


def test_every_other_part_stays_byte_for_byte() -> None:
    before = with_types(docx(p("one two"), styles="<w:docDefaults/>"))
    after = annotated(before, "two")
    old, new = (zipfile.ZipFile(io.BytesIO(data)) for data in (before, after))
    assert old.read("word/styles.xml") == new.read("word/styles.xml")
    assert set(new.namelist()) - set(old.namelist()) == {"word/comments.xml"}


def test_the_same_file_comes_out_each_time() -> None:
    assert reviewed(p("one two"), "two") == reviewed(p("one two"), "two")


# What is refused ----------------------------------------------------------------------------------------------------


def test_a_strict_file_is_refused_by_name() -> None:
    data = docx(p("one two"))
    strict = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            text = old.read(name).replace(
                SPACES.split('"')[1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
            )
            new.writestr(name, text)
    with pytest.raises(UnreadableError, match="strict Open XML"):
        annotated(strict.getvalue(), "two")


# All of it ----------------------------------------------------------------------------------------------------------


@given(st.lists(st.text("ab \u00ad", min_size=1, max_size=6), min_size=1, max_size=6), st.data())
def test_any_words_of_any_runs(runs: list[str], data: Any) -> None:
    made = with_types(docx(f"<w:p>{r('x')}{''.join(r(text) for text in runs)}{r('y')}</w:p>"))
    document = read(made, "t.docx")
    spans = [
        Span(
            *sorted(
                (data.draw(st.integers(0, len(document.text) - 3)), data.draw(st.integers(1, len(document.text) - 2)))
            )
        )
        for _ in range(3)
    ]
    spans = [span for span in spans if span.start < span.end]
    after = annotate(made, "t.docx", notes_on(document, *spans), revisions="accepted")
    check_package(after)
    told = commented(after)
    for number, span in enumerate(spans):
        assert told[f"about {number}"].replace("\u00ad", "") == document.text[span.start : span.end]
    assert read(after, "t.docx").text == document.text


FILES = sorted((Path(__file__).resolve().parents[3] / "shared").rglob("*.docx"))
REAL = [
    pytest.param(path, id=path.stem[:60], marks=[pytest.mark.slow] if path.stem == "table_20000_rows" else [])
    for path in FILES
] or [pytest.param(None, id="none")]


@pytest.mark.parametrize("path", REAL)
def test_no_real_document_loses_or_gains_a_word(path: Path | None) -> None:
    if path is None:
        pytest.skip("the real documents are not beside this checkout (../shared)")
    data = path.read_bytes()
    try:
        document = read(data, path.name)
    except UnreadableError as unread:
        pytest.skip(f"not readable at all: {unread.reason}")
    original = read(data, path.name, revisions="original")
    spans = some_spans(data, path.name)
    if refusal := why_not(data):
        with pytest.raises(UnreadableError, match=refusal):
            annotate(data, path.name, notes_on(document, *spans), revisions="accepted")
        return
    after = annotate(data, path.name, notes_on(document, *spans), revisions="accepted")
    assert read(after, path.name).text == document.text
    assert read(after, path.name).blocks == document.blocks
    assert read(after, path.name, revisions="original").text == original.text
    if document.text:
        check_package(after)
        check_words(document, spans, commented(after))


def why_not(data: bytes) -> str:
    """Why a file that can be read can't be written into; "" where it can."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        try:
            broken = file.testzip() is not None
        except zlib.error:
            broken = True
    return "strict Open XML" if Package(data).is_strict else "broken ZIP" if broken else ""


def check_words(document: Document, spans: list[Span], told: dict[str, str]) -> None:
    """Each note hangs on its words, or, where no comment may stand, is told at the top.

    A few may hang around their words: in boxes, notes, and controls that programs fill in.
    """
    top = " ".join(said for said in told if said.startswith("the top"))
    around = 0
    for number, span in enumerate(spans):
        if f"about {number}" not in told:
            assert f"about {number}" in top
        elif document.block_at(span.start) == document.block_at(span.end - 1):
            kept = iter(letters(told[f"about {number}"]))  # what was deleted between the words stands there too
            around += not all(letter in kept for letter in letters(document.text[span.start : span.end]))
    assert around <= max(2, len(spans) / 5)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def some_spans(data: bytes, name: str) -> list[Span]:
    """Stretches of the text, twenty letters long, a hundred at most."""
    origins = read_traced(data, name).trace.origins
    starts = [origin.span.start for origin in origins][:: max(1, len(origins) // 100)]
    return [Span(start, min(start + 20, following)) for start, following in pairwise(starts)]
