"""One tender of many, how all of them are judged, and what came of one: values that pass between processes as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..data import DEFAULT_PACK
from ..notices.listing import Listing


@dataclass(frozen=True, slots=True)
class Job:
    """A tender to audit: the file, folder or ZIP at `path`, the `notice` of a procurement, merged, as JSON, or both.

    `key` names it in the register: its path as it was given, or the ocid.
    """

    key: str
    path: str = ""
    notice: bytes = b""
    listing: Listing | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class How:
    """What all tenders of a run are judged by, and where documents and results are kept. Dates are ISO 8601.

    `isolated` reads each document in a process of its own: slower, for a tender that brought a worker down.
    """

    today: str
    rules: tuple[str, ...] = (DEFAULT_PACK,)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    bidders: tuple[str, ...] = ()
    jurisdiction: str | None = None
    regime: str | None = None
    as_of: str | None = None
    revisions: str = "accepted"
    max_pages: int = 2000
    max_bytes: int = 200_000_000
    document_timeout: float = 60.0
    ocr: bool = False
    cache: str | None = None
    register: str | None = None
    isolated: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job. `report` is the JSON of `procure-audit/report/1`; None where there is none.

    `status` is "assessed", "partial" (some of it unread), "unread" (nothing could be assessed), "same" (the register
    holds its report already) or "failed" (its worker was killed or broke down), with the reason in words.
    """

    key: str
    status: str
    content: str = ""
    judged_by: str = ""
    report: dict[str, Any] | None = None
    reason: str = ""
