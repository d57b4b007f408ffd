"""Money taken off for missed targets."""

from __future__ import annotations

import pytest
from terms import facts_of, values_of

from procure_audit.facts.deductions import find
from procure_audit.model import Confidence

SAID = (
    ("Service credits shall apply where the Provider misses a service level.", [None]),
    ("If a KPI is missed the Council may deduct up to 10% of the monthly payment.", [10]),
    ("Liquidated damages of 5% of the contract price are payable for each week of delay.", [5]),
    ("Up to 15% of the charges may be withheld where targets are not met.", [15]),
    ("No service credits shall apply to this contract.", []),
    ("We do not pay for sessions that were not delivered, and payment deductions apply to them.", []),
    ("The adviser must help people to claim universal credit and meet their targets.", []),
    ("Tax may be deducted from payments when the target is missed.", []),
    ("Service Credits", []),
    ("Do you accept that service credits may apply to the monthly fee?", []),
    ("The Buyer may withhold payment for work that was not performed.", []),
)


@pytest.mark.parametrize(("sentence", "shares"), SAID)
def test_deductions(sentence: str, shares: list[float | None]) -> None:
    assert values_of(find, sentence, "payment_deductions", "percent") == shares


def test_words_in_brackets_of_a_template_are_not_sure() -> None:
    text = "[Service Credits shall accrue in accordance with the schedule of service levels.]"
    assert facts_of(find, text, "payment_deductions")[0].confidence is Confidence.LOW
