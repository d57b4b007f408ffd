"""What is said beside the words, whatever the format: a note for each place of a finding, and one at the top. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ..model import Evidence, Finding, Report, Span, WordLists
from ..readers.remarks import mark
from ..renderers import told
from ..renderers.words import number

MOST_PLACES = 12
"""Places of one finding that get a note of their own; the first note tells how many more there are."""

_SUGGESTED = (
    "The tracked changes are suggestions: plain words, and model clauses behind the paragraphs that they would "
    "replace. Accept one and strike out the old clause, or reject it: rejecting all gives back the text as it was."
)
_WORDS = 6  # of a quote that name a place without a number


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a note; one that names a rule says which."""

    text: str
    strong: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What is said at one place."""

    place: Evidence
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A model clause, and the words that it would replace."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Notes:
    """All that is written into one document: what stands at the top, and the notes in the order of their places.

    `clauses` and `words`, each with its plain words, are what to suggest as tracked changes.
    """

    top: tuple[Line, ...]
    notes: tuple[Note, ...]
    clauses: tuple[Clause, ...] = ()
    words: tuple[tuple[str, str], ...] = ()


def notes_of(report: Report, document: str, suggest: WordLists | None = None) -> Notes:
    """What *report* says of the document at that path. What somebody accepted is left out.

    With *suggest* the safe ones of these words and the model clauses are suggested as changes.
    """
    findings = [finding for finding in report.findings if finding.is_open]
    found = sorted(
        chain.from_iterable(_notes(finding, document) for finding in findings),
        key=lambda note: (note.place.span.start, note.place.span.end),
    )
    placeless = [finding for finding in findings if not finding.places]
    top, notes = tuple(_top(report, placeless, suggest is not None)), tuple(_merged(found))
    if suggest is None:
        return Notes(top, notes)
    return Notes(top, notes, tuple(_clauses(findings, document)), suggest.safe)


def _clauses(findings: Sequence[Finding], document: str) -> Iterator[Clause]:
    """A model clause for each finding, at its first place; how to write sentences is no clause."""
    for finding in findings:
        here = [one for one in finding.places if one.document == document]
        if here and finding.model_clause and not finding.is_manner:
            yield Clause(here[0].span, " ".join(finding.model_clause.split()))


def told_at_top(note: Note) -> Iterator[Line]:
    """The lines of *note* where it can't stand at its place: an answer to it is about the whole document."""
    yield Line(f"“{note.place.quote}”")
    for line in note.lines:
        yield Line(mark(line.rule, is_whole=True)) if line.rule else line


def _notes(finding: Finding, document: str) -> Iterator[Note]:
    """A note in full at the first place, short ones at the next."""
    here = [one for one in finding.places if one.document == document]
    for count, one in enumerate(here[:MOST_PLACES]):
        lines = _short(finding, here[0]) if count else _full(finding, len(here))
        yield Note(one, finding.title, (*lines, Line(mark(finding.rule), rule=finding.rule)))


def _merged(notes: Sequence[Note]) -> Iterator[Note]:
    """Notes on the same words as one."""
    by_span: dict[object, list[Note]] = {}
    for note in notes:
        by_span.setdefault(note.place.span, []).append(note)
    for some in by_span.values():
        title = "; ".join(dict.fromkeys(note.title for note in some))
        yield Note(some[0].place, title, tuple(chain.from_iterable(note.lines for note in some)))


def _full(finding: Finding, places: int) -> Iterator[Line]:
    yield Line(f"{finding.title} ({finding.severity})", strong=True)
    yield Line(finding.message)
    yield Line(f"Why it matters: {finding.why}")
    yield Line(f"Write instead: {finding.suggestion}")
    if finding.model_clause:
        yield Line(f"For example: “{finding.model_clause.strip()}”")
    yield from (Line(told.source_words(source)) for source in told.sources(finding) if source.kind != "judgement")
    yield Line(_cost(finding))
    if places > 1:
        more = min(places, MOST_PLACES) - 1
        left = f", and at {places - 1 - more} more without one" if places - 1 > more else ""
        yield Line(f"The same stands at {number(more, 'more places')}, each with a short note{left}.")


def _short(finding: Finding, first: Evidence) -> Iterator[Line]:
    start = " ".join(first.quote.split()[:_WORDS])
    where = f"clause {first.clause}" if first.clause else f"page {first.page}" if first.page else f"“{start}”"
    yield Line(f"{finding.title} ({finding.severity})", strong=True)
    yield Line(f"Here as well: the note at {where} says why, and what to write instead.")


def _cost(finding: Finding) -> str:
    parts = [f"It takes {number(finding.points, 'points')} of 100"] if finding.points else ["It takes under 1 point"]
    if finding.score_if_fixed is not None and finding.points:
        parts.append(f"with it alone mended the score would be {finding.score_if_fixed}")
    basis = " It rests on our own judgement." if finding.basis == "judgement" else ""
    return f"{'; '.join(parts)}. Confidence: {finding.confidence}.{basis}"


def _top(report: Report, placeless: Sequence[Finding], suggests: bool) -> Iterator[Line]:
    yield from _verdict(report)
    for finding in placeless:
        yield from _full(finding, 0)
        yield Line(mark(finding.rule, is_whole=True))
    yield from (Line(f"Not looked at: {gap.what}: {gap.reason}") for _, gap in told.gaps(report.understood))
    if report.not_assessed:
        yield Line(f"{number(len(report.not_assessed), 'rules')} could not be judged; procure-audit check says why.")
    if suggests:
        yield Line(_SUGGESTED)
    yield Line("How to answer", strong=True)
    yield Line(
        "To accept a remark, answer its comment with “accept: your reason” or “accept: your reason until 2027-03-31”. "
        "“accept all: …” takes in every place of that rule. What has no place is accepted by an answer here that "
        "names the rule: “accept rule-name: your reason”. The next check lists what was accepted, by whom and why. "
        "These remarks are no legal advice."
    )


def _verdict(report: Report) -> Iterator[Line]:
    score = report.score
    if score is None:
        yield Line("procure-audit could not assess this document", strong=True)
        return
    yield Line(f"procure-audit: {score.value} out of 100 (grade {score.grade})", strong=True)
    yield Line(told.barriers(report))
    accepted = sum(not finding.is_open for finding in report.findings)
    if accepted:
        yield Line(f"{number(accepted, 'findings')} more accepted earlier and not repeated here.")
