"""What a list of notices says of each, from its fields: who buys what, by when, for how much, and where it is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..readers.ocds.parse import Release, at, items, strings
from ..readers.ocds.words import cleaned, currency_of, moment, money_of

_FIND_A_TENDER = "ocds-h6vhtk-"
_CONTRACTS_FINDER = "ocds-b5fd17-"


@dataclass(frozen=True, slots=True)
class Listing:
    """A notice in a list. Dates are ISO 8601; `category` is a CPV code; `stage` is planning, tender or award."""

    title: str = ""
    buyer: str = ""
    stage: str = "tender"
    published: str | None = None
    deadline: str | None = None
    value: float | None = None
    currency: str = ""
    category: str = ""
    category_name: str = ""
    region: str = ""
    suitable_sme: bool | None = None
    suitable_vcse: bool | None = None
    url: str = ""
    documents: tuple[str, ...] = ()


def listing_of(release: Release) -> Listing:
    """The listing of a *release*, of whatever service."""
    category, name = next(_categories(release), ("", ""))
    worth = at(release, "tender.value")
    return Listing(
        title=_text(at(release, "tender.title") or release.get("title")),
        buyer=_text(at(release, "buyer.name")) or next(_buyers(release), ""),
        stage=_stage(strings(release, "tag")),
        published=_day(release.get("date")),
        deadline=_day(at(release, "tender.tenderPeriod.endDate")),
        value=money_of(worth.get("amount")) if isinstance(worth, dict) else None,
        currency=currency_of(at(release, "tender")),
        category=category,
        category_name=name,
        region=next(_regions(release), ""),
        suitable_sme=_suitable(release, "sme"),
        suitable_vcse=_suitable(release, "vcse"),
        url=_url(release),
        documents=tuple(dict.fromkeys(_documents(release))),
    )


def _text(value: Any) -> str:
    return " ".join(cleaned(value).split()) if isinstance(value, str) else ""


def _day(value: Any) -> str | None:
    found = moment(value)
    return found.isoformat() if found else None


def _stage(tags: list[str]) -> str:
    """How far it has come: an award ends the tender."""
    if any(tag.startswith(("award", "contract", "implementation")) for tag in tags):
        return "award"
    return "planning" if any(tag.startswith("planning") for tag in tags) and "tender" not in tags else "tender"


def _buyers(release: Release) -> Iterator[str]:
    for _, party in items(release, "parties"):
        if "buyer" in strings(party, "roles") and _text(party.get("name")):
            yield _text(party["name"])


def _categories(release: Release) -> Iterator[tuple[str, str]]:
    """CPV codes: of the tender where the old form has them, of its items where the new one does."""
    main = at(release, "tender.classification")
    listed = [found for path, item in items(release, "tender.items") for found in _of_item(item)]
    for found in (main, *listed):
        if isinstance(found, dict) and found.get("scheme", "CPV") == "CPV" and found.get("id"):
            yield str(found["id"]), _text(found.get("description"))


def _of_item(item: dict[str, Any]) -> list[Any]:
    return [item.get("classification"), *(found for _, found in items(item, "additionalClassifications"))]


def _regions(release: Release) -> Iterator[str]:
    """Where the work is done, else where the buyer sits: NUTS codes or names."""
    for _, item in items(release, "tender.items"):
        for _, place in items(item, "deliveryAddresses"):
            yield from filter(None, (_text(place.get("region")),))
    for _, party in items(release, "parties"):
        if "buyer" in strings(party, "roles"):
            yield from filter(None, (_text(at(party, "address.region")), _text(at(party, "address.locality"))))


def _suitable(release: Release, whom: str) -> bool | None:
    """Whether the buyer calls it, or any lot of it, suitable for them; None where it doesn't say."""
    holders = [at(release, "tender"), *(lot for _, lot in items(release, "tender.lots"))]
    said = [value for holder in holders if isinstance(value := at(holder, f"suitability.{whom}"), bool)]
    return any(said) if said else None


def _url(release: Release) -> str:
    """The page of the notice, where its service has one whose address follows from its number."""
    ocid, number = str(release.get("ocid") or ""), str(release.get("id") or "")
    if ocid.startswith(_FIND_A_TENDER):
        return f"https://www.find-tender.service.gov.uk/Notice/{number}"
    if ocid.startswith(_CONTRACTS_FINDER) and len(number) >= 36:
        return f"https://www.contractsfinder.service.gov.uk/Notice/{number[:36]}"
    return next((url for url in _documents(release) if url.startswith(("https://", "http://"))), "")


def _documents(release: Release) -> Iterator[str]:
    for holder in ("planning", "tender"):
        for _, document in items(release, f"{holder}.documents"):
            if isinstance(document.get("url"), str):
                yield document["url"].strip()
