"""What `procure-audit.yaml` looks like. These definitions decode it, check it and make the schema for editors."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, field

from ..model import Role
from ..rules.pace import PaceSpec
from ..rules.schema import DIALECT
from ..rules.spec import Conditions, Level, Strict, Words

RoleName = Annotated[str, Meta(extra_json_schema={"enum": [role.value for role in Role]})]
Pattern = Annotated[str, Meta(description="a name of documents; * stands for anything, ? for one sign")]
Names = Annotated[tuple[Words, ...], Meta(description="rules or categories")]
Files = Annotated[tuple[Words, ...], Meta(description="by name, or by file from the folder of these settings")]
Bands = Annotated[dict[Level, Conditions], Meta(description="all bands anew")]
Limits = Annotated[dict[Level, float], Meta(description="other numbers in the bands that are there")]


class OverrideSpec(Strict, frozen=True):
    """What is otherwise for a rule here. Changed limits are your own judgement, and reports say so."""

    severity: Annotated[
        Literal["off", "info", "low", "medium", "high", "critical"] | None,
        Meta(description="instead of what the bands say; off: the rule is not judged"),
    ] = None
    bands: Bands = field(default_factory=dict)
    limits: Limits = field(default_factory=dict)
    reason: Annotated[str, Meta(description="why, for reports")] = ""


Overrides = Annotated[dict[str, OverrideSpec], Meta(description="by rule; 'off' turns it off")]


class ScopedSpec(Strict, frozen=True):
    """Overrides for some documents, by their names, or for passages of some roles."""

    overrides: Overrides
    documents: tuple[Pattern, ...] = ()
    roles: tuple[RoleName, ...] = ()


class SuppressionSpec(Strict, frozen=True):
    """A finding that somebody accepted. What is left out doesn't limit it."""

    rule: Words
    reason: Words
    document: Pattern = ""
    clause: Annotated[str, Meta(description="the clause as the report names it, in quotes")] = ""
    quote: Annotated[str, Meta(description="words that stand in the passage")] = ""
    approved_by: str = ""
    until: Annotated[date | None, Meta(description="the last day on which it holds: 2026-12-31")] = None


class GateSpec(Strict, frozen=True):
    """What makes a run fail."""

    fail_on: Literal["critical", "high", "medium", "low", "never"] | None = None
    fail_under: Annotated[int, Meta(ge=0, le=100)] | None = None
    allow_partial: bool | None = None
    baseline: Annotated[str | None, Meta(description="known findings: a file from the folder of these settings")] = None
    ratchet: Annotated[bool | None, Meta(description="fail for what got worse than in the baseline, only")] = None


class ConfigSpec(Strict, frozen=True):
    """The settings for the tenders in a folder and all folders below it."""

    extends: Annotated[str | tuple[str, ...], Meta(description="files of settings that these add to")] = ()
    rules: Annotated[Files, Meta(description="rule packs")] = ()
    select: Annotated[Names, Meta(description="judge only these")] = ()
    ignore: Annotated[Names, Meta(description="leave out these")] = ()
    bidders: Annotated[Files, Meta(description="profiles of bidders")] = ()
    effort: Annotated[PaceSpec, Meta(description="how fast a bidder works, and what an hour costs")] = PaceSpec()
    overrides: Overrides = field(default_factory=dict)
    overrides_for: Annotated[tuple[ScopedSpec, ...], Meta(description="overrides in some documents only")] = ()
    suppressions: Annotated[tuple[SuppressionSpec, ...], Meta(description="findings that somebody accepted")] = ()
    gate: GateSpec = GateSpec()


def config_schema() -> dict[str, Any]:
    """The JSON Schema of the settings, for editors."""
    schema = msgspec.json.schema(ConfigSpec)
    off = {"description": "the rule is not judged", "enum": ["off", False]}
    either = {"anyOf": [{"$ref": "#/$defs/OverrideSpec"}, off]}
    schema["$defs"]["OverrideSpec"]["properties"]["severity"]["anyOf"].append({"const": False})
    for name in ("ConfigSpec", "ScopedSpec"):
        schema["$defs"][name]["properties"]["overrides"]["additionalProperties"] = either
    return {"$schema": DIALECT, "title": "procure-audit.yaml", **schema}
