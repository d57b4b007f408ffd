"""The public services of notices: one line each. Their ways are told in docs/notices.md.

Both answer with packages of at most 100 releases, newest first, and with the whole address of the next page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..model import CallError, Unread, UnreadableError, did_you_mean
from ..readers.ocds.parse import at, releases
from .found import Outcome, Published
from .manners import Manners

if TYPE_CHECKING:
    from .web import Web


@dataclass(frozen=True, slots=True)
class Service:
    """A service: its address, what it calls the two ends of a time, and the longest time asked for at once.

    Times are those of the clocks in the United Kingdom, without a zone. Find a Tender leaves releases out of an answer
    for more than six hours.
    """

    base: str
    path: str
    since: str
    until: str
    step: timedelta


SERVICES: Mapping[str, Service] = MappingProxyType(
    {
        "find-a-tender": Service(
            "https://www.find-tender.service.gov.uk",
            "/api/1.0/ocdsReleasePackages",
            "updatedFrom",
            "updatedTo",
            timedelta(hours=6),
        ),
        "contracts-finder": Service(
            "https://www.contractsfinder.service.gov.uk",
            "/Published/Notices/OCDS/Search",
            "publishedFrom",
            "publishedTo",
            timedelta(days=1),
        ),
    }
)
_MOST_PAGES = 1000
"""Pages of one step; a service that gives more has lost its way."""


def fetched(
    name: str, since: datetime, until: datetime, manners: Manners | None = None, base: str | None = None
) -> Iterator[Outcome]:
    """The releases that the service called *name* published from *since* to *until*, and the steps that failed.

    *base* is another address of the same kind of service. Raises CallError for an unknown name.
    """
    if name not in SERVICES:
        raise CallError(f"no service is called '{name}'{did_you_mean(name, SERVICES)}")
    from .web import Web  # httpx is loaded when the network is asked for

    service = SERVICES[name]
    with Web(base or service.base, manners or Manners()) as web:
        start = since
        while start < until:
            end = min(start + service.step, until)
            yield from _step(web, service, name, start, end)
            start = end


def _step(web: Web, service: Service, name: str, start: datetime, end: datetime) -> Iterator[Outcome]:
    """All pages of one time. One that fails is named, with its time, and the next time is asked for."""
    url = f"{web.base}{service.path}"
    asked: dict[str, str] | None = {"limit": "100", service.since: _clock(start), service.until: _clock(end)}
    seen: set[str] = set()
    while url and url not in seen and len(seen) < _MOST_PAGES:
        seen.add(url)
        place = f"{name} {_clock(start)} page {len(seen)}"
        try:
            page = web.json(url, asked)
            found = _of_page(page, place)
        except UnreadableError as error:
            yield Unread(place, error.reason, error.advice)
            return
        yield from found
        url, asked = str(at(page, "links.next") or ""), None


def _of_page(page: Any, place: str) -> list[Published]:
    """The releases of a page; a page without any is none: nothing was published in that time."""
    if isinstance(page, dict) and page.get("releases") == []:
        return []
    return [Published(release, f"{place} {path}") for path, release in releases(page)]


def _clock(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
