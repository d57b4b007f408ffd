"""Staff transfer."""

from __future__ import annotations

import pytest
from terms import values_of

from procure_audit.facts.tupe import find

SAID = (
    ("TUPE will apply to this contract.", "applies"),
    ("The Council considers that TUPE applies and staff lists are attached.", "applies"),
    ("Six staff will transfer to the new provider under TUPE.", "applies"),
    ("TUPE may apply to this contract.", "may_apply"),
    ("Bidders should take their own legal advice on whether TUPE applies.", "may_apply"),
    ("The Authority believes that TUPE is likely to apply.", "may_apply"),
    ("TUPE does not apply.", "not_applicable"),
    ("TUPE is not applicable to this tender.", "not_applicable"),
    ("The Council does not consider that TUPE will apply.", "not_applicable"),
    ("Prices must include all TUPE costs for the first year.", "mentioned"),
)


@pytest.mark.parametrize(("sentence", "value"), SAID)
def test_readings(sentence: str, value: str) -> None:
    assert values_of(find, sentence, "tupe") == [value]


@pytest.mark.parametrize(
    "text",
    [
        '"TUPE" means the Transfer of Undertakings (Protection of Employment) Regulations 2006.',
        "6.12 TUPE ........................ 14",
        "The contract shall be let without delay.",
        "Schedule 6 (TUPE Surcharge)",
    ],
)
def test_no_reading(text: str) -> None:
    assert values_of(find, text, "tupe") == []


def test_a_mention_is_left_out_beside_a_statement() -> None:
    assert values_of(find, "Prices must include all TUPE costs.\n\nTUPE will apply.", "tupe") == ["applies"]
