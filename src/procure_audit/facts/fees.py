"""A charge to see the documents, to use the portal or to send a bid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, fact
from .passages import Passage
from .quantities import money
from .said import Said, phrase, said
from .wording import is_blank, negated

_FEE = phrase(
    r"\b(?:(?:tender|bid|document|documentation|tendering|submission|application|portal|registration|access) "
    r"(?:fee|charge|deposit)s?|(?:fee|charge|cost|price|deposit|payment) (?:of|for) (?:\w+ ){0,4}?(?:(?:tender|bid) "
    r"(?:documents?|pack|documentation)|documents?|registration|registering|portal|e-?tendering)|subscriptions?|"
    r"premium account|non-?refundable (?:fee|charge|deposit|payment)|"
    r"(?:tender|bid) (?:documents?|pack|documentation)[^.;]{0,60}\b(?:available|obtained|purchased|bought|supplied)\b"
    r"[^.;]{0,40}(?:on payment|for a fee|at a (?:cost|price|charge)|at £|for £|price of|cost of))\b"
)
_TO_BID = phrase(
    r"\bportals?\b|\be-?tendering\b|\bprocurement system\b|\b(?:tender|bid) (?:documents?|packs?|documentation|fees?|"
    r"charges?|deposits?|submissions?)\b|\b(?:to|before|can|may|when) (?:\w+ ){0,2}?(?:bid|tender|submit)\b|"
    r"\btendering (?:fee|portal|system|site)\b"
)
_DUE = phrase(
    r"\b(?:must|shall|will be|is|are|payable|required|charged?|pay|pays|paid|non-?refundable|costs?|of £|at £|for £)\b"
)
_OTHER = phrase(
    r"\b(?:free of charge|no (?:registration |joining |tender |bid )?(?:fee|charge|cost)|without (?:charge|cost)|"
    r"award(?:ed)? (?:fee|contracts?)|success fee|framework (?:fee|levy|charge)|management (?:fee|charge)|levy|"
    r"rebate|optional|alerts?|(?:professional|membership|trade)[\w ]{0,20} (?:fees?|subscriptions?)|licen[cs]es?|"
    r"CQC|DBS|regulator\w*|inspection fees?|service users?|customers?|residents?|clients?|parents?|court|planning|"
    r"software|professional bod\w+|newsletters?|magazines?|gazettes?|bulletins?|waived|own costs?|"
    r"expenses|attend\w*|conferences?|events?|courses?|training|tickets?)\b"
)
_SKIPPED = frozenset((Role.DEFINITIONS, Role.AWARD_NOTICE, Role.CONTENTS, Role.PRICING, Role.CONTRACT_TERMS))
_REACH = 90


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Each sum that a bidder must pay before anything is awarded."""
    for one in said(passages):
        match = _FEE.search(one.text)
        if match and one.passage.role not in _SKIPPED and _stands(one, match):
            sums = [found for found in money(_near(one.text, match)) if found.amount]
            if sums:
                sure = Confidence.LOW if is_blank(one.text) else Confidence.HIGH
                amount, currency = sums[0].amount, sums[0].currency or "GBP"
                yield fact("access_fee", one.evidence(), confidence=sure, amount=amount, currency=currency)


def _stands(one: Said, match: re.Match[str]) -> bool:
    if one.defines or _OTHER.search(one.text) or negated(one.text, *match.span()):
        return False
    return bool(_TO_BID.search(one.full) and _DUE.search(one.text))


def _near(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - _REACH // 2) : match.end() + _REACH]
