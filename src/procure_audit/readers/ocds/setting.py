"""Which law a notice falls under, as its fields say: jurisdiction, regime, kind of authority."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Value
from .parse import Release, at, items, strings

_REGIONS = {"UKM": "scotland", "UKL": "wales", "UKN": "ni"}
_PORTALS = {"ocds-r6ebe6": "scotland", "ocds-kuma6s": "wales", "ocds-b5fd17": "england"}
_KINDS = {
    "publicAuthorityCentralGovernment": "central",
    "publicAuthoritySubCentralGovernment": "sub_central",
    "Ministry or any other national or federal authority": "central",
    "National or federal Agency/Office": "central",
    "Regional or local authority": "sub_central",
    "Regional or local Agency/Office": "sub_central",
}
_NAMES = (
    ("nhs", re.compile(r"\bNHS\b|\bHealth Board\b", re.I)),
    ("housing", re.compile(r"\bHousing (?:Association|Trust|Group)\b", re.I)),
    ("parish", re.compile(r"\b(?:Parish|Town|Community) Council\b", re.I)),
    ("school", re.compile(r"\b(?:School|Academy|Academies)\b", re.I)),
)


def setting(release: Release) -> Iterator[tuple[str, dict[str, Value], str]]:
    """The facts "jurisdiction", "regime" and "authority_kind", as far as the notice tells them."""
    region, path = next(_regions(release), ("", ""))
    portal = _PORTALS.get(str(release.get("ocid", ""))[:11])
    jurisdiction = _REGIONS.get(region[:3].upper(), "england") if region else portal
    if jurisdiction:
        yield "jurisdiction", {"value": jurisdiction}, path or "ocid"
    if found := _regime(release, jurisdiction):
        yield "regime", {"value": found[0]}, found[1]
    if kind := _authority(release):
        yield "authority_kind", {"value": kind[0]}, kind[1]


def _regions(release: Release) -> Iterator[tuple[str, str]]:
    for path, party in items(release, "parties"):
        region = at(party, "address.region")
        if "buyer" in strings(party, "roles") and isinstance(region, str) and re.match("UK[A-Z]", region, re.I):
            yield region, f"{path}.address.region"


def _regime(release: Release, jurisdiction: str | None) -> tuple[str, str] | None:
    """The regime and its field. In Scotland the directives' regulations are still the law, elsewhere the old one."""
    basis = at(release, "tender.legalBasis.id")
    if basis == "2023/1348":
        return "psr", "tender.legalBasis.id"
    if isinstance(basis, str) and basis in ("32014L0024", "32014L0023", "32014L0025"):
        return "above-threshold" if jurisdiction == "scotland" else "old-pcr", "tender.legalBasis.id"
    if "lightTouch" in strings(release, "tender.specialRegime"):
        return "light-touch", "tender.specialRegime"
    above = at(release, "tender.aboveThreshold")
    if isinstance(above, bool):
        return ("above-threshold" if above else "below-threshold"), "tender.aboveThreshold"
    return None


def _authority(release: Release) -> tuple[str, str] | None:
    name = at(release, "buyer.name")
    if isinstance(name, str):
        kind = next((kind for kind, pattern in _NAMES if pattern.search(name)), None)
        if kind:
            return kind, "buyer.name"
    for path, party in items(release, "parties"):
        for inner, found in items(party, "details.classifications") if "buyer" in strings(party, "roles") else ():
            if str(found.get("id")) in _KINDS:
                return _KINDS[str(found["id"])], f"{path}.{inner}.id"
    return None
