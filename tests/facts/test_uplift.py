"""Do prices rise."""

from __future__ import annotations

import pytest
from terms import values_of

from procure_audit.facts.uplift import find

SAID = (
    ("Prices will be increased each April in line with CPI.", [True]),
    ("The Charges shall be adjusted annually by reference to the Consumer Price Index.", [True]),
    ("An annual uplift based on inflation will be paid.", [True]),
    ("Indexation will apply from year two.", [True]),
    ("The hourly rate will be reviewed every year in line with the National Living Wage.", [True]),
    ("Prices shall remain fixed for the duration of the contract.", [False]),
    ("Rates must be fixed and firm throughout the term.", [False]),
    ("No price increases will be permitted during the contract.", [False]),
    ("No inflationary uplift will be applied.", [False]),
    ("The Charges will not be subject to indexation.", [False]),
    ("Prices must be held firm for 90 days from the closing date for tenders.", []),
    ("How will you manage inflation in your prices?", []),
    ("Insurance sums may rise in line with CPI.", []),
    ("If costs are not fixed for the duration of the contract, say when they change.", []),
)


@pytest.mark.parametrize(("sentence", "values"), SAID)
def test_uplift(sentence: str, values: list[bool]) -> None:
    assert values_of(find, sentence, "price_uplift") == values
