"""Accounts that a bidder must hand in: of how many years, and whether they must be audited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import BlockKind, Confidence, Fact, Role, fact
from ..text.pattern import Pattern
from .counts import COUNT, count, years_back
from .passages import Passage
from .said import Said, said
from .wording import conditional, negated

_ACCOUNTS = Pattern(
    r"\b(?:accounts|financial statements|balance sheets?|annual reports? and accounts|statements? of "
    r"accounts?)\b",
    re.I,
)
_OTHER = Pattern(
    r"\bbank accounts|user accounts|(?:keep|kept|maintain|retain|open)\b[^.;]{0,60}\b(?:accounts|book)|"
    r"contract accounts|admin\w* accounts|"
    r"accounts (?:payable|receivable|department|team|manager)|records and accounts|accounts and records|"
    r"service accounts|"
    r"key accounts|loss of|accounts of the (?:project|grant)",
    re.I,
)
_DEMAND = Pattern(
    r"\b(?:provide|submit|supply|cop(?:y|ies)|must|shall|should be|required?|requires|requested|please|enclose|attach|"
    r"evidence|furnish|upload|"
    r"send|include|sets?)\b",
    re.I,
)
_YEARS_OF = Pattern(
    rf"\b(?P<count>{COUNT})(?: (?:most|recent|recently|completed|latest|previous|last|full|financial|fiscal|"
    rf"consecutive|annual|complete))* "
    r"(?:years?|sets?)['’]?s?['’]? (?:of |worth of )?(?:\w+,? ){0,6}?(?:accounts|financial statements|balance "
    r"sheets?)",
    re.I,
)
_LATEST = Pattern(
    r"\b(?:(?<!since the )(?:last|latest|most recent|previous)(?: (?:set|copy) of| year['’]s?|s['’])?(?: (?:full|"
    r"annual|reports?|"
    r"published|signed|"
    r"audited|statutory|final|filed|financial|year['’]?s?|end|or|and|approved))* (?:accounts|financial "
    r"statements|balance sheet)|"
    r"one (?:year['’]s?|set of) (?:\w+ )?accounts|(?:accounts|financial statements) for (?:the|your|their) "
    r"(?:last|latest|most recent|previous) "
    r"(?:financial |full |complete |completed |accounting ){0,3}year\b|last year['’]s (?:\w+ )?accounts)",
    re.I,
)
"""One year's accounts, told without a number."""
_LABELLED = Pattern(
    rf"^\W{{0,3}}(?:[\w.]{{1,6}} )?(?:annual |your |financial |statutory |filed )*(?:accounts|financial "
    rf"statements)\W{{0,4}}(?:the "
    rf"|for the |your )?"
    rf"\(?(?:last|past|latest|most recent|previous) (?P<count>{COUNT}) (?:\w+ ){{0,2}}?years?\b",
    re.I,
)
_FOR_YEARS = Pattern(
    rf"\b(?:accounts|financial statements|balance sheets?)\b[^.;?]{{0,80}}?\b(?:for|of|from|covering|over|in)(?: "
    rf"\w+){{0,4}}? "
    rf"(?P<count>{COUNT}) (?:\w+ ){{0,4}}?years?\b",
    re.I,
)
_IN_BRACKETS = Pattern(
    rf"\b(?:accounts|financial statements)\b[^.;?()]{{0,50}}\((?:the )?(?:last |past |latest )?(?P<count>{COUNT}) "
    rf"years?(?: \w+)?\)",
    re.I,
)
_BEFORE = Pattern(
    rf"\b(?:last|past|previous|preceding|most recent|latest) (?P<count>{COUNT}) (?:\w+ "
    rf"){{0,2}}?years?['’]?[^.;?]{{0,60}}?\b"
    r"(?:accounts|financial statements|balance sheets?)",
    re.I,
)
_AUDITED = Pattern(r"\baudited\b(?! by the (?:authority|council|buyer))", re.I)
_NOT_ALWAYS = Pattern(
    r"\baudited[^.;]{0,60}\bor (?:\w+ )?(?:reviewed|compiled|unaudited)\b|\bif no audit\b|\bunless (?:\w+ "
    r"){1,4}exempt\b|"
    r"accounts (?:that|which) (?:have|are|were) not (?:been )?audited|signed off by an? (?:independent|accountant)|"
    r"audited(?: accounts)?\)?,? ?\(?(?:,? ?(?:where|if|when)\b|or (?:un-?audited|certified|management|approved|draft|"
    r"independently))|"
    r"(?:un-?audited|certified|management|independently examined),? or audited|\(audited (?:where|if)|"
    r"(?:where|if) (?:they are |these are |accounts are )?(?:available|required by law|legally required|audited)|"
    r"un-?audited|"
    r"not (?:be |necessarily )?audited|audited,? (?:or )?(?:un-?audited|independently examined)|"
    r"\baudited, [^.;:]{3,60},? or\b|form (?:that )?(?:your|its|their) (?:own )?(?:rules|law|regulator)",
    re.I,
)
_EQUIVALENT = Pattern(
    r",? or (?:an? |its )?(?:\w+ )?(?P<what>equivalent|alternative|other evidence|statement|"
    r"certificate)[^.;]{0,60}",
    re.I,
)
_LET_OFF = Pattern(
    r"not (?:\w+ )?(?:required|obliged) (?:by (?:law|statute) )?to (?:have|be|produce|prepare)[^.;]{0,40}audit|"
    r"\bif no,? (?:can|please|are) you[^.;]{0,40}\b(?:one of the following|alternative)|"
    r"\bbelow the (?:\w+ )?audit threshold|"
    r"\bmay (?:submit|provide|supply|send|give)[^.;]{0,40}\b(?:unaudited|independently examined|management|"
    r"certified) accounts|"
    r"too small to be audited|exempt from (?:an )?audit|(?:un-?audited|independently examined|certified|management)"
    r"[\s-]+accounts (?:are|will be|is|may be|instead)",
    re.I,
)
"""Words beside a demand for audited accounts that let some bidders send others."""
_DATED_BY = Pattern(
    r"\b(?:date of|as at|as of|shown (?:in|by)|taken from)\s+(?:the|its|their|your)\s+(?:\w+\s+)?audited", re.I
)
"""Audited accounts that only date a figure."""
_IF = Pattern(r"\W*(?:if|where)\b", re.I)
_FITTING = Pattern(r"\b(?:as|if|where) (?:appropriate|applicable|available)\W*$", re.I)
"""The end of words over a list that ask for what of it fits the bidder."""
_EVIDENCE = Pattern(r"^evidence of which\b", re.I)


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Years of accounts asked for, and audited accounts asked for (or said not to be needed)."""
    before: Said | None = None
    for one in said(passages):
        word = _ACCOUNTS.search(one.text)
        skip = one.passage.role in (Role.GUIDANCE, Role.AWARD_NOTICE) or one.passage.kind is BlockKind.HEADING
        if word and not skip and not _OTHER.search(one.text):
            yield from _years(one, before)
            yield from _audited(one, word, one.lead or (before.text if before else ""))
        before = one


def _years(one: Said, before: Said | None) -> Iterator[Fact]:
    patterns = (_YEARS_OF, _FOR_YEARS, _BEFORE, _LABELLED, _BEHIND, _SO_MANY, _LISTED, _IN_BRACKETS)
    match = next((match for pattern in patterns if (match := pattern.search(one.text))), None)
    aside = match or not _WANTED.search(one.full) or _DATED_BY.search(one.text)
    latest = None if aside else _LATEST.search(one.text)
    if match and not _denied(one.text, match):
        yield fact("accounts_years_required", one.evidence(), value=_counted(match))
    elif latest and not _denied(one.text, latest):
        yield fact("accounts_years_required", one.evidence(), confidence=Confidence.MEDIUM, value=1)
    elif _EVIDENCE.match(one.text) and before and before.passage is one.passage:
        years = years_back(before.text)
        if years:
            yield fact("accounts_years_required", one.evidence(), confidence=Confidence.LOW, value=years)


def _counted(match: re.Match[str]) -> int:
    """How many years a match tells, by number or one by one."""
    named = match.groupdict()
    if named.get("years"):
        return len(_YEAR.findall(named["years"]))
    return count(named.get("count") or named["before"])


_YEAR = re.compile(r"20\d\d ?[/–-]")
_BEHIND = Pattern(
    rf"\b(?:accounts|financial statements)\b,? ?\(?(?:for )?(?:the |your )?(?:last|past|latest|most recent|"
    rf"previous) (?P<count>{COUNT}) "
    r"(?:\w+ ){0,2}?years?\b",
    re.I,
)
_SO_MANY = Pattern(
    rf"\b(?P<count>{COUNT}) (?:latest|most recent|last) (?:annual |yearly |sets of |published )*accounts|"
    rf"\b(?:last|latest|most recent|previous) (?P<before>{COUNT}) (?:sets? of )?(?:\w+ ){{0,2}}?(?:accounts|"
    rf"financial statements)\b",
    re.I,
)
_LISTED = Pattern(
    r"\b(?:accounts|financial statements|balance sheets?)\b[^.;?]{0,60}?(?P<years>\b20\d\d ?[/–-] ?(?:20)?\d\d\b"
    r"(?:(?:,| and|, and|;|&) ?(?:FY ?)?20\d\d ?[/–-] ?(?:20)?\d\d\b){1,5})",
    re.I,
)
"""Years told one by one: "accounts for 2022-23, 2023-24 and 2024-25"."""
_WANTED = Pattern(
    r"\b(?:provide|submit|supply|send|enclose|attach|include|upload|give us|show|look at|see|need|must|shall|"
    r"should|asked? for|required?|copy|"
    r"copies|enough|will do|please|examine|check|review)\b",
    re.I,
)
_NO_AUDIT = Pattern(
    r"\b(?:an? |no )?audits? (?:is|are|will be) (?:not|n['’]t) (?:needed|required|necessary|asked|called)|"
    r"\bno audit (?:is|will be) (?:needed|required|necessary|asked)|\bwhere there is no audit\b|"
    r"\b(?:accept|take|will do|may send|can send|may give|are enough|is enough|"
    r"suffice)\b[^.;]{0,50}\b(?:unaudited|independently examined|management) accounts|"
    r"\b(?:unaudited|independently examined|management) accounts\b[^.;]{0,40}\b(?:accept|will do|are enough|"
    r"suffice|are fine|are welcome|may be sent)",
    re.I,
)
_UNAUDITED = Pattern(
    r"^[^.;]{0,60}?\b(?:need(?:s|ed)? not|need['’]?n['’]t|do(?:es)? not (?:have|need) to|don['’]t (?:have|need) "
    r"to|not (?:have|need) to)"
    r"(?: necessarily)? be (?:\w+ )?audited",
    re.I,
)


def _denied(text: str, match: re.Match[str]) -> bool:
    """Whether the accounts are not wanted; that they "need not be audited" doesn't deny them."""
    return negated(text, *match.span()) and not _UNAUDITED.match(text[match.end() :])


