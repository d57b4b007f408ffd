"""Demands for proof of work and of standards: references, certificates, policies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Fact, Metric, Profile, Role, Verdict, Weighed
from ..text.amounts import counted
from .asked import Asked, number

_IN_CONTRACT = frozenset((Role.CONTRACT_TERMS, Role.SPECIFICATION, Role.DEFINITIONS))
_BY_LAW = frozenset(("CQC registration", "Gas Safe"))
"""Registrations that the law asks of whoever does such work."""
_HELD_AS = {
    "Cyber Essentials": ("Cyber Essentials Plus",),
    "SSIP": ("CHAS", "SafeContractor", "Constructionline"),
    "OHSAS 18001": ("ISO 45001",),
}
"""Certificates that another one covers."""
_POLICY = re.compile(r"\w policy$")


def references(fact: Fact, bidder: Profile, _: Asked) -> Iterator[Weighed]:
    """So many references. Fewer never block: buyers seldom say what a bidder with fewer may do."""
    least = None if fact.get("at_most") else number(fact, "count")
    few = not fact.get("at_most") and bidder.references < (least or 1)
    yield Weighed(
        id="references-narrow",
        kind=fact.kind,
        about="",
        verdict=Verdict.UNSURE if few else Verdict.MET,
        asks=counted(least, "references") if least else "references, without a least number",
        has=str(bidder.references) if bidder.references else "none",
        remark="ask what a body with fewer may send instead" if few else "",
    )


def years_of_work(fact: Fact, bidder: Profile, _: Asked) -> Iterator[Weighed]:
    """A least age, or so many years of such work."""
    least = number(fact, "value")
    if least is None:
        return
    old = bidder.years >= least
    yield Weighed(
        id="years-trading-required",
        kind=fact.kind,
        about="",
        verdict=Verdict.MET if old else Verdict.BLOCKED,
        asks=f"{counted(least, 'years')} of work",
        has=counted(bidder.years, "years"),
        remark="" if old else "ask whether the years of its staff or partners count",
        joint=True,
    )


def certificates(fact: Fact, bidder: Profile, _: Asked) -> Iterator[Weighed]:
    """Each certificate that is demanded; one that only the contract names is needed by its start."""
    names = fact.get("value")
    for name in names if isinstance(names, tuple) else ():
        verdict, remark = _certificate(name, fact, bidder)
        swapped = " or its equivalent" if fact.get("or_equivalent") else ""
        yield Weighed(
            id="certification-costly" if swapped else "certification-without-equivalent",
            kind=fact.kind,
            about=name,
            verdict=verdict,
            asks=f"{name}{swapped}",
            has=name if verdict is Verdict.MET else "no such certificate",
            remark=remark,
        )


def _certificate(name: str, fact: Fact, bidder: Profile) -> tuple[Verdict, str]:
    if {name, *_HELD_AS.get(name, ())} & set(bidder.certificates):
        return Verdict.MET, ""
    if name in _BY_LAW:
        return Verdict.TO_QUALIFY, "the law asks it of whoever does this work"
    if fact.places and all(place.role in _IN_CONTRACT for place in fact.places):
        return Verdict.TO_QUALIFY, "the contract asks for it, so it is needed when the work starts"
    if fact.get("or_equivalent"):
        return Verdict.UNSURE, "an equivalent is accepted: ask whether its own way of working is one"
    return Verdict.BLOCKED, "nothing is said to be accepted instead: ask whether its own way of working is"


def policies(metric: Metric, bidder: Profile) -> Iterator[Weighed]:
    """Each policy that must be sent with the bid: one that the bidder has not can be written."""
    places = metric.places or ()
    for number_, name in enumerate(metric.notes):
        if not _POLICY.search(name):
            continue
        held = any(_same(own, name) for own in bidder.policies)
        yield Weighed(
            id="policies-demanded-at-bid",
            kind=metric.name,
            about=name,
            verdict=Verdict.MET if held else Verdict.TO_QUALIFY,
            asks=f"{name}, with the bid",
            has="has one" if held else "none",
            remark="" if held else "write one, and have the trustees agree to it",
            places=places[number_ : number_ + 1],
        )


def _same(own: str, name: str) -> bool:
    """Whether the bidder's policy ("health and safety") is the one that is asked for ("health & safety policy")."""
    words = set(re.findall(r"[a-z]{4,}", own.lower()))
    return bool(words) and words <= set(re.findall(r"[a-z]{4,}", name.lower()))
