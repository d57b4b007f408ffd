"""`demo`: audit the bundled example tender, for a first look."""

from __future__ import annotations

from .. import __version__
from ..data import data_file
from ..readers import ReadOptions
from ..renderers import RENDERERS, View
from . import options as o
from .output import print_whole, terminal_width, wants_color
from .plan import Asked, plan_of
from .run import Known, audited, readers_of, tenders

EXAMPLE = "harsh"


def demo(
    format: o.OneFormat = "text",
    color: o.Colored = o.Color.AUTO,
    verbose: o.Verbose = False,
) -> None:
    """Audit the bundled example: a harsh tender for a community service, written for this tool. Always exits 0."""
    folder = str(data_file("examples", EXAMPLE))
    with readers_of(ReadOptions()) as readers:
        plan = plan_of(None, Asked())
        reports = [report for report, _ in audited(((plan, one) for one in tenders([folder], readers)), Known())]
    view = View(__version__, width=terminal_width(), color=wants_color(color), verbose=verbose)
    print_whole(RENDERERS[format](reports, view))
