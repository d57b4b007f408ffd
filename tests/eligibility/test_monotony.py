"""More of anything never shuts a bidder out more, and a stricter demand never lets more in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bidders import asks, bidder, weigh
from hypothesis import given, settings
from hypothesis import strategies as st

from procure_audit.model import Accounts, Fact, Profile

SUMS = st.integers(0, 20) | st.integers(0, 20).map(lambda n: n * 1_000_000)
COVERS = ("public_liability", "employers_liability", "professional_indemnity", "cyber")
LOTS = st.sampled_from([None, "1", "2", "each"])
SURE = st.sampled_from(["low", "medium", "high"])


@st.composite
def demands(draw: st.DrawFn) -> tuple[Fact, Fact]:
    """A demand, and the same one asking more."""
    least, more = sorted((draw(SUMS), draw(SUMS)))
    kind, name, fixed = draw(
        st.sampled_from(
            [
                ("turnover_requirement", "amount", {"currency": "GBP", "lot": draw(LOTS)}),
                ("turnover_requirement", "multiple", {"lot": draw(LOTS)}),
                ("accounts_years_required", "value", {}),
                ("references_required", "count", {}),
                ("performance_bond", "percent", {"value": True}),
                ("performance_bond", "amount", {"value": True, "currency": "GBP"}),
                ("insurance", "amount", _cover(draw)),
            ]
        )
    )
    sure = draw(SURE)
    return asks(kind, sure=sure, **fixed, **{name: least}), asks(kind, sure=sure, **fixed, **{name: more})


def _cover(draw: st.DrawFn) -> dict[str, Any]:
    early = draw(st.sampled_from([True, False, None]))
    kind = draw(st.sampled_from(COVERS))
    return {"type": kind, "currency": "GBP", "required_before_award": early, "lot": draw(LOTS)}


@st.composite
def bidders(draw: st.DrawFn) -> tuple[Profile, Profile]:
    """A bidder, and one with no less of anything."""
    pairs = {name: sorted((draw(SUMS), draw(SUMS))) for name in ("income", "accounts_years", "references", "reserves")}
    covers = {name: sorted((draw(SUMS), draw(SUMS))) for name in COVERS}
    levels = sorted((draw(st.integers(0, 2)), draw(st.integers(0, 2))))
    accounts = (Accounts.UNEXAMINED, Accounts.EXAMINED, Accounts.AUDITED)
    poor, rich = (
        bidder(
            **{name: pair[which] for name, pair in pairs.items()},
            insurance=tuple((name, pair[which]) for name, pair in covers.items()),
            accounts=accounts[levels[which]],
        )
        for which in (0, 1)
    )
    if draw(st.booleans()):
        rich = replace(rich, bond=True, parent_guarantee=True, certificates=(*rich.certificates, "ISO 9001"))
    return poor, rich


FIXED = (
    asks("audited_accounts_required", value=True, alternatives=()),
    asks("parent_company_guarantee", value=True),
    asks("certification_required", value=("ISO 9001",), alternatives=()),
    asks("lots", count=2),
)
TENDERS = st.lists(demands(), max_size=5)
OTHERS = st.lists(st.sampled_from(FIXED), max_size=3, unique_by=id)


@settings(max_examples=200, deadline=None)
@given(TENDERS, OTHERS, bidders(), st.none() | st.integers(1, 10_000_000))
def test_who_has_more_is_never_shut_out_more(
    some: list[tuple[Fact, Fact]], others: list[Fact], both: tuple[Profile, Profile], value: int | None
) -> None:
    facts = [*(easy for easy, _ in some), *others]
    poor, rich = (weigh(*facts, by=one, yearly=value, total=value) for one in both)
    assert rich.can_bid <= poor.can_bid
    assert len(rich.blocked_by) <= len(poor.blocked_by)


@settings(max_examples=200, deadline=None)
@given(TENDERS, OTHERS, bidders(), st.none() | st.integers(1, 10_000_000))
def test_a_stricter_demand_never_lets_more_in(
    some: list[tuple[Fact, Fact]], others: list[Fact], both: tuple[Profile, Profile], value: int | None
) -> None:
    easy = weigh(*(one for one, _ in some), *others, by=both[0], yearly=value, total=value)
    hard = weigh(*(one for _, one in some), *others, by=both[0], yearly=value, total=value)
    assert hard.can_bid >= easy.can_bid


@given(TENDERS, OTHERS, bidders())
def test_one_more_demand_of_all_never_lets_more_in(
    some: list[tuple[Fact, Fact]], others: list[Fact], both: tuple[Profile, Profile]
) -> None:
    facts = [*(one for one, _ in some), *others]
    more = asks("parent_company_guarantee", value=True)
    assert weigh(*facts, more, by=both[0]).can_bid >= weigh(*facts, by=both[0]).can_bid
