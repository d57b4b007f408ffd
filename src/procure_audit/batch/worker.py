"""The process that audits tenders for another: `python -m procure_audit.batch.worker`.

Messages are framed on standard input and output: first how to judge, then a job and what came of it, in turn.
"""

from __future__ import annotations

import gc
import os
import signal

import msgspec

from ..model import ProcureAuditError
from ..readers import frames
from ..readers.frames import OUT_OF_MEMORY
from ..readers.worker import limit_memory, pipes
from .job import Done, How, Job
from .work import work

_ROUNDS = 20_000, 50, 1_000
"""How seldom Python looks for garbage: a notice is some thousand objects, of which next to none are garbage."""


def main() -> None:
    """Answer jobs until the other side closes the pipe."""
    requests, answers = pipes()
    limit_memory()
    gc.set_threshold(*_ROUNDS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the parent, which ends this process
    told = frames.receive(requests)
    how = msgspec.json.decode(told or b"{}", type=How)
    while (request := frames.receive(requests)) is not None:
        frames.send(answers, msgspec.json.encode(_done(msgspec.json.decode(request, type=Job), how)))


def _done(job: Job, how: How) -> Done:
    """What came of *job*, a fault of the program among it: one tender must not end the run."""
    try:
        return work(job, how)
    except MemoryError:  # this process may be full of earlier tenders: the parent tries a new one
        os._exit(OUT_OF_MEMORY)
    except ProcureAuditError as error:
        return Done(job.key, "failed", reason=str(error))
    except Exception as fault:
        told = f"{type(fault).__name__}: {fault}".splitlines()[0]
        return Done(job.key, "failed", reason=f"a fault of the program ({told}): please report it with the tender")


if __name__ == "__main__":
    main()
