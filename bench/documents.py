"""Invented tenders of a given length, the same on every run, as text, Word and PDF."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

WORDS_A_PAGE = 420
PACK = 6
"""Files of a tender in several documents."""
HEADINGS = "Instructions|Timetable|Selection questions|Specification|Award criteria|Payment|Insurance|Liability|Staff"
WHO = "The Provider|The Council|Each bidder|The Contractor|A member of staff|The contract manager|Any sub-contractor"
MUST = "shall|must|will|may|is expected to|is required to"
DO = (
    "submit a monthly report on|keep a written record of|inform the Council in writing about|agree in advance|"
    "review every {n} months|pay within {n} days for|hold insurance of £{m},000,000 for|carry out checks of|"
    "prepare a robust method statement on|indemnify the Council against any loss arising out of"
)
WHAT = (
    "the lunch clubs in the northern villages|all volunteers and paid workers|the safeguarding of adults at risk|"
    "each referral that is received|transport to and from the day centre|the outcomes set out in Schedule {n}|"
    "the personal data of people who use the service|complaints, whether or not they are upheld|"
    "the annual budget of £{m}0,000 (excluding VAT)|any change in the law that affects the service"
)
TAIL = (
    "as described in clause {n}.{n}|before the contract starts|at its own cost|on the form provided in Appendix {n}|"
    "no later than {n} May 2027|pursuant to the provisions of this agreement|unless the parties agree otherwise|"
    "to the reasonable satisfaction of the Council|in every year of the contract"
)


def write(folder: Path) -> dict[str, Path]:
    """The documents of the bench by name, written into *folder*."""
    paths = {
        "page": folder / "page.txt",
        "10k": folder / "ten-thousand.txt",
        "100k": folder / "hundred-thousand.txt",
        "1m": folder / "million.txt",
        "docx": folder / "tender.docx",
        "long docx": folder / "long.docx",
        "pdf": folder / "tender.pdf",
        "long pdf": folder / "long.pdf",
        "pack": folder / "pack",
    }
    for name, words in (("page", WORDS_A_PAGE), ("10k", 10_000), ("100k", 100_000), ("1m", 1_000_000)):
        paths[name].write_text("\n\n".join(text for _, text in blocks(words)) + "\n", encoding="utf-8")
    write_docx(paths["docx"], pages=10)
    write_docx(paths["long docx"], pages=100_000 // WORDS_A_PAGE)
    write_pdf(paths["pdf"], pages=280)
    write_pdf(paths["long pdf"], pages=1000)
    paths["pack"].mkdir()
    for number in range(PACK):
        write_pdf(paths["pack"] / f"{number + 1}.pdf", pages=40 + number)
    return paths


def blocks(words: int) -> Iterator[tuple[str, str]]:
    """Headings and numbered paragraphs ("heading" or "paragraph", text) of about *words* words in all."""
    dice = random.Random(words)
    written = clause = 0
    while written < words:
        if clause % 8 == 0:
            yield "heading", f"{clause // 8 + 1}. {dice.choice(HEADINGS.split('|'))}"
        paragraph = " ".join(sentence(dice) for _ in range(dice.randint(2, 5)))
        yield "paragraph", f"{clause // 8 + 1}.{clause % 8 + 1} {paragraph}"
        written += len(paragraph.split())
        clause += 1


def sentence(dice: random.Random) -> str:
    parts = [dice.choice(choice.split("|")) for choice in (WHO, MUST, DO, WHAT, TAIL)]
    filled = " ".join(parts).replace("{n}", str(dice.randint(2, 28))).replace("{m}", str(dice.randint(1, 10)))
    return filled + "."


def rows(number: int) -> list[list[str]]:
    """A table of prices that differs with *number*."""
    return [["Item", "Unit", "Price"]] + [[f"Session {number}.{k}", "hour", f"£{number + k}.50"] for k in range(1, 7)]


def write_docx(path: Path, pages: int) -> None:
    import docx

    document = docx.Document()
    for kind, text in blocks(pages * WORDS_A_PAGE):
        if kind == "heading":
            document.add_heading(text, level=1)
        else:
            document.add_paragraph(text)
    for number in range(pages // 2):
        add_table(document.add_table(rows=0, cols=3), rows(number))
    document.save(str(path))


def add_table(table: object, texts: list[list[str]]) -> None:
    for row in texts:
        for cell, text in zip(table.add_row().cells, row, strict=True):  # type: ignore[attr-defined]
            cell.text = text


def write_pdf(path: Path, pages: int) -> None:
    """Exactly *pages* pages: each its own few blocks, every fourth with a ruled table."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

    styles = getSampleStyleSheet()
    ruled = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")])
    stream = blocks(pages * WORDS_A_PAGE * 2)
    story: list[object] = []
    for number in range(pages):
        written = 0
        while written < WORDS_A_PAGE - 60:
            kind, text = next(stream)
            story.append(Paragraph(text, styles["Heading2" if kind == "heading" else "BodyText"]))
            written += len(text.split())
        if number % 4 == 0:
            story.append(Table(rows(number), style=ruled))
        story.append(PageBreak())
    SimpleDocTemplate(str(path), pagesize=A4, title="Tender", lang="en-GB").build(story)
