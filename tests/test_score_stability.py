"""Small changes to a draft move its score by little, measured on the tenders of the tests and of the examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from procure_audit.audit import audit
from procure_audit.cli.run import Known, context_of
from procure_audit.model import Report, Tender
from procure_audit.readers import markdown, read_tender, text
from procure_audit.rules.pack import load_pack

TEXTS = Path(__file__).parent / "fixtures" / "facts"
DRAFTS = ("care_itt.md", "nhs_community.md", "parish_grounds.txt", "school_catering.md", "leisure_itt.txt")
LITTLE = 5
"""Points that a page more (of drafts of one or two pages) or a paragraph less may move a score."""
PAGE = "\n\n".join(
    f"The library in street {number} opens at nine. It has a garden with {number} trees. People come to read there. "
    "A bus stops at the gate each hour. The shop next door sells bread and tea."
    for number in range(12)
)
PACK = load_pack(["uk"])
CONTEXT = context_of(Known())


def report(words: str, name: str) -> Report:
    reader = markdown if name.endswith(".md") else text
    return audit(Tender("draft", (reader.read(words.encode(), name),)), PACK, CONTEXT)


def points(one: Report) -> int:
    assert one.score is not None
    return one.score.value


def without_a_paragraph(words: str, found: Report) -> Iterator[str]:
    """*words* less one paragraph, for each that no finding quotes and that has no heading."""
    quoted = {" ".join(place.quote.split())[:40] for finding in found.findings for place in finding.places}
    paragraphs = re.split(r"\n{2,}", words)
    for index, paragraph in enumerate(paragraphs):
        flat = " ".join(paragraph.split())
        if len(flat) > 60 and not any(quote and quote in flat for quote in quoted):
            yield "\n\n".join([*paragraphs[:index], *paragraphs[index + 1 :]])


@pytest.mark.parametrize("name", DRAFTS)
def test_a_page_more_moves_the_score_by_little(name: str) -> None:
    words = (TEXTS / name).read_text(encoding="utf-8")
    assert abs(points(report(f"{words}\n\n{PAGE}", name)) - points(report(words, name))) <= LITTLE


@pytest.mark.parametrize("name", DRAFTS)
def test_a_paragraph_less_that_holds_no_barrier_moves_the_score_by_little(name: str) -> None:
    words = (TEXTS / name).read_text(encoding="utf-8")
    before = report(words, name)
    moved = [abs(points(report(less, name)) - points(before)) for less in without_a_paragraph(words, before)]
    assert moved
    assert max(moved) <= LITTLE


@pytest.mark.parametrize("name", ["harsh", "kind"])
def test_a_page_more_in_a_pack_moves_the_score_by_little(name: str, root: Path) -> None:
    tender = read_tender(str(root / "examples" / name))
    more = Tender(tender.name, (*tender.documents, text.read(PAGE.encode(), "about us.txt")), tender.unread)
    before, after = (audit(one, PACK, CONTEXT) for one in (tender, more))
    assert abs(points(before) - points(after)) <= LITTLE
