"""What all tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault; speed is measured in bench/
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the project; they are other people's, so the project doesn't hold them."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the real documents are not beside this checkout (../shared)")
    return folder


@dataclass(frozen=True)
class Done:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def procure_audit(root: Path) -> Callable[..., Done]:
    """Runs the command as a user would, from the project's folder: no colour, 80 columns, no settings of this shell."""

    def run(*arguments: str, stdin: str | None = None, **settings: str) -> Done:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PROCURE_AUDIT_")}
        environment = clean | {"COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"} | settings
        call = [sys.executable, "-m", "procure_audit", *arguments]
        done = subprocess.run(
            call, cwd=root, env=environment, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return run
