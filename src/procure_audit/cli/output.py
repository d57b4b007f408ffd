"""Where reports go: standard output at once, files whole or not at all."""

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


def shows_progress(wanted: bool) -> bool:
    """Whether it is *wanted*, and standard error is a terminal."""
    return wanted and sys.stderr.isatty()


def show_progress(line: str = "") -> None:
    """*line* in the one line of progress, in place of what stood there."""
    print(f"\r\033[K{line[: terminal_width() - 1]}", end="", file=sys.stderr, flush=True)


def wants_color(color: Color) -> bool:
    """The option first, then NO_COLOR (https://no-color.org), then whether a terminal is there."""
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def print_whole(told: str | bytes) -> None:
    """To standard output, flushed, so that a full disk is noticed here. A reader who leaves (`| head`) is no fault.

    Bytes are written as they are, and to a terminal as the text that they are. Raises CallError where that can't be.
    """
    if isinstance(told, bytes) and sys.stdout.isatty():
        told = _readable(told)
    try:
        if isinstance(told, str):
            sys.stdout.write(told)
        else:
            sys.stdout.buffer.write(told)
        sys.stdout.flush()
    except BrokenPipeError:
        _nowhere()
    except OSError as error:
        _nowhere()
        raise CallError(f"standard output can't be written: {error.strerror}") from error


def _readable(told: bytes) -> str:
    try:
        return told.decode()
    except UnicodeDecodeError:
        raise CallError("this format is no text for a terminal: write it to a file with -o") from None


def _nowhere() -> None:
    """What is still to be flushed goes nowhere, so that Python can end in peace."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_whole(path: Path, told: str | bytes) -> None:
    """Write beside *path*, then rename over it: a reader sees the old file or the new one. Raises CallError.

    A link stays and what it names is written; a file that was there keeps its permissions, a new one gets the usual.
    What is no file (a pipe, /dev/stdout) is written to as it is.
    """
    place, data = path.resolve(), told.encode() if isinstance(told, str) else told
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
