"""What may be charged for overheads."""

from __future__ import annotations

import pytest
from terms import values_of

from procure_audit.facts.overheads import find

SAID = (
    ("Overheads must not exceed 10% of the price.", [10]),
    ("Management costs are limited to 7.5% of the total budget.", [7.5]),
    ("A maximum of 12% may be charged for central costs.", [12]),
    ("We only fund direct costs.", [0]),
    ("No core costs will be paid.", [0]),
    ("Overheads are not eligible.", [0]),
    ("The lead provider's management charge must not exceed 10%.", []),
    ("What share of your price, up to 100%, are overheads?", []),
    ("Overheads of 10% are usual in such services.", []),
    ("Overhead lines must be cleared by 20%.", []),
    ("Mark-up on materials, overheads and profit must not exceed 10% for additional works.", []),
)


@pytest.mark.parametrize(("sentence", "shares"), SAID)
def test_overheads(sentence: str, shares: list[float]) -> None:
    assert values_of(find, sentence, "overhead_cap", "percent") == shares
