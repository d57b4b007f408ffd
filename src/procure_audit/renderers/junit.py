"""JUnit XML: a suite for each document and one for the tender as a whole, a case for each rule.

An open finding fails the case of its rule in every document where it stands, one that is known or accepted is skipped,
and so is a rule that could not be assessed. A file or page that could not be read is an error: it was not looked at.
The time that the format asks for is the day whose law counts: the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..model import Finding, Report
from ..text.printable import printable_lines
from .shared import fate
from .told import in_place, sources
from .unseen import NOT_READ, Unseen, unseen
from .view import View, shown
from .words import citation

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_PLACES = 20


def render(reports: Sequence[Report], view: View) -> bytes:
    """One `testsuites` over all *reports*; findings below the view's limits are left out."""
    from xml.etree.ElementTree import Element, indent, tostring

    root = Element("testsuites")
    for report in reports:
        for name, cases in _suites(report, shown(report, view)):
            root.append(_suite(report, name, cases, len(root)))
    indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"


def _suites(report: Report, findings: Sequence[Finding]) -> Iterator[tuple[str, list[Element]]]:
    """The name and the cases of each suite: the tender first, then its documents."""
    whole = [_case(finding.rule, report.tender, *_outcome(finding)) for finding in findings if not finding.places]
    whole += [_case(rule, report.tender) for rule in report.passed]
    missed = list(unseen(report))
    whole += [_case(one.rule, report.tender, *_missed(one)) for one in missed if one.kind != NOT_READ]
    yield report.tender, whole
    names = [document.path for document in report.understood.documents]
    for name in dict.fromkeys([*names, *(one.document for one in missed if one.document)]):
        where = report.understood.origin.place(name)
        here = [one for one in findings if any(place.document == name for place in one.places)]
        unread = [_case(one.part or "readable", where, *_missed(one)) for one in missed if one.document == name]
        yield where, [*unread, *(_case(finding.rule, where, *_outcome(finding, name)) for finding in here)]


def _outcome(finding: Finding, document: str = "") -> tuple[str, str, str, str]:
    """Kind of outcome, message, type and text: of the places those in *document*."""
    passed_over = fate(finding)
    if passed_over:
        return "skipped", f"{passed_over} {finding.title}: {finding.message}", "", ""
    here = [in_place(one) for one in finding.places if one.document == document]
    message = f"{str(finding.severity).capitalize()}: {finding.title}"
    return "failure", message, str(finding.severity), _in_full(finding, here)


def _in_full(finding: Finding, places: Sequence[str]) -> str:
    """What was found, at which of its *places*, why it matters, what to write instead."""
    more = len(places) - _MOST_PLACES
    cited = [citation(one.title, one.section) for one in sources(finding)]
    parts = (
        finding.message,
        *places[:_MOST_PLACES],
        f"and {more} more" if more > 0 else "",
        f"Why it matters: {finding.why}",
        f"Write instead: {finding.suggestion}",
        f"For example: “{finding.model_clause.strip()}”" if finding.model_clause.strip() else "",
        f"Sources: {'; '.join(cited)}" if cited else "",
    )
    return "\n".join(filter(None, parts))


def _missed(one: Unseen) -> tuple[str, str, str, str]:
    return ("error", one.says, "not-read", "") if one.kind == NOT_READ else ("skipped", one.says, "", "")


def _case(name: str, where: str, kind: str = "", message: str = "", type: str = "", text: str = "") -> Element:
    from xml.etree.ElementTree import Element, SubElement

    case = Element("testcase", {"name": _sound(name), "classname": _sound(where), "time": "0"})
    if kind:
        attributes = {"message": _sound(message), **({"type": type} if type else {})}
        SubElement(case, kind, attributes).text = _sound(text) or None
    return case


def _suite(report: Report, name: str, cases: Sequence[Element], number: int) -> Element:
    from xml.etree.ElementTree import Element, SubElement

    counts = {
        plural: str(sum(case.find(kind) is not None for case in cases))
        for plural, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
    }
    head = {
        "name": _sound(name),
        "package": _sound(report.tender),
        "id": str(number),
        "timestamp": f"{report.setting.as_of.isoformat()}T00:00:00",
        "hostname": "localhost",
        "time": "0",
        "tests": str(len(cases)),
    }
    suite = Element("testsuite", {**head, **counts})
    properties = SubElement(suite, "properties")
    score = str(report.score.value) if report.score else "not assessed"
    for key, value in (("score", score), ("pack", report.pack)):
        SubElement(properties, "property", {"name": key, "value": value})
    suite.extend(cases)
    SubElement(suite, "system-out")
    SubElement(suite, "system-err")
    return suite


def _sound(text: str) -> str:
    """What an XML 1.0 document may hold of *text*."""
    return printable_lines(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
