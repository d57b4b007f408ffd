"""Weights."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from terms import values_of

from procure_audit.facts.award import find

WEIGHTS = (
    ("Bids will be evaluated on quality (60%) and price (40%).", ["60/40"]),
    ("Award criteria: 30% price and 70% quality.", ["70/30"]),
    ("The evaluation is based on a 60/40 quality/price split.", ["60/40"]),
    ("The price to quality ratio is 40:60, as the evaluation shows.", ["60/40"]),
    ("Price 40%, Quality 50%, Social Value 10%.", ["60/40"]),
    ("Technical 60% / Commercial 40%", ["60/40"]),
    ("Price is the only award criterion.", ["0/100"]),
    ("The award criteria for Lot 2 is Price 100%.", ["0/100"]),
    ("Quality 40%\n\nCommercial 60%", ["40/60"]),
    ("Experience 20%\n\nQuality 25%\n\nLocality 15%\n\nPrice 40%", ["60/40"]),
    ("Quality [X]% and price [Y]%", []),
    ("A price discount of 40% and quality checks on 60% of deliveries apply.", []),
    ("Quality 50% and price 40%.", []),
)
SOCIAL = (
    ("Price 40%, Quality 50%, Social Value 10%.", [10]),
    ("Social value will carry a weighting of 10%.", [10]),
    ("A minimum of 20% of the marks is given to social value.", [20]),
    ("Social value matters to us.", []),
)


@pytest.mark.parametrize(("text", "values"), WEIGHTS)
def test_quality_against_price(text: str, values: list[str]) -> None:
    assert values_of(find, text, "quality_price_weights") == values


@pytest.mark.parametrize(("text", "values"), SOCIAL)
def test_social_value(text: str, values: list[float]) -> None:
    assert values_of(find, text, "social_value_weight") == values


def test_social_value_within_quality_is_a_share_of_the_share() -> None:
    text = "Quality 50% and price 50%.\n\nSafety 60%\n\nMethod 20%\n\nSocial value 20%"
    assert values_of(find, text, "social_value_weight") == [10]


@given(st.integers(1, 99))
def test_any_split_is_found_whichever_stands_first(quality: int) -> None:
    expected = [f"{quality}/{100 - quality}"]
    assert values_of(find, f"Quality: {quality}% Price: {100 - quality}%", "quality_price_weights") == expected
    assert values_of(find, f"Price {100 - quality}% and quality {quality}%", "quality_price_weights") == expected
