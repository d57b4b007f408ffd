"""`init`: write settings with comments and, if asked, a workflow that gates."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..model import CallError
from .output import write_whole

WORKFLOW_PATH = Path(".github") / "workflows" / "procure-audit.yml"


def init(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Where to write.")] = Path(),
    workflow: Annotated[
        bool, typer.Option("--workflow", help=f"Write {WORKFLOW_PATH} too, which audits every change on GitHub.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there.")] = False,
) -> None:
    """Write a commented procure-audit.yaml into FOLDER, for the tenders there and below."""
    from ..config import NAME
    from ..config.start import SETTINGS, WORKFLOW

    if not folder.is_dir():
        raise CallError(f"there is no folder {folder}")
    wanted = {folder / NAME: SETTINGS, **({folder / WORKFLOW_PATH: WORKFLOW} if workflow else {})}
    for path in wanted:
        if path.exists() and not force:
            raise CallError(f"{path} is there already; --force writes over it")
    for path, text in wanted.items():
        _made(path.parent)
        write_whole(path, text)
        typer.echo(f"wrote {path}")
    typer.echo("Next: look it through, then run procure-audit check on a tender's folder.")


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CallError(f"{folder} can't be made: {error.strerror}") from error
