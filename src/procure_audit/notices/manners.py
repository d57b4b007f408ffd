"""How the network is asked, when it is asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manners:
    """How requests are made: seconds between two of them and until one is given up, tries, bytes of an answer.

    *longest_wait* bounds what a service may ask for by Retry-After (120 and 300 seconds are usual). *private* lets
    addresses inside this network be asked, which a link in a notice could otherwise be made to do.
    """

    pace: float = 1.0
    timeout: float = 60.0
    tries: int = 5
    longest_wait: float = 300.0
    most_bytes: int = 50_000_000
    private: bool = False
