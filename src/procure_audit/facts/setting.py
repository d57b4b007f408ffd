"""Whose law applies, under which procurement rules, and what kind of body buys, as far as the text says so plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import BlockKind, Confidence, Fact, Role, fact
from ..text.pattern import Pattern, stands_near
from .nations import nations
from .passages import Passage
from .said import phrase

_MOST_PLACES = 5
"""Places that are enough to show how a tender speaks."""
_JUST_BEFORE = 40
_NAMES_SCHEDULE = Pattern(r"\b(?:schedule|annex|appendix)\s+\w{1,4}\b[^.;]*$", re.I)
"""A list of schedules offers the law of each nation: "Schedule 24 (Scottish Law)"."""
_COVER = 40
"""Passages from the beginning in which a body names itself."""

_JURISDICTIONS = (
    (
        "scotland",
        Confidence.HIGH,
        r"\b(?:law|laws|courts) of scotland\b|\bscots law\b|\bscottish (?:law|courts)\b|\bscottish procurement\b",
    ),
    (
        "scotland",
        Confidence.MEDIUM,
        r"\bpublic contracts scotland\b|\b(?:public contracts|procurement(?: reform)?) \(scotland\) "
        r"(?:act|regulations)\b",
    ),
    ("ni", Confidence.HIGH, r"\b(?:law|laws|courts) of northern ireland\b"),
    ("ni", Confidence.MEDIUM, r"\betendersni\b|\(northern ireland\) order\b"),
    (
        "wales",
        Confidence.MEDIUM,
        r"\bsell2wales\b|\bwellbeing of future generations\b|\bwell-being of future generations\b|\bprocurement "
        r"\(wales\)",
    ),
    ("england", Confidence.HIGH, r"\b(?:law|laws|courts) of england\b|\benglish (?:law|courts)\b"),
    ("ireland", Confidence.HIGH, r"\b(?:law|laws|courts) of ireland\b|\birish (?:law|courts)\b"),
    (
        "other",
        Confidence.HIGH,
        r"\blaws? of (?:the )?(?:state of \w+|united arab emirates|emirate|india|australia|south africa|new zealand|"
        r"canada|republic of (?!ireland)\w+)",
    ),
    (
        "other",
        Confidence.MEDIUM,
        r"\bfederal acquisition regulation|\bfar 52\.\d|\bu\.s\.c\.|\b\d+ (?:c\.f\.r\.|cfr)(?= )|"
        r"\b(?:u\.s\.|united states) (?:tax court|government|department|general services)\b|\bgsa\b|"
        r"\bstate of (?:alaska|california|florida|georgia|illinois|new york|ohio|texas|virginia|washington)\b|"
        r"\bgovernment e-?marketplace\b|\bgem/20\d\d/|\bgem gtc\b|\bgovernment of india\b|\b(?:lakhs?|crores?)\b|"
        r"\bcommonwealth procurement rules\b|\bdigital transformation agency\b|\baustralian (?:government|business "
        r"number|capital territory)\b|\bcommonwealth of australia\b|"
        r"\bb-?bbee\b|\brepublic of south africa\b|\bgovernment of (?:canada|new zealand)\b|"
        r"\bprovince of (?:alberta|british columbia|manitoba|ontario|quebec)\b",
    ),
)
_REGIMES = (
    ("above-threshold", Confidence.MEDIUM, r"\bpublic contracts \(scotland\) regulations"),
    ("psr", Confidence.HIGH, r"\bprovider selection regime\b"),
    (
        "old-pcr",
        Confidence.HIGH,
        r"\bpublic contracts? regulations? 20(?:06|15)\b|\bpublic procurement contract regulations 2015\b|"
        r"\bpcr ?2015\b",
    ),
    (
        "light-touch",
        Confidence.HIGH,
        r"\b(?:is|are|as|under|falls? within|subject to|conducted under|procured under) (?:(?!below|threshold|"
        r"not)\w+ ){0,4}light[- ]touch\b",
    ),
    ("light-touch", Confidence.LOW, r"\blight[- ]touch (?:regime|contract|services?)\b"),
    (
        "below-threshold",
        Confidence.HIGH,
        r"\b(?:is|are|be|being|a|regulated) below[- ]threshold\b|\bbelow (?:the )?(?:relevant |applicable |find a "
        r"tender |procurement |oj?eu |uk |wto |fts |financial |regulated |public |contracts? |services |value |"
        r"regulations? )*threshold\b(?! of)",
    ),
    (
        "framework-calloff",
        Confidence.MEDIUM,
        r"\bfurther competition (?:under|procedure|via)\b|\bcall-?\s?off (?:contract )?(?:under|from) (?:the "
        r")?(?:\w+ ){0,4}framework\b|\bdirect award under (?:the )?(?:\w+ ){0,4}framework",
    ),
    (
        "above-threshold",
        Confidence.MEDIUM,
        r"\b(?:above|exceeds?|over) (?:the )?(?:relevant |applicable |financial |procurement |uk |"
        r"wto )*threshold\b(?! for light)|"
        r"\bcovered procurement\b",
    ),
)
_AUTHORITIES = (
    ("parish", r"\b(?:parish|town|community) council\b"),
    (
        "nhs",
        r"\bnhs (?:england|scotland|wales|trust|foundation|board|lothian|fife|tayside|supply)|\bintegrated care "
        r"board\b|\bhealth (?:and social care )?board\b|\bclinical commissioning group|\bambulance service\b",
    ),
    ("housing", r"\bhousing (?:association|trust|group)\b|\bregistered social landlord\b"),
    (
        "school",
        r"\b(?:primary|secondary|high|grammar|academy) school\b|\bacademy trust\b|\bmulti-academy\b|\bthe school\b",
    ),
    (
        "central",
        r"\bcrown commercial service\b|\bministry of \w+|\bdepartment for \w+|\bcabinet office\b|\bhome office\b|"
        r"\bhm revenue|\bscottish ministers\b|\bwelsh ministers\b",
    ),
    (
        "sub_central",
        r"\b(?:county|city|borough|district|metropolitan|london borough|unitary) (?:\w+ ){0,2}council\b|\b(?!the |"
        r"this |our |a |parish |town |community )[A-Z]\w+ council\b|\bcombined authority\b|\bwaste authority\b|"
        r"\buniversity of \w+|\bpolice\b",
    ),
)


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    read = [passage for passage in passages if passage.role not in (Role.DEFINITIONS, Role.GUIDANCE)]
    yield from _by_words("jurisdiction", _JURISDICTION_WORDS, read)
    yield from _by_postcode(read)
    yield from _by_words("regime", _REGIME_WORDS, read)
    yield from _authority(read)


_JURISDICTION_WORDS = tuple((name, sure, phrase(words)) for name, sure, words in _JURISDICTIONS)
_REGIME_WORDS = tuple((name, sure, phrase(words)) for name, sure, words in _REGIMES)
_AUTHORITY_WORDS = tuple((name, phrase(words)) for name, words in _AUTHORITIES)


def _by_words(
    kind: str, table: Sequence[tuple[str, Confidence, Pattern]], passages: Sequence[Passage]
) -> Iterator[Fact]:
    """The facts whose words occur, each at its first places."""
    seen: dict[str, int] = {}
    likely = [row for row in table if passages and stands_near(row[2], passages[0].text)]
    for passage in passages:
        for name, sure, words in likely:
            match = words.search(passage.text) if seen.get(name, 0) < _MOST_PLACES else None
            if match and not _NAMES_SCHEDULE.search(passage.text, max(0, match.start() - _JUST_BEFORE), match.start()):
                seen[name] = seen.get(name, 0) + 1
                yield fact(kind, passage.evidence(match.start(), match.end()), confidence=sure, value=name)


def _by_postcode(passages: Sequence[Passage]) -> Iterator[Fact]:
    """The nations that the first postcodes lie in; unsure, since they may be those of sites or of others."""
    seen: dict[str, int] = {}
    for passage in passages:
        for nation, start, end in nations(passage.text):
            if seen.setdefault(nation, 0) < _MOST_PLACES:
                seen[nation] += 1
                yield fact("jurisdiction", passage.evidence(start, end), confidence=Confidence.LOW, value=nation)


def _authority(passages: Sequence[Passage]) -> Iterator[Fact]:
    """The kind of body that the first pages name; headings and covers speak of the buyer."""
    likely = [row for row in _AUTHORITY_WORDS if passages and stands_near(row[1], passages[0].text)]
    for passage in passages[:_COVER]:
        for name, words in likely:
            match = words.search(passage.text)
            if match:
                sure = (
                    Confidence.MEDIUM
                    if passage.kind is BlockKind.HEADING or len(passage.text) < 200
                    else Confidence.LOW
                )
                yield fact("authority_kind", passage.evidence(match.start(), match.end()), confidence=sure, value=name)
                break
