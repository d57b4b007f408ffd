"""What each passage is for, found once from the document's name, its headings and its blocks."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import Block, BlockKind, Document, Role

_CUES: tuple[tuple[Role, str], ...] = (
    (Role.AWARD_NOTICE, r"award notice|contract award|awarded contract"),
    (Role.DEFINITIONS, r"definitions?\b|interpretation|glossary|defined terms"),
    (Role.CONTENTS, r"(?:table of )?contents$"),
    (Role.AWARD_CRITERIA, r"award criteria|evaluation|scoring|weighting|method statement|quality questions?"),
    (Role.PRICING, r"pric(?:e|es|ing)|cost(?:s|ing)? (?:schedule|proposal|model)|charges|rates? (?:card|schedule)"),
    (
        Role.SELECTION,
        r"selection|pre-?qualification|suitability|conditions? of participation|economic and financial standing|"
        r"standard questionnaire|technical (?:and professional )?(?:ability|capability)|qualification",
    ),
    (
        Role.FORM,
        r"form of tender|declaration|order form|questionnaire|response (?:form|template)|tender form|certificate",
    ),
    (
        Role.CONTRACT_TERMS,
        r"terms (?:and|&) conditions|conditions of contract|contract terms|core terms|call-?off schedule|"
        r"(?:joint|framework) schedule|agreement|form of contract|liability|indemnit|termination|contract conditions",
    ),
    (
        Role.SPECIFICATION,
        r"specification|scope of (?:work|service)|service requirements?|statement of requirements?|brief",
    ),
    (
        Role.INSTRUCTIONS,
        r"instructions?|invitation to (?:tender|quote|bid)|how to (?:bid|apply|tender)|timetable|procurement process|"
        r"submission|tender process|information for (?:bidders|tenderers)|key dates",
    ),
)
_PATTERNS = tuple((role, re.compile(pattern, re.I)) for role, pattern in _CUES)


def role_of(words: str) -> Role | None:
    """The role that a heading or file name gives, None if it gives none."""
    return next((role for role, pattern in _PATTERNS if pattern.search(words)), None)


def with_roles(document: Document) -> Document:
    """*document* whose blocks have the role of the nearest heading that gives one, else that of the document's name."""
    name = re.sub(r"[_\-.]+", " ", document.path.rsplit("/", 1)[-1])
    fallback = role_of(name) or Role.UNKNOWN
    done: list[Block] = []
    for block in document.blocks:
        above = done[block.heading].role if block.heading >= 0 else fallback
        role = above
        if block.kind is BlockKind.CONTENTS:
            role = Role.CONTENTS
        elif block.kind is BlockKind.HEADING:
            role = role_of(document.quote(block.span)) or above
        done.append(replace(block, role=role))
    return replace(document, blocks=tuple(done))
