"""How long a bidder must have been going."""

from __future__ import annotations

import pytest
from terms import values_of

from procure_audit.facts.trading import find

SAID = (
    ("Bidders must have been trading for at least three years.", [3]),
    ("Your organisation must have been established for no less than 24 months.", [2]),
    ("A track record of at least 5 years in this field is required.", [5]),
    ("Applicants must have been in existence for a minimum of one year.", [1]),
    ("How long has your organisation been trading?", []),
    ("Counsellors must have been operating in schools for two years.", []),
    ("Records must be kept for six years by established means.", []),
    ("Organisations that have not been trading for three years may send a budget.", []),
    ("There is no need to have been trading for three years.", []),
    ("The Trust was established for over ten years before it merged.", []),
    ("The contract will be for three years and must be operating by May.", []),
    ("The service must be operating within two months.", []),
)


@pytest.mark.parametrize(("sentence", "years"), SAID)
def test_years_of_trading(sentence: str, years: list[float]) -> None:
    assert values_of(find, sentence, "years_trading_required") == years
