"""`init`: write settings with comments and, if asked, a pipeline that gates."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..model import CallError
from .output import write_whole


class Service(StrEnum):
    """Who runs the pipeline."""

    GITHUB = "github"
    GITLAB = "gitlab"


_NEXT = {
    Service.GITHUB: "Then set the repository's variable PROCURE_AUDIT_SOURCE, as the workflow says.",
    Service.GITLAB: "Then add 'include: {local: .gitlab/procure-audit.yml}' to .gitlab-ci.yml, and set the project's "
    "variable PROCURE_AUDIT_SOURCE, as the file says.",
}


def init(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Where to write.")] = Path(),
    ci: Annotated[Service | None, typer.Option("--ci", help="Write a pipeline too, which audits every change.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there.")] = False,
) -> None:
    """Write a commented procure-audit.yaml into FOLDER, for the tenders there and below."""
    from ..config import NAME
    from ..config.start import PIPELINES, SETTINGS

    if not folder.is_dir():
        raise CallError(f"there is no folder {folder}")
    wanted = {folder / NAME: SETTINGS}
    if ci:
        source, place = PIPELINES[ci]
        wanted[folder / place] = source.read_text(encoding="utf-8")
    for path in wanted:
        if path.exists() and not force:
            raise CallError(f"{path} is there already; --force writes over it")
    for path, text in wanted.items():
        _made(path.parent)
        write_whole(path, text)
        typer.echo(f"wrote {path}")
    typer.echo("Next: look it through, then run procure-audit check on a tender's folder.")
    if ci:
        typer.echo(_NEXT[ci])


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CallError(f"{folder} can't be made: {error.strerror}") from error
