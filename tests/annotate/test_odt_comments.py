"""Comments in OpenDocument texts: on exactly the quoted words, and every word stays."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from odt_files import odt, p

from procure_audit.annotate.notes import Line, Note, Notes
from procure_audit.annotate.odt import annotate
from procure_audit.model import Document, Reply, Span, UnreadableError
from procure_audit.readers.odt import read, read_traced

OFFICE, TEXT = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "text"))


def notes_on(document: Document, *spans: Span) -> Notes:
    notes = (Note(document.evidence(span), "A note", (Line(f"about {n}"),)) for n, span in enumerate(spans))
    return Notes((Line("the top"),), tuple(notes))


def content(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return etree.fromstring(file.read("content.xml"), etree.XMLParser(collect_ids=False))  # some stand twice


def commented(data: bytes) -> dict[str, str]:
    """The words that each comment hangs on, by what it says; of a point nothing."""
    root, words, begun = content(data), {}, {}
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_inside = any(above.tag == f"{OFFICE}annotation" for above in (element, *element.iterancestors()))
        if event == "start":
            if element.tag == f"{OFFICE}annotation":
                said = " ".join("".join(each.itertext()) for each in element.iter(f"{TEXT}p"))
                words[said] = ""
                begun[element.get(f"{OFFICE}name")] = said
            elif element.tag == f"{OFFICE}annotation-end":
                begun.pop(element.get(f"{OFFICE}name"))
        if not is_inside or (event == "end" and element.tag == f"{OFFICE}annotation"):
            text = element.text if event == "start" else element.tail
            for said in begun.values():
                words[said] += text or ""
    return words


def hung(body: str, words: str) -> str:
    data = odt(body)
    document = read(data, "t.odt")
    span = Span(document.text.index(words), document.text.index(words) + len(words))
    after = annotate(data, "t.odt", notes_on(document, span), revisions="accepted")
    assert read(after, "t.odt").text == document.text
    return commented(after)["about 0"]


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("one two three", "two"),
        ("one two three", "one two three"),
        ("one <text:span>two</text:span> three", "two"),
        ("one <text:span>two</text:span> three", "two three"),
        ("one t<text:span>wo thr</text:span>ee", "two"),
        ("one <text:a>two three</text:a> four", "three four"),
        ("one\n   two   three", "two three"),
    ],
)
def test_a_comment_hangs_on_exactly_the_quoted_words(inner: str, words: str) -> None:
    assert " ".join(hung(p(inner), words).split()) == words


def test_signs_that_stand_for_text() -> None:
    assert hung(p("one<text:tab/>two<text:s text:c='2'/>three"), "\ttwo  ".strip()) == "two"
    assert hung(p("one<text:tab/>two"), "one\ttwo") == "onetwo"


def test_words_in_a_note_are_commented_at_its_sign() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body></text:note>"
    data = odt(p("before" + note.format(p("in the note")) + " after"))
    document = read(data, "t.odt")
    at = document.text.index("in the note")
    after = annotate(data, "t.odt", notes_on(document, Span(at, at + 11)), revisions="accepted")
    note_element = next(content(after).iter(f"{TEXT}note"))
    before = note_element.getprevious()
    assert before is not None and before.tag == f"{OFFICE}annotation"
    assert read(after, "t.odt").text == document.text


OURS = (
    '<office:annotation office:name="a"{}><dc:creator>procure-audit</dc:creator><text:p>A title</text:p>'
    "<text:p>procure-audit: some-rule</text:p></office:annotation>"
)
ANSWER = (
    "<office:annotation><dc:creator>Ann</dc:creator><dc:date>2026-11-20T09:00:00</dc:date>"
    "<text:p>accept: a roof</text:p></office:annotation>"
)
END = '<office:annotation-end office:name="a"/>'


def test_an_answer_behind_a_remark() -> None:
    document = read(odt(p(f"Cover is {OURS.format('')}£10m{END}{ANSWER}.")), "t.odt")
    assert document.replies == (
        Reply(("some-rule",), (), Span(9, 13), "accept: a roof", "Ann", date(2026, 11, 20), False),
    )


def test_a_remark_marked_as_done() -> None:
    done = OURS.format(' loext:resolved="true"')
    document = read(odt(p(f"Cover is {done}£10m{END}.")), "t.odt")
    assert [(one.is_done, one.span) for one in document.replies] == [(True, Span(9, 13))]


def test_a_remark_without_an_answer() -> None:
    assert read(odt(p(f"Cover is {OURS.format('')}£10m{END}. {ANSWER}")), "t.odt").replies == ()


FILES = sorted((Path(__file__).resolve().parents[3] / "shared").rglob("*.odt"))


@pytest.mark.parametrize("path", FILES or [None], ids=lambda path: path.stem[:60] if path else "none")
def test_no_real_text_loses_or_gains_a_word(path: Path | None) -> None:
    if path is None:
        pytest.skip("the real documents are not beside this checkout (../shared)")
    data = path.read_bytes()
    try:
        traced = read_traced(data, path.name)
    except UnreadableError as unread:
        pytest.skip(f"not readable at all: {unread.reason}")
    origins = traced.trace.origins
    starts = [origin.span.start for origin in origins][:: max(1, len(origins) // 100)]
    spans = [Span(start, min(start + 20, following)) for start, following in pairwise(starts)]
    document = traced.document
    spans = [span for span in spans if document.text[span.start : span.end].strip()]
    after = annotate(data, path.name, notes_on(document, *spans), revisions="accepted")
    assert read(after, path.name).text == document.text
    assert read(after, path.name, revisions="original").text == read(data, path.name, revisions="original").text
    told = commented(after)
    assert sum(f"about {number}" in told for number in range(len(spans))) >= len(spans) / 2
