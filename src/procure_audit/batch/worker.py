"""The process that audits tenders for another: `python -m procure_audit.batch.worker`.

Messages are framed on standard input and output: first how to judge, then a job and what came of it, in turn.
"""

from __future__ import annotations

import os
import signal

import msgspec

from ..readers import frames
from ..readers.frames import OUT_OF_MEMORY
from ..readers.worker import limit_memory, pipes
from .job import How, Job
from .work import work


def main() -> None:
    """Answer jobs until the other side closes the pipe. What breaks down ends the process: the parent tells why."""
    requests, answers = pipes()
    limit_memory()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the parent, which ends this process
    told = frames.receive(requests)
    how = msgspec.json.decode(told or b"{}", type=How)
    while (request := frames.receive(requests)) is not None:
        try:
            done = work(msgspec.json.decode(request, type=Job), how)
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        frames.send(answers, msgspec.json.encode(done))


if __name__ == "__main__":
    main()
