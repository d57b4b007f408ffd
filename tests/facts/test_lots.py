"""Into how many lots a contract is divided."""

from __future__ import annotations

import pytest
from terms import values_of

from procure_audit.facts.lots import find


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The contract is divided into four lots.", 4),
        ("The framework comprises 12 (twelve) separate lots.", 12),
        ("This contract is divided into lots: No", 0),
        ("The contract will not be divided into lots.", 0),
        ("Lot 1: gardens\n\nLot 2: parks\n\nLot 3: trees", 3),
        ("Lot 1 covers gardens.\n\nLot 2a covers parks.\n\nLot 2b covers trees.", 2),
    ],
)
def test_lots(text: str, count: int) -> None:
    assert values_of(find, text, "lots", "count") == [count]


@pytest.mark.parametrize(
    "text",
    [
        "There is a lot to do.",
        "Lot 3 only.",
        "You may bid for up to two lots.",
        "Work must not be broken down into lots.",
    ],
)
def test_no_count(text: str) -> None:
    assert values_of(find, text, "lots", "count") == []


def test_a_number_in_a_column_of_lots_is_not_counted_up_to() -> None:
    from families import read

    assert read("| Lot | Telephone |\n| --- | --- |\n| 1 | none |\n| 99999999999999 | none |", "lots") == []
