"""For how many years after the end cover must be kept."""

from __future__ import annotations

import pytest
from terms import facts_of, values_of

from procure_audit.facts.runoff import find
from procure_audit.model import Confidence

SAID = (
    ("The Supplier must maintain professional indemnity insurance for six years after the contract ends.", [6]),
    ("All policies of insurance shall remain in force for at least twelve (12) years following completion.", [12]),
    ("Insurance must be kept in place for 24 months from the expiry of the agreement.", [2]),
    ("Run-off cover under the professional indemnity policy must be bought for 6 years.", [6]),
    ("The Insurances shall be:\n\n- kept in force for 6 years after the End Date.", [6]),
    ("Certificates of insurance must be kept for six years after the end of the contract.", []),
    ("The Supplier shall keep records for seven years after the End Date.", []),
    ("Insurance need not be kept for six years after the end.", []),
    ("Will you keep your insurance for six years after the end?", []),
    ("The Supplier shall maintain insurance for three months after the end of the contract.", []),
    ("The Supplier shall maintain insurance for the three years of the contract.", []),
)


@pytest.mark.parametrize(("sentence", "years"), SAID)
def test_run_off(sentence: str, years: list[float]) -> None:
    assert values_of(find, sentence, "insurance_run_off") == years


def test_a_way_round_makes_it_less_sure() -> None:
    text = "Insurance must be kept for six years after the end, where it is available."
    assert facts_of(find, text, "insurance_run_off")[0].confidence is Confidence.MEDIUM
