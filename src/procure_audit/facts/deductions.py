"""Money taken off for missed targets: service credits, liquidated damages, default points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import BlockKind, Confidence, Fact, Role, fact
from .passages import Passage
from .quantities import percents
from .said import Said, phrase, said
from .wording import asks_bidder, is_blank, negated

_PAY = r"(?:payments?|charges?|prices?|fees?|invoices?|sums?|monies|amounts?|contract price|funding|remuneration)"
_MISSED = (
    r"(?:targets?|kpis?|performance (?!bond|security|guarantee)|service levels?|missed|not (?:been )?(?:met|achieved)|"
    r"(?:fails?|failure) to (?:meet|achieve|reach|hit))"
)
_TAKEN = phrase(
    r"\b(?:service|performance|kpi) (?:credits?|deductions?)\b|\bliquidated(?: and ascertained)? damages\b|"
    r"\b(?:default|penalty|service failure|performance failure) (?:points?|deductions?|notices? deductions?)\b|"
    rf"\b(?:payment|financial) deductions?\b|\b(?:deduct|withhold|retain|reduce|abate)\b[^.;]{{0,80}}"
    rf"\b{_PAY}\b[^.;]{{0,80}}\b{_MISSED}\b|"
    rf"\b{_PAY}\b[^.;]{{0,60}}\b(?:be |is |are )(?:deducted|withheld|retained|reduced|abated)\b[^.;]{{0,80}}"
    rf"\b{_MISSED}\b|"
    rf"\b(?:target|kpi|performance|service level)s?\b[^.;]{{0,80}}\b{_PAY}\b[^.;]{{0,40}}\b(?:be )(?:deducted|withheld|"
    rf"retained|reduced|abated)\b|\b{_MISSED}\b[^.;]{{0,80}}\b(?:deduct|withhold|retain|reduce|abate)\b[^.;]{{0,60}}"
    rf"\b{_PAY}\b|\b{_MISSED}\b[^.;]{{0,60}}\b(?:results? in|leads? to|means|attract) an? [^.;]{{0,10}}deduction\b"
)
_BINDS = phrase(
    r"\b(?:shall|will|must|may|entitle[ds]|are payable|is payable|apply|applies|accrue[sd]?|levied|deducted|incurred?|"
    r"maximum|capped|right to|impose[ds]?|can)\b"
)
_OTHER = phrase(
    r"\b(?:universal credit|tax|VAT|national insurance|PAYE|CIS\b|wages|salar(?:y|ies)|retention (?:bond|money)|"
    r"sub-?contractors?|disput\w+|not (?:been )?(?:delivered|provided|performed|done|carried out)|undelivered|"
    r"partially delivered|without (?:any )?deductions?|no deductions?|free of|set-?off|net of|less (?:any|the)|"
    r"does not (?:use|apply)|in place of|instead of|relief from|excluding|other than|arbitrat\w+|insurance|"
    r"attachment of earnings|previous|from the (?:service user|resident|tenant|client|customer)|"
    r"adverse effect|collateral|mortgage|pension)\b"
)
_OF_PAY = phrase(
    rf"^[^.;%]{{0,20}}\b(?:of|from|off)\b[^.;%]{{0,50}}\b{_PAY}\b|^ ?(?:service credit|deduction|reduction)"
)
_SKIPPED = frozenset((Role.DEFINITIONS, Role.GUIDANCE, Role.AWARD_NOTICE, Role.CONTENTS))
_FEW_WORDS = 7
_REACH = 90


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Each word that pay goes down when a target is missed, with the share where one stands beside it."""
    for one in said(passages):
        if one.passage.role in _SKIPPED or one.passage.kind is BlockKind.HEADING or one.defines:
            continue
        match = _TAKEN.search(one.text)
        if match and _stands(one, match):
            sure = Confidence.LOW if is_blank(one.text) or "[" in one.text else one.sureness
            yield fact("payment_deductions", one.evidence(), confidence=sure, percent=_share(one.text))


def _stands(one: Said, match: re.Match[str]) -> bool:
    if len(one.text.split()) < _FEW_WORDS or asks_bidder(one.text) or _OTHER.search(one.text):
        return False
    return bool(_BINDS.search(one.text)) and not negated(one.text, *match.span())


def _share(text: str) -> float | int | None:
    """The highest share of the pay that is named; None where none is."""
    shares = [found.value for found in percents(text) if found.value and _OF_PAY.search(text[found.end :][:_REACH])]
    return max(shares, default=None)
