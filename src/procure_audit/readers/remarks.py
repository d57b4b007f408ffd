"""Our own remarks in a file that somebody worked on, and what was answered to them: for Word and OpenDocument alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..model import Reply, Span
from ..text.printable import printable

AUTHOR = "procure-audit"
_MARK = re.compile(rf"{AUTHOR}(?P<whole>, whole document)?: (?P<rule>[a-z0-9]+(?:-[a-z0-9]+)*)$")
_QUOTED = re.compile(r"\s*Reply to [^\n]*\n")
"""How LibreOffice begins an answer in a file that keeps no threads."""


def mark(rule: str, *, is_whole: bool = False) -> str:
    """The line of a remark that names a rule: by it an answer is known to be about that rule."""
    return f"{AUTHOR}{', whole document' if is_whole else ''}: {rule}"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of a file. `parent` is the key of the one that it answers; `day` None where it bears no date."""

    key: str
    author: str
    day: date | None
    text: str
    parent: str = ""
    is_done: bool = False

    @property
    def is_ours(self) -> bool:
        return self.author == AUTHOR and any(_MARK.match(line) for line in self.text.splitlines())


def day_of(stamp: str | None) -> date | None:
    """The day of a comment's date ("2026-11-28T20:15:00Z"), None where there is none or it is none."""
    try:
        return date.fromisoformat((stamp or "")[:10])
    except ValueError:
        return None


def has_answers(comments: Sequence[Comment]) -> bool:
    """Whether anybody may have answered a remark of ours."""
    ours = [one for one in comments if one.is_ours]
    return any(one.is_done for one in ours) or (bool(ours) and any(_words(one) for one in comments))


def unanswered(comments: Sequence[Comment], spans: Mapping[str, Span]) -> frozenset[str]:
    """The keys of our remarks that nobody answered or marked as done: the next audit says them anew."""
    threads = any(one.parent for one in comments)
    return frozenset(
        ours.key
        for ours in comments
        if ours.is_ours and not ours.is_done and not any(_answers(one, ours, spans, threads) for one in comments)
    )


def replies(comments: Sequence[Comment], spans: Mapping[str, Span]) -> Iterator[Reply]:
    """What was answered to our remarks; *spans* are the words that comments hang on, by key.

    Where the file keeps no threads, an answer is a comment of somebody else on the same words.
    """
    threads = any(one.parent for one in comments)
    for ours in (one for one in comments if one.is_ours):
        answers = [one for one in comments if _answers(one, ours, spans, threads)]
        said = [one for one in answers if _words(one)]
        if said or ours.is_done:
            yield _reply(ours, said[-1] if said else None, spans.get(ours.key))


def _answers(one: Comment, ours: Comment, spans: Mapping[str, Span], threads: bool) -> bool:
    if one.author == AUTHOR:
        return False
    if threads or one.parent:
        return one.parent == ours.key
    return one.key in spans and spans[one.key] == spans.get(ours.key)


def _reply(ours: Comment, last: Comment | None, span: Span | None) -> Reply:
    marks = [found for line in ours.text.splitlines() if (found := _MARK.match(line))]
    return Reply(
        rules=tuple(found["rule"] for found in marks if not found["whole"]),
        whole=tuple(found["rule"] for found in marks if found["whole"]),
        span=span,
        words=printable(_words(last)) if last else "",
        author=printable(last.author) if last else "",
        day=last.day if last else None,
        is_done=ours.is_done,
    )


def _words(comment: Comment) -> str:
    """What a comment says, if it is an answer and no remark of ours."""
    return "" if comment.author == AUTHOR else " ".join(_QUOTED.sub("", comment.text).split())
