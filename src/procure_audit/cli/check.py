"""`check`: audit each path as one tender and print the scored report."""

from __future__ import annotations

import typer

from .. import __version__
from ..gate import Gate, exit_code
from ..model import Confidence, Severity
from ..readers import ReadOptions
from ..renderers import RENDERERS, View
from . import options as o
from .output import print_whole, terminal_width, wants_color, write_whole
from .run import Known, audited, chosen_bidders, chosen_pack, readers_of, tenders


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
    targets = o.output_targets(output or (), paths)
    known = Known(jurisdiction, regime, authority_kind, value, issued, deadline, lots, as_of)
    reading = ReadOptions(revisions.value, max_pages, max_bytes, timeout)
    with readers_of(reading, jobs, progress=not no_progress) as readers:
        pack = chosen_pack(rules, select, ignore)
        bidders = chosen_bidders(bidder)
        reports = audited(tenders(paths, readers, each=each), pack, known, bidders)
    limits = Severity[min_severity.name], Confidence[min_confidence.name]
    for name, path in targets:
        write_whole(path, RENDERERS[name](reports, View(__version__, *limits, verbose=verbose)))
    view = View(__version__, *limits, terminal_width(), wants_color(color), quiet, verbose)
    print_whole(RENDERERS[format](reports, view))
    gate = Gate(None if fail_on is o.Threshold.NEVER else Severity[fail_on.name], fail_under, allow_partial)
    raise typer.Exit(exit_code(reports, gate))
