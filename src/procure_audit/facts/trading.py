"""How long a bidder must have existed, traded or done such work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Fact, Role, fact
from .passages import Passage
from .quantities import Duration, durations
from .said import Said, phrase, said
from .wording import asks_bidder, negated

_TRADES = phrase(
    r"\b(?:trading|traded|established|in (?:business|existence|operation)|operating|operated|constituted|incorporated|"
    r"(?:proven |demonstrable |successful )?track record|existed|running for)\b"
)
_NOT_BIDDER = phrase(
    r"\b(?:staff|drivers?|employees?|workers?|managers?|personnel|individuals?|team members?|counsellors?|"
    r"practitioners?|insurers?|guards?|operatives?|since (?:19|20)\d\d|the (?:council|trust|authority|board) "
    r"(?:has|was|is)|turnover|accounts|contract (?:period|term|length)|contract (?:is|will be) for|references?|"
    r"margins?|ratios?|profits?|no need|need not|no minimum|(?<!track.)records?|warrant\w+|guarantee[ds]?|"
    r"framework (?:is|will|has)|dynamic|prices?|if (?:you|it|they|your)|"
    r"(?:has|have) not (?:been )?(?:traded|trading|established|existed)|where|unless|fewer than|less than \w+ years)\b"
)
_WHO = phrase(
    r"\b(?:bidders?|tenderers?|applicants?|candidates?|suppliers?|providers?|contractors?|organisations?|companies|"
    r"company|firms?|business(?:es)?|groups?|charit(?:y|ies)|consultants?|agenc(?:y|ies)|you|track record)\b"
)
"""Who bids; a track record needs no owner to be one."""
_WITHIN = phrase(r"\bwithin [^.;]{0,12}$")
_OF_BIDDER = phrase(
    r"\b(?:bidders?|tenderers?|applicants?|suppliers?|providers?|contractors?|organisations?|compan(?:y|ies)|you)"
    r"(?: \w+)? (?:must|should|shall|needs? to|(?:is|are) required to|will need to)(?: be able to)? (?:have|possess|"
    r"demonstrate|show|evidence)\b[^.;]{0,40}$"
)
_EXPERIENCE = phrase(r"^['’]?s?['’]? (?:\w+ ){0,2}experience\b")
_LEAST = phrase(
    r"\b(?:at least|minimum(?: of)?|no(?:t)? (?:be )?(?:less|fewer) than|must|shall|required|needs? to|should)\b"
)
_SKIPPED = frozenset((Role.DEFINITIONS, Role.GUIDANCE, Role.AWARD_NOTICE, Role.CONTENTS, Role.CONTRACT_TERMS))
_REACH = 60
_YEAR = 12
_MOST_YEARS = 25


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Each least age of a bidder, or least years of its track record, that is set."""
    for one in said(passages):
        text = one.text.replace("no less than", "") if "no less than" in one.text else one.text
        if one.passage.role in _SKIPPED or one.defines or _NOT_BIDDER.search(text):
            continue
        if _LEAST.search(one.full) and _WHO.search(one.full) and not asks_bidder(one.text):
            yield from _asked(one)


def _asked(one: Said) -> Iterator[Fact]:
    for time in durations(one.text):
        if not (time.months and _near(one, time)) or negated(one.text, time.start, time.end):
            continue
        if _WITHIN.search(one.text[: time.start]):
            continue
        if _YEAR <= time.months <= _MOST_YEARS * _YEAR:
            years = time.months / _YEAR
            value = int(years) if years == int(years) else years
            yield fact("years_trading_required", one.evidence(), confidence=one.sureness, value=value)
            return


def _near(one: Said, time: Duration) -> bool:
    """Whether the words for trading stand near the years, or the years are those of a bidder's experience."""
    if _EXPERIENCE.search(one.text[time.end :]) and _OF_BIDDER.search(one.text[: time.start]):
        return True
    around = one.text[max(0, time.start - _REACH) : time.end + _REACH]
    return bool(_TRADES.search(around))
