"""Tables of PDF files, ruled and not."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table as Drawn

from procure_audit.model import BlockKind, Document
from procure_audit.readers.pdf import read

HEIGHT = A4[1]
ROWS = (("Cover", "Least sum"), ("Public liability", "£2 million"), ("Employer's liability", "£5 million"))


def canvas_of(buffer: io.BytesIO) -> Canvas:
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFont("Helvetica", 11)
    return canvas


def ruled(rows: Sequence[Sequence[str]], style: Sequence[tuple[object, ...]] = ()) -> bytes:
    buffer = io.BytesIO()
    canvas = canvas_of(buffer)
    canvas.drawString(72, HEIGHT - 90, "The provider keeps the insurance in this table for the whole contract.")
    table = Drawn(rows, colWidths=[160] * len(rows[0]))
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP"), *style])
    _, height = table.wrapOn(canvas, 400, 400)
    table.drawOn(canvas, 72, HEIGHT - 110 - height)
    canvas.drawString(72, HEIGHT - 150 - height, "Below the table.")
    canvas.save()
    return buffer.getvalue()


def grid(document: Document, number: int = 0) -> list[list[str]]:
    table = document.tables[number]
    return [[document.quote(cell.span) for cell in table.row(row)] for row in range(table.rows)]


def test_ruled_tables_keep_rows_columns_and_headings() -> None:
    document = read(ruled(ROWS), "a.pdf")
    assert grid(document) == [list(row) for row in ROWS]
    cell = document.tables[0].row(2)[1]
    assert cell.column_heading and document.quote(cell.column_heading) == "Least sum"
    assert cell.row_heading and document.quote(cell.row_heading) == "Employer's liability"
    assert [block.kind for block in document.blocks if block.table == 0] == [BlockKind.CELL] * 6
    assert document.text.index("whole contract") < document.text.index("Least sum") < document.text.index("Below the")


def test_cells_that_span_columns_say_so() -> None:
    rows = (("All kinds of cover", ""), *ROWS)
    table = read(ruled(rows, [("SPAN", (0, 0), (1, 0))]), "a.pdf").tables[0]
    assert (table.rows, table.columns) == (4, 2)
    assert [(cell.columns, cell.column) for cell in table.row(0)] == [(2, 0)]


def test_paragraphs_in_a_cell_stay_apart() -> None:
    document = read(ruled((("Cover", "For\n• visits\n• transport of people"), ROWS[1])), "a.pdf")
    held = [document.quote(block.span) for block in document.blocks if block.table == 0 and block.cell == 1]
    assert held == ["For", "• visits", "• transport of people"]


def test_a_frame_round_text_is_no_table() -> None:
    buffer = io.BytesIO()
    canvas = canvas_of(buffer)
    canvas.rect(60, HEIGHT - 200, 400, 120)
    canvas.rect(62, HEIGHT - 198, 396, 116)
    canvas.drawString(72, HEIGHT - 120, "Important: read the whole of this page.")
    canvas.save()
    document = read(buffer.getvalue(), "a.pdf")
    assert document.tables == () and "Important: read" in document.text


def test_a_change_bar_through_the_text_makes_no_column() -> None:
    buffer = io.BytesIO()
    canvas = canvas_of(buffer)
    canvas.setStrokeColor("red")
    canvas.line(120, HEIGHT - 100, 120, HEIGHT - 180)
    canvas.setStrokeColor("black")
    for y in (100, 140, 180):
        canvas.line(60, HEIGHT - y, 500, HEIGHT - y)
    for x in (60, 300, 500):
        canvas.line(x, HEIGHT - 100, x, HEIGHT - 180)
    for k, words in enumerate(("The provider's staff", "The provider's vehicles")):
        canvas.drawString(66, HEIGHT - 118 - 40 * k, words)
        canvas.drawString(66, HEIGHT - 131 - 40 * k, "all of them in the valley")
        canvas.drawString(310, HEIGHT - 118 - 40 * k, "are checked")
    canvas.save()
    document = read(buffer.getvalue(), "a.pdf")
    assert document.tables[0].columns == 2
    assert grid(document)[0] == ["The provider's staff all of them in the valley", "are checked"]


def test_coloured_stripes_behind_lines_are_no_table() -> None:
    buffer = io.BytesIO()
    canvas = canvas_of(buffer)
    for k, (x, words) in enumerate(((72, "There is a tap outside the building."), (90, "Work stops at noon."))):
        width = canvas.stringWidth(words, "Helvetica", 11)
        canvas.setFillColor("yellow")
        canvas.rect(x, HEIGHT - 124 - 14 * k, width, 14, stroke=0, fill=1)
        canvas.setFillColor("black")
        canvas.drawString(x, HEIGHT - 120 - 14 * k, words)
    canvas.save()
    assert read(buffer.getvalue(), "a.pdf").tables == ()


def test_rows_without_rules_are_rows() -> None:
    buffer = io.BytesIO()
    canvas = canvas_of(buffer)
    for k, (stage, day) in enumerate(
        (("Questions by", "3 May 2031"), ("Closing date", "12 noon, 20 May 2031"), ("Contract starts", "1 July 2031"))
    ):
        canvas.drawString(72, HEIGHT - 120 - 20 * k, stage)
        canvas.drawString(260, HEIGHT - 120 - 20 * k, day)
    canvas.save()
    document = read(buffer.getvalue(), "a.pdf")
    assert grid(document)[1] == ["Closing date", "12 noon, 20 May 2031"]
    assert "Closing date 12 noon, 20 May 2031" in " ".join(document.text.split())


def test_a_heading_row_repeated_on_each_page_stays_in_its_table() -> None:
    buffer = io.BytesIO()
    canvas = canvas_of(buffer)
    for page in range(4):
        table = Drawn([ROWS[0], *[(f"Cover {page}.{k}", f"£{k + 1} million") for k in range(12)]], colWidths=[160, 160])
        table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")])
        _, height = table.wrapOn(canvas, 400, 600)
        table.drawOn(canvas, 72, HEIGHT - 60 - height)
        canvas.showPage()
    canvas.save()
    document = read(buffer.getvalue(), "a.pdf")
    assert [document.quote(table.cells[1].span) for table in document.tables] == ["Least sum"] * 4


def test_a_page_of_countless_lines_is_read_without_its_tables_and_says_so() -> None:
    buffer = io.BytesIO()
    canvas = canvas_of(buffer)
    canvas.drawString(72, HEIGHT - 60, "A drawing")
    for k in range(5_000):
        canvas.rect(10 + k % 500, 10 + k / 10, 9, 9)
    canvas.save()
    document = read(buffer.getvalue(), "a.pdf")
    assert document.tables == () and document.notes == ("page 1: too many drawn objects to look for tables",)
