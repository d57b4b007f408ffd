"""Where the time of one audit goes: CPU seconds of each stage, one after the other in one process.

    python bench/stages.py FILE     prints {"stage": seconds, …} as JSON

The program itself reads in a process of its own and looks for the facts of a long document in two.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import process_time


def stages(path: Path) -> Iterator[str]:
    """Does one stage after the other and names the one that is done."""
    from procure_audit.cli.app import app_for

    app_for(["check"])
    yield "imports of the command line"
    from procure_audit.readers.options import ReadOptions
    from procure_audit.worker import look  # noqa: F401 - what the reading process imports

    yield "imports of the reader"
    from procure_audit.readers.document import read_document

    document = read_document(path.read_bytes(), path.name, ReadOptions())
    yield "reading"
    from procure_audit.facts.extractors import of_document

    document = replace(document, found=of_document(document))
    yield "facts"
    from procure_audit.readers import wire

    document = wire.decode(wire.encode(document))
    yield "passing it on"
    from procure_audit.cli.run import Known, context_of, pack_here

    pack, context = pack_here(None), context_of(Known())
    yield "loading the rules"
    from procure_audit.audit import case_of, judge, understand
    from procure_audit.model import Tender
    from procure_audit.setting import setting_of

    tender = Tender(path.name, (document,))
    understood = understand(tender, context)
    yield "measures"
    setting = setting_of(understood.facts, context.today)
    judge(pack, case_of(pack, tender, understood.facts, understood.metrics, setting))
    yield "judging"


def main() -> None:
    found, before = {}, process_time()
    for stage in stages(Path(sys.argv[1])):
        now = process_time()
        found[stage], before = now - before, now
    print(json.dumps(found))


if __name__ == "__main__":
    main()
