"""Procurement notices in the Open Contracting Data Standard, process by process: found, merged, listed."""

from __future__ import annotations

from .found import Outcome, Published, published
from .gathered import Process, processes
from .listing import Listing, listing_of

__all__ = ["Listing", "Outcome", "Process", "Published", "listing_of", "processes", "published"]
