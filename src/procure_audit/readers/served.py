"""A process that answers messages one after another, may be given up or die over any of them, and is then replaced."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Lock, Timer

from . import frames
from .frames import OUT_OF_MEMORY
from .start import end, started

MOST_ANSWER = 200_000_000
"""Bytes that an answer may have on its way here: twice what the longest document has that readers take in."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Why there is no answer: the process took too long, answered too much, or ended with *code*."""

    code: int = 0
    late: bool = False
    too_much: bool = False

    @property
    def is_full(self) -> bool:
        """Whether it ran out of memory: a library without memory aborts."""
        return self.code in (OUT_OF_MEMORY, -6)

    @property
    def how(self) -> str:
        """ "signal 9", "code 3"."""
        return f"signal {-self.code}" if self.code < 0 else f"code {self.code}"


class Served:
    """A process that runs *module*, which is told *greeting* first. For one thread, but that any may close it.

    `answers` counts those of the present process.
    """

    def __init__(self, module: str, greeting: tuple[bytes, ...] = ()) -> None:
        self._module, self._greeting = module, greeting
        self._lock = Lock()
        self.process: subprocess.Popen[bytes] | None = None
        self.answers = 0
        self.is_over = False

    def start(self) -> subprocess.Popen[bytes] | None:
        """Start the process, if there is none, without waiting for it; None once this is closed."""
        with self._lock:
            if not self.is_over and (self.process is None or self.process.poll() is not None):
                self._stop()
                self.process = started(self._module)
                assert self.process.stdin is not None
                with suppress(OSError):  # it died at once: the first question tells
                    frames.send(self.process.stdin, *self._greeting)
            return None if self.is_over else self.process

    def ask(self, seconds: float, *messages: bytes) -> bytes | Lost:
        """The answer to *messages*, or why there is none after at most *seconds*; without one the process is ended."""
        process = self.start()
        if process is None:
            return Lost()
        late = Event()
        timer = Timer(seconds, _give_up, (process, late))
        timer.start()
        try:
            answer = _told(process, messages)
        finally:
            timer.cancel()
        if answer is not None and not isinstance(answer, Lost):
            self.answers += 1
            return answer
        self._stop()
        return answer or Lost(process.returncode or 0, late.is_set())  # 0 while another thread is closing it

    def _stop(self) -> None:
        process, self.process, self.answers = self.process, None, 0
        if process is not None:
            end(process)
            with suppress(OSError, ValueError):
                process.communicate()  # takes in what is left and closes the pipes

    def close(self) -> None:
        """End the process for good, also while another thread waits for its answer."""
        with self._lock:
            self.is_over = True
            self._stop()


def _told(process: subprocess.Popen[bytes], messages: tuple[bytes, ...]) -> bytes | Lost | None:
    assert process.stdin is not None and process.stdout is not None
    try:
        frames.send(process.stdin, *messages)
        return frames.receive(process.stdout, MOST_ANSWER)
    except OverflowError:  # the rest of its answer stands in the pipe
        return Lost(too_much=True)
    except (OSError, ValueError):  # it died before it had taken in the question, or was closed
        return None


def _give_up(process: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    end(process)
