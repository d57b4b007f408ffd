"""Whether bidders may join together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import BlockKind, Confidence, Fact, Role, fact
from ..text.pattern import Pattern
from .passages import Passage
from .said import said

_GROUP = (
    r"(?:consorti(?:um|a)|joint ventures?|joint (?:bid|tender|submission|application)s?|groups? of (?:bidders|"
    r"companies|suppliers|"
    r"economic operators|organisations|tenderers|providers)|co-?bids?|partnership bids?)"
)
_MEMBER = Pattern(rf"{_GROUP}['’]?s? (?:member|partner)", re.I)
_BARRED = Pattern(
    rf"\b(?:no {_GROUP}\b|{_GROUP}(?: bids?| tenders?| submissions?| applications?)?[^.;]{{0,40}}\b(?:not|never) "
    r"(?:be )?"
    r"(?:accept|permit|allow|consider|eligible|invited)|(?:not|cannot) (?:be )?(?:accept|permit|allow|"
    r"consider)\w*[^.;]{0,40}"
    rf"{_GROUP})",
    re.I,
)
_WELCOME = Pattern(
    r"\b(?:may|can|welcome to) (?:bid|tender|apply|quote) (?:together|jointly|with (?:others|partners)|"
    r"as (?:a group|part of a group|partners))|"
    r"\b(?:alone|on (?:your|its) own) or (?:together )?with (?:partners|others)\b|"
    rf"\bsuitable for (?:\w+ ){{0,3}}{_GROUP}|\b(?:bid\w*|tender\w*|submission|respon\w+|appl\w+)"
    rf"\b[^.;]{{0,60}}\b(?:on behalf of|by|from|as|"
    rf"part of|in) (?:an? |any )?(?:group \()?{_GROUP}|{_GROUP}[^.;]{{0,60}}\b(?:may|can|welcome\w*|permitted|allowed|"
    r"accepted|encouraged|"
    r"are invited|come together|acting jointly|will be considered)\b|\b(?:if|where|when|whether)"
    rf"\b[^.;]{{0,60}}\b(?:bid\w*|tender\w*|"
    rf"applicant|supplier|you)\b[^.;]{{0,40}}\b{_GROUP}|\b(?:may|can|welcome|permits?|allows?|encourages?)"
    rf"\b[^.;]{{0,160}}\b{_GROUP}|"
    rf"not treat[^.;]{{0,60}}{_GROUP}[^.;]{{0,40}}ineligible|{_GROUP} arrangement",
    re.I,
)
_ASIDE = Pattern(
    r"canvass|collu|confiden|disclos|other than|communicat|conflict of interest|devise|fix(?:es|ing)? the|"
    r"price[- ]fix|each and every|"
    r"terminat|assign|novat|merg",
    re.I,
)


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Joint bids allowed (true) or barred (false)."""
    for one in said(passages):
        if one.passage.kind is BlockKind.HEADING or one.passage.role in (
            Role.GUIDANCE,
            Role.AWARD_NOTICE,
            Role.CONTENTS,
        ):
            continue
        if _ASIDE.search(one.text) or one.defines:
            continue
        if _BARRED.search(one.text) and "ineligible" not in one.text:
            yield fact("consortia_allowed", one.evidence(), value=False)
        elif _WELCOME.search(_MEMBER.sub("member", one.text)):
            yield fact("consortia_allowed", one.evidence(), confidence=Confidence.MEDIUM, value=True)
