"""One self-contained page for people: it needs no network and no script, and the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from ..model import METRIC_KINDS, Finding, Metric, Report, Severity
from .links import page_link
from .view import View, shown

MOST_IN_CONTEXT = 5
"""Places of a finding that are shown with the words around them; of the others the page says where they are."""
MOST_NAMED = 40
"""Further places of a finding that are named."""


@dataclass(frozen=True)
class Tender:
    """A report as the page tells it. `prefix` keeps the addresses of several tenders on one page apart."""

    report: Report
    prefix: str
    view: View

    @cached_property
    def findings(self) -> list[tuple[str, Finding]]:
        """The open findings that are shown, worst first, each with its address on the page."""
        open_ones = (finding for finding in shown(self.report, self.view) if finding.is_open)
        return [(f"{self.prefix}finding-{number}", finding) for number, finding in enumerate(open_ones, 1)]

    @cached_property
    def by_severity(self) -> list[tuple[Severity, list[tuple[str, Finding]]]]:
        return [(severity, list(some)) for severity, some in groupby(self.findings, lambda each: each[1].severity)]

    @cached_property
    def address_of(self) -> dict[str, str]:
        """The address of each rule's first finding."""
        return {finding.rule: address for address, finding in reversed(self.findings)}

    @property
    def hidden(self) -> int:
        """Open findings below the limits of this view."""
        return sum(finding.is_open for finding in self.report.findings) - len(self.findings)

    @property
    def categories(self) -> list[tuple[str, int]]:
        """Scores by category, the worst first."""
        return sorted(self.report.score.by_category, key=lambda each: each[1]) if self.report.score else []

    @property
    def steps(self) -> Iterator[tuple[str, str, int, int]]:
        """What to mend first: the rule, its title, and the score before and after."""
        before = self.report.score.value if self.report.score else 0
        for step in self.report.score.improvements if self.report.score else ():
            yield step.rule, step.title, before, step.score
            before = step.score

    @property
    def links_pages(self) -> bool:
        """Whether a finding stands on a page that can be opened from here."""
        return any(page_link(place) for _, finding in self.findings for place in finding.places)

    @property
    def metrics(self) -> list[tuple[str, Metric]]:
        return [(METRIC_KINDS[metric.name].says, metric) for metric in self.report.understood.metrics]

    def findings_in(self, path: str) -> int:
        """How many open findings have a place in the document at *path*."""
        found = (finding for finding in self.report.findings if finding.is_open)
        return sum(any(place.document == path for place in finding.places) for finding in found)


def render(reports: Sequence[Report], view: View) -> bytes:
    """The reports as one page; several have a contents list."""
    from .templating import page  # jinja2 is loaded when a page is written

    several = len(reports) > 1
    tenders = [Tender(report, f"tender-{at}-" if several else "", view) for at, report in enumerate(reports, 1)]
    return page("page.html.j2", tenders=tenders, version=view.version, most=MOST_IN_CONTEXT, most_named=MOST_NAMED)
