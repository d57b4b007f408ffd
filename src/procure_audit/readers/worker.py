"""The process that reads documents for another: `python -m procure_audit.readers.worker`, or one that does more.

Requests and answers are framed messages on standard input and output. A request is two messages: JSON with "path" and
the fields of `ReadOptions`, and the file's bytes. The answer is one message (see `wire`). What libraries print is
thrown away. Where the system can, memory is limited, so that a bomb ends this process and not the machine.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from typing import IO

import msgspec

from ..model import Document, UnreadableError
from . import frames, wire
from .document import read_document
from .frames import OUT_OF_MEMORY
from .options import ReadOptions

MOST_MEMORY = 1_000_000_000
"""Bytes of address space; only Linux keeps to it."""

Look = Callable[[Document], Document]

_GRACE = 10
"""Seconds after the time limit at which a worker whose parent is gone ends itself."""


def main(look: Look | None = None) -> None:
    """Answer requests until the other side closes the pipe; *look* may add to each document what it finds there."""
    requests, answers = pipes()
    limit_memory()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the parent, which ends this process
    while (header := frames.receive(requests)) is not None and (data := frames.receive(requests)) is not None:
        request = msgspec.json.decode(header)
        path = request.pop("path")
        frames.send(answers, _answer(data, path, ReadOptions(**request), look))


def _answer(data: bytes, path: str, options: ReadOptions, look: Look | None = None) -> bytes:
    """The document as JSON, or why it can't be read. Libraries raise anything at all, Rust panics among it."""
    _alarm(int(options.timeout) + _GRACE)
    try:
        document = read_document(data, path, options)
        return wire.encode(look(document) if look else document)
    except UnreadableError as error:
        return wire.encode_error(error)
    except MemoryError:  # this process may be full of an earlier document: the parent tries a new one
        os._exit(OUT_OF_MEMORY)
    except RecursionError:
        return wire.encode_error(UnreadableError("it is nested deeper than a document should be", _ADVICE))
    except BaseException as error:
        return wire.encode_error(
            UnreadableError(f"something in it makes its reader break down ({type(error).__name__})", _ADVICE)
        )
    finally:
        _alarm(0)


_ADVICE = "open it, save it again as PDF or Word and check that copy"


def pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Our ends of the pipes, moved out of the reach of libraries that print or read."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    if sys.platform == "win32":
        import msvcrt

        for pipe in (requests, answers):
            msvcrt.setmode(pipe.fileno(), os.O_BINARY)
    return requests, answers


def limit_memory() -> None:
    if sys.platform != "linux":  # macOS refuses or ignores it, Windows has no such thing
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


if __name__ == "__main__":
    main()
