"""A comment for a pull request: within GitHub's limit, the worst first, and the rest counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Finding, Report
from .view import View, shown
from .words import number

MOST_BYTES = 65_536
"""What GitHub takes in a comment, in characters. Bytes are never fewer."""
MOST_LISTED = 20
"""Items of a list, such as the files that could not be read; the rest are counted."""
_BLANK_LINES = re.compile(r"\n{3,}")
_MARK = "<!-- procure-audit report -->\n"
"""By this readers pass the comment over where it lies beside the documents, and a bot finds its own again."""
_KEPT = 200
"""Bytes kept for the sentences that count what has no room."""


def render(reports: Sequence[Report], view: View) -> bytes:
    """The reports as Markdown of at most `MOST_BYTES`; several begin with a table of all."""
    parts = [_MARK]
    if len(reports) > 1:
        parts.append(_piece("summary", tenders=reports[:MOST_LISTED], rest=len(reports) - MOST_LISTED))
    left = 0
    for at, report in enumerate(reports):
        room = (MOST_BYTES - _KEPT - sum(map(_size, parts))) // (len(reports) - at)
        told = _report(report, view, room)
        parts += [told] if told else []
        left += not told
    if left:
        parts.append(f"{number(left, 'reports')} more had no room in this comment.\n")
    return "\n".join(parts).encode()


def _report(report: Report, view: View, room: int) -> str:
    """One report in *room* bytes; "" if not even its verdict fits."""
    head = _piece("head", report=report)
    tail = _piece("tail", report=report, most=MOST_LISTED)
    cut = _size(head) + _size(tail) + _KEPT > room
    tail = "" if cut else tail
    open_ones = [finding for finding in shown(report, view) if finding.is_open]
    hidden = sum(finding.is_open for finding in report.findings) - len(open_ones)
    pieces = list(_fitting(open_ones, room - _size(head) - _size(tail) - _KEPT))
    rest = _piece("rest", left=len(open_ones) - len(pieces), hidden=hidden, cut=cut)
    whole = "\n".join(part for part in (head, *pieces, rest, tail) if part)
    return whole if _size(whole) <= room else ""


def _fitting(findings: Sequence[Finding], room: int) -> Iterator[str]:
    """The findings that fit, in their order, up to the first that doesn't."""
    for finding in findings:
        told = _piece("finding", finding=finding)
        room -= _size(told) + 1
        if room < 0:
            return
        yield told


def _piece(name: str, **values: object) -> str:
    from .templating import environment  # jinja2 is loaded when a comment is written

    told = environment(markdown=True).get_template(f"{name}.md.j2").render(**values)
    return _BLANK_LINES.sub("\n\n", told)


def _size(text: str) -> int:
    return len(text.encode())
