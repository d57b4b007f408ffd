"""Whether the documents are a whole invitation to bid: what they don't say may stand in a part that is not here."""

from __future__ import annotations

from ..case import Case
from ..reading import Lack, Look, Reading
from .base import Measure

_PARTS = 3
_NOT_HERE = "the documents are no whole invitation to bid, so it may be said elsewhere"


def whole(case: Case) -> Look:
    """1 where every part of an invitation and a day for bids are there; else nothing, and what is missing."""
    parts = case.metric("invitation_parts")
    if parts is None or parts.value is None:
        return Lack(_NOT_HERE)
    if parts.value < _PARTS:
        return Lack(f"{_NOT_HERE}; missing: {', '.join(parts.notes) or 'a part'}")
    if not case.facts("tender_deadline"):
        return Lack(f"{_NOT_HERE}; missing: the day when bids are due")
    return Reading(1)


MEASURES = (Measure("tender.whole", "1 where the documents are a whole invitation to bid", whole),)
