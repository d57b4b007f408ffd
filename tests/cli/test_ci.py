"""Gating from end to end: a folder of tenders goes red, gets a baseline, goes green, gets worse and goes red again.

The commands are those of docs/ci.md and of the files that pipelines run, taken from there and not repeated here.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the pipelines run on Linux")

TERMS = """\
# Invitation to tender

1. Bidders must have a minimum annual turnover of £500,000.

2. The Provider shall hold public liability insurance of £5 million for each claim.

3. The Provider's liability is unlimited.
"""
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SETTINGS = next(text for text in re.findall(r"^```yaml\n(.*?)^```", PAGE, re.M | re.S) if text.startswith("gate:"))


@dataclass(frozen=True)
class Repository:
    """A folder with tenders, as a pipeline checks it out, and the command on the path."""

    folder: Path
    command: Path

    def run(self, script: str, **settings: str) -> subprocess.CompletedProcess[str]:
        clean = {
            name: value for name, value in os.environ.items() if not name.startswith(("PROCURE_AUDIT_", "GITHUB_"))
        }
        environment = clean | {"PATH": f"{self.command.parent}:{clean['PATH']}", "COLUMNS": "80"} | settings
        return subprocess.run(
            ["bash", "-c", script], cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    command = tmp_path / "bin" / "procure-audit"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m procure_audit "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    made = Repository(tmp_path / "repository", command)
    made.write("tenders/care/itt.md", TERMS)
    made.write("tenders/grounds work/itt.md", TERMS.replace("£500,000", "£900,000"))
    return made


def test_the_way_of_the_page(repository: Repository) -> None:
    """Every command of docs/ci.md in its order, with the exit code that the page promises."""
    block = re.search(r"^```console\n(.*?)^```", PAGE, re.M | re.S)
    assert block
    for line in block[1].splitlines():
        promised = re.search(r"exit code (\d+)", line)
        done = repository.run(line)
        assert (done.returncode, done.stderr) == (int(promised[1]) if promised else 0, ""), line


# What each pipeline runs -------------------------------------------------------------------------------------------


def workflow() -> str:
    steps = yaml.safe_load((ROOT / "ci/github/workflow.yml").read_text(encoding="utf-8"))["jobs"]["audit"]["steps"]
    return str(next(step["run"] for step in steps if step.get("name") == "Audit"))


def gitlab() -> str:
    """GitLab runs the lines one after the other, and stops at the first that fails."""
    lines = yaml.safe_load((ROOT / "ci/gitlab/procure-audit.yml").read_text(encoding="utf-8"))["procure-audit"][
        "script"
    ]
    assert "pip install" in lines[0]
    return "set -e\n" + "\n".join(lines[1:])


def action() -> str:
    steps = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    return str(next(step["run"] for step in steps if step.get("id") == "audit"))


def hook(name: str, *arguments: str) -> str:
    hooks = {one["id"]: one for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    return shlex.join([*shlex.split(hooks[name]["entry"]), *arguments])


PIPELINES: dict[str, Callable[[], str]] = {
    "workflow": workflow,
    "gitlab": gitlab,
    "action": action,
    "hook": lambda: hook("procure-audit", "tenders/care/itt.md", "tenders/grounds work/itt.md"),
    "hook-tender": lambda: hook("procure-audit-tender", "tenders/care", "tenders/grounds work"),
}


@pytest.mark.parametrize("name", PIPELINES)
def test_red_baseline_green_worse_red(name: str, repository: Repository, tmp_path: Path) -> None:
    script, told = PIPELINES[name](), {part: str(tmp_path / part) for part in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}

    def gated() -> int:
        return repository.run(script, GITHUB_ACTION_PATH=str(ROOT), **told).returncode

    assert gated() == 1, "red: the first day"
    whole = "tenders/*/*" if name == "hook" else "tenders/*/"
    assert repository.run(f"procure-audit baseline create {whole}").returncode == 0
    repository.write("procure-audit.yaml", SETTINGS)
    assert gated() == 0, "green: all is known"
    repository.write("tenders/care/itt.md", TERMS.replace("£5 million", "£10 million"))
    assert gated() == 1, "red: it got worse"


# The action --------------------------------------------------------------------------------------------------------


@pytest.fixture
def audited(repository: Repository, tmp_path: Path) -> Callable[..., tuple[Any, str, dict[str, str]]]:
    """Runs the action's step; gives what it did, the job's summary and its outputs."""

    def run(**inputs: str) -> tuple[Any, str, dict[str, str]]:
        summary, output = tmp_path / "summary.md", tmp_path / "output"
        told = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_OUTPUT": str(output), "GITHUB_ACTION_PATH": str(ROOT)}
        done = repository.run(action(), **told, **inputs)
        pairs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
        return done, summary.read_text(encoding="utf-8") if summary.exists() else "", pairs

    return run


def test_the_action_annotates_summarises_and_writes_reports(
    audited: Callable[..., Any], repository: Repository
) -> None:
    done, summary, outputs = audited(TENDERS="tenders/*/", OPTIONS="--fail-on=critical\n--value=95000")
    assert done.returncode == 1
    assert "::error file=tenders/grounds work/itt.md,title=" in done.stdout
    assert "Liability without a limit" in summary
    assert outputs == {"code": "1", "sarif": "procure-audit-reports/report.sarif"}
    reports = repository.folder / "procure-audit-reports"
    assert {path.suffix for path in reports.iterdir()} == {".md", ".html", ".json", ".sarif", ".xml", ".xlsx"}
    values = [
        one["amount"]
        for one in json.loads((reports / "report.json").read_text())["reports"][0]["facts"]
        if one["given"]
    ]
    assert values == [95000]


def test_the_action_takes_names_with_blanks_and_dashes_as_they_are(
    audited: Callable[..., Any], repository: Repository
) -> None:
    repository.write("--help/itt.md", TERMS)
    done, _, outputs = audited(TENDERS="tenders/grounds work\n--help", OPTIONS="--fail-on=never", REPORTS="my reports")
    assert (done.returncode, outputs["sarif"]) == (0, "my reports/report.sarif")
    assert "score out of 100: grounds work " in done.stdout and ", --help " in done.stdout


@pytest.mark.parametrize(
    ("inputs", "code", "words"),
    [
        ({"TENDERS": "none/*/"}, 3, "::error::There is no tender to audit"),
        ({"TENDERS": "none.docx"}, 3, "there is no such file or folder"),
        ({"OPTIONS": "--fail-on=hihg"}, 2, "hihg"),
    ],
)
def test_the_action_never_ends_well_when_nothing_was_audited(
    inputs: dict[str, str], code: int, words: str, audited: Callable[..., Any]
) -> None:
    done, _, outputs = audited(**inputs)
    assert (done.returncode, outputs["code"]) == (code, str(code))
    assert ("sarif" in outputs) == (inputs == {"TENDERS": "none.docx"}), "no report to upload where there is none"
    assert words in done.stdout + done.stderr


@pytest.mark.parametrize("path", ["action.yml", "ci/github/workflow.yml"])
def test_no_expression_stands_in_a_script(path: str) -> None:
    """What a workflow passes in would run as a command there."""
    whole = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))
    steps = whole["runs"]["steps"] if "runs" in whole else whole["jobs"]["audit"]["steps"]
    scripts = [step["run"] for step in steps if "run" in step]
    assert scripts and not any("${{" in script for script in scripts)


def test_the_dockerfile_copies_what_the_wheel_needs() -> None:
    """And the list of what docker may see lets it through."""
    copied = set(re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.M))
    names = {name for line in copied for name in line.split()}
    seen = {line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[0] == "!"}
    built = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    needed = {part.split("/")[0] for part in re.findall(r'^"([a-z/]+)" = "procure_audit/_data', built, re.M)}
    assert names == seen
    assert needed | {"src", "pyproject.toml", "README.md", "LICENSE"} == names
