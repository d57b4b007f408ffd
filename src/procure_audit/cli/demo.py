"""`demo`: audit the bundled example tender, for a first look."""

from __future__ import annotations

from .. import __version__
from ..data import data_file
from ..readers import ReadOptions
from ..renderers import RENDERERS, View
from . import options as o
from .output import print_whole, terminal_width, wants_color
from .run import Known, context_of, tenders

EXAMPLE = "harsh"


def demo(
    format: o.OneFormat = o.Format.text,
    color: o.Colored = o.Color.AUTO,
    verbose: o.Verbose = False,
) -> None:
    """Audit the bundled example: a harsh tender for a community service, written for this tool. Always exits 0."""
    from ..audit import audit
    from ..rules.pack import load_pack

    folder = str(data_file("examples", EXAMPLE))
    context = context_of(Known())
    pack = load_pack(["uk"])
    reports = [audit(tender, pack, context) for tender in tenders([folder], ReadOptions(), 1, progress=True)]
    view = View(__version__, width=terminal_width(), color=wants_color(color), verbose=verbose)
    print_whole(RENDERERS[format.value](reports, view))
