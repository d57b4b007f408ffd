"""What one plain pattern a kind of fact finds: the least that any tool must beat.

Each is what a person would type into a search box: a word, and the first number, sum or date close behind it. There
is no notion of negation, of who is bound, of tables, definitions or forms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from procure_audit.model import Document

_FIGURE = r"(?P<{}>\d[\d,]*(?:\.\d+)?)\s?(?P<{}>m|million|k)?\b"
_SUM = rf"(?:(?:£|GBP)\s?{_FIGURE.format('sum', 'scale')}|{_FIGURE.format('behind', 'times')}\s?(?:GBP|pounds))"
_DATE = r"(?P<date>\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,8} \d{4}|\d{1,2}/\d{1,2}/\d{4})"
_NEAR = r"[^.]{0,80}?"
_TERM = r"(?P<number>\d{1,3}) (?P<unit>month|year)s?"
_SCALES = {"m": 1e6, "million": 1e6, "k": 1e3}
_COVERS = {
    "public_liability": "public liability",
    "employers_liability": r"employer.?s.? liability",
    "professional_indemnity": "professional indemnity",
    "product_liability": "products? liability",
}

PATTERNS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    *(("insurance", rf"{words}{_NEAR}{_SUM}", {"type": kind}) for kind, words in _COVERS.items()),
    ("turnover_requirement", rf"turnover{_NEAR}{_SUM}", {}),
    ("contract_value", rf"(?:contract value|value of the contract|budget){_NEAR}{_SUM}", {}),
    ("tender_deadline", rf"(?:deadline|closing date|no later than|submitted by){_NEAR}{_DATE}", {}),
    ("publication_or_issue_date", rf"(?:issued|published|date of issue){_NEAR}{_DATE}", {}),
    ("clarification_deadline", rf"(?:clarification|question)s?{_NEAR}{_DATE}", {}),
    ("contract_start", rf"(?:contract start|start date|commence){_NEAR}{_DATE}", {}),
    ("contract_length_months", rf"(?:contract|term|period){_NEAR}{_TERM}", {}),
    ("extension_months", rf"(?:extend|extension){_NEAR}{_TERM}", {}),
    ("payment_terms_days", r"pa(?:y|id|yment)[^.]{0,80}?(?P<number>\d{1,3}) (?:calendar |working )?days", {}),
    ("accounts_years_required", r"(?P<number>\d|two|three) years'? (?:audited )?accounts", {}),
    ("audited_accounts_required", r"audited accounts", {"value": True}),
    ("social_value_weight", r"social value[^.]{0,60}?(?P<number>\d{1,2}) ?%", {}),
    (
        "quality_price_weights",
        r"quality[^.]{0,40}?(?P<left>\d{2}) ?%[^.]{0,60}?price[^.]{0,40}?(?P<right>\d{2}) ?%",
        {},
    ),
    ("references_required", r"(?P<count>\d|two|three) references", {}),
    ("certification_required", r"(?P<name>ISO ?\d{4,5}|Cyber Essentials(?: Plus)?)", {}),
    ("parent_company_guarantee", r"parent company guarantee", {"value": True}),
    ("performance_bond", r"performance bond", {"value": True}),
    ("consortia_allowed", r"consorti(?:a|um)", {"value": True}),
    ("electronic_portal_only", r"(?:via|through) the [\w ]{0,30}portal", {"value": True}),
    ("tupe", r"TUPE", {"value": "mentioned"}),
    ("indemnity_uncapped", r"indemnify", {"value": True}),
    ("liability_cap", rf"liability[^.]{{0,60}}?(?:exceed|limited to){_NEAR}{_SUM}", {}),
    ("payment_by_results", r"payment by results", {"value": True}),
    ("exclusivity", r"exclusiv", {"value": True}),
    ("ip_assignment", r"intellectual property[^.]{0,60}?(?:vest|assign)", {"value": True}),
    ("response_limits", r"(?P<words>\d[\d,]*) words", {}),
    ("lots", r"(?P<count>\d{1,2}|two|three|four) lots", {}),
    ("termination_notice", r"terminat[^.]{0,80}?(?P<days>\d{1,3}) days", {}),
    ("subcontracting_terms", r"sub-?contract[^.]{0,60}?consent", {"category": "consent_needed"}),
)
_COMPILED = [(kind, re.compile(pattern, re.I), values) for kind, pattern, values in PATTERNS]
_WORDS = {"two": 2, "three": 3, "four": 4}


def find(document: Document) -> Iterator[dict[str, Any]]:
    """The facts that the patterns find in *document*, with their pages."""
    text = document.text.replace("\n", " ")
    for kind, pattern, values in _COMPILED:
        for match in pattern.finditer(text):
            page = document.page_at(match.start())
            yield {"kind": kind, **values, **_read(match), "page": page}


def _read(match: re.Match[str]) -> dict[str, Any]:
    """The values in the named groups of a match."""
    values: dict[str, Any] = {}
    for name, text in match.groupdict().items():
        if text is not None and name in _GROUPS:
            values |= _GROUPS[name](text, match)
    return values


def _sum(text: str, match: re.Match[str]) -> dict[str, Any]:
    digits = float(text.replace(",", ""))
    return {"amount": digits * _SCALES.get((match["scale"] or match["times"] or "").lower(), 1)}


def _date(text: str, _: re.Match[str]) -> dict[str, Any]:
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)|\bof ", "", text)
    for shape in ("%d %B %Y", "%d %b %Y", "%d/%m/%Y"):
        try:
            return {"value": datetime.strptime(plain, shape).date().isoformat()}
        except ValueError:
            continue
    return {"value": None}


def _number(text: str, match: re.Match[str]) -> dict[str, Any]:
    unit = match.groupdict().get("unit") or ""
    return {"value": _digits(text) * (12 if unit.lower() == "year" else 1)}


def _digits(text: str) -> int:
    return _WORDS.get(text.lower()) or int(text.replace(",", "") or 0)


_GROUPS: dict[str, Callable[[str, re.Match[str]], dict[str, Any]]] = {
    "sum": _sum,
    "behind": _sum,
    "date": _date,
    "number": _number,
    "count": lambda text, _: {"count": _digits(text)},
    "days": lambda text, _: {"days": _digits(text)},
    "words": lambda text, _: {"words": _digits(text)},
    "name": lambda text, _: {"value": [text]},
    "left": lambda text, match: {"value": f"{text}/{match['right']}"},
}
