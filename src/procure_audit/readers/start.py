"""Starts the processes that read documents: the first of them, if told so, before anything else is imported.

Such a process takes as long to get ready as its parent takes to understand its command line and to load the rules.
"""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
from contextlib import suppress

_waiting: dict[str, subprocess.Popen[bytes]] = {}


def make_ready(module: str) -> None:
    """Start a process that runs *module*; the next call of `started` gets it."""
    _waiting[module] = _start(module)
    atexit.register(_end_waiting)


def started(module: str) -> subprocess.Popen[bytes]:
    """A process that runs *module*, in a group of its own where the system knows groups."""
    return _waiting.pop(module, None) or _start(module)


def end(process: subprocess.Popen[bytes]) -> None:
    """End *process* and, where the system knows groups, what it has started (LibreOffice)."""
    with suppress(ProcessLookupError, PermissionError):  # it is gone already; macOS says the second
        if sys.platform == "win32":
            process.kill()
        elif process.returncode is None:
            os.killpg(process.pid, signal.SIGKILL)


def _start(module: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  (our own module, no shell)
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        process_group=0 if os.name == "posix" else None,  # so that what it starts ends with it
    )


def _end_waiting() -> None:
    for process in _waiting.values():
        end(process)
        process.communicate()
