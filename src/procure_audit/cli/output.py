"""Where text goes: standard output at once, files whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from ..model import CallError
from .options import Color

_WIDEST = 100


def terminal_width() -> int:
    """Columns to wrap at: those of the terminal, at most 100; 80 in a pipe."""
    return min(_WIDEST, shutil.get_terminal_size((80, 24)).columns)


def wants_color(color: Color) -> bool:
    """The option first, then NO_COLOR (https://no-color.org), then whether a terminal is there."""
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def print_whole(text: str) -> None:
    """To standard output, flushed, so that a full disk is noticed here. A reader who leaves (`| head`) is no fault."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that Python can flush when it ends


def write_whole(path: Path, content: str | bytes) -> None:
    """Write beside *path*, then rename over it: a reader sees the old file or the new one. Raises CallError.

    A link stays and what it names is written; a file that was there keeps its permissions, a new one gets the usual.
    What is no file (a pipe, /dev/stdout) is written to as it is.
    """
    place, data = path.resolve(), content.encode("utf-8") if isinstance(content, str) else content
    try:
        if place.exists() and not place.is_file():
            place.write_bytes(data)
        else:
            _renamed_over(place, data)
    except OSError as error:
        raise CallError(f"{path} can't be written: {error.strerror}") from error


def _renamed_over(place: Path, data: bytes) -> None:
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        with beside.open("xb") as file:
            file.write(data)
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)  # it is there only if something went wrong
