"""What each passage is for, found once from the document's name, its opening words and its headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Block, BlockKind, Document, Role

_Cues = tuple[tuple[Role, re.Pattern[str]], ...]


def _cues(*pairs: tuple[Role, str]) -> _Cues:
    return tuple((role, re.compile(pattern, re.I)) for role, pattern in pairs)


_GUIDANCE = re.compile(
    r"procurement (?:guide|guidance|manual|handbook|procedures?|polic(?:y|ies)|strategy|rules|code)\b|"
    r"(?:tendering|quotations?|purchasing|contracts?) (?:and \w+ )?(?:procedures?|polic(?:y|ies)|standing orders|"
    r"procedure rules)|"
    r"suppliers?['’]?s? (?:guide|handbook)|guide (?:to|for) (?:suppliers|doing business|selling|procurement|tendering)|"
    r"(?:selling to|doing business with|how we (?:award|buy|procure))|(?:standing )?financial (?:regulations|"
    r"instructions)|"
    r"grants? guide",
    re.I,
)
"""Names of documents about procurement in general: they set no tender's demands."""

_HEADING_CUES = _cues(
    (
        Role.DEFINITIONS,
        r"\bdefinitions?\b|\binterpretation(?:\W*$| (?:and|of (?:this|these|the (?:contract|agreement))))|"
        r"glossary|defined terms",
    ),
    (
        Role.AWARD_CRITERIA,
        r"award criteria|evaluation|scoring|weightings?\b|^\W*(?:[\d.]+\W+)?marking\b|method statements?|"
        r"quality questions?|\bhow (?:we|bids|tenders|offers|proposals|quotations|applications|your \w+) (?:are |"
        r"will |shall )?"
        r"(?:be )?(?:evaluate|assess|score|mark|judge|compare|choose|chosen|decide|select|award)|"
        r"assessment of (?:tenders|bids)",
    ),
    (
        Role.PRICING,
        r"\bpric(?:e|es|ing)\b|cost(?:s|ing)? (?:schedule|proposal|model)|schedule of rates|\bcharges\b|"
        r"rates? (?:card|schedule)|commercial (?:schedule|response|proposal)|bill of quantities",
    ),
    (
        Role.SELECTION,
        r"what you need to have|who can (?:bid|apply|tender)\b|"
        r"\bselection\b|pre-?qualification|suitability (?:assessment|questions?)|conditions? of participation|"
        r"economic (?:and|&) financial standing|financial standing|standard questionnaire|exclusion grounds|grounds "
        r"for "
        r"exclusion|technical (?:and|&) professional ability|technical (?:and professional )?(?:ability|capability)|"
        r"\bqualification (?:questionnaire|criteria|envelope)|eligibility (?:criteria|requirements)|minimum "
        r"requirements|\bwho (?:can|may) (?:apply|bid|tender|quote)\b|\bpass(?: or |/)fail\b",
    ),
    (
        Role.FORM,
        r"form of tender|\bdeclarations?\b|order form|questionnaire|response (?:form|template|document)|tender form|"
        r"\bcertificate\b|application form|submission form|bidder details",
    ),
    (
        Role.CONTRACT_TERMS,
        r"(?:(?<!rfp )(?<!rfq )(?<!itt )(?<!itq )(?<!tendering )(?<!bidding )terms (?:and|&) conditions|"
        r"conditions of contract|contract (?:terms|conditions)|core terms)(?! of (?:the )?tender)|"
        r"call[- ]?off (?:schedule|terms)|(?:joint|framework) schedule(?! \d+\W+specification)|"
        r"(?:articles|heads|form) of agreement|standard "
        r"agreement|"
        r"^\W*(?:[\d.]+\W+)?(?:limitations? (?:of|on) |exclusions? of )?liabilit(?:y|ies)\b(?! insurance)|"
        r"indemnit(?:y|ies)$|"
        r"^\W*(?:[\d.]+\W+)?(?:termination|force majeure|warranties|intellectual property)|(?:general|special) "
        r"conditions",
    ),
    (
        Role.SPECIFICATION,
        r"\bspecifications?\b|scope of (?:the )?(?:works?|services?)|service requirements?|statement of "
        r"(?:requirements?|work)|"
        r"\bbrief\b(?! )|^\W*(?:[\w-]+ )?brief (?:for|to)\b|^[\W\d]*(?:the |our )?requirements?\b$|"
        r"^[\W\d]*what (?:we|the \w+) (?:want|wants|need|needs|are (?:asking|looking) for|will do|"
        r"would like)\b(?! from)|"
        r"description of (?:the )?services?|key deliverables",
    ),
    (
        Role.INSTRUCTIONS,
        r"\binstructions?\b|invitation to (?:tender|quote|bid)|request for (?:quotations?|proposals?|tenders?)|"
        r"\bIT[TQ]\b|"
        r"\bRF[PQ]\b|how to (?:bid|apply|tender|respond)|timetable|timeline|procurement process|submission|tender "
        r"process|"
        r"about (?:the|this) (?:procurement|direct award|tender)|request for information|\bRF[IE]\b|expressions? of "
        r"interest|\bEOI\b|information for (?:bidders|tenderers)|key dates|(?:returning|sending)(?: in)? (?:your|"
        r"the) \w+|"
        r"what your (?:tender|bid|proposal|quotation|application|offer) (?:should|must)|how to reply|clarification",
    ),
)
_NAME_CUES = (
    *_cues(
        (
            Role.AWARD_NOTICE,
            r"award (?:notice|letter|recommendation)|(?:notice of|intention to|contract) award|outcome letter|awarded",
        )
    ),
    *_HEADING_CUES,
    *_cues((Role.CONTRACT_TERMS, r"\bagreement\b|\bterms\b|\bconditions\b|\bcontract\b")),
)
_AWARD = re.compile(
    r"\W*(?:contract |concession )?(?:award notice|award(?:ed)? contract|notice of award|results? of the "
    r"(?:procurement|tender))\W*",
    re.I,
)
_CONTENTS = re.compile(r"(?:\W*(?:table of )?contents|index)\W*", re.I)
_APART = re.compile(r"\W*(?:appendix|annex|attachment|schedule|enclosure)\b", re.I)
"""A part of its own: it doesn't go on with what stands before it."""
_EVALUATED = re.compile(r"(?<=[\w/] )evaluation\b(?! (?:criteri|method|model|matrix|guid|of (?:bids|tenders)))", re.I)
"""What is bought may itself be an evaluation: such a name says nothing of how bids are weighed."""
_NOTICES = frozenset(("json", "ocds"))
_LONGEST_HEADING = 110
_OPENING = 300
"""Characters of a document's beginning that may name it, where its file name doesn't."""


