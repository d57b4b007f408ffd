"""The JSON Schemas of the files that people write, for editors; made from the definitions that read them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from .bidders import ProfileSpec
from .spec import ClauseSpec, PackSpec, PraiseSpec, RuleSpec

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def pack_schema() -> dict[str, Any]:
    """The schema of a pack file."""
    schema = msgspec.json.schema(PackSpec[RuleSpec, PraiseSpec, ClauseSpec])
    return {"$schema": DIALECT, "title": "A procure-audit rule pack", **schema}


def profile_schema() -> dict[str, Any]:
    """The schema of a bidder's file."""
    return {"$schema": DIALECT, "title": "A bidder, for --bidder", **msgspec.json.schema(ProfileSpec)}


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {"pack": pack_schema, "profile": profile_schema}
"""What `rules schema` prints, by name."""
