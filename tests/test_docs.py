"""The documents say what is so: commands in the README run, links lead somewhere, tables agree with the code."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from procure_audit.cli.plan import Asked, pack_of, settings_at
from procure_audit.config.spec import ConfigSpec
from procure_audit.gate import ExitCode
from procure_audit.rules.pack import load_pack
from procure_audit.rules.scaffold import new_pack

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)
Run = Callable[..., Any]


def blocks(page: Path, language: str) -> list[str]:
    return [body for kind, body in _BLOCK.findall(page.read_text(encoding="utf-8")) if kind == language]


def commands() -> list[str]:
    """Each `procure-audit` line of the README and the page of settings, its comment left out."""
    pages = (ROOT / "README.md", ROOT / "docs" / "configuration.md")
    lines = [line for page in pages for block in blocks(page, "console") for line in block.splitlines()]
    return [line.split("  #")[0].strip() for line in lines if line.startswith("procure-audit")]


def yaml_of(key: str) -> str:
    """The YAML example of the README that begins with *key*."""
    return next(block for block in blocks(ROOT / "README.md", "yaml") if block.startswith(f"{key}:"))


@pytest.mark.parametrize("command", commands())
def test_a_command_of_the_readme_runs(command: str, procure_audit: Run, tmp_path: Path) -> None:
    words = shlex.split(command)[1:]
    named = {
        "old.docx": str(ROOT / "examples/kind/1-invitation-to-bid.docx"),
        "tender/": str(ROOT / "examples" / "kind"),
        "itt.docx": str(ROOT / "examples/kind/1-invitation-to-bid.docx"),
    }
    bidder = tmp_path / "our-charity.yaml"
    bidder.write_text(yaml_of("profile"), encoding="utf-8")
    words = [str(tmp_path / word) if word == bidder.name else word for word in words]
    words += [str(tmp_path)] if words == ["init"] else []
    words = [
        named.get(word, str(tmp_path / word) if word.endswith((".json", ".reviewed.docx")) else word) for word in words
    ]
    done = procure_audit(*words)
    assert done.code in (ExitCode.OK, ExitCode.GATE), done.err
    assert done.out


SETTINGS = [
    pytest.param(block, id=f"{page.name}-{number}")
    for page in (ROOT / "README.md", ROOT / "docs" / "configuration.md")
    for number, block in enumerate(blocks(page, "yaml"))
    if not block.startswith(("pack:", "profile:"))
]


@pytest.mark.parametrize("text", SETTINGS)
def test_settings_of_the_documents_hold(text: str, tmp_path: Path) -> None:
    (tmp_path / "council.yaml").write_text("gate: {fail_on: high}\n", encoding="utf-8")
    path = tmp_path / "care" / "procure-audit.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    (path.parent / "our-rules.yaml").write_text(new_pack("too-many-copies"), encoding="utf-8")
    found = settings_at(path)
    pack_of(found, Asked())
    assert found.files[0].name == path.name


def test_the_page_of_settings_names_every_key() -> None:
    told = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8").split("## Other severities")[0]
    assert [key for key in ConfigSpec.__struct_fields__ if f"`{key}`" not in told] == []


def test_the_pack_of_the_readme_is_sound(tmp_path: Path) -> None:
    pack = tmp_path / "our-council.yaml"
    pack.write_text(yaml_of("pack"), encoding="utf-8")
    ours, theirs = load_pack([pack]), load_pack(["uk"])
    assert yaml.safe_load(pack.read_text(encoding="utf-8"))["leave_out"] == ["reading-age-high"]
    assert {rule.id for rule in theirs.rules} - {rule.id for rule in ours.rules} == {"reading-age-high"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_page_of_exit_codes_names_each() -> None:
    told = re.findall(r"^\| (\d+) \|", (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8"), re.M)
    assert [int(code) for code in told] == sorted(code.value for code in ExitCode)


def test_the_page_of_the_score_tells_the_model() -> None:
    told = (ROOT / "docs" / "score-model.md").read_text(encoding="utf-8")
    model = load_pack(["uk"]).score_model
    for severity, share in model.costs.items():
        if share:
            assert f"| {severity} | {share * 100:g} % |" in told
    assert f"scores {model.cap} at most" in told


def test_the_page_of_dependencies_names_each() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    needed = re.findall(r'^  "([a-z0-9-]+)[>=<]', project.split("dependencies = [")[1].split("]")[0], re.M)
    told = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert [name for name in needed if name not in told] == []
