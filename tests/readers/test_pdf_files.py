"""PDF files as files: what they say of themselves, what can't be read of them, and damaged letters."""

from __future__ import annotations

import io
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, NumberObject, TextStringObject
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from procure_audit.model import UnreadableError
from procure_audit.readers.pdf import read
from procure_audit.readers.pdf.hyphens import vocabulary, whole
from procure_audit.readers.pdf.ligatures import repaired
from procure_audit.readers.pdf.numbering import follows
from procure_audit.readers.pdf.shapes import BROKEN, Sides, Strip, Words, strip_of

HEIGHT = A4[1]


def made(*texts: str, scans: int = 0) -> bytes:
    """A page for each text, then pages that are only a picture."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for text in texts:
        canvas.drawString(72, HEIGHT - 100, text)
        canvas.showPage()
    for _ in range(scans):
        canvas.drawImage(ImageReader(Image.new("RGB", (20, 30), "grey")), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def changed(data: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    change(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def strip(text: str) -> Strip:
    texts = text.split()
    lefts, rights = ([start + 40.0 * k for k in range(len(texts))] for start in (72, 108))
    highs, lows = [742.0] * len(texts), [730.0] * len(texts)
    sides = Sides(*(array("f", side) for side in (lefts, highs, rights, lows)))
    return strip_of(Words(texts, sides, top=842), 1, 11, bold=False, upright=True)


def test_the_file_says_its_title_language_and_that_it_is_tagged() -> None:
    def describe(writer: PdfWriter) -> None:
        writer.add_metadata({"/Title": "Home visits", "/Producer": "A program"})
        writer.root_object[NameObject("/Lang")] = TextStringObject("cy-GB")
        marked = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
        writer.root_object[NameObject("/MarkInfo")] = marked

    said = read(changed(made("One", "Two"), describe), "a.pdf").properties
    assert (said.pages, said.pages_basis, said.title, said.language) == (2, "counted", "Home visits", "cy-GB")
    assert said.tagged is True and said.producer == "A program"
    plain = read(made("One"), "a.pdf").properties
    assert plain.tagged is False and plain.language is None


def test_scanned_pages_among_others_are_gaps() -> None:
    document = read(made("A page of text that is long enough to be one.", scans=1), "a.pdf")
    (gap,) = document.gaps
    assert (gap.page, gap.what, gap.reason) == (2, "page 2", "a scanned image: it has no text layer")
    assert "--ocr" in gap.advice and document.properties.images == 1 and len(document.pages) == 2


def test_empty_pages_are_no_gaps() -> None:
    assert read(made("A page of text.", ""), "a.pdf").gaps == ()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 not this", "isn't a PDF"),
        (b"%PDF-1.7\nand then nothing of use", "damaged"),
        (made(scans=2), "every page is a scanned image"),
        (changed(made("Locked"), lambda writer: writer.encrypt("secret", algorithm="RC4-128")), "password"),
    ],
)
def test_what_can_t_be_read_is_refused_in_words(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        read(data, "a.pdf")
    assert caught.value.advice and "PDFium" not in caught.value.reason


def test_a_file_that_only_its_owner_locked_is_read() -> None:
    data = changed(made("Open to all"), lambda writer: writer.encrypt("", "owner", algorithm="RC4-128"))
    assert "Open to all" in read(data, "a.pdf").text


def test_dynamic_forms_are_refused_by_name() -> None:
    def form(writer: PdfWriter) -> None:
        xfa = writer._add_object(TextStringObject("<xdp/>"))
        fields = DictionaryObject({NameObject("/XFA"): xfa, NameObject("/Fields"): ArrayObject()})
        writer.root_object[NameObject("/AcroForm")] = fields
        writer.root_object[NameObject("/NeedsRendering")] = BooleanObject(True)

    with pytest.raises(UnreadableError, match="XFA"):
        read(changed(made("Please wait"), form), "a.pdf")


def test_pages_over_the_limit_are_one_gap() -> None:
    document = read(made("One", "Two", "Three"), "a.pdf", max_pages=1)
    assert [page.number for page in document.pages] == [1] and document.properties.pages == 3
    assert [(gap.what, gap.reason) for gap in document.gaps] == [("pages 2 to 3", "more than --max-pages")]


def test_what_is_filled_into_a_form_is_text() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.drawString(72, HEIGHT - 100, "Turnover last year:")
    canvas.acroForm.textfield(name="turnover", x=220, y=HEIGHT - 106, width=200, height=20, value="£123,456")
    canvas.acroForm.checkbox(name="agreed", x=72, y=HEIGHT - 160, checked=True)
    canvas.save()
    document = read(buffer.getvalue(), "a.pdf")
    assert document.properties.form_fields == 2 and "£123,456" in document.text


def test_a_damaged_page_of_a_form_costs_only_itself() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.acroForm.textfield(name="name", x=72, y=HEIGHT - 106, width=200, height=20, value="Home visits")
    canvas.showPage()
    canvas.drawString(72, HEIGHT - 100, "The second page.")
    canvas.save()

    def spoil(writer: PdfWriter) -> None:
        writer.root_object["/Pages"]["/Kids"][1] = NumberObject(7)  # type: ignore[index]

    document = read(changed(buffer.getvalue(), spoil), "a.pdf")
    assert "Home visits" in document.text and [gap.page for gap in document.gaps] == [2]


def test_words_that_pdfium_marks_as_broken_are_decided_by_the_file_s_own_words() -> None:
    known = vocabulary(
        [strip("The procurement of a well-run home"), strip(f"and procure{BROKEN}"), strip("ment again")]
    )
    assert whole([f"our procure{BROKEN}", "ment rules"], known) == ["our procurement", "rules"]
    assert whole([f"a well{BROKEN}", "run home"], known) == ["a well-run", "home"]
    assert whole([f"form AB{BROKEN}", "12 of it"], known) == ["form AB-12", "of it"]
    assert whole(["short-", "and long-term"], known) == ["short-", "and long-term"]


def test_words_that_lost_the_same_letters_throughout_are_repaired_and_reported() -> None:
    notes: list[str] = []
    damaged = strip("Notce of terminaton in writng with informaton for the staf afer the meetng in Walton")
    (page,) = repaired([[damaged]], notes)
    assert page[0].text == (
        "Notice of termination in writing with information for the staff after the meeting in Walton"
    )
    assert len(notes) == 1 and "letters are missing from the text layer" in notes[0]


def test_a_file_with_whole_words_is_left_alone() -> None:
    notes: list[str] = []
    sound = strip("Sutton and Boston after the settlement offer a button on time to the staff")
    assert repaired([[sound]], notes) == [[sound]] and notes == []


def test_glyphs_without_a_name_are_read_where_only_one_ligature_makes_a_word() -> None:
    notes: list[str] = []
    (page,) = repaired([[strip("the speci\ufffdcation of\ufffdcer and qu\ufffdx")]], notes)
    assert page[0].text == "the specification officer and qu\ufffdx"
    assert notes == ["page 1: letters are missing from the text layer (“qu\ufffdx”)"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("(a) one", "(b) two", True),
        ("4.1 one", "4.2 two", True),
        ("iv. one", "v. two", True),
        ("4.1 one", "4.3 two", False),
        ("(a) one", "b. two", False),
        ("Plain", "Text", False),
    ],
)
def test_numbers_that_follow_each_other(first: str, second: str, expected: bool) -> None:
    assert follows(first, second) is expected


@pytest.mark.parametrize("name", ["count_lies_1e9", "pages_loop", "deep_array", "recursive_form"])
def test_hostile_files_are_read_for_what_they_hold(shared: Path, name: str) -> None:
    data = (shared / "hostile" / "pdf" / f"{name}.pdf").read_bytes()
    assert len(read(data, "a.pdf", max_pages=100).text) < 100
