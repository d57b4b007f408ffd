"""What passages are for, and which heading they stand under."""

from __future__ import annotations

import pytest

from procure_audit.model import BlockKind, Document, Role
from procure_audit.readers.build import Builder
from procure_audit.readers.roles import role_of


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("1. Instructions to tenderers", Role.INSTRUCTIONS),
        ("Selection questions", Role.SELECTION),
        ("11.0 Disqualification", None),
        ("Specification", Role.SPECIFICATION),
        ("Framework Schedule 1 - Specification", Role.SPECIFICATION),
        ("Joint Schedule 3 - Insurance", Role.CONTRACT_TERMS),
        ("What we want", Role.SPECIFICATION),
        ("What you need to have", Role.SELECTION),
        ("How we choose", Role.AWARD_CRITERIA),
        ("Award criteria", Role.AWARD_CRITERIA),
        ("Pricing schedule", Role.PRICING),
        ("Terms and conditions", Role.CONTRACT_TERMS),
        ("General RFP terms & conditions", Role.INSTRUCTIONS),
        ("Tendering terms and conditions", None),
        ("Definitions", Role.DEFINITIONS),
        ("Form of tender", Role.FORM),
        ("Table of contents", Role.CONTENTS),
        ("Contract award notice", Role.AWARD_NOTICE),
        ("13.2 Notice of our award to the winner", None),
        ("How we shall choose", Role.AWARD_CRITERIA),
        ("What we are asking for", Role.SPECIFICATION),
        ("Sending in your tender", Role.INSTRUCTIONS),
        ("Brief for an evaluator", Role.SPECIFICATION),
        ("Definitions and interpretation", Role.DEFINITIONS),
        ("A new interpretation plan", None),
        ("Public liability:", None),
        ("The tender prices that you send to us must be held for ninety days.", None),
    ],
)
def test_headings(heading: str, role: Role | None) -> None:
    assert role_of(heading) is role


def built(name: str, *blocks: tuple[str, int]) -> Document:
    """A document of headings (level above 0) and paragraphs."""
    builder = Builder(name, "docx", "0")
    for text, level in blocks:
        builder.block(BlockKind.HEADING if level else BlockKind.PARAGRAPH, text, level=level)
    return builder.document("en")


def roles(document: Document) -> list[Role]:
    return [block.role for block in document.blocks]


def test_a_passage_has_the_role_of_its_heading_and_else_of_the_document() -> None:
    document = built("ITT.docx", ("Hello.", 0), ("Specification", 1), ("We need care.", 0), ("Where", 2), ("Here.", 0))
    assert roles(document) == [Role.INSTRUCTIONS, *[Role.SPECIFICATION] * 4]


def test_charges_are_a_clause_in_a_contract_and_prices_in_a_schedule() -> None:
    document = built("terms of contract.docx", ("4. Charges and payment", 1), ("We pay.", 0), ("Schedule 2 Charges", 1))
    assert roles(document) == [Role.CONTRACT_TERMS, Role.CONTRACT_TERMS, Role.PRICING]


def test_what_is_bought_may_be_an_evaluation() -> None:
    assert roles(built("museum-evaluation.docx", ("Hello.", 0))) == [Role.UNKNOWN]
    assert roles(built("evaluation-criteria.docx", ("Hello.", 0))) == [Role.AWARD_CRITERIA]


def test_contents_end_at_the_next_heading() -> None:
    document = built("ITT.docx", ("Contents", 1), ("Part one 3", 0), ("Background", 2), ("We buy care.", 0))
    assert roles(document) == [Role.CONTENTS, Role.CONTENTS, Role.INSTRUCTIONS, Role.INSTRUCTIONS]


@pytest.mark.parametrize("name", ["Procurement-Guide.pdf", "suppliers_guide.docx", "Tendering-procedure.pdf"])
def test_guidance_is_guidance_throughout(name: str) -> None:
    document = built(name, ("Specification", 1), ("Ask for £5m of cover.", 0))
    assert set(roles(document)) == {Role.GUIDANCE}


def test_an_appendix_does_not_go_on_with_what_stands_before_it() -> None:
    document = built("ITT.docx", ("Award criteria", 1), ("Price 40%", 0), ("Appendix 1", 2), ("Maps", 0))
    assert roles(document)[2:] == [Role.INSTRUCTIONS, Role.INSTRUCTIONS]


def test_a_numbered_heading_hangs_on_its_number() -> None:
    document = built("x.docx", ("2. Specification", 2), ("Aims", 1), ("2.1 Hours", 3), ("Nine to five.", 0))
    assert [block.heading for block in document.blocks] == [-1, -1, 0, 2]
    assert document.blocks[3].role is Role.SPECIFICATION


@pytest.mark.parametrize("text", ["Name ________", "This whole sentence was set in bold type by its author."])
def test_what_only_looks_like_a_heading(text: str) -> None:
    (block,) = built("x.docx", (text, 1)).blocks
    assert block.kind is BlockKind.PARAGRAPH
