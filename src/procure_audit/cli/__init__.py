"""The command line: it parses, calls, prints and exits; it decides nothing."""

from __future__ import annotations

import gc
import sys

from .. import __version__

_INTERRUPTED = 130
WORKER = "procure_audit.worker"
"""What the readers' processes run: it finds the facts as well, beside this process and within its limits."""
_FEW_ROUNDS = 200_000
"""Objects made between two looks for garbage, of which documents and rules hold none."""
_READING = ("check", "facts", "demo", "annotate", "compare")
"""Commands that read documents."""


def main() -> None:
    """Run the command line and exit. No traceback reaches a user unless --debug stands on the line."""
    if sys.argv[1:] == ["--version"]:  # what scripts ask first: without all that the commands import
        print(f"procure-audit {__version__}")
        return
    gc.set_threshold(_FEW_ROUNDS)
    try:
        if sys.argv[1:2] and sys.argv[1] in _READING and not {"-h", "--help"} & set(sys.argv):
            from ..readers.start import make_ready

            make_ready(WORKER)  # before all that the commands import, so that both get ready at the same time
        from .app import app_for

        _say_what_the_terminal_can()
        app_for(sys.argv[1:])()
    except (KeyboardInterrupt, SystemExit) as end:
        if isinstance(end, SystemExit) and end.code != _INTERRUPTED:  # typer makes this of most interrupts
            raise
        print("procure-audit: interrupted; nothing was half-written", file=sys.stderr)
        sys.exit(_INTERRUPTED)
    except Exception as fault:
        _fault(fault)
    finally:
        gc.freeze()  # else Python looks for garbage among all that was read before it ends


def _say_what_the_terminal_can() -> None:
    """A terminal that can't show a sign (a legacy Windows code page) gets one that is like it, not a crash."""
    import codecs

    from ..text.printable import in_code_page

    codecs.register_error("in-code-page", in_code_page)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="in-code-page")


def _fault(fault: Exception) -> None:
    from ..model import ProcureAuditError

    if isinstance(fault, ProcureAuditError):
        print(f"procure-audit: {fault}", file=sys.stderr)
        sys.exit(2)
    if "--debug" in sys.argv:
        raise fault
    told = f"{type(fault).__name__}: {fault}".splitlines()[0]
    print(
        f"procure-audit: a fault of the program ({told}). Please report it with the command you gave; "
        "--debug shows where it happened.",
        file=sys.stderr,
    )
    sys.exit(70)
