"""The JSON Schema of rule packs, for editors; made from the definitions that read them."""

from __future__ import annotations

from typing import Any

import msgspec

from .spec import PackSpec, PraiseSpec, RuleSpec

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def pack_schema() -> dict[str, Any]:
    """The schema of a pack file."""
    schema = msgspec.json.schema(PackSpec[RuleSpec, PraiseSpec])
    return {"$schema": DIALECT, "title": "A procure-audit rule pack", **schema}
