"""What can go wrong, as a tree.

ProcureAuditError
├── UnreadableError   this file can't be read: why, and what to do
├── CallError         the call or the configuration is wrong: nothing was audited
└── PackError         this rule pack, profile or configuration is wrong, at this line
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class ProcureAuditError(Exception):
    """Anything this package raises on purpose."""


class UnreadableError(ProcureAuditError):
    """A file that can't be read: *reason* completes "can't be read: …", *advice* says what to do."""

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(reason)
        self.reason, self.advice = reason, advice


class CallError(ProcureAuditError):
    """The call or the configuration is wrong; the message says what to do instead."""


class PackError(ProcureAuditError):
    """A rule pack, a profile or a configuration is wrong; the message begins with file:line."""

    def __init__(self, path: Path | str, line: int, why: str) -> None:
        super().__init__(f"{path}:{line}: {why}")
        self.path, self.line, self.why = str(path), line, why


_FEW = 20


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a sentence that begins with an unknown word: the nearest word, else all, of many the nearest five."""
    from difflib import get_close_matches

    names = sorted(known)
    close = get_close_matches(word, names, n=1)
    if close:
        return f"did you mean '{close[0]}'?"
    if len(names) <= _FEW:
        return f"known: {', '.join(names)}"
    near = get_close_matches(word, names, n=5, cutoff=0.3)
    return f"nearest of the {len(names)} that are known: {', '.join(near or names[:5])}"
