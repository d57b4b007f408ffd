"""Reading in a process of its own, so that a hostile file can neither hang, crash nor fill the memory of this one."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from threading import Timer
from time import monotonic

from ..model import Document, UnreadableError
from . import frames
from .options import ReadOptions

_ADVICE = "open it, save it again as PDF or Word and check that copy"


class Isolated:
    """A reader in a process of its own. One process serves many documents and is replaced when it dies.

    Use as a context manager; not for several threads at once.
    """

    def __init__(self, options: ReadOptions | None = None) -> None:
        self.options = options or ReadOptions()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process, if there is none, without waiting for it: it gets ready while the caller goes on."""
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603  (our own module, no shell)
                [sys.executable, "-P", "-m", f"{__package__}.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )

    def read(self, data: bytes, path: str) -> Document:
        """The document in *data*. Raises UnreadableError, never anything else, whatever the file does to its reader."""
        from . import wire

        self.start()
        process = self._process
        assert process is not None
        timer = Timer(self.options.timeout, process.kill)
        began = monotonic()
        timer.start()
        try:
            answer = self._ask(process, data, path)
        finally:
            timer.cancel()
        if answer is None:
            self.close()
            late = monotonic() - began >= self.options.timeout
            raise _late(self.options.timeout) if late else _failed(process.returncode)
        return wire.decode(answer)

    def _ask(self, process: subprocess.Popen[bytes], data: bytes, path: str) -> bytes | None:
        assert process.stdin is not None and process.stdout is not None
        try:
            frames.send(process.stdin, json.dumps({"path": path, **asdict(self.options)}).encode(), data)
            return frames.receive(process.stdout)
        except OSError:  # it died before it had taken in the file
            return None

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()  # takes in what is left and closes the pipes

    def __enter__(self) -> Isolated:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _late(seconds: float) -> UnreadableError:
    return UnreadableError(f"reading it took longer than {seconds:g} seconds", f"{_ADVICE}, or allow more (--timeout)")


def _failed(code: int) -> UnreadableError:
    how = f"signal {-code}" if code < 0 else f"exit code {code}"
    return UnreadableError(f"the file made the reader fail ({how})", _ADVICE)
