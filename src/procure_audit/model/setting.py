"""Which law a tender is judged by: the names of jurisdictions, procurement rules and kinds of buyer, and the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

JURISDICTIONS = ("england", "wales", "scotland", "ni", "ireland", "eu")
REGIMES = ("above-threshold", "light-touch", "below-threshold", "framework-calloff", "psr", "old-pcr")
AUTHORITIES = ("central", "sub_central", "nhs", "school", "housing", "parish")
UNKNOWN = "unknown"
FOREIGN = "other"
"""The law of a country that no pack knows."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Which law the tender was judged by: jurisdiction, regime, day; "unknown" where neither text nor user says."""

    jurisdiction: str
    regime: str
    authority_kind: str
    as_of: date
    as_of_basis: str
