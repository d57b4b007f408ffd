"""What a pack looks like in YAML. These definitions decode it, check it and make the schema for editors."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Generic, Literal, TypeVar

import msgspec
from msgspec import UNSET, Meta, UnsetType

from ..model import AUTHORITIES, CATEGORIES, JURISDICTIONS, REGIMES
from .checks import CHECKS

Words = Annotated[str, Meta(pattern=r"\S")]
Level = Literal["info", "low", "medium", "high", "critical"]
Basis = Literal["law", "guidance", "practice", "evidence", "judgement"]
Jurisdiction = Annotated[str, Meta(extra_json_schema={"enum": list(JURISDICTIONS)})]
Regime = Annotated[str, Meta(extra_json_schema={"enum": list(REGIMES)})]
Authority = Annotated[str, Meta(extra_json_schema={"enum": list(AUTHORITIES)})]
Category = Annotated[str, Meta(extra_json_schema={"enum": list(CATEGORIES)})]
Identifier = Annotated[str, Meta(pattern="^[a-z][a-z0-9-]*$")]
Conditions = Annotated[
    str | list[str],
    Meta(description='"> 30", "any", ">= 3 if contract_value.total < 100000"; one of a list is enough'),
]


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mapping that holds only what it may hold."""


class Held(Strict, frozen=True):
    """Where and when something holds; what is left out doesn't limit."""

    jurisdiction: list[Jurisdiction] = []
    regime: list[Regime] = []
    authority: list[Authority] = []
    not_authority: list[Authority] = []
    starts: date | None = None
    until: date | None = None


class RuleHeld(Held, frozen=True):
    """Where and when a rule holds, and for which tenders."""

    when: Annotated[str, Meta(description='"contract_value.annual > 30000 and lots.count is known"')] = ""


class SourceSpec(Held, frozen=True, kw_only=True):
    """A source of the pack's library; a law says where and from when it holds."""

    title: Words
    kind: Basis
    url: str = ""


class CiteSpec(Held, frozen=True, kw_only=True):
    """A source of the library, the section, and what it says. Limits add to those of the source."""

    id: Words
    section: str = ""
    says: str = ""


CheckSpec = msgspec.defstruct(
    "CheckSpec",
    [(name, kind | UnsetType, UNSET) for name, kind in CHECKS.items()],
    bases=(Strict,),
    frozen=True,
    namespace={"__doc__": "Exactly one kind of check."},
)


class SignSpec(Strict, frozen=True):
    """A further way in which the barrier shows. What is left out is as in the rule."""

    bands: Annotated[dict[Level, Conditions], Meta(min_length=1)]
    basis: dict[Level, Basis]
    check: CheckSpec | None = None  # type: ignore[valid-type]
    says: str = ""
    applies: Held = Held()
    needs: list[str] | None = None


class ExampleSetting(Strict, frozen=True):
    """The law an example is judged by; England, of no known regime, on a day of 2026, unless it says otherwise.

    Its sums are in the currency of the pack that holds the rule, unless it names another.
    """

    jurisdiction: Jurisdiction = "england"
    regime: Regime | Literal["unknown"] = "unknown"
    authority_kind: Authority | Literal["unknown"] = "unknown"
    as_of: date = date(2026, 6, 1)
    currency: Annotated[str, Meta(pattern="^([A-Z]{3})?$")] = ""


class FileSpec(Strict, frozen=True):
    """What a file of an example says of itself."""

    format: str
    tagged: bool | None = None
    title: str = ""
    language: str = ""
    scanned: bool = False
    images_without_text: int = 0
    tables_without_heading: int = 0
    comments_open: int = 0
    changes_tracked: int = 0
    hidden: Annotated[str, Meta(description="a passage that a reader doesn't see")] = ""


class ExampleSpec(Strict, frozen=True):
    """A small case: a tender's text, files without text, or facts and metrics given directly."""

    text: str = ""
    files: list[FileSpec] = []
    facts: list[dict[str, Any]] = []
    metrics: dict[str, float] = {}
    setting: ExampleSetting | None = None
    severity: Level | None = None

    def __post_init__(self) -> None:
        if not (self.text or self.files or self.facts or self.metrics):
            raise ValueError("an example needs text, files, facts or metrics")


