"""Which cover is asked for, at what level."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from terms import facts_of

from procure_audit.facts.cover_kinds import covers
from procure_audit.facts.covers import levels
from procure_audit.facts.insurance import find
from procure_audit.facts.passages import passages
from procure_audit.model import BlockKind, Confidence, Document, Fact
from procure_audit.readers.build import Builder

EL, PL, PI, PR, MO, CY = (
    "employers_liability",
    "public_liability",
    "professional_indemnity",
    "product_liability",
    "motor",
    "cyber",
)
M = 1_000_000

LEVELS = (
    ("The Provider must hold public liability insurance of at least £2m.", {(PL, 2 * M)}),
    ("Employers' liability £10m and public liability £5m.", {(EL, 10 * M), (PL, 5 * M)}),
    ("You need public and products liability insurance: £3m.", {(PL, 3 * M), (PR, 3 * M)}),
    ("£5m public liability and £10m employers' liability insurance.", {(PL, 5 * M), (EL, 10 * M)}),
    ("A minimum of £4m for public liability insurance is required.", {(PL, 4 * M)}),
    ("Employers' and public liability insurance of £10m and £5m respectively.", {(EL, 10 * M), (PL, 5 * M)}),
    (
        "Professional indemnity, public liability and employers' liability insurance, each of at least £1m.",
        {(PI, M), (PL, M), (EL, M)},
    ),
    ("Third party liability insurance of £6,000,000 is required.", {(PL, 6 * M)}),
    ("Professional indemnity insurance of £1m any one claim and £2m in the aggregate.", {(PI, M), (PI, 2 * M)}),
    ("Public liability insurance must be held. The minimum level is £2m.", {(PL, 2 * M)}),
    ("Public liability insurance of £5m with an excess of no more than £500,000.", {(PL, 5 * M)}),
    ("For contracts over £100,000, public liability insurance of £5m is needed.", {(PL, 5 * M)}),
    ("Cyber liability insurance of £1m is required.", {(CY, M)}),
    ("Motor insurance of £5m is required.", {(MO, 5 * M)}),
    (
        "The supplier must have public liability insurance [of any kind] of two million pounds (£2,000,000).",
        {(PL, 2 * M)},
    ),
    ("Do you hold public liability insurance?", {(PL, None)}),
    ("Public liability insurance: £________", {(PL, None)}),
    ("Evidence of professional indemnity insurance must be provided.", {(PI, None)}),
)

NONE = (
    "Public liability insurance: the insurance covering visitors to our buildings.",
    "“Professional indemnity insurance” means cover against claims of negligence.",
    "Professional indemnity insurance is not required.",
    "There is no requirement for cyber liability insurance.",
    "The Council has public liability insurance of £50m.",
    "The Supplier's liability shall not exceed £5,000,000.",
    "The Supplier shall indemnify the Council against all losses.",
    "The limit of the Employer's liability is £5m.",
    "Tenders are opened in public. Liability for costs stays with the bidder.",
)


def found(text: str) -> set[tuple[object, object]]:
    return {(fact.get("type"), fact.get("amount")) for fact in facts_of(find, text, "insurance")}


@pytest.mark.parametrize(("text", "expected"), LEVELS)
def test_levels(text: str, expected: set[tuple[object, object]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_not_demanded(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Where the contract relates to design, the supplier shall hold professional indemnity cover of £2m.", "low"),
        ("For some call-offs the Council may require professional indemnity insurance.", "low"),
        ("Where you are successful you must hold professional indemnity insurance of £2m.", "high"),
        ("If you employ anybody you must hold employers' liability insurance of £5m.", "high"),
    ],
)
def test_cover_for_some_of_the_work_is_told_with_low_confidence(text: str, sure: str) -> None:
    assert [str(one.confidence) for one in facts_of(find, text, "insurance")] == [sure]


def test_a_kind_with_a_level_elsewhere_is_not_told_again_without_one() -> None:
    assert found("Send evidence of public liability insurance.\n\nPublic liability insurance of £5m is required.") == {
        (PL, 5 * M)
    }


def test_unnamed_insurance_is_told_with_low_confidence() -> None:
    (fact,) = facts_of(find, "The Supplier must obtain and maintain the required insurances.", "insurance")
    assert (fact.get("type"), fact.get("amount"), fact.confidence) == ("other", None, Confidence.LOW)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Public liability insurance of £5m for each and every claim is required.", "per_claim"),
        ("Public liability insurance of £5m in the aggregate is required.", "aggregate"),
        ("Public liability insurance of £5m is required.", "unspecified"),
    ],
)
def test_basis(text: str, basis: str) -> None:
    (fact,) = facts_of(find, text, "insurance")
    assert fact.get("basis") == basis


@pytest.mark.parametrize(
    ("text", "early"),
    [
        (
            "Bidders must hold, or commit to obtain before the contract starts, public liability insurance of £5m.",
            False,
        ),
        ("Proof of public liability insurance of £5m must be sent with your tender.", True),
        ("Public liability insurance of £5m is required.", None),
    ],
)
def test_before_award(text: str, early: bool | None) -> None:
    (fact,) = facts_of(find, text, "insurance")
    assert fact.get("required_before_award") is early


def test_evidence_is_the_sentence() -> None:
    (fact,) = facts_of(find, "We buy care. Public liability insurance of £5m is required. Write to us.", "insurance")
    assert fact.places[0].quote == "Public liability insurance of £5m is required."


def table(*rows: tuple[str, ...]) -> Document:
    builder = Builder("t.docx", "docx", "0")
    builder.block(BlockKind.PARAGRAPH, "Insurance cover:")
    builder.begin_table()
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            builder.begin_cell(r, c)
            for paragraph in words.split("|"):
                builder.block(BlockKind.PARAGRAPH, paragraph)
            builder.end_cell()
    builder.end_table()
    return builder.document("en")


def facts(document: Document) -> list[Fact]:
    return list(find(tuple(passages(document))))


@pytest.mark.parametrize(
    "rows",
    [
        (("Type", "Level"), ("Public liability", "£5m"), ("Employers' liability", "£10m")),
        (("Type", "Level"), ("Public liability|Employers' liability", "£5m|£10m")),
        (("Lot", "Public liability", "Employers' liability"), ("1", "£5m", "£10m")),
        (("Cover",), ("Public liability insurance of £5m|Employers' liability insurance of £10m",)),
    ],
)
def test_tables(rows: tuple[tuple[str, ...], ...]) -> None:
    assert {(f.get("type"), f.get("amount")) for f in facts(table(*rows))} == {(PL, 5 * M), (EL, 10 * M)}


def test_lots_stay_apart() -> None:
    document = table(
        ("Lot", "Cover"), ("1A", "Public liability insurance of £5m"), ("2", "Public liability insurance of £9m")
    )
    assert {(f.get("lot"), f.get("amount")) for f in facts(document)} == {("1A", 5 * M), ("2", 9 * M)}


def test_shared_words_name_every_kind() -> None:
    assert covers("employers', public and products liability")[0].kinds == (EL, PL, PR)


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(("public liability", "£5m", "and", "cover.", "of", "each", ",", "employers'", "\n")),
        max_size=40,
    )
)
def test_every_level_points_into_its_text(words: list[str]) -> None:
    text = " ".join(words)
    assert all(0 <= level.start < level.end <= len(text) for level in levels(text.replace("\n", " ")))


def test_a_long_paragraph_is_read_in_linear_time() -> None:
    text = "public liability insurance of £5m each and every claim with cover " * 1500
    assert found(text) == {(PL, 5 * M)}
