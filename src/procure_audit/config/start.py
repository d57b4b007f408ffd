"""What `init` writes: settings with comments, and a pipeline that gates."""

from __future__ import annotations

from pathlib import Path

from ..data import data_file

SETTINGS = """\
# Settings of procure-audit for the tenders in this folder and in all folders below it.
# The nearest file of this name counts. What the command line says counts more.
# Lines that begin with "#" and no blank are examples: take the "#" away to use them.
# Editors know every key by the schema that `procure-audit rules schema config` prints.

# Settings that these add to, for example those of the whole council.
#extends: ../council.yaml

# Rule packs, by name or by file. `procure-audit rules list` tells what is in them.
rules: [uk]

# Rules or categories that are left out, or the only ones that are judged. Reports name what is left out.
#ignore: [acronyms-not-explained]
#select: [finance, insurance]

# Who should be able to bid: profiles that come with the program, or files of your own.
#bidders: [small-100k, small-250k]

# How fast a bidder works, where you know better.
#effort: {hours_a_question: 3, cost_of_an_hour: 30}

# What is otherwise for a rule here. A limit that you set is your own judgement, and reports say so.
#overrides:
#  public-liability-level: {limits: {medium: 2000000}, reason: our insurance policy of 2026}
#  references-narrow: {severity: low}
#  average-sentence-length: off

# The same for some documents, by their names, or for passages by what they are for.
#overrides_for:
#  - documents: ["*conditions*.docx"]
#    roles: [contract_terms, definitions]
#    overrides:
#      legalese-density: off

# Findings that somebody accepted. Reports go on telling them, with the reason, and the score counts them.
# The gate doesn't. Without `document`, `clause` and `quote` a suppression is about every place of the rule.
#suppressions:
#  - rule: public-liability-level
#    document: itt.docx
#    clause: "4.1"
#    quote: £20 million
#    reason: Work on a roof above a railway. See the risk assessment of March 2026.
#    approved_by: Head of Procurement
#    until: 2027-03-31

# What makes `procure-audit check` fail: exit code 1.
gate:
  fail_on: high        # critical, high, medium, low or never
#  fail_under: 55       # a score below this fails too
#  allow_partial: true  # don't fail for a page that can't be read
#  baseline: .procure-audit-baseline.json  # findings that are known: `procure-audit baseline create` writes it
#  ratchet: true        # with a baseline: fail only for what got worse since
"""

PIPELINES: dict[str, tuple[Path, Path]] = {
    "github": (data_file("ci", "github", "workflow.yml"), Path(".github", "workflows", "procure-audit.yml")),
    "gitlab": (data_file("ci", "gitlab", "procure-audit.yml"), Path(".gitlab", "procure-audit.yml")),
}
"""What is written for each service that runs pipelines, and where to."""
