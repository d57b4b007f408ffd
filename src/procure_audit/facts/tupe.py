"""Whether staff transfer to the new supplier (TUPE)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import BlockKind, Confidence, Fact, Role, fact
from .labels import affirms, denies
from .passages import Passage
from .said import Said, phrase, said
from .wording import asks_bidder, is_definition

_TUPE = phrase(
    r"\bTUPE\b|\btransfer regulations\b|\btransfer of undertakings?\b|\bemployment regulations\b|\bacquired rights "
    r"directive\b|\bstaff "
    r"transfer\b"
)
_NOT = phrase(
    r"\bTUPE\b[^.;]{0,80}?\b(?:not|n['’]t) (?:be )?(?:appl(?:y|icable|ies)|relevant|arise)|\bno TUPE\b|\bTUPE:? "
    r"(?:N/?A|none)\b|"
    r"(?:\bnot |n['’]t )(?:consider|believe|anticipate|expect|envisage)[^.;]{0,40}\bTUPE\b|"
    r"\bTUPE[^.;]{0,40}\b(?:not considered|not thought|unlikely)|\bno\b[^.;]{0,30}\btransfer\b[^.;]{0,30}\bTUPE\b|"
    r"(?:\bnot |n['’]t )(?:consider|believe|anticipate|expect|envisage|"
    r"think)[^.;]{0,60}\btransfer\b[^.;]{0,30}\bTUPE\b|"
    r"\bno (?:staff|employees?|posts?|one|body)\b[^.;]{0,30}\b(?:transfer|move|TUPE)\b|\bno TUPE\b"
)
_MAY = phrase(
    r"\bTUPE is (?:expected|anticipated|believed|thought) to\b|\b(?:TUPE|regulations)\b[^.;]{0,100}?\b(?:may|"
    r"might|could|can|likely|potentially|possib\w+)\b|\b(?:if|where|"
    r"whether|that) TUPE\b|\b(?:may|might|could|whether|"
    r"likely|potential(?:ly)?|possib\w+)\b[^.;]{0,100}\b(?:TUPE|transfer of undertakings)\b|\b(?:own|legal|"
    r"independent) "
    r"(?:legal )?advice\b[^.;]{0,100}\bTUPE\b|\bTUPE\b[^.;]{0,120}\b(?:own|legal|independent) (?:legal )?advice\b"
)
_DOES = phrase(
    r"\btransfer regulations (?:will|shall) apply\b|"
    r"\bundertakings?\b[^.;]{0,60}\bregulations(?: \d{4})?(?: \([^)]{0,60}\))? (?:will |do |does |shall )?(?:apply|"
    r"applies)\b|"
    r"\b(?:TUPE|undertakings)\b[^.;]{0,120}?\b(?:in scope to|will (?:move|transfer|pass))\b|"
    r"\bTUPE\b[^.;]{0,90}?\b(?:will|shall|does|do) (?:therefore |"
    r"also |be )?(?:appl(?:y|icable|ies)|transfer)|\bTUPE "
    r"applies\b|"
    r"\bTUPE is applicable|\b(?:governed by|subject to|under|pursuant to|in accordance with|covered by) (?:the "
    r")?TUPE\b|"
    r"\b(?:will|shall) transfer\b[^.;]{0,80}\bTUPE\b|\bTUPE\b[^.;]{0,60}\bwill transfer"
)
_IF = phrase(
    r"\b(?:if|where|whether)\b[^,;.]{0,60}\bTUPE\b|\bassum\w+ that TUPE\b|\bTUPE is (?:expected|"
    r"anticipated) to\b|\b(?:apply|applies|applicable),? (?:if|where|when|to the extent)\b"
)
_TITLE = phrase(r"\bschedule \w{1,4}\W{1,3}[^.]{0,10}(?:TUPE|staff transfer)")
_NAME_ONLY = phrase(
    r"\bTUPE (?:risk|surcharge|count|employees?|data|information|list|costs?|confidentiality|undertaking)\b"
)
_WORDS_ENOUGH = 3


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Each reading that the text gives; "mentioned" only where it gives no other."""
    found = [one for one in map(_read, said(passages)) if one is not None]
    clear = [one for one in found if one.get("value") != "mentioned"]
    yield from clear or found


def _read(one: Said) -> Fact | None:
    text = one.text
    match = _TUPE.search(text)
    if match is None or one.passage.role is Role.DEFINITIONS or is_definition(text):
        return None
    if one.label and _TUPE.search(one.label[0]) and (affirms(one.label[1]) or denies(one.label[1])):
        return fact("tupe", one.evidence(), value="applies" if affirms(one.label[1]) else "not_applicable")
    if one.passage.kind is BlockKind.HEADING or _TITLE.search(text) or len(text.split()) < _WORDS_ENOUGH:
        return None
    if _NAME_ONLY.search(text) and not _DOES.search(text):
        return fact("tupe", one.evidence(), confidence=Confidence.LOW, value="mentioned")
    if _NOT.search(text) and not _IF.search(text):
        return fact("tupe", one.evidence(), value="not_applicable")
    does, conditional = _DOES.search(text), _IF.search(text)
    if asks_bidder(text):
        return fact("tupe", one.evidence(), confidence=Confidence.LOW, value="mentioned")
    if does and not conditional:
        return fact("tupe", one.evidence(), value="applies")
    if does or _MAY.search(text):
        return fact("tupe", one.evidence(), value="may_apply")
    if match.group().lower() == "employment regulations" or match.group().lower() == "staff transfer":
        return None
    return fact("tupe", one.evidence(), confidence=Confidence.LOW, value="mentioned")
