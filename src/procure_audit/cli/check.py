"""`check`: audit each path as one tender and print the scored report."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from .. import __version__
from ..gate import Gate, exit_code
from ..model import Confidence, Report, Severity
from ..readers import ReadOptions, each_file
from ..renderers import RENDERERS, View
from . import options as o
from .output import print_whole, terminal_width, wants_color, write_whole
from .run import Known, context_of, tenders


def check(
    paths: o.Paths,
    rules: o.Packs = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    jurisdiction: o.Jurisdiction = None,
    regime: o.Regime = None,
    value: o.ContractValue = None,
    issued: o.Issued = None,
    deadline: o.Deadline = None,
    lots: o.Lots = None,
    as_of: o.AsOf = None,
    revisions: o.TrackedChanges = o.Revisions.ACCEPTED,
    each: o.Each = False,
    format: o.OneFormat = o.Format.text,
    output: o.Output = None,
    fail_on: o.FailOn = o.Threshold.HIGH,
    fail_under: o.FailUnder = None,
    allow_partial: o.AllowPartial = False,
    min_severity: o.MinSeverity = o.Shown.INFO,
    min_confidence: o.MinConfidence = o.Sure.LOW,
    jobs: o.Jobs = 1,
    max_pages: o.MaxPages = 2000,
    max_bytes: o.MaxBytes = 200_000_000,
    timeout: o.Timeout = 60.0,
    color: o.Colored = o.Color.AUTO,
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
    no_progress: o.NoProgress = False,
) -> None:
    """Audit each PATH as one tender and print the scored report."""
    targets = [o.output_target(one) for one in output or ()]
    known = Known(jurisdiction, regime, value, issued, deadline, lots, as_of)
    reading = ReadOptions(revisions.value, max_pages, max_bytes, timeout)
    wanted = [name for path in paths for name in each_file(path)] if each else paths
    reports = _audited(wanted, (rules, select, ignore), known, reading, jobs, progress=not no_progress)
    view = View(
        __version__,
        Severity[min_severity.name],
        Confidence[min_confidence.name],
        terminal_width(),
        wants_color(color),
        quiet,
        verbose,
    )
    plain = View(__version__, view.min_severity, view.min_confidence, verbose=verbose)
    for name, path in targets:
        write_whole(path, RENDERERS[name](reports, plain))
    print_whole(RENDERERS[format.value](reports, view))
    gate = Gate(None if fail_on is o.Threshold.NEVER else Severity[fail_on.name], fail_under, allow_partial)
    raise typer.Exit(exit_code(reports, gate))


def _audited(
    paths: Sequence[str],
    chosen: tuple[list[str] | None, list[str] | None, list[str] | None],
    known: Known,
    reading: ReadOptions,
    jobs: int,
    *,
    progress: bool,
) -> list[Report]:
    """A report for each path. The pack is loaded first: a wrong one must cost no reading."""
    from ..audit import audit
    from ..rules.pack import load_pack

    rules, select, ignore = chosen
    pack = load_pack(rules or ["uk"]).chosen(select or (), ignore or ())
    context = context_of(known)
    return [audit(tender, pack, context) for tender in tenders(paths, reading, jobs, progress=progress)]
