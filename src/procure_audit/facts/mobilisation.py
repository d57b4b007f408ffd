"""The time between award and start where it is stated as a length: "a mobilisation period of four weeks"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, fact
from .passages import Passage
from .quantities import durations
from .said import Said, phrase, said
from .wording import asks_bidder, is_blank, negated

_PERIOD = (
    r"(?:mobili[sz]ation|lead[- ]in|set-?up|start-?up)(?: and \w+)? "
    r"(?:period|phase)"
)
_STATED = phrase(rf"\b{_PERIOD}\b[^.;]{{0,25}}\b(?:of|is|will be|lasts?|:|for)\b[^.;]{{0,25}}$|\b{_PERIOD} ?[:(–-] ?$")
_BEFORE_WORD = phrase(rf"^[- ](?:\w+ )?{_PERIOD}\b")
_WITHIN = phrase(
    r"\b(?:services?|contract|delivery|work|provision) (?:must|shall|will|is to|are to|to) (?:\w+ ){0,2}?"
    r"(?:start|begin|commence|be (?:\w+ )?(?:mobilised|operational|live))\b[^.;]{0,30}\bwithin\b[^.;]{0,15}$"
)
_OF_AWARD = phrase(
    r"^ ?(?:\w+ ){0,3}?(?:of|after|from|following) (?:the )?(?:\w+ ){0,3}?(?:award|appointment|contract)"
)
_AT_ONCE = phrase(
    r"\b(?:services?|contract|delivery|work|provision)\b[^.;]{0,40}\b(?:start|begin|commence)\w*\b[^.;]{0,25}"
    r"\b(?:immediately|at once|straight away) (?:on|upon|after|following|from)\b[^.;]{0,25}\b(?:award|appointment)"
)
_TO_PREPARE = phrase(r"^ (?:in which )?to (?:mobili[sz]e|set up|prepare for) (?:the |a )?(?:service|contract|team)")
_HAS = phrase(r"\b(?:will have|has|have|is given|are given|is allowed|are allowed)\b[^.;]{0,12}$")
_NONE = phrase(rf"\b(?:no|without|without an?y?)(?: formal)? {_PERIOD}\b")
_SKIPPED = frozenset((Role.DEFINITIONS, Role.GUIDANCE, Role.AWARD_NOTICE, Role.CONTENTS))
_LONGEST = 730


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Each stated time to get ready, in days; 0 where work starts at once on award."""
    for one in said(passages):
        if one.passage.role not in _SKIPPED and not (one.defines or asks_bidder(one.text) or _NONE.search(one.text)):
            days = _days(one)
            if days is not None:
                sure = Confidence.LOW if is_blank(one.text) else Confidence.HIGH
                yield fact("mobilisation_period", one.evidence(), confidence=sure, days=days)


def _days(one: Said) -> int | None:
    if _AT_ONCE.search(one.text):
        return 0
    for time in durations(one.text):
        before, after = one.text[: time.start], one.text[time.end :]
        stated = _STATED.search(before) or _BEFORE_WORD.search(after)
        stated = stated or (_HAS.search(before) and _TO_PREPARE.search(after))
        if (stated or (_WITHIN.search(before) and _OF_AWARD.search(after))) and 1 <= time.days <= _LONGEST:
            return None if negated(one.text, time.start, time.end) else round(time.days)
    return None
