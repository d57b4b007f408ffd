"""The length of the contract and the options to extend it."""

from __future__ import annotations

import pytest
from terms import facts_of, values_of

from procure_audit.facts.term import find

LENGTH, OPTIONS = "contract_length_months", "extension_months"


@pytest.mark.parametrize(
    ("text", "length", "options"),
    [
        ("The contract will be for an initial period of two years.", 24, None),
        ("We seek to award a three-year gardening contract.", 36, None),
        ("The contract is for 12 months with the option to extend for a further 12 months.", 12, 12),
        ("The term of the agreement shall be four years from its start.", 48, None),
        ("The contract runs for 3 years, with an option to extend for 2 further periods of 12 months.", 36, 24),
        ("The contract is let for two (2) years with up to two (2) periods of twelve (12) months extension.", 24, 24),
        ("The contract may be extended by two further one-year periods.", None, 24),
        ("Options: 2 x 1 year extensions.", None, 24),
        ("The term is 3+1+1 years.", 36, 24),
        ("Contract period: 1 April 2025 to 31 March 2028.", 36, None),
        ("Contract duration: 18 months", 18, None),
        ("The contract has one base period of one year and two one-year option periods.", 12, 24),
    ],
)
def test_length_and_options(text: str, length: float | None, options: float | None) -> None:
    assert values_of(find, text, LENGTH) == ([] if length is None else [length])
    assert values_of(find, text, OPTIONS) == ([] if options is None else [options])


@pytest.mark.parametrize(
    "text",
    [
        "Either party may end the contract on three months' notice.",
        "Provide accounts for the last three years.",
        "Records must be kept for a period of six years after the contract ends.",
        "Insurance shall be kept for twelve years after the contract.",
        "We may extend the deadline by two months.",
        "The service period is: [insert duration: one month]",
        "The warranty period is 12 months.",
        "Tenders remain valid for six months.",
        "Describe a contract of at least two years that you held in the past five years.",
    ],
)
def test_other_lengths_are_no_facts(text: str) -> None:
    assert facts_of(find, text, LENGTH) + facts_of(find, text, OPTIONS) == []
