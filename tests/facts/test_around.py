"""Readings that need more than one sentence: what stands around a table, and the same thing said twice."""

from __future__ import annotations

import pytest
from terms import facts_of

from procure_audit.facts import certificates, extract
from procure_audit.model import Confidence, Tender
from procure_audit.readers import markdown


def test_a_thing_with_a_certificate_is_a_doubtful_reading() -> None:
    (found,) = facts_of(
        certificates.find, "The software must run on a platform certified to ISO 27001.", "certification_required"
    )
    assert found.confidence is Confidence.LOW


TABLE = """# Questionnaire

## Insurance

{before}

| Type of cover | Minimum |
|---|---|
| Public liability | £5,000,000 |
| Motor | As the law requires |

{after}
"""
HELD = (
    ("You must hold this insurance when you submit; enclose certificates with your tender.", "", True),
    ("Bidders have, or will obtain before the contract starts, the cover below.", "", False),
    ("The levels of cover are these.", "You need not have it now.", False),
    ("We need to see it before we sign the contract, not with your quotation.", "", False),
    ("The levels are these.", "", None),
)


@pytest.mark.parametrize(("before", "after", "held_first"), HELD)
def test_rows_inherit_from_the_words_around_the_table(before: str, after: str, held_first: bool | None) -> None:
    document = markdown.read(TABLE.format(before=before, after=after).encode(), "tender.md")
    found = [one for one in extract(Tender("tender", (document,))) if one.kind == "insurance"]
    assert [(one.get("type"), one.get("amount")) for one in found] == [("public_liability", 5_000_000), ("motor", None)]
    assert {one.get("required_before_award") for one in found} == {held_first}


def test_the_poorer_saying_becomes_a_place_of_the_richer() -> None:
    words = (
        "Public liability insurance of £5 million for each and every claim is required.",
        "Bidders must hold public liability insurance of £5,000,000.",
        "Public liability insurance of £2 million in the aggregate is required for volunteers.",
    )
    document = markdown.read("\n\n".join(words).encode(), "tender.md")
    found = [one for one in extract(Tender("tender", (document,))) if one.kind == "insurance"]
    assert [(one.get("amount"), one.get("basis"), len(one.places)) for one in found] == [
        (5_000_000, "per_claim", 2),
        (2_000_000, "aggregate", 1),
    ]
