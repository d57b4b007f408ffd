"""Demands on a bidder's money: income, accounts, and what must be paid before the buyer pays."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Accounts, Fact, Profile, Verdict, Weighed
from ..text.amounts import counted, money
from .asked import Asked, number
from .shares import share_below

_TURNOVER = "turnover-absolute"
_PERIODS = {"weekly": 0.25, "monthly": 1.0, "quarterly": 3.0, "annually": 12.0, "yearly": 12.0}
"""Months of work that one invoice covers."""
_PARTNERS = {
    True: "joint bids are welcome: ask whether the income of partners counts together",
    False: "the text accepts no joint bids",
    None: "ask whether partners may bid together, and their income counts together",
}
_ACCOUNTS = {
    Accounts.AUDITED: "audited accounts",
    Accounts.EXAMINED: "independently examined accounts",
    Accounts.UNEXAMINED: "accounts that nobody outside has examined",
}


def turnover(fact: Fact, bidder: Profile, asked: Asked) -> Iterator[Weighed]:
    """A least income; a multiple of the contract's value counts where that value is known."""
    sum_, multiple = number(fact, "amount"), number(fact, "multiple")
    worth = asked.worth_of(fact)
    in_all = fact.get("period") in ("total", "total_including_extensions")
    value = worth.total if in_all else worth.yearly
    currency = str(fact.get("currency") or bidder.currency)
    asks = f"a yearly income of at least {money(sum_, currency)}" if sum_ is not None else "a least yearly income"
    if sum_ is None and multiple is not None:
        asks = f"a yearly income of at least {multiple:g} times {'the whole' if in_all else 'a year’s'} value"
        if value is not None:
            sum_, currency = multiple * value, worth.currency
            asks += f" ({money(sum_, currency)})"
    verdict, remark = _income(sum_, currency, bidder, asked.joint_bids)
    yield Weighed(
        id=_TURNOVER,
        kind=fact.kind,
        about="",
        verdict=verdict,
        asks=asks,
        has=money(bidder.income, bidder.currency),
        remark=remark,
        share_below=share_below(sum_, asked.figures) if sum_ is not None and currency == "GBP" else None,
        joint=True,
    )


def _income(least: float | None, currency: str, bidder: Profile, joint: bool | None) -> tuple[Verdict, str]:
    if least is None:
        return Verdict.UNSURE, "the sum isn't stated, or hangs on a value that isn't"
    if currency != bidder.currency:
        return Verdict.UNSURE, f"the sum is in {currency}, the bidder's income in {bidder.currency}"
    if bidder.income >= least:
        return Verdict.MET, ""
    return Verdict.BLOCKED, _PARTNERS[joint]


def audited(fact: Fact, bidder: Profile, _: Asked) -> Iterator[Weighed]:
    """Audited accounts, where no others are said to do."""
    if fact.get("value") is not True:
        return
    others = fact.get("alternatives")
    if bidder.accounts is Accounts.AUDITED:
        verdict, remark = Verdict.MET, ""
    elif others:
        named = ", ".join(others) if isinstance(others, tuple) else str(others)
        verdict, remark = Verdict.UNSURE, f"something else is accepted ({named}): ask whether its accounts do"
    else:
        verdict, remark = Verdict.BLOCKED, "nothing else is said to do: ask whether its accounts will"
    yield Weighed(
        id="audited-accounts-required",
        kind=fact.kind,
        about="",
        verdict=verdict,
        asks="audited accounts",
        has=_ACCOUNTS[bidder.accounts],
        remark=remark,
    )


def years_of_accounts(fact: Fact, bidder: Profile, _: Asked) -> Iterator[Weighed]:
    """Accounts of so many years. Fewer never block: buyers seldom say what newer bodies may send."""
    years = number(fact, "value")
    if years is None:
        return
    enough = bidder.accounts_years >= years
    yield Weighed(
        id="accounts-years-requested",
        kind=fact.kind,
        about="",
        verdict=Verdict.MET if enough else Verdict.UNSURE,
        asks=f"accounts of {counted(years, 'years')}",
        has=f"accounts of {counted(bidder.accounts_years, 'years')}",
        remark="" if enough else "ask what a body with fewer years may send instead",
    )


def reserves(fact: Fact, bidder: Profile, _: Asked) -> Iterator[Weighed]:
    """Money to hold in reserve: a sum, or so many months of what the bidder spends (taken as its income)."""
    sum_, months = number(fact, "amount"), number(fact, "months")
    needed = sum_ if sum_ is not None else None if months is None else bidder.income * months / 12
    if needed is None:
        verdict, remark = Verdict.UNSURE, "how much isn't stated"
    elif bidder.reserves >= needed:
        verdict, remark = Verdict.MET, ""
    else:
        verdict, remark = Verdict.BLOCKED, "ask what else may show that the money is safe"
    wanted = money(sum_, bidder.currency) if sum_ is not None else counted(months, "months") if months else "a sum"
    yield Weighed(
        id="reserves-required",
        kind=fact.kind,
        about="",
        verdict=verdict,
        asks=f"{wanted} in reserve",
        has=f"{money(bidder.reserves, bidder.currency)} of free reserves",
        remark=remark,
        joint=True,
    )


def cash(fact: Fact, bidder: Profile, asked: Asked) -> Iterator[Weighed]:
    """The bidder's own money needed until the buyer first pays, where the contract isn't split and its value known."""
    often, _, when = str(fact.get("value")).partition("_in_")
    worth = asked.worth(None)
    if when != "arrears" or often not in _PERIODS or worth.yearly is None or asked.lots > 1 or _advance(asked):
        return
    days = max((number(one, "value") or 0 for one in asked.of("payment_terms_days")), default=0)
    needed = round(worth.yearly * (_PERIODS[often] / 12 + days / 365), -2)
    enough = bidder.reserves >= needed and worth.currency == bidder.currency
    sum_ = money(needed, worth.currency)
    yield Weighed(
        id="payment-in-arrears-only",
        kind=fact.kind,
        about="",
        verdict=Verdict.MET if enough else Verdict.TO_QUALIFY,
        asks=f"work before pay: about {sum_} of its own money until the first invoice is paid",
        has=f"{money(bidder.reserves, bidder.currency)} of free reserves",
        remark="" if enough else "ask for payment in advance, or find a loan",
    )


def _advance(asked: Asked) -> bool:
    return any("advance" in str(one.get("value")) for one in asked.of("payment_timing"))
