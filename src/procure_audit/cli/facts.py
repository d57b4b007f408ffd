"""`facts`: print only what the tool understood, for a person to confirm."""

from __future__ import annotations

import typer

from .. import __version__
from ..gate import ExitCode
from ..readers import ReadOptions
from ..renderers import FACT_RENDERERS, View
from . import options as o
from .output import print_whole, terminal_width, wants_color
from .run import Known, context_of, readers_of, seconds, tenders


def facts(
    paths: o.Paths,
    format: o.OneFactFormat = "text",
    revisions: o.TrackedChanges = o.Revisions.ACCEPTED,
    jobs: o.Jobs = 1,
    max_pages: o.MaxPages = 2000,
    max_bytes: o.MaxBytes = 200_000_000,
    timeout: o.Timeout = None,
    ocr: o.Ocr = False,
    color: o.Colored = o.Color.AUTO,
    no_progress: o.NoProgress = False,
) -> None:
    """Print what the tool understood of each PATH: facts and measures with their places.

    Nothing is judged here, so parts that could not be read are listed and don't change the exit code; 3 means that
    nothing could be read.
    """
    reading = ReadOptions(revisions.value, max_pages, max_bytes, seconds(timeout, ocr=ocr), ocr)
    with readers_of(reading, jobs, progress=not no_progress) as readers:
        read = tenders(paths, readers)
        from ..audit import understand

        context = context_of(Known())
        understood = [understand(tender, context) for tender in read]
    view = View(__version__, width=terminal_width(), color=wants_color(color))
    print_whole(FACT_RENDERERS[format](understood, view))
    raise typer.Exit(ExitCode.UNREAD if all(one.is_empty for one in understood) else ExitCode.OK)
