"""Scanned pages: their text is recognised when the user asks, and what can't be is a gap with its reason."""

from __future__ import annotations

import io
import os
import shutil

import pypdfium2
import pytesseract
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from procure_audit.facts.extractors import of_document
from procure_audit.model import Confidence, Document, UnreadableError
from procure_audit.readers.pdf import read
from procure_audit.readers.pdf.scans import strips

DEMAND = "Bidders must hold public liability insurance of £5,000,000."
TABLE = {
    "text": ["", "Bids", "are", " ", "due", "soon"],
    "block_num": [1, 1, 1, 1, 1, 1],
    "par_num": [0, 1, 1, 1, 1, 1],
    "line_num": [0, 1, 1, 1, 2, 2],
    "left": [0, 100, 200, 0, 100, 200],
    "top": [0, 50, 50, 0, 100, 102],
    "width": [0, 80, 60, 0, 70, 90],
    "height": [0, 30, 30, 0, 30, 28],
}


def printed(text: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, A4[1] - 100, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scanned(*texts: str, first: str = "") -> bytes:
    """A page for each text as a picture of it, after one of real text if *first* is given."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    if first:
        canvas.drawString(72, A4[1] - 100, first)
        canvas.showPage()
    for text in texts:
        picture = pypdfium2.PdfDocument(printed(text))[0].render(scale=200 / 72).to_pil()
        canvas.drawImage(ImageReader(picture), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture(scope="module")
def tesseract() -> None:
    if shutil.which("tesseract") is None:
        assert "PROCURE_AUDIT_TESTS_NEED_ALL" not in os.environ, "tesseract is missing where it must be"
        pytest.skip("tesseract is not installed")


@pytest.fixture(scope="module")
def mixed(tesseract: None) -> Document:
    """A page of text and a scanned one, read with its text recognised."""
    return read(scanned(DEMAND, first="The council invites bids for a lunch club."), "a.pdf", ocr=True)


def test_a_recognised_page_is_read_with_its_place(mixed: Document) -> None:
    assert mixed.gaps == () and mixed.recognised_pages == (2,)
    assert DEMAND in mixed.text
    line = mixed.lines[-1]
    assert line.box.page == 2
    assert line.box.x0 == pytest.approx(72, abs=3) and line.box.bottom == pytest.approx(100, abs=5)


def test_the_reader_of_the_report_is_told(mixed: Document) -> None:
    assert mixed.notes == ("text recognised in scans (OCR), whose figures may be misread: page 2",)


def test_nothing_recognised_is_sure(mixed: Document) -> None:
    (cover,) = (fact for fact in of_document(mixed) if fact.kind == "insurance")
    assert cover.get("amount") == 5_000_000 and cover.places[0].page == 2
    assert cover.confidence is Confidence.MEDIUM


def test_a_scan_in_which_nothing_is_recognised_is_a_gap(tesseract: None) -> None:
    (gap,) = read(scanned("", first="The council invites bids for a lunch club."), "a.pdf", ocr=True).gaps
    assert (gap.page, gap.reason) == (2, "a scanned image: no text was recognised in it")


def test_without_tesseract_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", "no-such-program")
    with pytest.raises(UnreadableError, match="needs tesseract, which isn't installed") as caught:
        read(scanned(DEMAND), "a.pdf", ocr=True)
    assert "install tesseract" in caught.value.advice


def test_a_tesseract_that_fails_costs_only_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object, **__: object) -> None:
        raise RuntimeError("Tesseract process timeout")

    monkeypatch.setattr(pytesseract, "image_to_data", late)
    document = read(scanned(DEMAND, first="The council invites bids for a lunch club."), "a.pdf", ocr=True)
    assert [gap.reason for gap in document.gaps] == ["a scanned image: tesseract can't recognise its text"]
    assert "lunch club" in document.text


def test_lines_of_one_page_are_of_one_size_unless_they_differ_plainly() -> None:
    first, second = strips(TABLE, 3, points=0.5)
    assert (first.text, second.text) == ("Bids are", "due soon")
    assert (first.page, first.x0, first.top, first.x1, first.bottom) == (3, 50, 25, 130, 40)
    assert first.size == second.size == 15
    (large,) = [one for one in strips(TABLE | {"height": [0, 30, 30, 0, 90, 90]}, 3, points=0.5) if one.size > 30]
    assert large.text == "due soon"


def test_an_empty_page_has_no_strips() -> None:
    assert list(strips({"text": ["", " "]}, 1, points=0.5)) == []
