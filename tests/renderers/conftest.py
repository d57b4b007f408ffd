"""Reports of the examples, once for all tests of renderers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from procure_audit.cli.plan import Asked, plan_of
from procure_audit.cli.run import Known, audited, readers_of, tenders
from procure_audit.model import Report
from procure_audit.readers import ReadOptions

Audit = Callable[..., list[Report]]


@pytest.fixture(scope="session")
def audit() -> Audit:
    """Audits paths as `check` does without settings, by the law of a day that doesn't move."""
    from datetime import datetime

    def run(*paths: Path | str) -> list[Report]:
        plan = plan_of(None, Asked())
        with readers_of(ReadOptions()) as readers:
            read = ((plan, tender) for tender in tenders([str(path) for path in paths], readers))
            return [report for report, _ in audited(read, Known(as_of=datetime(2026, 11, 22)))]

    return run


@pytest.fixture(scope="session")
def examples(audit: Audit, root: Path) -> dict[str, Report]:
    names = ("harsh", "kind")
    return dict(zip(names, audit(*(root / "examples" / name for name in names)), strict=True))


HOSTILE = (
    'Bidders\' <script>alert(1)</script> & "turnover" must be at least £5,000,000 a year, '
    "see [x](javascript:1) and @octocat."
)


@pytest.fixture(scope="session")
def hostile(audit: Audit, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A tender whose names and words would be markup, if they could."""
    folder = tmp_path_factory.mktemp("a") / "<b onmouseover=alert(1)>x"
    folder.mkdir()
    for name in ('"><img src=x onerror=alert(1)>.txt', "javascript:alert(1)|`a`\n# b.txt"):
        (folder / name).write_text(f"{name}\n\n{HOSTILE}\n\nPublic liability insurance of £10,000,000 is needed.\n" * 3)
    return audit(folder)[0]
