"""What looking at a tender gives: a reading, an observation, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ..model import Confidence, Evidence
from ..text.amounts import counted, money, months, plain

DATE = "date"
"""The unit of a day of the calendar, whose number is its ordinal."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Nothing to judge. `clear`: because the tender asks for no such thing, which is no gap in our knowledge."""

    reason: str
    clear: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with its unit and places.

    Units are "money", "days", "months", "per cent", "share", "times", "date" (its ordinal), or none for a plain count.
    One that was `counted` is a measure of the whole text, and its places are examples.
    """

    value: float
    unit: str = ""
    places: tuple[Evidence, ...] = ()
    confidence: Confidence = Confidence.HIGH
    currency: str = "GBP"
    counted: bool = False

    def __str__(self) -> str:
        return told(self.value, self.unit, self.currency)


Look = Reading | Lack


@dataclass(frozen=True, slots=True)
class Observation:
    """What a check saw: the number that bands judge, words for the message, and where it stands.

    `places` are the point, or examples of what was `counted`; `related` what it is measured against.
    """

    number: float
    words: Mapping[str, str] = field(default_factory=dict)
    places: tuple[Evidence, ...] = ()
    related: tuple[Evidence, ...] = ()
    confidence: Confidence = Confidence.HIGH
    counted: bool = False


def told(value: float, unit: str, currency: str = "GBP") -> str:
    """A number in words for people: "£2 million", "14 days", "3 years", "62%", "3.4"; a date by its ordinal."""
    if unit == DATE:
        day = date.fromordinal(int(value))
        return f"{day.day} {day:%B %Y}"
    if unit == "money":
        return money(value, currency)
    if unit == "months":
        return months(value)
    if unit in ("days", "years"):
        return counted(value, unit)
    if unit in ("share", "per cent"):
        return f"{plain(value * 100 if unit == 'share' else value)}%"
    return plain(value)
