"""`compare`: which barriers went, came or stayed from one draft to the next."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import __version__
from ..gate import ExitCode
from ..readers import ReadOptions
from ..renderers import View
from ..renderers.compared import COMPARE_RENDERERS
from . import options as o
from .output import print_whole, terminal_width, wants_color
from .plan import Asked
from .run import Known, judged_at

if TYPE_CHECKING:
    from ..compare import Standing

Old = Annotated[str, typer.Argument(metavar="OLD", help="The earlier draft: a file, a folder, a ZIP, or its report.")]
New = Annotated[str, typer.Argument(metavar="NEW", help="The later draft, or its report in JSON.")]


def compare(
    old: Old,
    new: New,
    rules: o.Packs = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    value: o.ContractValue = None,
    issued: o.Issued = None,
    deadline: o.Deadline = None,
    as_of: o.AsOf = None,
    format: o.OneCompareFormat = "text",
    allow_partial: o.AllowPartial = None,
    config: o.ConfigFile = None,
    color: o.Colored = o.Color.AUTO,
    no_progress: o.NoProgress = False,
) -> None:
    """Compare two drafts, or a draft with the report of an earlier one. Exit 1 if it got worse."""
    from ..compare import compared

    known = Known(value=value, issued=issued, deadline=deadline, as_of=as_of)
    asked = Asked(rules, select, ignore, config=config)
    before, after = (_standing(path, asked, known, progress=not no_progress) for path in (old, new))
    told = compared(before, after)
    view = View(__version__, width=terminal_width(), color=wants_color(color))
    print_whole(COMPARE_RENDERERS[format](told, view))
    if before.score is None or after.score is None:
        raise typer.Exit(ExitCode.UNREAD)
    partial = (before.is_partial or after.is_partial) and not allow_partial
    raise typer.Exit(ExitCode.GATE if told.is_worse else ExitCode.PARTIAL if partial else ExitCode.OK)


def _standing(path: str, asked: Asked, known: Known, *, progress: bool) -> Standing:
    """How the tender at *path* stands: audited now, or as its report tells."""
    from ..compare import is_report, standing_from, standing_of

    told = _json(Path(path))
    if isinstance(told, dict) and is_report(told):
        return standing_from(told, path)
    report, _ = judged_at([path], asked, known, ReadOptions(), each=False, progress=progress)[0]
    return standing_of(report)


def _json(path: Path) -> object:
    """What the JSON file at *path* holds; None for any other file."""
    if path.suffix.lower() != ".json" or not path.is_file():
        return None
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
