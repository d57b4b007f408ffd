"""The options that commands share: one name, one meaning, one environment variable each (PROCURE_AUDIT_<NAME>)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from ..model import AUTHORITIES, JURISDICTIONS, REGIMES, did_you_mean
from ..readers import READERS
from ..renderers import FACT_RENDERERS, GROUPINGS, RENDERERS
from ..renderers.compared import COMPARE_RENDERERS


class Threshold(StrEnum):
    """Where the gate closes."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NEVER = "never"


class Shown(StrEnum):
    """The least severity that is shown."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"


class Sure(StrEnum):
    """The least confidence that is shown."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Color(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Revisions(StrEnum):
    """How tracked changes are read."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"


_READ = ", ".join(sorted(READERS))
_DATES = ["%Y-%m-%d"]

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help=f"Each is one tender: a file ({_READ}), a folder or a ZIP of them, or - for text on standard input.",
    ),
]


def option(*flags: str, **settings: Any) -> Any:
    """An option that can also be set as PROCURE_AUDIT_<NAME>, by its long flag."""
    name = flags[-1].lstrip("-").replace("-", "_").upper()
    return typer.Option(*flags, envvar=f"PROCURE_AUDIT_{name}", **settings)


def _one_of(what: str, table: Collection[str]) -> dict[str, Any]:
    """The choices are the table's keys: a renderer is added in one place. An option that isn't given stays so."""

    def check(value: str | None) -> str | None:
        if value is not None and value not in table:
            raise typer.BadParameter(f"no {what} is called '{value}'; {did_you_mean(value, table)}")
        return value

    def completed(incomplete: str) -> list[str]:
        return [name for name in table if name.startswith(incomplete)]

    return {"callback": check, "autocompletion": completed}


PARTIAL = 4
"""The exit code that --allow-partial makes 0."""

Words = list[str] | None
Day = datetime | None

Packs = Annotated[
    Words, option("-r", "--rules", metavar="PACK", help="Rule pack, by name or file; repeatable. [default: uk]")
]
Select = Annotated[Words, option("--select", metavar="RULE", help="Judge only these rules or categories; repeatable.")]
Ignore = Annotated[Words, option("--ignore", metavar="RULE", help="Leave out these rules or categories; repeatable.")]
Bidders = Annotated[
    Words,
    option(
        "--bidder",
        metavar="PROFILE",
        help="Who might bid: a profile by name or file; repeatable. [default: the four that come with the program]",
    ),
]
Jurisdiction = Annotated[
    str | None,
    option(
        "--jurisdiction",
        **_one_of("jurisdiction", JURISDICTIONS),
        help=f"Whose law: {', '.join(JURISDICTIONS)}; found in the text if not given.",
    ),
]
Regime = Annotated[
    str | None,
    option(
        "--regime",
        **_one_of("regime", REGIMES),
        help=f"Which rules: {', '.join(REGIMES)}; found if not given.",
    ),
]
AuthorityKind = Annotated[
    str | None,
    option(
        "--authority-kind",
        **_one_of("kind of authority", AUTHORITIES),
        help=f"Who buys: {', '.join(AUTHORITIES)}; found if not given.",
    ),
]
ContractValue = Annotated[
    float | None, option("--value", min=0, help="Total contract value, in the currency of the pack.")
]
Issued = Annotated[Day, option("--issued", formats=_DATES, help="Day the tender was issued.")]
Deadline = Annotated[Day, option("--deadline", formats=_DATES, help="Day bids are due.")]
Lots = Annotated[int | None, option("--lots", min=0, help="Number of lots; 0 when undivided.")]
AsOf = Annotated[
    Day,
    option("--as-of", formats=_DATES, help="Judge by the law of this day. [default: day of issue, else today]"),
]
TrackedChanges = Annotated[Revisions, option("--revisions", help="Read tracked changes as accepted, or the original.")]
Each = Annotated[bool, option("--each", help="Every file of a folder is its own tender.")]
OneFormat = Annotated[
    str, option("-f", "--format", **_one_of("format", RENDERERS), help=f"Printed as {' or '.join(RENDERERS)}.")
]
OneFactFormat = Annotated[
    str,
    option("-f", "--format", **_one_of("format", FACT_RENDERERS), help=f"Printed as {' or '.join(FACT_RENDERERS)}."),
]
OneCompareFormat = Annotated[
    str,
    option(
        "-f",
        "--format",
        **_one_of("format", COMPARE_RENDERERS),
        help=f"Printed as {' or '.join(COMPARE_RENDERERS)}.",
    ),
]
Output = Annotated[
    Words,
    option(
        "-o",
        "--output",
        metavar="[FORMAT=]PATH",
        help="Write a report here too; repeatable. The format follows from the ending where that is plain.",
    ),
]
FailOn = Annotated[
    Threshold | None, option("--fail-on", help="Exit 1 for a finding of this severity or worse. [default: high]")
]
FailUnder = Annotated[int | None, option("--fail-under", min=0, max=100, help="Exit 1 for a score below this.")]
AllowPartial = Annotated[bool | None, option("--allow-partial", help="Exit 0, not 4, when a part could not be read.")]
Suggest = Annotated[bool, option("--suggest", help="Suggest plain words and model clauses as tracked changes.")]
Improve = Annotated[
    int | None,
    option("--improve", metavar="SCORE", min=1, max=100, help="Tell the shortest list of mends that reaches SCORE."),
]
NoSuppressions = Annotated[
    bool, option("--no-suppressions", help="As if nobody had accepted anything: every finding is open.")
]
ConfigFile = Annotated[
    Path | None,
    option("--config", metavar="FILE", help="Settings. [default: procure-audit.yaml of the tender's folder or above]"),
]
BaselinePath = Annotated[
    Path | None,
    option("--baseline", metavar="FILE", help="Findings in this file are known: only others make the gate fail."),
]
Ratchet = Annotated[
    bool | None, option("--ratchet", help="With a baseline: fail for what got worse since, a lower score among it.")
]
MinSeverity = Annotated[Shown, option("--min-severity", help="Show only this or worse; the gate stays as it is.")]
MinConfidence = Annotated[Sure, option("--min-confidence", help="Show only this or surer; the gate stays as it is.")]
GroupBy = Annotated[
    str,
    option(
        "--group-by",
        **_one_of("grouping", GROUPINGS),
        help=f"Findings in the text report by {', '.join(GROUPINGS)} (the five of the Power of Small).",
    ),
]
Jobs = Annotated[int, option("-j", "--jobs", min=1, help="Documents read at once.")]
MaxPages = Annotated[int, option("--max-pages", min=1, help="Pages read of a document.")]
MaxBytes = Annotated[int, option("--max-bytes", min=1, help="Largest file that is read.")]
Timeout = Annotated[
    float | None, option("--timeout", min=0.1, help="Seconds a document may take. [default: 60; 600 with --ocr]")
]
Ocr = Annotated[bool, option("--ocr", help="Recognise the text of scanned pages with tesseract, where installed.")]
RegisterFile = Annotated[
    Path, option("--register", metavar="FILE", help="The register, an SQLite file; made if it isn't there.")
]
CacheFolder = Annotated[
    Path | None, option("--cache", metavar="FOLDER", help="Where documents are kept. [default: beside the register]")
]
NoCache = Annotated[bool, option("--no-cache", help="Keep no documents: read all of them again each time.")]
Workers = Annotated[
    int | None, option("-j", "--jobs", min=1, help="Tenders audited at once. [default: one for each processor]")
]
TenderTimeout = Annotated[float, option("--tender-timeout", min=0.1, help="Seconds a whole tender may take.")]
Colored = Annotated[Color, option("--color", help="NO_COLOR holds as well.")]
Quiet = Annotated[bool, option("-q", "--quiet", help="Only the verdict.")]
Verbose = Annotated[bool, option("-v", "--verbose", help="All places, all measures, low findings in full.")]
NoProgress = Annotated[bool, option("--no-progress", help="No progress on standard error.")]

OUTPUT_ENDINGS: dict[str, str] = {
    ".txt": "text",
    ".html": "html",
    ".md": "markdown",
    ".sarif": "sarif",
    ".sarif.json": "sarif",
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".xlsx": "xlsx",
}
"""The first that fits counts."""


def output_targets(values: Sequence[str], paths: Sequence[str]) -> list[tuple[str, Path]]:
    """Format and path of each -o. Raises typer.BadParameter for what would cost a report or a document."""
    targets = [_output_target(value) for value in values]
    places = [path.resolve() for _, path in targets]
    documents = {Path(path).resolve() for path in paths}
    for (_, path), place in zip(targets, places, strict=True):
        if places.count(place) > 1:
            raise typer.BadParameter(f"two reports can't both be written to {path}: give each a file of its own")
        if place in documents:
            raise typer.BadParameter(f"{path} is what is audited: write the report to another file")
        if not place.parent.is_dir():
            raise typer.BadParameter(f"{path} can't be written: there is no folder {place.parent}")
    return targets


def _output_target(value: str) -> tuple[str, Path]:
    """Format and path of one -o. Raises typer.BadParameter where the format doesn't follow from the ending."""
    name, mark, rest = value.partition("=")
    if mark and name in RENDERERS:
        return name, Path(rest)
    for ending, format in OUTPUT_ENDINGS.items():
        if value.lower().endswith(ending):
            return format, Path(value)
    raise typer.BadParameter(f"which format is {value}? Write FORMAT={value}; formats: {', '.join(RENDERERS)}")
