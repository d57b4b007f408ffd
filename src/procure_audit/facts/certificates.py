"""Certificates, accreditations and registrations that a bidder must hold, by their usual names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Confidence, Fact, Role, fact
from ..text.pattern import Pattern
from .labels import affirms, denies
from .passages import Passage
from .said import Said, demanding, phrase
from .wording import Party, asks_bidder, bearer, conditional, negated

_STANDARD = Pattern(
    r"\b(?P<body>(?:BS )?(?:EN )?(?:ISO|OHSAS|PAS)|BS)(?: ?/? ?IEC)?[ -]?(?P<number>\d{3,5})(?:[-:]\d{1,4})*"
    r"(?P<more>(?: ?(?:/|,|and|&) ?(?:\d{4,5})\b(?! ?[-/]))*)",
    re.I,
)
_NAMED: tuple[tuple[str, str], ...] = (
    (r"Cyber Essentials Plus", "Cyber Essentials Plus"),
    (r"Cyber Essentials(?! Plus)", "Cyber Essentials"),
    (r"\bSSIP\b|Safety Schemes in Procurement", "SSIP"),
    (r"\bCHAS\b", "CHAS"),
    (r"\bConstructionline\b", "Constructionline"),
    (r"\bSafe ?Contractor\b", "SafeContractor"),
    (r"\bEMAS\b", "EMAS"),
    (r"\bInvestors in People\b", "Investors in People"),
    (r"\bPCI[ -]DSS\b", "PCI DSS"),
    (r"\bIASME\b", "IASME"),
    (r"\bBAFE\b", "BAFE"),
    (r"\bTrustMark\b", "TrustMark"),
    (r"\bLexcel\b", "Lexcel"),
    (r"\bNSI (?:Gold|Silver|accredit\w+|approv\w+|certif\w+)", "NSI"),
    (r"\bFood for Life\b", "Food for Life"),
    (r"\bSOC ?2\b", "SOC 2"),
    (r"\bGas Safe\b", "Gas Safe"),
    (r"\bNICEIC\b", "NICEIC"),
    (r"\bSIA (?:Approved Contractor|ACS)|\bApproved Contractor Scheme", "SIA Approved Contractor"),
    (r"\bCQC\s+[Rr]egist\w+|[Rr]egist\w+ (?:with|by) (?:the )?(?:Care Quality Commission|CQC)", "CQC registration"),
    (r"\b(?:Ofsted|OFSTED) [Rr]egist\w+|[Rr]egist\w+ (?:with|by) (?:Ofsted|OFSTED)\b", "Ofsted registration"),
    (r"\b[Mm]atrix (?:[Qq]uality )?[Ss]tandard\b", "matrix Standard"),
    (r"\bPQASSO\b|\bTrusted Charity\b", "Trusted Charity"),
    (r"\bFORS(?: (?:Bronze|Silver|Gold))?\b", ""),
    (r"\bAdvice Quality Standard\b", "Advice Quality Standard"),
    (
        r"\b(?:Living Wage (?:Employer|Foundation) accredit\w+|accredited (?:Real )?Living Wage [Ee]mployer)",
        "Living Wage",
    ),
    (r"\bCity (?:and|&) Guilds(?: (?:[A-Z\d][\w-]*|for|and|of|in|the))+", ""),
)
_NAMES = tuple((Pattern(pattern), name) for pattern, name in _NAMED)
_ANY_NAME = Pattern("|".join(pattern for pattern, _ in _NAMED))
_PROOF = Pattern(
    r"certif|accredit|\bapproved\b|\bhold|\bheld\b|possess|attain|regist|\bmember(?:s|ship)?\b|qualif|UKAS", re.I
)
_HAVE = phrase(
    r"\b(?:have|has|having|with|achieved?|obtain(?:ed)?|gain(?:ed)?|maintain|complete[ds]?|current|valid) (?:(?:and|"
    r"or|have|"
    r"maintain|a|an|the|current|valid|up-to-date|full|its|their) )*$"
)
"""Words right before a name that make it something held: "shall have Cyber Essentials"."""
_IS_NEEDED = phrase(
    r"^\W{0,2}(?:\w+ ){0,2}?(?:\([^)]{0,40}\) ?)?(?:(?:is|are|will be|shall be|must be) (?:an? )?(?:\w+ ){0,2}?"
    r"(?:mandatory|essential|requirements?|required|needed|necessary|condition|minimum|in place)\b|status\b|in place\b|"
    r"approval\b)"
)
_BE_ONE = Pattern(r"\b(?:be|are|is) an? $")
_EXAMPLES = Pattern(
    r"\((?:[^()]{1,80}\bor (?:similar|equivalent|comparable|another)\b[^()]{0,30}|(?:e\.?g\.?|such as|"
    r"for example)[^()]{1,80})\)",
    re.I,
)
"""Names in brackets of which any will do: "SSIP (CHAS, SafeContractor or similar)"."""
_SYSTEM = Pattern(
    r"\b(?:systems?|software|platforms?|applications?|products?|equipment|materials?|data cent\w+|hosting)\b"
    r"[^.;]{0,80}\b(?:certif|accredit)\w*",
    re.I,
)
"""What is certified is a thing that the service needs, and not the bidder."""
_THING = Pattern(
    r"\b(?:software|platforms?|products?|equipment|materials?|"
    r"data cent\w+)\b[^.;]{0,40}\b(?:certif|accredit)\w*",
    re.I,
)
_CODE = Pattern(r"(?:BS|PAS) ")
"""Standards that work is done to, more often than they are certificates that a body holds."""
_SHOWN = Pattern(r"certificat|certified|accredit", re.I)
_SHUT_OUT = phrase(r"\b(?:without|no)\b[^.;]{0,80}\bwill be (?:excluded|rejected|disqualified)\b")
_PASS_FAIL = phrase(r"\bpass ?/ ?fail\b|\bmandatory (?:requirement|criteri\w+)\b")
_ASKS_OTHERS = phrase(
    r"\b(?:requires?|expects?|will (?:only )?(?:accept|consider|require)|asks?) (?:that )?(?:(?:all|any|each|the|our) "
    r")?(?:\w+ )?(?:bidders?|suppliers?|"
    r"tenderers?|providers?|contractors?|organi[sz]ations?|applicants?)\b"
)
_REACH = 120
_CLOSE = 40
_MUST = Pattern(
    r"\bneeded\b|\b(?:is|are) to (?:be|hold|have)\b|\bmust\b|\bshall\b|\brequire[ds]?\b|\brequirement|\bnecessary\b|"
    r"\bneeds? to\b|\bmandatory\b|"
    r"\bessential(?!s)\b|\bpossess(?:es)?\b|"
    r"\bminimum\b|\bat least the following|\bcondition (?:of|that)\b|"
    r"\b(?:you|they) (?:will|would) need\b|\bfail(?:ure)? (?:to|if)\b|\bwill (?:be (?:rejected|excluded|disqualified)|"
    r"not be considered)\b|"
    r"\bonly\b[^.;]{0,80}\b(?:considered|invited|accepted|eligible|apply|bid|tender|quote)\b",
    re.I,
)
_TITLE = Pattern(
    r"(?<=\d{3})\W{1,3}(?:(?!(?:is|are|be|as|and|or|one|meets?)\b)\w{1,30}\W{1,3}){0,6}?requirements? (?:for|of)\b",
    re.I,
)
"""The end of a standard's own title: "ISO 17043: … General requirements for proficiency testing" demands nothing."""
_SHOULD = Pattern(r"\bshould\b|\bexpect(?:ed)?\b|\bencouraged\b", re.I)
_OR_ELSE = Pattern(
    r"\bor,? (?:(?:must|shall|should|otherwise|alternatively),? )?(?:have|has|an? (?:documented|written|internal|own)|"
    r"other (?:evidence|means)|provide|demonstrate|"
    r"evidence of|be able to|show|prove|else|"
    r"(?:be )?working towards|in lieu|alternative|commit)|\bif\b[^.;]{0,60}\b(?:do(?:es)? not|cannot|"
    r"don['’]t) (?:currently )?(?:hold|have)|"
    r"desirable|advantage|prefer|\byes ?/ ?no\b|where (?:held|available)|whether (?:or not )?",
    re.I,
)
_IF_NOT = phrase(
    r"^\W*(?:if|where) (?:they|you|it|this|one|the \w+)(?: (?:do|does|is|are) not|(?:do|does)n['’]t|"
    r" cannot)\b(?! comply)"
)
_EQUIVALENT = Pattern(
    r"\bor (?:an? |its |their |other |any )?(?:[\w-]+ )?(?:equivalents?|equal|comparable|similar)\b|"
    r"\bequivalents? (?:\w+ )?(?:is|are|will be|accepted|acceptable)\b|/ ?equivalent\b",
    re.I,
)
_INSTANCE = Pattern(r"\b(?:for (?:example|instance)|e\.g\.?)\W(?:[\w-]+\W+){0,4}$", re.I)
_ONLY_FOLLOWS = Pattern(
    r"\b(?:principles?|guidance|in line with|in accordance with|accordance|compl(?:y|ies|iance) with|"
    r"conform\w* (?:to|with)|"
    r"as (?:defined|set out) in|based on|aligned (?:to|with))\W+(?:\w+\W+){0,4}$",
    re.I,
)
_CONDITIONS = Pattern(r"\bconditions? of participation\b|\bminimum requirements?\b", re.I)
_TABLED = Pattern(r"certific|accredit", re.I)


