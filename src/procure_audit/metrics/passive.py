"""Sentences in the passive voice, by a form of "to be" before a participle. A rough guide: see `ADJECTIVES`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import MOST_PLACES, Metric
from .prose import Prose
from .subject import Subject

ADJECTIVES = frozenset(
    "accustomed advanced aged allied armed ashamed aware based bed bored born bound committed complicated concerned "
    "confused connected delighted detailed determined disabled dedicated educated entitled excited experienced "
    "feed gifted hundred inclined indeed interested involved limited located married mixed motivated naked need "
    "pleased qualified red related relaxed retired satisfied sacred scared situated skilled speed "
    "sophisticated supposed surprised tired unaffected unchanged unemployed unlimited unrelated used varied vested "
    "wicked worried".split()
)
"""Words in -ed that mostly describe ("is experienced") and nouns of that ending."""

_IRREGULAR = (
    "awarded begun borne bought brought built caught chosen cut dealt done drawn driven fed felt forbidden forgotten "
    "found given governed heard held hidden hit kept known laid led left lent lost made meant met overseen paid "
    "proven put read run said seen sent set shown shut sold spent split spoken sought stolen struck sworn taken taught "
    "thought told undertaken understood upheld withdrawn withheld won worn written".split()
)
_BETWEEN = r"(?:(?:not|also|only|then|now|never|always|either|both|first|all|so|to be|[a-z]{2,20}ly) ){0,2}"
_PASSIVE = re.compile(
    rf" (?:is|are|be|was|were|been|being|am) {_BETWEEN}(?P<verb>[a-z-]{{2,24}}ed|{'|'.join(_IRREGULAR)})(?![\w-])"
)


def measure(subject: Subject) -> Iterator[Metric]:
    if subject.why_not:
        yield from subject.unmeasured("passive_share")
        return
    found = [(prose, index) for prose in subject.prose for index in _passive(prose)]
    shown = [(prose, prose.sentences[index]) for prose, index in found[:MOST_PLACES]]
    yield Metric(
        "passive_share",
        round(len(found) / sum(len(prose.sentences) for prose in subject.prose), 3),
        tuple(prose.place(sentence.start, sentence.end) for prose, sentence in shown),
    )


def _passive(prose: Prose) -> list[int]:
    """The indexes of the sentences in the passive voice."""
    matches = _PASSIVE.finditer(prose.lower)
    return sorted({prose.index_at(match.start()) for match in matches if match["verb"] not in ADJECTIVES})
