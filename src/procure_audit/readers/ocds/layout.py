"""The order in which a notice is told: who buys, what, by when, who may bid, on which terms, lot by lot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .parse import Release, at, items, strings
from .words import currency_of, spoken, spoken_moment
from .writer import Writer

_CRITERIA = {
    "economic": "Economic and financial standing",
    "technical": "Technical and professional ability",
    "suitability": "Suitability",
}
_LINES = (
    ("Procedure", "tender.procurementMethodDetails"),
    ("Category", "tender.mainProcurementCategory"),
    ("Legal basis", "tender.legalBasis.id"),
    ("Special rules", "tender.specialRegime"),
    ("Suitable for small and medium enterprises", "tender.suitability.sme"),
    ("Suitable for voluntary and community organisations", "tender.suitability.vcse"),
    ("How to submit", "tender.submissionMethod"),
    ("Where to submit", "tender.submissionMethodDetails"),
    ("Days for which bids must stay open", "tender.submissionTerms.bidValidityPeriod.durationInDays"),
    ("Most lots for one bidder", "tender.lotDetails.maximumLotsBidPerSupplier"),
    ("Most suppliers of the framework", "tender.techniques.frameworkAgreement.maximumParticipants"),
)
_DATES = (
    ("Closing date for tenders", "tender.tenderPeriod.endDate"),
    ("Closing date for questions", "tender.enquiryPeriod.endDate"),
)
_DAYS = (
    ("Contract start", "contractPeriod.startDate"),
    ("Contract end", "contractPeriod.endDate"),
    ("Date of publication", "datePublished"),
)
_LONG = 60
"""Characters from which a text that no section claims is told under "Other information"."""


def is_award(release: Release) -> bool:
    """Whether a notice only tells of an award, so that what stands in it asks nothing of anybody."""
    tags = strings(release, "tag")
    return any(tag.startswith(("award", "contract", "implementation")) for tag in tags) and "tender" not in tags


def write(writer: Writer, release: Release) -> None:
    """All of *release*, in blocks."""
    writer.heading(_kind(release), 1)
    _buyer(writer, release)
    _tender(writer, release)
    _selection(writer, release)
    writer.heading("Contract terms", 2)
    for path in ("tender.contractTerms.performanceTerms", "tender.contractTerms.financialTerms"):
        writer.prose(at(release, path), path)
    for path, lot in items(release, "tender.lots"):
        _lot(writer, path, lot, str(at(release, "tender.value.currency") or ""))
    _awards(writer, release)
    writer.heading("Other information", 2)
    for path, text in _strings(release, ""):
        if len(text) >= _LONG and " " in text.strip() and not writer.has(text):
            writer.prose(text, path)


def _kind(release: Release) -> str:
    if is_award(release):
        return "Award notice"
    tags = strings(release, "tag")
    return "Planning notice" if "planning" in tags and "tender" not in tags else "Contract notice"


def _buyer(writer: Writer, release: Release) -> None:
    writer.heading("Buyer", 2)
    writer.line("Buyer", at(release, "buyer.name"), "buyer.name")
    for path, party in items(release, "parties"):
        if "buyer" in strings(party, "roles"):
            writer.line("Region", at(party, "address.region"), f"{path}.address.region")
            for inner, kind in items(party, "details.classifications"):
                field = "description" if kind.get("description") else "id"
                writer.line("Kind of buyer", kind.get(field), f"{path}.{inner}.{field}")


def _tender(writer: Writer, release: Release) -> None:
    writer.heading("Tender", 2)
    title = "tender.title" if at(release, "tender.title") else "title"
    writer.prose(at(release, title), title, "Title")
    writer.prose(at(release, "tender.description"), "tender.description")
    tender = at(release, "tender")
    _values(writer, tender, currency_of(tender), "tender")
    for label, path in _DATES:
        writer.line(label, spoken_moment(at(release, path)), path)
    _days(writer, tender, "tender")
    if lots := len(items(release, "tender.lots")):
        writer.line(
            "Number of lots" if lots > 1 else "Lots", lots if lots > 1 else "not divided into lots", "tender.lots"
        )
    writer.line("Date of notice", spoken_moment(at(release, "date"), time=False), "date")
    for label, path in _LINES:
        value = at(release, path)
        writer.line(label, spoken(value) if path.endswith("Category") and isinstance(value, str) else value, path)


def _values(writer: Writer, holder: Any, currency: str, path: str) -> None:
    writer.money("Contract value", at(holder, "value"), currency, f"{path}.value")
    writer.money("Contract value including VAT", at(holder, "value"), currency, f"{path}.value", "amountGross")
    writer.money("Lowest contract value", at(holder, "minValue"), currency, f"{path}.minValue")


def _selection(writer: Writer, release: Release) -> None:
    writer.heading("Selection criteria", 2)
    for path, criterion in items(release, "tender.selectionCriteria.criteria"):
        _criterion(writer, path, criterion)
    writer.prose(at(release, "tender.selectionCriteria.description"), "tender.selectionCriteria.description")
    for path, lot in items(release, "tender.lots"):
        inner = f"{path}.selectionCriteria.description"
        writer.prose(at(lot, "selectionCriteria.description"), inner)
        for below, criterion in items(lot, "selectionCriteria.criteria"):
            _criterion(writer, f"{path}.{below}", criterion)


def _criterion(writer: Writer, path: str, criterion: dict[str, Any]) -> None:
    writer.heading(_CRITERIA.get(str(criterion.get("type")), "Other selection criteria"), 3)
    for field in ("name", "description", "minimum"):
        writer.prose(criterion.get(field), f"{path}.{field}", "Minimum standard" if field == "minimum" else "")


def _days(writer: Writer, holder: Any, path: str) -> None:
    for label, field in _DAYS:
        writer.line(label, spoken_moment(at(holder, field), time=False), f"{path}.{field}")


def _lot(writer: Writer, path: str, lot: dict[str, Any], currency: str) -> None:
    writer.heading(f"Lot {lot.get('id', '')}".strip(), 2)
    writer.prose(lot.get("title"), f"{path}.title")
    writer.prose(lot.get("description"), f"{path}.description")
    _values(writer, lot, currency_of(lot, currency), path)
    _days(writer, lot, path)
    days = at(lot, "contractPeriod.durationInDays")
    writer.line("Contract length", f"{days} days" if days else None, f"{path}.contractPeriod.durationInDays")
    writer.prose(at(lot, "renewal.description"), f"{path}.renewal.description", "Renewal")
    writer.prose(at(lot, "options.description"), f"{path}.options.description", "Options")
    for label, field in (("small and medium enterprises", "sme"), ("voluntary and community organisations", "vcse")):
        writer.line(f"Suitable for {label}", at(lot, f"suitability.{field}"), f"{path}.suitability.{field}")
    writer.heading("Award criteria", 3)
    for inner, criterion in items(lot, "awardCriteria.criteria"):
        _award_criterion(writer, f"{path}.{inner}", criterion)


def _award_criterion(writer: Writer, path: str, criterion: dict[str, Any]) -> None:
    """One criterion with its mark: "Quality: Method: 30"; the mark stands in the description or among the numbers."""
    name = ": ".join(str(part) for part in (criterion.get("type"), criterion.get("name")) if part)
    numbers = [found.get("number") for _, found in items(criterion, "numbers")]
    description = criterion.get("description")
    for number in numbers:
        writer.line(name.capitalize(), f"{number} %", f"{path}.numbers")
    if not numbers or not isinstance(description, str):
        writer.line(name.capitalize() or "Criterion", description or "named without a mark", f"{path}.description")
    else:
        writer.prose(description, f"{path}.description")


def _awards(writer: Writer, release: Release) -> None:
    if not is_award(release):
        return
    writer.heading("Award", 2)
    for path, award in items(release, "awards"):
        writer.prose(award.get("title"), f"{path}.title")
        writer.prose(award.get("description"), f"{path}.description")
        writer.money("Awarded value", award.get("value"), currency_of(award), f"{path}.value")
        writer.line("Date of award", spoken_moment(award.get("date")), f"{path}.date")


def _strings(found: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text in *found* with its path."""
    if isinstance(found, str):
        yield path, found
    elif isinstance(found, dict):
        for name, value in found.items():
            yield from _strings(value, f"{path}.{name}" if path else name)
    elif isinstance(found, list):
        for index, value in enumerate(found):
            yield from _strings(value, f"{path}[{index}]")
