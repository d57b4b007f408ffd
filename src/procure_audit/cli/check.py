"""`check`: audit each path as one tender and print the scored report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import typer

from .. import __version__
from ..gate import ExitCode, Gate, exit_code
from ..model import Confidence, Report, Severity
from ..readers import ReadOptions
from ..renderers import RENDERERS, View
from . import options as o
from .output import print_whole, terminal_width, wants_color, write_whole
from .plan import Asked
from .run import Known, judged_at, seconds

_IN_A_FILE = 80
"""Columns of a text report that is written to a file."""


def check(
    paths: o.Paths,
    rules: o.Packs = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    bidder: o.Bidders = None,
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
    format: o.OneFormat = "text",
    output: o.Output = None,
    fail_on: o.FailOn = None,
    fail_under: o.FailUnder = None,
    allow_partial: o.AllowPartial = None,
    baseline: o.BaselinePath = None,
    ratchet: o.Ratchet = None,
    improve: o.Improve = None,
    no_suppressions: o.NoSuppressions = False,
    config: o.ConfigFile = None,
    min_severity: o.MinSeverity = o.Shown.INFO,
    min_confidence: o.MinConfidence = o.Sure.LOW,
    group_by: o.GroupBy = "severity",
    jobs: o.Jobs = 1,
    max_pages: o.MaxPages = 2000,
    max_bytes: o.MaxBytes = 200_000_000,
    timeout: o.Timeout = None,
    ocr: o.Ocr = False,
    color: o.Colored = o.Color.AUTO,
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
    no_progress: o.NoProgress = False,
) -> None:
    """Audit each PATH as one tender and print the scored report."""
    targets = o.output_targets(output or (), paths)
    known = Known(jurisdiction, regime, authority_kind, value, issued, deadline, lots, as_of)
    reading = ReadOptions(revisions.value, max_pages, max_bytes, seconds(timeout, ocr=ocr), ocr)
    gate = (fail_on, fail_under, allow_partial, config, not no_suppressions, baseline, ratchet)
    asked = Asked(rules, select, ignore, bidder, *gate, wanted=improve)
    judged = judged_at(paths, asked, known, reading, jobs, each=each, progress=not no_progress)
    limits = Severity[min_severity.name], Confidence[min_confidence.name]
    view = View(__version__, *limits, terminal_width(), wants_color(color), quiet, verbose, group_by)
    raise typer.Exit(_delivered(judged, targets, format, view))


def _delivered(
    judged: Sequence[tuple[Report, Gate]], targets: Sequence[tuple[str, Path]], format: str, view: View
) -> ExitCode:
    """Write each file as it would be on any machine, then print what goes to standard output as it is seen here."""
    reports = [report for report, _ in judged]
    plain = replace(view, width=_IN_A_FILE, color=False, quiet=False)
    for name, path in targets:
        write_whole(path, RENDERERS[name](reports, plain))
    print_whole(RENDERERS[format](reports, view))
    return exit_code(judged)
