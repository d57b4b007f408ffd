"""Which parts of an invitation to bid are there: what is not said in them may stand in the part that is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..model import Metric, Role, Tender
from ..text.words import count_words
from .subject import Subject

PARTS = {
    "how to bid": (Role.INSTRUCTIONS,),
    "what is wanted": (Role.SPECIFICATION,),
    "how bids are judged": (Role.AWARD_CRITERIA, Role.SELECTION, Role.FORM),
}
_LEAST_WORDS = 40
"""Of a part: less is a heading, or a word in passing."""


def measure(subject: Subject) -> Iterator[Metric]:
    words = _words(subject.tender)
    missing = [name for name, roles in PARTS.items() if sum(words[role] for role in roles) < _LEAST_WORDS]
    yield Metric("invitation_parts", len(PARTS) - len(missing), notes=tuple(missing))


def _words(tender: Tender) -> Counter[Role]:
    words = Counter[Role]()
    for document in tender.documents:
        for block in document.body():
            words[block.role] += count_words(document.text[block.span.start : block.span.end])
    return words
