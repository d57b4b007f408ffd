"""What must be paid before anything is awarded."""

from __future__ import annotations

import pytest
from terms import facts_of

from procure_audit.facts.fees import find

SAID = (
    ("A registration fee of £50 must be paid to use the tendering portal.", [(50, "GBP")]),
    ("Tender documents are available on payment of a non-refundable deposit of €100.", [(100, "EUR")]),
    ("Bidders must pay a tender fee of £25.", [(25, "GBP")]),
    ("The tender documents can be obtained free of charge. A fee of £5 covers the post.", []),
    ("No tender fee of £25 is payable.", []),
    ("Residents pay a registration fee of £10 with their application.", []),
    ("A framework fee of £100 is charged on contracts that are won through the portal.", []),
    ("Optional alerts on tenders cost £40 a year by subscription.", []),
    ("The CQC registration fee of £900 must be included in the tender price.", []),
    ("Registration on the portal takes 50 minutes.", []),
)


@pytest.mark.parametrize(("sentence", "fees"), SAID)
def test_fees(sentence: str, fees: list[tuple[float, str]]) -> None:
    found = facts_of(find, sentence, "access_fee")
    assert [(one.get("amount"), one.get("currency")) for one in found] == fees
