"""What nobody looked at, as one list for every format: it is told, never passed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Report

NOT_READ, NOT_ASSESSED = "not read", "not assessed"


@dataclass(frozen=True, slots=True)
class Unseen:
    """A file, a page or a rule that was not looked at, and why. A rule has no `document`, a file no `part`."""

    kind: str
    document: str
    part: str
    rule: str
    title: str
    reason: str
    advice: str = ""

    @property
    def says(self) -> str:
        """One sentence for people, and what to do about it."""
        subject = self.title if self.rule else ", ".join(filter(None, (self.document, self.part)))
        return f"{subject}: {self.reason.rstrip('.')}. {_sentence(self.advice)}".rstrip()


def unseen(report: Report) -> Iterator[Unseen]:
    """Files, then pages, then rules, each in the report's order."""
    for file in report.understood.unread:
        yield Unseen(NOT_READ, file.path, "", "", "", file.reason, file.advice)
    for document in report.understood.documents:
        for gap in document.gaps:
            yield Unseen(NOT_READ, document.path, gap.what, "", "", gap.reason, gap.advice)
    for missing in report.not_assessed:
        yield Unseen(NOT_ASSESSED, "", "", missing.rule, missing.title, missing.reason)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}." if text else ""
