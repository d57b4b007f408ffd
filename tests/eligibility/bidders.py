"""Small bidders and tenders for the tests of eligibility."""

from __future__ import annotations

from typing import Any

from procure_audit.eligibility import Asked, Worth, eligibility_of
from procure_audit.model import (
    Accounts,
    Cited,
    Confidence,
    Cost,
    Eligibility,
    Evidence,
    Fact,
    Figures,
    Profile,
    Role,
    Source,
    Span,
    fact,
)

SOURCE = Source("T", "A test", kind="evidence")
FIGURES = Figures(
    incomes=((100_000, 0.5), (1_000_000, 0.9)),
    incomes_of=Cited("of bodies", SOURCE),
    covers=(Cost("public_liability", 5_000_000, 0, Cited("Cover costs a little", SOURCE)),),
    scarce=(Cost("public_liability", 10_000_000, 0, Cited("Cover is hard to find", SOURCE)),),
)


def bidder(**values: Any) -> Profile:
    """A charity of £250,000 with one of most things."""
    usual: dict[str, Any] = {
        "income": 250_000,
        "staff": 5,
        "insurance": (("public_liability", 5_000_000), ("employers_liability", 10_000_000)),
        "accounts": Accounts.EXAMINED,
        "accounts_years": 3,
        "years": 3,
        "references": 2,
        "certificates": ("Cyber Essentials Plus",),
        "policies": ("health and safety",),
        "reserves": 60_000,
    }
    return Profile("test", "A test", **{**usual, **values})


def place(quote: str = "must", role: Role = Role.SELECTION, at: int = 0) -> Evidence:
    return Evidence("itt.docx", quote, Span(at, at + len(quote)), role=role)


def asks(
    kind: str, *, quote: str = "must", role: Role = Role.SELECTION, at: int = 0, sure: str = "high", **values: Any
) -> Fact:
    return fact(kind, place(quote, role, at), confidence=Confidence[sure.upper()], **values)


def tender(*facts: Fact, yearly: float | None = None, total: float | None = None, **more: Any) -> Asked:
    return Asked(facts, FIGURES, lambda lot: Worth(yearly, total), **more)


def weigh(*facts: Fact, by: Profile | None = None, **more: Any) -> Eligibility:
    return eligibility_of(tender(*facts, **more), by or bidder())
