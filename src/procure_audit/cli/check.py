"""`check`: audit each path as one tender and print the scored report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import typer

from .. import __version__
from ..gate import exit_code
from ..model import Confidence, Report, Severity, Tender
from ..readers import ReadOptions
from ..renderers import RENDERERS, View
from . import options as o
from .output import print_whole, terminal_width, wants_color, write_whole
from .plan import Asked, Plan, plans
from .run import Known, apart, audited, readers_of, tenders


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
    improve: o.Improve = None,
    no_suppressions: o.NoSuppressions = False,
    config: o.ConfigFile = None,
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
    targets = o.output_targets(output or (), paths)
    known = Known(jurisdiction, regime, authority_kind, value, issued, deadline, lots, as_of)
    reading = ReadOptions(revisions.value, max_pages, max_bytes, timeout)
    gate = fail_on, fail_under, allow_partial
    asked = Asked(rules, select, ignore, bidder, *gate, config, not no_suppressions, improve)
    with readers_of(reading, jobs, progress=not no_progress) as readers:
        coming = tenders(paths, readers)  # begun before the rules are loaded, which takes as long as reading a page
        judged = audited(_tenders(plans(paths, asked), coming, each=each), known)
    reports = [report for report, _ in judged]
    limits = Severity[min_severity.name], Confidence[min_confidence.name]
    _write(targets, reports, View(__version__, *limits, verbose=verbose))
    view = View(__version__, *limits, terminal_width(), wants_color(color), quiet, verbose)
    print_whole(RENDERERS[format](reports, view))
    raise typer.Exit(exit_code(judged))


def _write(targets: Sequence[tuple[str, Path]], reports: Sequence[Report], view: View) -> None:
    """Each -o with the reports in its format."""
    for name, path in targets:
        write_whole(path, RENDERERS[name](reports, view))


def _tenders(planned: Sequence[Plan], read: Iterable[Tender], *, each: bool) -> Iterator[tuple[Plan, Tender]]:
    """Each tender with its plan; with *each* every file is a tender."""
    for plan, tender in zip(planned, read, strict=True):
        for one in apart(tender) if each else (tender,):
            yield plan, one
