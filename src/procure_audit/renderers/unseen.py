"""What nobody looked at, as one list for every format: it is told, never passed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Report
from .told import gaps, not_assessed_lines, unread_file, unread_part

NOT_READ, NOT_ASSESSED = "not read", "not assessed"


@dataclass(frozen=True, slots=True)
class Unseen:
    """A file, a page or a rule that was not looked at, and why. A rule has no `document`, a file no `part`."""

    kind: str
    says: str
    document: str = ""
    part: str = ""
    rule: str = ""
    title: str = ""


def unseen(report: Report) -> Iterator[Unseen]:
    """Files, then pages, then rules, each in the report's order."""
    read = report.understood
    for file in read.unread:
        yield Unseen(NOT_READ, unread_file(file), file.path)
    for path, gap in gaps(read):
        yield Unseen(NOT_READ, unread_part(path, gap), path, gap.what)
    for one, line in zip(report.not_assessed, not_assessed_lines(report), strict=True):
        yield Unseen(NOT_ASSESSED, line, rule=one.rule, title=one.title)
