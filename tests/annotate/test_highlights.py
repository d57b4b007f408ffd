"""Highlights in PDFs: over exactly the quoted words, on turned and cropped pages too; the file's bytes stay."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

from procure_audit.annotate.notes import Line, Note, Notes
from procure_audit.annotate.pdf import annotate
from procure_audit.model import Document, Span, UnreadableError
from procure_audit.readers.pdf import read

WORDS = "The cover that we ask of you is ten million pounds for each and every claim."


ORIGINS = {0: (100, 500), 90: (300, 200), 180: (500, 500), 270: (300, 700)}


def page(*, turned: int = 0, cropped: bool = False) -> bytes:
    """A page with one line of text that is upright as the page is shown; it begins at one of `ORIGINS` in the file."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=True)
    canvas.setFont("Helvetica", 10)
    canvas.translate(*ORIGINS[turned])
    canvas.rotate(turned)
    canvas.drawString(0, 0, WORDS)
    canvas.save()
    writer = PdfWriter(io.BytesIO(out.getvalue()))
    if turned:
        writer.pages[0].rotate(turned)
    if cropped:
        writer.pages[0].cropbox.lower_left, writer.pages[0].cropbox.upper_right = (50, 60), (560, 800)
    done = io.BytesIO()
    writer.write(done)
    return done.getvalue()


def noted(document: Document, words: str) -> Notes:
    span = Span(document.text.index(words), document.text.index(words) + len(words))
    return Notes((Line("the top"),), (Note(document.evidence(span), "A note", (Line("about it"),)),))


def reviewed(data: bytes, words: str) -> bytes:
    return annotate(data, "t.pdf", noted(read(data, "t.pdf"), words), revisions="accepted")


def marks(data: bytes, number: int = 0) -> dict[str, Any]:
    annotations = PdfReader(io.BytesIO(data)).pages[number]["/Annots"]
    return {str(each.get_object()["/Subtype"]): each.get_object() for each in annotations}  # type: ignore[attr-defined]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True])
def test_a_highlight_lies_on_exactly_the_quoted_words(turned: int, cropped: bool) -> None:
    """In the file's own coordinates the words stand at one place, however the page is shown."""
    canvas = Canvas(io.BytesIO())
    start, end = (canvas.stringWidth(WORDS[: WORDS.index(part)], "Helvetica", 10) for part in ("ten", " for"))
    found = marks(reviewed(page(turned=turned, cropped=cropped), "ten million pounds"))
    x0, y0, x1, y1 = map(float, found["/Highlight"]["/Rect"])
    x, y = ORIGINS[turned]
    along, across = ((x0 - x, x1 - x), (y0 - y, y1 - y)) if turned in (0, 180) else ((y0 - y, y1 - y), (x0 - x, x1 - x))
    assert sorted(map(abs, along)) == [pytest.approx(start, abs=1), pytest.approx(end, abs=1)]
    assert min(across) < 0 < max(across)
    assert 8 <= max(across) - min(across) <= 14


@pytest.mark.parametrize("turned", [0, 90])
def test_what_is_added_stands_behind_the_bytes_of_the_file(turned: int) -> None:
    data = page(turned=turned)
    after = reviewed(data, "ten million")
    assert after.startswith(data)
    assert after == reviewed(data, "ten million")
    assert read(after, "t.pdf").text == read(data, "t.pdf").text


def test_the_note_its_author_and_the_bookmark() -> None:
    after = reviewed(page(), "ten million")
    found = marks(after)
    assert [found["/Highlight"][key] for key in ("/Contents", "/T")] == ["about it", "procure-audit"]
    assert found["/Text"]["/Contents"] == "the top"
    outline = PdfReader(io.BytesIO(after)).outline
    assert outline[0]["/Title"] == "procure-audit"  # type: ignore[index, call-overload]
    assert outline[1][0]["/Title"] == "A note"  # type: ignore[index, call-overload]


def test_words_over_two_lines_are_two_boxes_of_one_highlight() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=True)
    canvas.drawString(100, 500, "The cover that we ask of you, which is of ten million")
    canvas.drawString(100, 486, "pounds for each claim, must be held on the first day.")
    canvas.save()
    assert len(marks(reviewed(out.getvalue(), "ten million\npounds"))["/Highlight"]["/QuadPoints"]) == 16


def test_a_file_protected_against_changes_is_refused_by_name() -> None:
    writer = PdfWriter(io.BytesIO(page()))
    writer.encrypt("", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(UnreadableError, match="protected against changes"):
        reviewed(out.getvalue(), "ten million")


REAL = ("corpus", "hard")


@pytest.mark.parametrize("folder", REAL)
def test_real_files_keep_their_text(folder: str, shared: Path) -> None:
    done = 0
    for path in sorted((shared / folder).rglob("*.pdf")):
        data = path.read_bytes()
        if len(data) > 700_000:
            continue
        try:
            document = read(data, path.name)
            after = annotate(data, path.name, notes_everywhere(document), revisions="accepted")
        except UnreadableError:
            continue
        assert after.startswith(data)
        assert texts(after) == texts(data), path.name
        done += 1
    assert done > 5


def texts(data: bytes) -> list[str]:
    """The text of each page as pdfium has it."""
    with PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def notes_everywhere(document: Document) -> Notes:
    blocks = list(document.body())
    spans = [block.span for block in blocks[:: max(1, len(blocks) // 20)]]
    return Notes((Line("the top"),), tuple(Note(document.evidence(span), "A note", (Line("it"),)) for span in spans))