@dataclass(frozen=True)
class _Named:
    name: str
    start: int
    end: int


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """The certificates each sentence demands (`value`), and those it only asks about or lets be replaced.

    A certificate that one place lets be replaced by its equivalent may be replaced wherever it is named, and one that
    hangs on the buyer's choice in one place ("where the Order Form requires it") hangs on it everywhere.
    """
    read = [(one, named) for one in demanding(passages) if (named := _certificates(one.text))]
    replaceable = {found.name for one, named in read if _replaceable(one) for found in named}
    hanging = {found.name for one, named in read if conditional(one.text) for found in named}
    equalled = {found.name for one, named in read if _EQUIVALENT.search(one.full) for found in named}
    for one, named in read:
        named = [found for found in named if _speaks_of_holding(one, found)]
        if not named:
            continue
        names = _distinct(found.name for found in named)
        demanded = _demands(one)
        example = _examples(one.text, named)
        in_specification = one.passage.role is Role.SPECIFICATION and _SYSTEM.search(one.text)
        ours = not (in_specification or _THING.search(one.text))
        value = tuple(name for name in names if demanded and ours and name not in replaceable and name not in example)
        alternatives = tuple(name for name in names if name not in value)
        if value or demanded or asks_bidder(one.full) or _SHOULD.search(one.text):
            sure = Confidence.HIGH if value else Confidence.MEDIUM if ours else Confidence.LOW
            sure = Confidence.LOW if value and hanging.issuperset(value) else sure
            yield fact(
                "certification_required",
                one.evidence(),
                confidence=sure,
                value=value,
                alternatives=alternatives,
                or_equivalent=True if value and equalled.issuperset(value) else None,
            )


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """*names*, each once; the lower grade of a scheme says nothing beside the higher."""
    kept = dict.fromkeys(names)
    return tuple(name for name in kept if f"{name} Plus" not in kept)


