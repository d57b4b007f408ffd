"""Paragraphs whose printed lines each say something of their own: labels with values, titles over values, lists.

Readers keep the lines of a paragraph as they stand on the page. Most only wrap a sentence; those of forms, covers and
notices ("Closing date: 3 April" / "Closing time: 1pm") must not be read as one.
"""

from __future__ import annotations

import re
from itertools import pairwise

_LONGEST = 4_000
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LABEL = re.compile(
    r"\W{0,3}(?:[IVX]{0,4}\.?[\d.]{1,8}\)?\s)?[A-Z](?:[^:\n]{1,70}:(?:[ \t]{1,9}\S|[ \t]*$|£)|[^:\n\d]{1,70}:(?=\d))"
)
_VALUE_ENDS = re.compile(
    r"(?:(?:19|20)\d\d|\d[ap]m|\d ?[ap]\.m\.|noon|\d[:.]\d\d|\d,\d{3}|\d ?(?:GBP|EUR|m|million|k)|months?|years?|"
    r"VAT)\)?\W?$",
    re.I,
)
_GOES_ON = re.compile(
    r"(?:[,;:&/(–-]|\b(?:of|the|a|an|and|or|to|for|in|on|by|with|from|at|is|are|be|will|shall|must|per|than|not|any|as|"
    r"that|this|which|their|its|our|your))\s*$",
    re.I,
)
_LONGEST_VALUE_END, _LONGEST_GOES_ON = 20, 8
"""Characters that a match of them can't be longer than."""
_BEGINS = re.compile(r"[\W_]{0,4}(?:[A-Z\d£]|\([a-z\d]{1,3}\))")
_SHORT = 0.7
"""Share of the longest line below which a line was ended on purpose."""
_NARROW = 60
"""Characters of the longest line up to which it can't be told by its length where a line was ended on purpose."""
_TITLE = 90


def printed_lines(text: str) -> list[tuple[int, int, str]]:
    """Beginning, end and title of each group of lines of *text* that says something of its own; none if it is prose.

    The title is the last line above that only names what stands under it ("IV.2.2) Time limit for receipt" over
    "Date: 10/07/2026"), "" where there is none.
    """
    if "\n" not in text or len(text) > _LONGEST:
        return []
    lines = [match.span() for match in _LINE.finditer(text)]
    widest = max((end - start for start, end in lines), default=0)
    groups = [lines[0]] if lines else []
    for above, line in pairwise(lines):
        if _is_apart(text[slice(*above)], text[slice(*line)], widest):
            groups.append(line)
        else:
            groups[-1] = (groups[-1][0], line[1])
    return _titled(text, groups) if len(groups) > 1 else []


def announces(sentence: str) -> bool:
    """Whether *sentence* only names or asks what the next ones tell: "What is it worth?", "1.2 Price."."""
    words = sentence.strip()
    return len(words) <= _TITLE and bool(words.endswith("?") or _RUN_IN.fullmatch(words))


_RUN_IN = re.compile(r"\W{0,4}(?:[\w.]{1,6}[).]? )?[A-Z][a-z]+(?: [\w&/'’-]+){0,3}[.:]\W{0,3}")
"""A few words that stand as a heading at the beginning of a paragraph."""


def names_next(text: str) -> str:
    """The last line of a paragraph when it only names what the next one tells ("Enquiry deadline"), else ""."""
    line = text.rstrip().rsplit("\n", 1)[-1].strip()
    return line if len(line) > 1 and line[0].isupper() and _is_title(line) and not _VALUE.match(line) else ""


def is_value(text: str) -> bool:
    """Whether a short paragraph is but the value of something named before: "14 August 2026", "Date: 10/07/2026"."""
    return len(text) <= _TITLE and bool(_VALUE.match(text))


_VALUE = re.compile(
    r"\W{0,2}(?:(?:date|time|local time|value[^:\n]{0,30}|amount|duration in months|from|until)\s?:\s{0,3})?"
    r"(?:[£$€]|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)",
    re.I,
)


def _is_apart(above: str, line: str, widest: int) -> bool:
    """Whether *line* begins anew under the line *above*."""
    if _LABEL.match(line):
        return True
    if not _BEGINS.match(line) or _goes_on(above):
        return False
    short = widest > _NARROW and len(above.rstrip()) < _SHORT * widest and not _is_title(above)
    return short or _ends_in_value(above)


def _goes_on(line: str) -> bool:
    """Whether the sentence that fills *line* can't end with it; only its end is looked at, for speed."""
    words = line.rstrip()
    return bool(_GOES_ON.search(words, max(0, len(words) - _LONGEST_GOES_ON)))


def _ends_in_value(line: str) -> bool:
    return bool(_VALUE_ENDS.search(line, max(0, len(line) - _LONGEST_VALUE_END)))


def _titled(text: str, groups: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    done, title = [], ""
    for start, end in groups:
        line = text[start:end]
        done.append((start, end, title if _LABEL.match(line) else ""))
        if _is_title(line):
            title = " ".join(line.split())
    return done


def _is_title(line: str) -> bool:
    """Whether *line* names something and says nothing of it."""
    words = line.strip()
    return (
        len(words) <= _TITLE
        and not words.endswith((".", ";", ","))
        and not _ends_in_value(words)
        and (not _LABEL.match(words) or words.endswith(":"))
    )
