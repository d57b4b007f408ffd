"""The start of a pack of one's own: it passes every check as it stands, and is there to be filled in."""

from __future__ import annotations

import re

from ..model import CallError

_IDENT = re.compile(r"[a-z][a-z0-9-]*")
_TEMPLATE = """\
# A pack of your own. It takes all rules of `uk`, adds one, and may change or leave out others.
# Check it with `procure-audit rules check FILE`, and run its examples with `procure-audit rules test FILE`.
pack: my-rules
title: Our own rules
extends: [uk]

# change:
#   public-liability-level:
#     bands: {{medium: "> 2000000"}}
# leave_out: [long-sentence-share]

sources:
  OWN:
    title: Our own policy
    kind: judgement   # law, guidance, practice, evidence or judgement

rules:
  {ident}:
    title: {title}
    category: complexity
    check:
      phrases:
        any_of:
          - three (?:printed )?copies
        unless: [one copy is enough]
    bands: {{low: any, medium: ">= 3"}}
    basis: {{low: judgement, medium: judgement}}
    says: 'Say here what was found ("{{found}}").'
    why: Say here why this is a barrier to a small charity.
    instead: Say here what to do instead.
    clause: {ident}
    sources:
      - {{id: OWN}}
    recommendations: [2]
    examples:
      flags:
        - text: Send three printed copies of your bid.
          severity: low
      passes:
        - text: Send your bid by email.

clauses:
  {ident}:
    topic: complexity
    says: Write here the words that an officer can copy.
"""


def new_pack(ident: str) -> str:
    """The text of a pack with one rule called *ident*. Raises CallError if that can't be a name."""
    if not _IDENT.fullmatch(ident):
        raise CallError(f"'{ident}' can't name a rule; use small letters, digits and hyphens, such as too-many-copies")
    return _TEMPLATE.format(ident=ident, title=ident.replace("-", " ").capitalize())