def _replaceable(one: Said) -> bool:
    """Whether the words, or the sentence after them ("If they do not, they must describe …"), let others do."""
    after = one.passage.text[one.start + len(one.text) :]
    return bool(_OR_ELSE.search(one.text) or _IF_NOT.match(after))


def _examples(text: str, named: Sequence[_Named]) -> set[str]:
    """The names that stand in brackets as examples of the one before the bracket."""
    bracket = _EXAMPLES.search(text)
    if bracket is None or not any(found.end <= bracket.start() for found in named):
        return set()
    return {found.name for found in named if bracket.start() < found.start < bracket.end()}


def _certificates(text: str) -> list[_Named]:
    """The certificates that *text* names, in order."""
    found: list[_Named] = []
    for match in _STANDARD.finditer(text):
        for number in (match["number"], *re.findall(r"\d+", match["more"])):
            found.append(_Named(_standard(match["body"], number), match.start(), match.end()))
    for pattern, name in _NAMES if _ANY_NAME.search(text) else ():
        found += [_Named(name or match[0], match.start(), match.end()) for match in pattern.finditer(text)]
    return sorted(found, key=lambda one: one.start)


def _standard(body: str, number: str) -> str:
    if number == "18001":
        return "OHSAS 18001"
    family = body.upper().split()[-1]
    return f"{'ISO' if family == 'OHSAS' else family} {number}"


def _speaks_of_holding(one: Said, found: _Named) -> bool:
    """Whether the words speak of holding the certificate rather than of working as its standard says."""
    if (
        (negated(one.text, found.start, found.end) and not _SHUT_OUT.search(one.text))
        or one.defines
        or (one.label and denies(one.label[1]))
    ):
        return False
    before = one.text[max(0, found.start - _REACH) : found.start]
    if _INSTANCE.search(before):
        return False
    near = one.text[max(0, found.start - _REACH) : found.end + _REACH // 2]
    if _ONLY_FOLLOWS.search(before):
        return bool(_PROOF.search(before) or _SHOWN.search(one.text, found.end, found.end + _REACH))
    if _CODE.match(found.name):
        return bool(_SHOWN.search(before[-_CLOSE:]) or _SHOWN.search(one.text, found.end, found.end + _CLOSE))
    if (
        _PASS_FAIL.search(one.text)
        or _HAVE.search(before)
        or _IS_NEEDED.match(one.text[found.end : found.end + _REACH])
    ):
        return True
    return bool(_PROOF.search(near) or _BE_ONE.search(before) or _PROOF.search(one.lead[-_REACH:]) or _tabled(one))


def _tabled(one: Said) -> bool:
    """Whether a row is of a table of certificates, or says beside a name that it is needed."""
    needed = one.label is not None and affirms(one.label[1])
    return needed or (one.passage.is_row and bool(_TABLED.search(one.passage.context)))


def _demands(one: Said) -> bool:
    if (
        one.asks
        or re.search(r"yes ?/ ?no", one.text, re.I)
        or (bearer(one.text) is Party.BUYER and not _ASKS_OTHERS.search(one.text))
    ):
        return False
    heading = one.passage.headings[-1] if one.passage.headings else ""
    return bool(
        _MUST.search(_TITLE.sub(" ", one.full))
        or _CONDITIONS.search(heading)
        or re.search(
            r"\bmust\b|\brequired\b|"
            r"possess",
            one.passage.lead,
            re.I,
        )
        or _tabled(one)
    )
