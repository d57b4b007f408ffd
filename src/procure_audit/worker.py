"""The process that reads documents and finds their facts, so that a hostile one can't hold up who asked for them."""

from __future__ import annotations

import gc
import os
import signal
import sys
from dataclasses import replace

from .facts.extractors import Find, of_document, one_after_the_other
from .model import Document, Fact
from .readers import wire
from .readers.worker import main

_LONG = 100_000
"""Characters of a text in which looking for facts takes longer than starting to do so twice."""


def look(document: Document) -> Document:
    """*document* with its facts."""
    is_long = len(document.text) > _LONG and _has_two_processors()
    return replace(document, found=of_document(document, at_the_same_time if is_long else one_after_the_other))


def at_the_same_time(first: Find, second: Find) -> tuple[list[Fact], list[Fact]]:
    """Both; *second* in a copy of this process, or here after all if that fails (it has no more memory than this one).

    Linux only: elsewhere a process that is forked may not use what the system's libraries hold.
    """
    ours, theirs = os.pipe()
    left = signal.alarm(0)
    signal.alarm(left)
    gc.freeze()  # so that tidying up doesn't copy the memory that both share
    child = os.fork()
    if child == 0:
        signal.alarm(left)  # which it doesn't inherit
        _tell(second, theirs)
    os.close(theirs)
    try:
        with os.fdopen(ours, "rb") as pipe:
            found, told = first(), pipe.read()
    finally:
        gc.unfreeze()
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return found, wire.decode_facts(told) if told else second()


def _tell(find: Find, pipe: int) -> None:
    """What a copy of this process does: write down what it finds, all or nothing, and end."""
    try:
        told = wire.encode_facts(find())
        with os.fdopen(pipe, "wb") as answer:
            answer.write(told)
    finally:
        os._exit(0)


def _has_two_processors() -> bool:
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


if __name__ == "__main__":
    main(look)
