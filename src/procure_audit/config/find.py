"""Where the settings of a tender stand: in its folder, or the nearest folder above."""

from __future__ import annotations

from pathlib import Path

NAME = "procure-audit.yaml"


def find(tender: str, home: Path | None = None) -> Path | None:
    """The settings for the tender at *tender* ("-" is the current folder); None where there are none.

    Looked for from the tender's folder upwards, as far as the root of a repository or the home folder, these two too.
    """
    start = Path() if tender == "-" else Path(tender)
    start = start.absolute()
    home = home or _home()
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        if (folder / NAME).is_file():
            return folder / NAME
        if folder == home or (folder / ".git").exists():
            return None
    return None


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:  # a service's user may have none
        return None
