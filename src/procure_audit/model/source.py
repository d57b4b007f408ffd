"""What a statement rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule's law, guidance or evidence stands. `kind`: law, guidance, practice, evidence or judgement."""

    id: str
    title: str
    section: str = ""
    says: str = ""
    url: str = ""
    kind: str = ""
