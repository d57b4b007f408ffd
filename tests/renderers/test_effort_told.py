"""What a bid costs, as people are told it."""

from __future__ import annotations

import pytest

from procure_audit.renderers.bidding import _share


@pytest.mark.parametrize(
    ("share", "told"),
    [(0.0003, "less than 0.1%"), (0.001, "0.1%"), (0.023, "2.3%"), (0.1, "10%"), (1.25, "125%")],
)
def test_a_share_of_a_years_value_is_never_told_as_nothing(share: float, told: str) -> None:
    assert _share(share) == told
