"""For how many years after the end a provider must keep its insurance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Fact, Role, fact
from .passages import Passage
from .quantities import durations
from .said import Said, phrase, said
from .wording import asks_bidder, negated

_INSURED = phrase(r"\binsur\w+|\bindemnity cover|\bpolic(?:y|ies) of\b|\bprofessional indemnity\b|\brun-?off\b")
_KEPT = phrase(
    r"\b(?:maintain(?:ed|s|ing)?|kept?|keep(?:s|ing)?|remains?|continues?|hold|held|in (?:force|place)|run-?off|"
    r"provide|retain(?:ed|s)?|in effect|effected)\b"
)
_AFTER = phrase(
    r"^[^.;]{0,25}?\b(?:after|following|from|beyond|post|thereafter)\b(?:[^.;]{0,70}?\b(?:end|ends|expir\w+|"
    r"terminat\w+|complet\w+|cessation|conclusion|handover|finish\w*)\b|\W*$)"
)
_RUN_OFF = phrase(r"\brun-?off\b[^.;]{0,90}$")
_NO_COVER = phrase(
    r"\b(?:records?|documents?|documentation|certificates?|copies|evidence|data|files|accounts|"
    r"limitation)\b[^.;]{0,80}$"
)
_SKIPPED = frozenset((Role.DEFINITIONS, Role.GUIDANCE, Role.AWARD_NOTICE, Role.CONTENTS))
_YEAR = 12


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Each demand to keep cover in force for a year or more after the contract ends."""
    for one in said(passages):
        if one.passage.role in _SKIPPED or one.defines or not _KEPT.search(one.full) or asks_bidder(one.text):
            continue
        if not (_INSURED.search(one.full) or _INSURED.search(one.passage.context)):
            continue
        years = _years(one)
        if years is not None:
            yield fact("insurance_run_off", one.evidence(), confidence=one.sureness, value=years)


def _years(one: Said) -> float | int | None:
    """The longest time after the end that a sentence names for cover; None where it names none."""
    found = []
    for time in durations(one.text):
        before = one.text[: time.start]
        runs = _AFTER.search(one.text[time.end :]) or _RUN_OFF.search(before)
        if not runs or _NO_COVER.search(before) or negated(one.text, time.start, time.end):
            continue
        if time.months and time.months >= _YEAR:
            found.append(time.months / _YEAR)
    longest = max(found, default=None)
    return int(longest) if longest is not None and longest == int(longest) else longest
