"""Measures of performance that a provider reports on, the parts of an invitation, and what a tender is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from procure_audit.metrics import measure
from procure_audit.model import BlockKind, Document, Metric, Role, Tender, WordLists
from procure_audit.readers.build import Builder

P = BlockKind.PARAGRAPH
WORDS = WordLists(
    jargon=(("robust", "strong"),),
    vague=(("as required", "say when"), ("best endeavours", "say what must be done")),
    legalese=(("endeavours", "tries"),),
    themes=(("befriending", "people"), ("carers", "people"), ("roofing", "other")),
)
FILLER = "The council buys a lunch club for older people in the town and pays for it each month. " * 7


def of_roles(*parts: tuple[Role, str]) -> Document:
    builder = Builder("itt.txt", "text", "0")
    for _, text in parts:
        builder.block(P, text)
    document = builder.document("en")
    blocks = zip(document.blocks, parts, strict=True)
    return replace(document, blocks=tuple(replace(block, role=role) for block, (role, _) in blocks))


def measured(document: Document) -> dict[str, Metric]:
    return {metric.name: metric for metric in measure(Tender("t", (document,)), (), WORDS)}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("KPI 1 is speed, KPI 2 is cost. KPI 1 comes first. KPI 2.1 is part of it.", 3),
        ("We will judge you by fifteen key performance indicators.", 15),
        ("There are 12 KPIs.", 12),
        ("A final list of KPIs will be agreed on.", 0),
        ("A KPI of 95% is set.", 0),
    ],
)
def test_indicators_are_counted_by_number_or_by_word(text: str, count: int) -> None:
    assert measured(of_roles((Role.SPECIFICATION, text)))["indicators"].value == count
    assert measured(of_roles((Role.GUIDANCE, text)))["indicators"].value == 0


def table(*rows: tuple[str, ...]) -> Document:
    builder = Builder("itt.txt", "text", "0")
    builder.begin_table()
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            builder.begin_cell(number, column)
            builder.block(P, words)
            builder.end_cell()
    builder.end_table()
    return builder.document("en")


def test_the_rows_of_a_table_are_counted_but_not_titles_and_blanks() -> None:
    found = measured(
        table(("KPI", "Target"), ("1. Access", ""), ("Waiting time", "5 days"), ("Visits", "20"), ("[insert]", "[ ]"))
    )["indicators"]
    assert found.value == 2
    assert [place.quote for place in found.places] == ["Waiting time", "Visits"]
    assert measured(table(("Item", "Target"), ("Waiting time", "5 days")))["indicators"].value == 0


def test_the_parts_of_an_invitation_are_found_by_their_passages() -> None:
    words = "word " * 40
    whole = of_roles((Role.INSTRUCTIONS, words), (Role.SPECIFICATION, words), (Role.FORM, words))
    assert measured(whole)["invitation_parts"].value == 3
    part = measured(of_roles((Role.INSTRUCTIONS, words), (Role.SPECIFICATION, "word")))["invitation_parts"]
    assert (part.value, part.notes) == (1, ("what is wanted", "how bids are judged"))


def test_what_a_tender_is_about_is_told_by_its_words_and_not_by_a_few() -> None:
    assert measured(of_roles((Role.UNKNOWN, "Befriending carers. " * 6)))["people_share"].value == 1
    assert measured(of_roles((Role.UNKNOWN, "Befriending " * 6 + "roofing " * 18)))["people_share"].value == 0.25
    assert measured(of_roles((Role.UNKNOWN, "Befriending " * 5)))["people_share"].value is None


def test_each_list_of_words_counts_for_itself_and_defined_terms_are_no_jargon() -> None:
    text = "You use best endeavours as required. It is robust. The Robust Plan holds. Robust it is. "
    found = measured(of_roles((Role.SPECIFICATION, FILLER + 3 * text)))
    words = found["prose_words"].value or 0
    assert found["legalese_per_1000"].value == round(3000 / words, 1)
    assert found["vague_per_1000"].value == round(6000 / words, 1)
    assert found["jargon_per_1000"].value == round(6000 / words, 1)
    assert [place.quote for place in found["vague_per_1000"].places] == ["best endeavours", "as required"]
