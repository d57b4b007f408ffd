"""Reading in a process of its own, so that a hostile file can neither hang, crash nor fill the memory of this one."""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict
from threading import Timer
from time import monotonic

from ..model import Document, UnreadableError
from . import frames
from .frames import OUT_OF_MEMORY
from .options import ReadOptions
from .start import end, started

MOST_ANSWER = 200_000_000
"""Bytes that a document may have on its way here: twice what the longest does that readers take in."""

READS = f"{__package__}.worker"
"""The module that such a process runs; another may do more with a document than read it (`worker.main`)."""

_ADVICE = "open it, save it again as PDF or Word and check that copy"


class Isolated:
    """A reader in a process of its own. One process serves many documents and is replaced when it dies.

    Use as a context manager; not for several threads at once.
    """

    def __init__(self, options: ReadOptions | None = None, worker: str = READS) -> None:
        self.options = options or ReadOptions()
        self._worker = worker
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0
        self._is_over = False

    def start(self) -> None:
        """Start the process, if there is none, without waiting for it: it gets ready while the caller goes on."""
        self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            self._process = started(self._worker)
        return self._process

    def read(self, data: bytes, path: str) -> Document:
        """The document in *data*. Raises UnreadableError, never anything else, whatever the file does to its reader."""
        is_fresh = not self._served
        answer, code = self._answer(data, path)
        if answer is None and code is not None and not (is_fresh or self._is_over):  # it may be full of what it read
            answer, code = self._answer(data, path)
        if answer is None:
            raise _late(self.options.timeout) if code is None else _failed(code)
        from . import wire

        return wire.decode(answer)

    def _answer(self, data: bytes, path: str) -> tuple[bytes | None, int | None]:
        """The process's answer, or None and its exit code; no code either when time ran out."""
        process = self._started()
        timer = Timer(self.options.timeout, end, (process,))
        began = monotonic()
        timer.start()
        try:
            answer = self._ask(process, data, path)
        finally:
            timer.cancel()
        if answer is not None:
            self._served += 1
            return answer, 0
        self._stop()
        return None, None if monotonic() - began >= self.options.timeout else process.returncode

    def _ask(self, process: subprocess.Popen[bytes], data: bytes, path: str) -> bytes | None:
        assert process.stdin is not None and process.stdout is not None
        try:
            frames.send(process.stdin, json.dumps({"path": path, **asdict(self.options)}).encode(), data)
            return frames.receive(process.stdout, MOST_ANSWER)
        except OSError:  # it died before it had taken in the file
            return None
        except OverflowError as error:
            self._stop()  # the rest of its answer stands in the pipe
            raise UnreadableError("it holds more than a document should", _ADVICE) from error

    def close(self) -> None:
        """End the process for good, also while another thread waits for its answer."""
        self._is_over = True
        self._stop()

    def _stop(self) -> None:
        process, self._process, self._served = self._process, None, 0
        if process is not None:
            end(process)
            process.communicate()  # takes in what is left and closes the pipes

    def __enter__(self) -> Isolated:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _late(seconds: float) -> UnreadableError:
    return UnreadableError(f"reading it took longer than {seconds:g} seconds", f"{_ADVICE}, or allow more (--timeout)")


def _failed(code: int) -> UnreadableError:
    if code in (OUT_OF_MEMORY, -6):  # a library without memory aborts
        return UnreadableError("it needs more memory than a document should", _ADVICE)
    how = f"signal {-code}" if code < 0 else f"code {code}"
    return UnreadableError(f"something in it makes its reader break down ({how})", _ADVICE)
