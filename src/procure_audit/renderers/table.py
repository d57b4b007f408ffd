"""Findings as a table: one row a finding, one column a thing. What CSV and Excel share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model import Finding, Report
from .links import web_link
from .shared import fate
from .told import sources
from .words import citation
from .words import place as place_in_words

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, how wide it is in characters, and what stands in it."""

    name: str
    width: int
    of: Callable[[Report, Finding], Cell]


def _first(name: str) -> Callable[[Report, Finding], Cell]:
    return lambda _, finding: getattr(finding.places[0], name) if finding.places else None


def _others(_: Report, finding: Finding) -> Cell:
    return "; ".join(dict.fromkeys(place_in_words(one) for one in finding.places[1:]))


def _sources(_: Report, finding: Finding) -> Cell:
    return "; ".join(citation(one.title, one.section) for one in sources(finding))


def link(_: Report, finding: Finding) -> Cell:
    """The address of the weightiest source that has one."""
    return next((one.url for one in sources(finding) if web_link(one.url)), None)


COLUMNS: Sequence[Column] = (
    Column("tender", 20, lambda report, _: report.tender),
    Column("document", 26, _first("document")),
    Column("page", 6, _first("page")),
    Column("clause", 8, _first("clause")),
    Column("severity", 10, lambda _, finding: str(finding.severity)),
    Column("confidence", 11, lambda _, finding: str(finding.confidence)),
    Column("points", 7, lambda _, finding: finding.points),
    Column("status", 11, lambda _, finding: finding.status),
    Column("rule", 28, lambda _, finding: finding.rule),
    Column("category", 18, lambda _, finding: finding.category),
    Column("title", 32, lambda _, finding: finding.title),
    Column("message", 50, lambda _, finding: finding.message),
    Column("quote", 50, _first("quote")),
    Column("other places", 30, _others),
    Column("why it matters", 50, lambda _, finding: finding.why),
    Column("write instead", 50, lambda _, finding: finding.suggestion),
    Column("model clause", 50, lambda _, finding: finding.model_clause.strip()),
    Column("sources", 40, _sources),
    Column("link", 30, link),
    Column("accepted or known", 30, lambda _, finding: fate(finding)),
    Column("fingerprint", 18, lambda _, finding: finding.fingerprint),
)

_ORDERS = ("=", "+", "-", "@", "\t", "\r")


def is_order(text: str) -> bool:
    """Whether a spreadsheet would take *text* for a formula (https://owasp.org/www-community/attacks/CSV_Injection)."""
    return text.lstrip(" ").startswith(_ORDERS) or text.startswith("\n")
