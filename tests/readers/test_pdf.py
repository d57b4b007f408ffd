"""PDF files, made here by reportlab and changed by pypdf."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from procure_audit.model import BlockKind, Document, Span
from procure_audit.readers.pdf import read

Draw = Callable[[Canvas], None]
HEIGHT = A4[1]
SENTENCES = (
    "The provider keeps a record of each visit and shows it to the council",
    "when asked, within ten working days of the request being made in writing,",
    "and keeps every record for three years after the contract has come to an end.",
)


def made(*pages: Draw, tagged_language: str = "", title: str = "", size: tuple[float, float] = A4) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, lang=tagged_language or None)
    if title:
        canvas.setTitle(title)
    for draw in pages:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(canvas: Canvas, texts: Sequence[str], x: float = 72, top: float = 120, pitch: float = 14) -> None:
    for k, text in enumerate(texts):
        canvas.drawString(x, HEIGHT - top - k * pitch, text)


def text_page(*texts: str) -> Draw:
    return lambda canvas: lines(canvas, texts)


def blocks(document: Document, kind: BlockKind) -> list[str]:
    return [document.quote(block.span) for block in document.blocks if block.kind is kind]


def page_of(document: Document, words: str) -> int | None:
    return document.page_at(document.text.index(words))


def changed(data: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    change(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_lines_of_a_paragraph_are_one_block_with_a_box_for_each() -> None:
    document = read(made(text_page(*SENTENCES)), "a.pdf")
    assert blocks(document, BlockKind.PARAGRAPH) == [" ".join(SENTENCES)]
    assert len(document.lines) == 3
    box = document.lines[0].box
    assert box.page == 1 and box.x0 == pytest.approx(72, abs=1) and 105 < box.top < 120 < box.bottom < 130
    assert document.text[slice(*_ends(document.lines[1].span))] == SENTENCES[1]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def test_a_wider_gap_begins_a_paragraph() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, SENTENCES)
        lines(canvas, SENTENCES, top=180)

    assert len(blocks(read(made(draw), "a.pdf"), BlockKind.PARAGRAPH)) == 2


def test_headings_stand_out_by_size_weight_or_number() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(72, HEIGHT - 80, "Home visits in the valley")
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(72, HEIGHT - 104, "1 Instructions")
        canvas.setFont("Helvetica", 11)
        lines(canvas, SENTENCES)
        canvas.setFont("Helvetica-Bold", 11)
        lines(canvas, ["Please send the whole form back to us before the day that is named above."], top=190)
        canvas.setFont("Helvetica", 11)
        lines(canvas, ["2 Payment"], top=220)
        lines(canvas, ["2.1 We pay each sound invoice within thirty days of its arrival."], top=244)

    document = read(made(draw), "a.pdf")
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    assert [document.quote(block.span) for block in headings] == [
        "Home visits in the valley",
        "1 Instructions",
        "2 Payment",
    ]
    assert headings[0].level < headings[1].level == headings[2].level


def test_list_items_part_although_their_lines_are_close() -> None:
    items = ["• staff who know the area", "• a telephone line", "(a) first aid", "(b) safe lifting", "1. One", "2. Two"]
    assert blocks(read(made(text_page(*items)), "a.pdf"), BlockKind.LIST_ITEM) == items


def test_a_line_that_happens_to_begin_with_a_number_stays_in_its_paragraph() -> None:
    text = (
        "The provider meets the standard that is set out in full in clause",
        "4.2 and in each of the schedules to it.",
    )
    assert blocks(read(made(text_page(*text)), "a.pdf"), BlockKind.PARAGRAPH) == [" ".join(text)]


def with_furniture(number: int, *texts: str) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, HEIGHT - 40, "Valley Council: home visits")
        lines(canvas, texts)
        canvas.drawString(290, 40, f"Page {number} of 3")

    return draw


def test_running_heads_are_set_aside_and_don_t_cut_sentences() -> None:
    first = (*SENTENCES, "The council may end the contract early if the provider has not")
    second = ("put right a fault within ten days of being told about it.", *SENTENCES)
    data = made(with_furniture(1, *first), with_furniture(2, *second), with_furniture(3, *SENTENCES))
    document = read(data, "a.pdf")
    assert blocks(document, BlockKind.FURNITURE).count("Valley Council: home visits") == 3
    assert "Page 2 of 3" in blocks(document, BlockKind.FURNITURE)
    joined = next(text for text in blocks(document, BlockKind.PARAGRAPH) if "has not put right a fault" in text)
    assert joined.endswith("told about it.") or SENTENCES[0] in joined
    assert page_of(document, "The council may end") == 1 and page_of(document, "put right a fault") == 2
    assert page_of(document, "Page 1 of 3") == 1 and page_of(document, "Page 2 of 3") == 2


def test_boxes_of_a_sentence_over_a_page_break_name_both_pages() -> None:
    first = with_furniture(1, *SENTENCES, "The council may end the contract early if the provider has not")
    document = read(made(first, with_furniture(2, "put right a fault within ten days.")), "a.pdf")
    start = document.text.index("The council may end")
    end = document.text.index("within ten days.") + 5
    assert [box.page for box in document.evidence(Span(start, end)).boxes] == [1, 2]


def test_contents_lists_are_known_by_leaders_or_by_their_title() -> None:
    def dotted(canvas: Canvas) -> None:
        lines(canvas, ["Introduction ............................ 3", "Payment ................................ 12"])

    def plain(canvas: Canvas) -> None:
        lines(canvas, ["Contents"], top=80)
        for k, (title, page) in enumerate((("Introduction", "3"), ("Timetable", "5"), ("Payment", "12"))):
            canvas.drawString(72, HEIGHT - 120 - 20 * k, title)
            canvas.drawRightString(500, HEIGHT - 120 - 20 * k, page)

    def weights(canvas: Canvas) -> None:
        for k, (title, points) in enumerate((("Price", "20"), ("Quality", "30"), ("Social value", "50"))):
            canvas.drawString(72, HEIGHT - 120 - 20 * k, title)
            canvas.drawRightString(500, HEIGHT - 120 - 20 * k, points)

    assert len(blocks(read(made(dotted), "a.pdf"), BlockKind.CONTENTS)) == 2
    assert blocks(read(made(plain), "a.pdf"), BlockKind.CONTENTS)[1:] == ["Introduction 3", "Timetable 5", "Payment 12"]
    assert blocks(read(made(weights), "a.pdf"), BlockKind.CONTENTS) == []


def test_footnotes_stand_apart_from_the_sentence_that_runs_on() -> None:
    def first(canvas: Canvas) -> None:
        lines(canvas, (*SENTENCES, "The council may end the contract early if the provider has not"))
        canvas.setFont("Helvetica", 8)
        lines(canvas, ["1 As the parties agreed in the spring."], top=700, pitch=10)

    document = read(made(first, text_page("put right a fault within ten days of being told.", *SENTENCES)), "a.pdf")
    assert blocks(document, BlockKind.FOOTNOTE) == ["1 As the parties agreed in the spring."]
    assert any("has not put right" in text for text in blocks(document, BlockKind.PARAGRAPH))


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"left column line {k} says what is wanted" for k in range(8)]
    right = [f"right column line {k} says how to answer" for k in range(8)]

    def draw(canvas: Canvas) -> None:
        for k in range(8):  # drawn across, as some programs do
            canvas.drawString(60, HEIGHT - 120 - 14 * k, left[k])
            canvas.drawString(320, HEIGHT - 120 - 14 * k, right[k])

    text = " ".join(read(made(draw), "a.pdf").text.split())
    assert " ".join(left) in text and " ".join(right) in text and text.index(left[7]) < text.index(right[0])


def test_broken_words_are_made_whole_and_real_hyphens_stay() -> None:
    document = read(
        made(
            text_page(
                "All of the procure-", "ment of each sub-", "contractor is done by an e-", "mail. Ask each contractor."
            )
        ),
        "a.pdf",
    )
    text = " ".join(document.text.split())
    assert text == "All of the procurement of each sub-contractor is done by an e-mail. Ask each contractor." or (
        "procurement of each sub-contractor" in text
    )


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_boxes_are_those_of_the_page_as_it_is_seen(angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        width, height = (A4[1], A4[0]) if angle in (90, 270) else A4
        canvas.translate(A4[0] / 2, A4[1] / 2)
        canvas.rotate(angle)
        canvas.drawString(-width / 2 + 72, height / 2 - 100, "Seen near the top left of the page")

    document = read(changed(made(draw), lambda writer: writer.pages[0].rotate(angle)), "a.pdf")
    box = document.lines[0].box
    assert box.x0 == pytest.approx(72, abs=2) and box.bottom == pytest.approx(102, abs=4)
    assert document.pages[0].width == pytest.approx(A4[1] if angle in (90, 270) else A4[0], abs=1)


def test_the_crop_box_is_the_page_and_hides_what_is_outside() -> None:
    def crop(writer: PdfWriter) -> None:
        writer.pages[0].cropbox.lower_left, writer.pages[0].cropbox.upper_right = (50, 100), (A4[0], HEIGHT - 60)

    def draw(canvas: Canvas) -> None:
        lines(canvas, SENTENCES)
        canvas.drawString(72, HEIGHT - 30, "Above the crop")

    document = read(changed(made(draw), crop), "a.pdf")
    assert document.lines[0].box.x0 == pytest.approx(22, abs=1)
    assert document.lines[0].box.bottom == pytest.approx(120 - 60 + 3, abs=4)
    assert "Above the crop" not in document.text
