"""Which law a tender is judged by: whose, under which procurement rules, of which day. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from .model import FOREIGN, UNKNOWN, Confidence, Evidence, Fact, Setting, of_kind

TODAY = "today"
_TIMETABLE = ("clarification_deadline", "tender_deadline", "contract_award_date", "contract_start")
_NEW_LAW = date(2025, 2, 24)
"""The day on which the Procurement Act 2023 began to hold for new procurements."""
_OF_THE_ACT = ("england", "wales", "ni")
_BEATEN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "psr": frozenset(("old-pcr", "above-threshold", "light-touch", "framework-calloff")),
        "below-threshold": frozenset(("above-threshold", "framework-calloff")),
        "light-touch": frozenset(("above-threshold",)),
        "old-pcr": frozenset(("light-touch", "framework-calloff")),
        "framework-calloff": frozenset(("above-threshold",)),
    }
)
"""What a plain word on the rules counts more than: the Act is cited in light touch tenders too."""


def setting_of(facts: Sequence[Fact], today: date, asked: date | None = None) -> Setting:
    """Which law applies: what the user gave, else what the text says plainly and of one accord, else "unknown".

    The law is that of the day *asked*, else of the day of issue or of the timetable, else of *today*.
    """
    as_of, basis = _as_of(facts, today, asked)
    jurisdiction = _jurisdiction(facts)
    regime = _regime(facts, as_of if basis != TODAY else None)
    if jurisdiction == FOREIGN and not _given(facts, "regime"):
        regime = UNKNOWN  # the words for it mean other rules there
    if regime == "above-threshold" and jurisdiction in _OF_THE_ACT and as_of < _NEW_LAW:
        regime = "old-pcr"  # what lay above the threshold on that day was bought under the rules before the Act
    return Setting(
        jurisdiction=jurisdiction,
        regime=regime,
        authority_kind=_agreed(facts, "authority_kind"),
        as_of=as_of,
        as_of_basis=basis,
    )


def _jurisdiction(facts: Sequence[Fact]) -> str:
    """Whose law: as most documents say, else where all its postcodes lie.

    The law of England and Wales is that of a Welsh tender too, so a sign of Wales decides between the two.
    """
    if all(fact.confidence is Confidence.LOW for fact in of_kind(facts, "jurisdiction")):
        nations = {str(fact.get("value")) for fact in of_kind(facts, "jurisdiction")}
        return nations.pop() if len(nations) == 1 else UNKNOWN
    best = _agreed(facts, "jurisdiction")
    return "wales" if best == "england" and "wales" in _votes(facts, "jurisdiction") else best


def _regime(facts: Sequence[Fact], day: date | None) -> str:
    """Which procurement rules: a narrower one beats the wider that it is part of, then as most documents say.

    Where the Act and the rules before it are both cited, the *day* decides if it is known. A contract that calls
    itself small under the rules before the Act is under neither.
    """
    given = _given(facts, "regime")
    if given:
        return given
    votes = _votes(facts, "regime")
    if day and {"old-pcr", "above-threshold"} <= votes.keys():
        del votes["above-threshold" if day < _NEW_LAW else "old-pcr"]
    beaten = {name for winner in votes for name in _BEATEN.get(winner, ())}
    left = {name: count for name, count in votes.items() if name not in beaten}
    return UNKNOWN if {"old-pcr", "below-threshold"} <= left.keys() else _most(left)


def _given(facts: Sequence[Fact], kind: str) -> str | None:
    return next((str(fact.get("value")) for fact in of_kind(facts, kind) if fact.given), None)


def _agreed(facts: Sequence[Fact], kind: str) -> str:
    """What the user gave, else the value that most documents support; "unknown" where two are supported alike."""
    return _given(facts, kind) or _most(_votes(facts, kind))


def _most(votes: Mapping[str, tuple[int, int]]) -> str:
    best = sorted(votes.items(), key=lambda one: one[1], reverse=True)[:2]
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return UNKNOWN
    return best[0][0]


def _votes(facts: Sequence[Fact], kind: str) -> dict[str, tuple[int, int]]:
    """In how many documents, and at how many places, each value is said, but for what we aren't sure of."""
    places: dict[str, list[Evidence]] = {}
    for fact in of_kind(facts, kind):
        if fact.confidence > Confidence.LOW:
            places.setdefault(str(fact.get("value")), []).extend(fact.places)
    return {name: (len({place.document for place in some}), len(some)) for name, some in places.items()}


def _as_of(facts: Sequence[Fact], today: date, asked: date | None) -> tuple[date, str]:
    """The day and how it is known. A tender with any day of its timetable behind it is not one of today."""
    if asked:
        return asked, "as you asked"
    issued = _days(facts, ("publication_or_issue_date",))
    if issued:
        return min(issued), "the day of issue" if len(issued) == 1 else "the first day of issue"
    timetable = {day for day in _days(facts, _TIMETABLE) if day < today}
    return (min(timetable), "the first day of its timetable") if timetable else (today, TODAY)


def _days(facts: Sequence[Fact], kinds: Collection[str]) -> set[date]:
    values = (
        fact.get("value")
        for kind in kinds
        for fact in of_kind(facts, kind)
        if fact.given or fact.confidence > Confidence.LOW
    )
    return {value.date() if isinstance(value, datetime) else value for value in values if isinstance(value, date)}
