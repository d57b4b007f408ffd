"""Numbers as people say them. Pure strings: knows no facts."""

from __future__ import annotations

_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"))


def money(amount: float, currency: str = "GBP") -> str:
    """ "£5 million", "£1.25 million", "£62,500", "€9.50"; an unknown currency by its code ("CHF 400")."""
    symbol = _SYMBOLS.get(currency, f"{currency} ")
    for size, name in _SCALES:
        if amount >= size and (amount * 1000) % size == 0:
            return f"{symbol}{amount / size:g} {name}"
    return f"{symbol}{amount:,.0f}" if amount == int(amount) or amount >= 1000 else f"{symbol}{amount:,.2f}"


def months(count: float) -> str:
    """ "3 years", "18 months", "1 month": whole years from two on."""
    if count >= 24 and count % 12 == 0:
        return f"{count / 12:g} years"
    return counted(count, "months")


def counted(count: float, noun: str) -> str:
    """ "14 days", "1 day", "1.5 days": *noun* in the plural, with an s."""
    return f"{plain(count)} {noun.removesuffix('s') if count == 1 else noun}"


def plain(number: float) -> str:
    """ "44", "12,500", "17.2": at most one decimal, none from a hundred on."""
    rounded = round(number) if abs(number) >= 100 else round(number, 1)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"
