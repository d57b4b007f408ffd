"""Reading in a process of its own, so that a hostile file can neither hang, crash nor fill the memory of this one."""

from __future__ import annotations

import json
from dataclasses import asdict

from ..model import Document, UnreadableError
from .options import ReadOptions
from .served import Lost, Served

READS = f"{__package__}.worker"
"""The module that such a process runs; another may do more with a document than read it (`worker.main`)."""

_ADVICE = "open it, save it again as PDF or Word and check that copy"


class Isolated:
    """A reader in a process of its own. One process serves many documents and is replaced when it dies.

    Use as a context manager; not for several threads at once.
    """

    def __init__(self, options: ReadOptions | None = None, worker: str = READS) -> None:
        self.options = options or ReadOptions()
        self._served = Served(worker)

    def start(self) -> None:
        """Start the process, if there is none, without waiting for it: it gets ready while the caller goes on."""
        self._served.start()

    def read(self, data: bytes, path: str) -> Document:
        """The document in *data*. Raises UnreadableError, never anything else, whatever the file does to its reader."""
        is_fresh = not self._served.answers
        answer = self._ask(data, path)
        if _has_died(answer) and not (is_fresh or self._served.is_over):  # it may be full of what it read
            answer = self._ask(data, path)
        if isinstance(answer, Lost):
            raise _failed(answer, self.options.timeout)
        from . import wire

        return wire.decode(answer)

    def _ask(self, data: bytes, path: str) -> bytes | Lost:
        asked = json.dumps({"path": path, **asdict(self.options)}).encode()
        return self._served.ask(self.options.timeout, asked, data)

    def close(self) -> None:
        """End the process for good, also while another thread waits for its answer."""
        self._served.close()

    def __enter__(self) -> Isolated:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _has_died(answer: bytes | Lost) -> bool:
    return isinstance(answer, Lost) and not (answer.late or answer.too_much)


def _failed(lost: Lost, seconds: float) -> UnreadableError:
    if lost.late:
        reason, advice = f"reading it took longer than {seconds:g} seconds", f"{_ADVICE}, or allow more (--timeout)"
        return UnreadableError(reason, advice)
    if lost.too_much:
        return UnreadableError("it holds more than a document should", _ADVICE)
    if lost.is_full:
        return UnreadableError("it needs more memory than a document should", _ADVICE)
    return UnreadableError(f"something in it makes its reader break down ({lost.how})", _ADVICE)
