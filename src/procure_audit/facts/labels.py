"""Labels and titles: the words beside or above a statement that say what it is about, where its own words don't.

"Performance bond | Required, 10%", "Sub-contracting: not allowed", "7.2 Termination. Three months, by either side."
Pure functions over text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.pattern import Pattern

Label = tuple[str, str]
"""What a line is about, and what it says of it."""

_NUMBER = r"(?:\(?(?:[A-Z]{1,3}[ .-]?)?\d{1,3}(?:\.\d{1,3}){0,5}[a-z]?[.):]{0,2}|\(?[a-zA-Z][.)]|Q\d{1,3}[.:)]?)"
_NUMBER_CELL = Pattern(rf"\W*{_NUMBER}?\W*")
_LINE = Pattern(
    rf"\W{{0,3}}(?:{_NUMBER}\s)?\s*(?P<name>[^\W\d_][^.:;!?\n|]{{1,70}}?)(?:\s*:|\s+[–—-])\s+(?P<value>\S.*)", re.DOTALL
)
_TITLE = Pattern(rf"\W{{0,3}}(?:{_NUMBER}\s)?\s*(?P<name>[A-Z][^.:;!?\n]{{2,70}}?)(?:[.:]|\s[–—-])\s")
_MOST_WORDS = 9
"""Words of the longest label; more of them make a sentence."""
_YES = Pattern(
    r"\W*(?:yes\b(?! ?/ ?no)(?! or no)|required\b|applies\b|applicable\b|mandatory\b|needed\b|wanted\b|essential\b|"
    r"to apply\b|will apply\b|(?:is|are|will be) (?:required|needed|mandatory|allowed|permitted|welcome|accepted)\b|"
    r"(?:is |are )?(?:allowed|permitted|welcome|accepted|acceptable|fine)\b|confirmed\b|correct\b)",
    re.I,
)
_NO = Pattern(
    r"\W*(?:no\b|none\b|n/?a\b|nil\b|never\b|(?:(?:this|it|that|these|they) )?(?:is|are|will be|does|do|will|shall)? ?"
    r"(?:not|n['’]t)\b(?: be)? ?(?:required|applicable|used|needed|apply|permitted|allowed|accepted|considered|sought|"
    r"an? requirement)\b|prohibited\b|forbidden\b|barred\b)",
    re.I,
)
_LIMITED_NO = Pattern(r"\W*no (?:more|less|fewer|later|longer|earlier|greater) than\b|\W*no\. ?\d", re.I)


def of_line(text: str) -> Label | None:
    """Label and rest of "Sub-contracting: not allowed" or "Notice – three months"; None for a sentence."""
    match = _LINE.match(text)
    if match is None or len(match["name"].split()) > _MOST_WORDS:
        return None
    return match["name"].strip(), match["value"].strip()


def of_row(cells: Sequence[str]) -> Label | None:
    """The first cell that is no number, and what the others say."""
    named = [cell.strip() for cell in cells]
    while named and _NUMBER_CELL.fullmatch(named[0]):
        named.pop(0)
    return (named[0], " ".join(named[1:])) if len(named) > 1 else None


def title_of(text: str) -> str:
    """The title that a paragraph begins with ("8.2 Break clause. The Council may …"); "" where it has none."""
    match = _TITLE.match(text)
    return match["name"] if match and len(match["name"].split()) <= _MOST_WORDS else ""


def affirms(value: str) -> bool:
    """Whether what stands beside a label says yes to it: "required", "applies", "Yes"."""
    return bool(_YES.match(value))


def denies(value: str) -> bool:
    """Whether what stands beside a label says no to it: "none", "N/A", "not required"."""
    return bool(_NO.match(value)) and not _LIMITED_NO.match(value)
