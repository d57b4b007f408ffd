"""Money that a bidder must hold back: reserves, working capital, months of cost paid before any income."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Fact, Role, fact
from .passages import Passage
from .quantities import durations, money
from .said import Said, phrase, said
from .wording import Party, asks_bidder, bearer, negated

_RESERVE = phrase(
    r"\b(?:(?:hold|holds|held|have|has|maintain|demonstrate|show|evidence|minimum|free|unrestricted|sufficient|cash|"
    r"financial|liquid|level of) (?:[\w'’-]+ ){0,4}?reserves?\b(?! the right|s? of the right)|reserves? (?:of at least|"
    r"equal to|equivalent to|to cover|"
    r"covering|of (?:£|\d|three|six|twelve|one))|working capital(?: of| equal| equivalent| to)?|cash in hand of|"
    r"(?:fund|finance|meet|bear|cash-?flow) (?:the )?(?:service|contract|delivery|set-?up|costs?|cost of \w+)"
    r"[^.;]{0,60}(?:before|until|prior to) (?:\w+ ){0,3}(?:payment|income|paid))"
)
_MUST = phrase(
    r"\b(?:must|shall|require[sd]?|should|at least|minimum|no less than|not less than|needs? to|expected to|"
    r"able to|condition)\b"
)
_OTHER = phrase(
    r"\bnature reserve|\breserves? the right|\breserve prices?|\breserved (?:contract|procurement|to)|\breserve list|"
    r"\breserve (?:bidder|supplier|forces|staff|team|driver|vehicle)|\breservists?|\bin reserve by\b"
)
_SKIPPED = frozenset((Role.DEFINITIONS, Role.GUIDANCE, Role.AWARD_NOTICE, Role.CONTENTS))
_REACH = 90
_LEAST = 500


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Each sum or number of months that a bidder must hold or bear before it is paid."""
    for one in said(passages):
        match = _RESERVE.search(one.text)
        if match and one.passage.role not in _SKIPPED and not one.defines and not _OTHER.search(one.text):
            bidder = bearer(one.full) is not Party.BUYER and not asks_bidder(one.text)
            if bidder and _MUST.search(one.full) and not negated(one.text, *match.span()):
                yield from _held(one, match)


def _held(one: Said, match: re.Match[str]) -> Iterator[Fact]:
    start, end = max(0, match.start() - _REACH // 2), match.end() + _REACH
    near = one.text[start:end]
    months = next((time.months for time in durations(near) if time.months), None)
    sums = [found for found in money(near) if found.amount is not None and found.amount >= _LEAST]
    if months is None and not sums:
        return
    yield fact(
        "reserves_required",
        one.evidence(),
        confidence=one.sureness,
        months=months,
        amount=sums[0].amount if sums else None,
        currency=sums[0].currency or "GBP" if sums else None,
    )
