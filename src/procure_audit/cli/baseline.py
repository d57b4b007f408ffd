"""`baseline`: remember what tenders hold now, so that a gate can look at what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..gate import Gate, exit_code
from ..model import CallError
from ..readers import ReadOptions
from ..text.amounts import counted
from ..text.printable import printable
from . import options as o
from .output import print_whole, terminal_width, write_whole
from .plan import Asked, settings_at
from .run import Known, judged_at, seconds

if TYPE_CHECKING:
    from ..baseline import BaselineFile, KnownTender
    from ..model import Report

app = typer.Typer(help="Remember the findings that are known.", no_args_is_help=True, rich_markup_mode=None)
_CREATE, _UPDATE = "create", "update"


def write(
    context: typer.Context,
    paths: o.Paths,
    baseline: o.BaselinePath = None,
    rules: o.Packs = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    jurisdiction: o.Jurisdiction = None,
    regime: o.Regime = None,
    authority_kind: o.AuthorityKind = None,
    value: o.ContractValue = None,
    issued: o.Issued = None,
    deadline: o.Deadline = None,
    lots: o.Lots = None,
    as_of: o.AsOf = None,
    revisions: o.TrackedChanges = o.Revisions.ACCEPTED,
    each: o.Each = False,
    allow_partial: o.AllowPartial = None,
    no_suppressions: o.NoSuppressions = False,
    config: o.ConfigFile = None,
    jobs: o.Jobs = 1,
    max_pages: o.MaxPages = 2000,
    max_bytes: o.MaxBytes = 200_000_000,
    timeout: o.Timeout = None,
    ocr: o.Ocr = False,
    no_progress: o.NoProgress = False,
) -> None:
    file = _begun(_file(baseline, config, paths[0]), new=context.info_name == _CREATE)
    known = Known(jurisdiction, regime, authority_kind, value, issued, deadline, lots, as_of)
    reading = ReadOptions(revisions.value, max_pages, max_bytes, seconds(timeout, ocr=ocr), ocr)
    asked = Asked(rules, select, ignore, config=config, suppressions=not no_suppressions, held=False)
    judged = judged_at(paths, asked, known, reading, jobs, each=each, progress=not no_progress)
    reports = [report for report, _ in judged]
    found = list(_remembered(reports, file))
    if found:
        _write(file, found)
    for line in _told(reports, found, file):
        typer.echo(printable(line))
    raise typer.Exit(exit_code([(report, Gate(None, None, bool(allow_partial))) for report in reports]))


app.command(_CREATE, help="Write a new baseline with all that the tenders at PATH... hold now.")(write)
app.command(_UPDATE, help="Take the tenders at PATH... anew into a baseline; the others in it stay.")(write)


@app.command("show")
def show(
    baseline: o.BaselinePath = None,
    config: o.ConfigFile = None,
) -> None:
    """Show what a baseline holds, with the words of each passage."""
    from ..baseline import read_baseline
    from ..renderers.baseline import render

    file = read_baseline(_file(baseline, config, "-"))
    print_whole(render(file.baseline, terminal_width()))


def _file(asked: Path | None, config: Path | None, tender: str) -> Path:
    """The file that the call names, else the settings, else the usual one here."""
    from ..baseline import NAME
    from ..config import find

    return asked or settings_at(config or find(tender)).baseline or Path(NAME)


def _begun(path: Path, *, new: bool) -> BaselineFile:
    """The file to write to. Raises CallError where a new one is there already, or one to update isn't."""
    from ..baseline import Baseline, BaselineFile, read_baseline

    if not new:
        return read_baseline(path)
    if path.exists():
        raise CallError(f"{path} is there already; procure-audit baseline update takes tenders anew into it")
    if not path.absolute().parent.is_dir():
        raise CallError(f"{path} can't be written: there is no folder {path.parent}")
    return BaselineFile(path, Baseline())


def _remembered(reports: Iterable[Report], file: BaselineFile) -> Iterator[KnownTender]:
    from ..baseline import remembered

    for report in reports:
        known = remembered(report, file.key(report.understood.origin.path))
        if known is not None:
            yield known


def _write(file: BaselineFile, found: Sequence[KnownTender]) -> None:
    from ..baseline import written

    write_whole(file.path, written(file.baseline.updated(found)))


def _told(reports: Sequence[Report], found: Sequence[KnownTender], file: BaselineFile) -> Iterator[str]:
    """What was remembered of each tender, what that changes, and what could not be."""
    for one in found:
        before = file.baseline.tender(one.path)
        was = f"; the score was {before.score}" if before else ""
        yield f"{one.path}: score {one.score}, {counted(len(one.findings), 'findings')} known{was}"
        if before:
            yield from _changes(before, one)
    for report in reports:
        if report.score is None:
            yield f"{report.tender}: not assessed, so there is nothing to remember; procure-audit check tells why"
        elif report.understood.is_partial:
            yield f"{report.tender}: a part could not be read, so what it holds isn't known; procure-audit check tells"
    if found:
        yield f"wrote {file.path}"


def _changes(before: KnownTender, now: KnownTender) -> Iterator[str]:
    """The findings that came, went, or say something else."""
    old, new = ({finding.rule: finding for finding in one.findings} for one in (before, now))
    for rule in sorted({*old, *new}):
        if old.get(rule) != new.get(rule):
            yield f"  {'new' if rule not in old else 'gone' if rule not in new else 'changed'}: {rule}"