def role_of(words: str) -> Role | None:
    """The role that a heading gives, None if it gives none. A whole sentence in bold gives none."""
    if len(words) > _LONGEST_HEADING or words.rstrip().endswith((".", ";", ",")):
        return None
    if _CONTENTS.fullmatch(words):
        return Role.CONTENTS
    if _AWARD.fullmatch(words):
        return Role.AWARD_NOTICE
    return _first(words, _HEADING_CUES)


def role_of_document(document: Document) -> Role:
    """What the whole document is, from its name, its title or its first words."""
    name = re.sub(r"[\W_]+", " ", document.path.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    title = document.properties.title or ""
    opening = " ".join(document.text[:_OPENING].split())
    name, opening = (_EVALUATED.sub(" ", words) for words in (name, opening))
    if any(_GUIDANCE.search(words) for words in (name, title)) or _GUIDANCE.search(opening[: _OPENING // 3]):
        return Role.GUIDANCE
    if document.format in _NOTICES:
        return Role.NOTICE
    return _first(name, _NAME_CUES) or _first(title, _NAME_CUES) or _earliest(opening) or Role.UNKNOWN


def _first(words: str, cues: _Cues) -> Role | None:
    return next((role for role, pattern in cues if pattern.search(words)), None)


def _earliest(opening: str) -> Role | None:
    """The role that the first words which give one give; a document may begin with definitions and not be a list of
    them."""
    found = ((match.start(), role) for role, cue in _HEADING_CUES if (match := cue.search(opening)))
    return min(
        (pair for pair in found if pair[1] is not Role.DEFINITIONS), default=(0, None), key=lambda pair: pair[0]
    )[1]


def roles_of(document: Document, blocks: Sequence[Block], headings: Sequence[int]) -> list[Role]:
    """The role of each of *blocks*: that of its heading (an index, -1 for none) if it gives one, else the document's.

    Guidance is guidance throughout. A role that a reader knew (from a form's or notice's structure) stays. What
    stands under "Contents" is a contents list only until the next heading.
    """
    whole = role_of_document(document)
    done: list[Role] = []
    for block, heading in zip(blocks, headings, strict=True):
        above = done[heading] if heading >= 0 else whole
        done.append(block.role if block.role is not Role.UNKNOWN else _role(document, block, above, whole))
    return done


def _role(document: Document, block: Block, above: Role, whole: Role) -> Role:
    if whole is Role.GUIDANCE:
        return whole
    if block.kind is BlockKind.CONTENTS:
        return Role.CONTENTS
    if block.kind is not BlockKind.HEADING:
        return above
    words = document.quote(block.span)
    named = role_of(words)
    if named is Role.PRICING and above is Role.CONTRACT_TERMS and not _APART.match(words):
        return above  # "Charges and payment" is a clause; a schedule of prices begins a part of its own
    return named or (whole if above is Role.CONTENTS or _APART.match(words) else above)
