"""The time to get ready, where it is stated as a length."""

from __future__ import annotations

import pytest
from terms import values_of

from procure_audit.facts.mobilisation import find

SAID = (
    ("There is a mobilisation period of four weeks.", [28]),
    ("A three-month lead-in period follows.", [90]),
    ("The services must commence within ten days of the award of the contract.", [10]),
    ("The service shall commence immediately upon award.", [0]),
    ("Please describe your mobilisation period of four weeks.", []),
    ("There will be no mobilisation period of four weeks.", []),
    ("The transition period at the end of the contract is two weeks.", []),
    ("Work must start within two days of each order.", []),
    ("Mobilisation meetings are held every two weeks.", []),
)


@pytest.mark.parametrize(("sentence", "days"), SAID)
def test_mobilisation(sentence: str, days: list[int]) -> None:
    assert values_of(find, sentence, "mobilisation_period", "days") == days
