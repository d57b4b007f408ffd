"""Money that a bidder must hold back."""

from __future__ import annotations

import pytest
from terms import facts_of

from procure_audit.facts.reserves import find

SAID = (
    ("Bidders must hold reserves equal to six months' operating costs.", [(6, None)]),
    ("The Provider shall have working capital of at least £25,000.", [(None, 25_000)]),
    ("Applicants must show free reserves of at least three months of running costs.", [(3, None)]),
    ("The Provider must be able to fund the service for four months before any payment is made.", [(4, None)]),
    ("The Council reserves the right to extend the contract by six months.", []),
    ("How many months of running costs do you hold in reserve?", []),
    ("The Council must hold reserves of three months of its costs.", []),
    ("No reserves of three months' costs are required.", []),
    ("A reserve driver must be available for six months.", []),
    ("Bidders must hold sufficient reserves.", []),
)


@pytest.mark.parametrize(("sentence", "levels"), SAID)
def test_reserves(sentence: str, levels: list[tuple[int | None, int | None]]) -> None:
    found = facts_of(find, sentence, "reserves_required")
    assert [(one.get("months"), one.get("amount")) for one in found] == levels
