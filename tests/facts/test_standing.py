"""Other proof of standing is seen where it is a choice, and not where it is one more demand."""

from __future__ import annotations

import pytest
from terms import values_of

from procure_audit.facts import standing


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Send your accounts, or a letter from your bank.", [("bank letter",)]),
        ("If you cannot show that turnover, we accept a cash flow forecast.", [("cash-flow forecast",)]),
        ("Where a bidder's turnover is less, the council may use its discretion.", [("other evidence",)]),
        ("Alternative means of showing your financial status are welcome.", [("other evidence",)]),
        ("New bodies without accounts may send management accounts instead.", [("management accounts",)]),
        ("Those without accounts may send a letter of comfort from their bank.", [("bank letter",)]),
        ("Accounts may be audited, or independently examined.", [("examined accounts",)]),
        ("Send your accounts as well as a letter from your bank or funder.", []),
        ("Send your accounts and a bank reference.", []),
        ("The council may at its discretion end the contract or extend it.", []),
        ("Give other evidence of your experience, or a reference.", []),
    ],
)
def test_what_is_accepted_instead(text: str, names: list[tuple[str, ...]]) -> None:
    assert values_of(standing.find, text, "financial_alternatives") == names