_NAMED = re.compile(
    rf"\W*(?:\w{{1,4}}[).] )?(?:\w+ )?(?:last|past|previous|\d|{COUNT} (?:full )?years?\b)|\W*(?:\w{{1,4}}[).] "
    rf")?(?:full |signed )?"
    r"audited (?:annual |financial )?(?:accounts|balance sheets?|financial statements)[^.;]{0,30} (?:of|for) (?:the "
    r"|your )?(?:last|past|latest)",
    re.I,
)
"""An item of a list that only names the accounts."""


def _is_told_no(one: Said) -> bool:
    """Whether a question for audited accounts is answered by a no: "Must they be audited? No, …"."""
    return (
        one.lead.endswith("?") and bool(_AUDITED.search(one.lead)) and one.text.lower().lstrip("a: ").startswith("no")
    )


def _audited(one: Said, word: re.Match[str], above: str) -> Iterator[Fact]:
    """What is said of audited accounts, after the words *above*, which may lead into it."""
    match = _AUDITED.search(one.text)
    if _NO_AUDIT.search(one.text) or _is_told_no(one):
        yield fact("audited_accounts_required", one.evidence(), value=False, alternatives=())
        return
    if not match or abs(match.start() - word.start()) > 80:
        return
    if _DATED_BY.search(one.text[: match.end()]):
        return
    if negated(one.text, *match.span()) or _NOT_ALWAYS.search(one.text) or _LET_OFF.search(one.passage.text):
        yield fact("audited_accounts_required", one.evidence(), value=False, alternatives=())
    elif _DEMAND.search(one.text) or _NAMED.match(one.text):
        other = _EQUIVALENT.search(one.text, match.end())
        alternatives = (other["what"].lower(),) if other else ()
        soft = alternatives or _IF.match(one.text) or _FITTING.search(above)
        sure = Confidence.LOW if conditional(one.text) else Confidence.MEDIUM if soft else Confidence.HIGH
        yield fact("audited_accounts_required", one.evidence(), confidence=sure, value=True, alternatives=alternatives)
