"""Answers of the register for people at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import groupby
from string import ascii_lowercase

from ..renderers.paragraphs import Paper
from ..renderers.words import day, money
from ..text.amounts import counted
from .ask import Row

_ANSWERS = {
    "yes": "Open to you as they stand",
    "unsure": "Perhaps: read on, or ask the buyer",
    "no": "Shut to you as they stand",
}
_MOST_REASONS = 4
_OFTEN = 3
"""Tenders that a long reason leaves open, which is not told for each of them again."""
_SHORT = 40
NOT_JUDGED = {
    "unread": "Nothing in them could be assessed",
    "failed": "Brought the program down, or took too long",
    "files_unread": "Files that are no tender, or can't be read",
}
"""What a register holds that has no score, by its name in the overview."""


def summary(paper: Paper, whole: Row, grades: Sequence[Row], barriers: Sequence[Row]) -> None:
    """What is in the register, how it scores, and the barriers that most tenders have."""
    judged = whole["judged"] or 0
    paper.line(f"{counted(whole['tenders'], 'tenders')}, {judged:,} of them judged", 0, "bold")
    for name, says in {"partial": "Judged, but partly unread", **NOT_JUDGED}.items():
        if whole[name]:
            paper.line(f"{whole[name]:,}: {says[0].lower()}{says[1:]}")
    if judged:
        paper.line(f"Average score {whole['average_score']:.0f} of 100")
        paper.head("Grades")
        for row in grades:
            paper.line(f"{row['grade']}  {row['tenders']:>7,}  {_bar(row['tenders'] / judged)}")
    if barriers:
        paper.head("The barriers that most of them have")
    for row in barriers:
        grave = f"; critical in {row['critical']:,}" if row["critical"] else ""
        paper.line(f"{row['percent']:4.0f} %  {row['title']} ({row['rule']}{grave})", hang=8)


def groups(paper: Paper, by: str, rows: Sequence[Row]) -> None:
    """Average scores, one line a group."""
    paper.head(f"By {by}")
    for row in rows:
        each = row["grave"] / row["tenders"]
        told = (
            f"{counted(row['tenders'], 'tenders')}, {row['lowest']} to {row['highest']}, {each:.1f} grave barriers each"
        )
        paper.line(f"{row['average_score']:3.0f}  {row['name']}: {told}", hang=5)


def tenders(paper: Paper, rows: Sequence[Row]) -> None:
    for row in rows:
        score = f"{row['score']:3} {row['grade']}" if row["score"] is not None else f"  - {row['status']}"
        paper.line(f"{score}  {_about(row)}", hang=7)
        paper.line(row["url"] or row["key"], 9)


def open_to(paper: Paper, title: str, rows: Sequence[Row]) -> None:
    """Tenders by whether a bidder could bid, and what stands in its way."""
    paper.line(title, 0, "bold")
    for answer, some in groupby(rows, key=lambda row: str(row["can_bid"])):
        group = list(some)
        paper.head(f"{_ANSWERS[answer]}: {len(group)}")
        letters = _letters(group)
        for reason, letter in letters.items():
            paper.line(f"{letter} {reason}", hang=4)
        for row in group:
            paper.line(_about(row), hang=2)
            paper.line(row["url"] or row["key"], 4)
            _reasons(paper, "shut out by", row["blocked_by"])
            told_once = sorted(letters[reason] for reason in row["unsure"] if reason in letters)
            _reasons(paper, "unsure", [*told_once, *(reason for reason in row["unsure"] if reason not in letters)])
            _reasons(paper, "still to get", row["to_qualify"])
    if not rows:
        paper.line("No tender in the register is like that.")


def _letters(rows: Sequence[Row]) -> dict[str, str]:
    """The long reasons that leave many of *rows* open, each told once and meant by its letter: "(a)"."""
    counts = Counter(reason for row in rows for reason in row["unsure"] if len(reason) > _SHORT)
    often = [reason for reason, times in counts.most_common(len(ascii_lowercase)) if times >= _OFTEN]
    return {reason: f"({letter})" for reason, letter in zip(often, ascii_lowercase, strict=False)}


def _reasons(paper: Paper, lead: str, reasons: Sequence[str]) -> None:
    if reasons:
        more = f"; and {len(reasons) - _MOST_REASONS} more" if len(reasons) > _MOST_REASONS else ""
        paper.line(f"{lead}: {'; '.join(reasons[:_MOST_REASONS])}{more}", 4, hang=2)


def _about(row: Row) -> str:
    """ "Community transport, Borsetshire Council, £120,000, closes noon on 3 May 2026"."""
    value = money(row["value"], row["currency"] or "GBP") if row["value"] else ""
    closes = f"closes {day(moment(row['deadline']))}" if row["deadline"] else "no closing date found"
    told: Iterable[str] = filter(None, (row["title"] or row["name"], row["buyer"], value, closes))
    return ", ".join(told)


def moment(value: str) -> date | datetime:
    """A day, or a day and time, as the register keeps them."""
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)


def _bar(share: float) -> str:
    return "█" * max(1, round(share * 30))