class ExamplesSpec(Strict, frozen=True):
    """Cases that the rule must flag and cases that it must pass."""

    flags: Annotated[list[ExampleSpec], Meta(min_length=1)]
    passes: Annotated[list[ExampleSpec], Meta(min_length=1)]


Recommendations = Annotated[list[Annotated[int, Meta(ge=1, le=5)]], Meta(min_length=1)]


class RuleSpec(Strict, frozen=True):
    """One barrier to small charities."""

    title: Words
    category: Category
    check: CheckSpec  # type: ignore[valid-type]
    bands: Annotated[dict[Level, Conditions], Meta(min_length=1)]
    basis: Annotated[dict[Level, Basis], Meta(description="what backs the limit of each band")]
    says: Words
    why: Words
    instead: Words
    clause: Annotated[Words, Meta(description="the model clause that goes with it, by its id")]
    sources: Annotated[list[CiteSpec], Meta(min_length=1)]
    recommendations: Recommendations
    examples: ExamplesSpec
    applies: RuleHeld = RuleHeld()
    needs: Annotated[list[str], Meta(description="roles of passages of which the tender must hold one")] = []
    also: Annotated[list[SignSpec], Meta(description="further ways in which it shows, each with its own bands")] = []
    severity: Annotated[Level | None, Meta(description="overrides the bands")] = None
    traps: Annotated[list[str], Meta(description="what the rule doesn't see or must not take for the barrier")] = []


class PraiseSpec(Strict, frozen=True):
    """Something a tender does well."""

    title: Words
    check: CheckSpec  # type: ignore[valid-type]
    says: Words
    recommendations: Recommendations
    examples: ExamplesSpec
    when: Conditions = "any"
    applies: Held = Held()


class WordingSpec(Held, frozen=True, kw_only=True):
    """What a clause says where another law or another buyer asks for other words."""

    says: Words


class ClauseSpec(Strict, frozen=True):
    """Words that a buyer can copy."""

    topic: Category
    says: Words
    elsewhere: Annotated[list[WordingSpec], Meta(description="other words, where they hold; the first counts")] = []


class MoreExamplesSpec(Strict, frozen=True):
    """More cases, for what is added."""

    flags: list[ExampleSpec] = []
    passes: list[ExampleSpec] = []


class MoreSpec(Strict, frozen=True):
    """What a pack adds to a rule of a pack that it extends: the law of its country, and how that makes it worse."""

    sources: list[CiteSpec] = []
    also: list[SignSpec] = []
    traps: list[str] = []
    examples: MoreExamplesSpec = MoreExamplesSpec()


More = Annotated[dict[str, MoreSpec], Meta(description="more for rules of the extended packs, by their ids")]
R = TypeVar("R")
S = TypeVar("S")
C = TypeVar("C")


class PackSpec(Strict, Generic[R, S, C], frozen=True):
    """A rule pack: a file, or a folder whose pack.yaml is this and whose other files hold more rules."""

    pack: Identifier
    title: Words
    extends: tuple[str, ...] = ()
    judges: Annotated[
        Literal["tenders", "documents"], Meta(description="only tenders, or any document: a guide, a report")
    ] = "tenders"
    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$")] = "GBP"
    sources: dict[str, SourceSpec] = {}
    rules: dict[Identifier, R] = {}
    strengths: dict[Identifier, S] = {}
    clauses: dict[Identifier, C] = {}
    extend: More = {}
    change: Annotated[
        dict[str, dict[str, Any]], Meta(description="fields of rules of the extended packs that are otherwise here")
    ] = {}
    leave_out: Annotated[tuple[str, ...], Meta(description="rules of the extended packs that don't hold here")] = ()


class PartSpec(Strict, Generic[R, S, C], frozen=True):
    """A further file of a pack that is a folder."""

    rules: dict[Identifier, R] = {}
    strengths: dict[Identifier, S] = {}
    clauses: dict[Identifier, C] = {}
    extend: More = {}


Head = PackSpec[dict[str, Any], dict[str, Any], dict[str, Any]]
"""A pack whose rules are not decoded yet: a pack that extends it may still change them."""
Part = PartSpec[dict[str, Any], dict[str, Any], dict[str, Any]]
