"""What barriers are about: the categories of rules, and the recommendations that they stand against."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CATEGORIES: Mapping[str, str] = MappingProxyType(
    {
        "complexity": "Size and paperwork",
        "readability": "Plain words",
        "finance": "Money tests and price",
        "insurance": "Insurance",
        "liability-and-risk": "Liability and risk",
        "experience": "Track record and certificates",
        "timescales": "Time",
        "subcontracting-and-partnership": "Partners and sub-contracts",
        "payment": "Payment",
        "digital-access": "Digital access",
        "social-value-and-codesign": "Social value and shared design",
        "lots-and-size": "Lots and size",
        "legal-compliance": "Following the law",
    }
)
"""The categories of rules and how people call them."""
RECOMMENDATIONS: Mapping[int, str] = MappingProxyType(
    {
        1: "Inclusion in design",
        2: "Accessible procurement",
        3: "Support through local infrastructure",
        4: "The regional and digital divide",
        5: "Equal partnership",
    }
)
"""The five recommendations of the Power of Small."""
