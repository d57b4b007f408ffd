"""The documents say what is so: commands in the README run, links lead somewhere, tables agree with the code."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from procure_audit.cli.options import OUTPUT_ENDINGS
from procure_audit.cli.plan import Asked, pack_of, settings_at
from procure_audit.cli.run import as_understood
from procure_audit.config.spec import ConfigSpec
from procure_audit.gate import ExitCode
from procure_audit.metrics.reading import plainness
from procure_audit.model import Severity
from procure_audit.register.schema import opened
from procure_audit.renderers import RENDERERS
from procure_audit.rules.bidders import load_profiles
from procure_audit.rules.pack import find_pack, load_pack, shipped
from procure_audit.rules.proof import prove
from procure_audit.rules.review import problems
from procure_audit.rules.scaffold import new_pack

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)
Run = Callable[..., Any]


def blocks(page: Path, language: str) -> list[str]:
    return [body for kind, body in _BLOCK.findall(page.read_text(encoding="utf-8")) if kind == language]


def commands() -> list[str]:
    """Each `procure-audit` line of the README and the pages that show commands, its comment left out."""
    pages = ("configuration", "formats", "infrastructure-bodies")
    shown = (ROOT / "README.md", *(ROOT / "docs" / f"{page}.md" for page in pages))
    lines = [line for page in shown for block in blocks(page, "console") for line in block.splitlines()]
    return [line.split("  #")[0].strip() for line in lines if line.startswith("procure-audit")]


def yaml_of(key: str, page: Path = ROOT / "README.md") -> str:
    """The YAML example of a page that begins with *key*."""
    return next(block for block in blocks(page, "yaml") if block.startswith(f"{key}:"))


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
    words = [named.get(word, re.sub(r"\b(?=(?:report|itt\.reviewed)\.\w+$)", f"{tmp_path}/", word)) for word in words]
    done = procure_audit(*words)
    assert done.code in (ExitCode.OK, ExitCode.GATE), done.err
    assert done.out


def test_the_page_of_the_register_runs_from_top_to_bottom(procure_audit: Run, tmp_path: Path) -> None:
    named = {"live.db": str(tmp_path / "live.db"), "notices/": str(ROOT / "tests" / "fixtures" / "notices")}
    named["tenders/"] = str(ROOT / "examples" / "kind")
    files = ("portfolio.html", "tenders.xlsx", "findings.csv")
    named |= {name: str(tmp_path / name) for name in files}
    lines = [line for block in blocks(ROOT / "docs" / "register.md", "console") for line in block.splitlines()]
    assert lines
    for line in lines:
        done = procure_audit(*(named.get(word, word) for word in shlex.split(line)[1:]))
        assert done.code in (ExitCode.OK, ExitCode.PARTIAL), done.err
        assert done.out or "export" in line
    assert all((tmp_path / name).stat().st_size for name in files)


def test_the_query_of_the_page_of_the_register_holds(tmp_path: Path) -> None:
    (query,) = blocks(ROOT / "docs" / "register.md", "sql")
    opened(tmp_path / "live.db", to_write=True).execute(query)


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


@pytest.mark.parametrize("page", ["README.md", "docs/infrastructure-bodies.md"])
def test_the_bidder_of_a_page_is_sound(page: str, tmp_path: Path) -> None:
    (tmp_path / "our-charity.yaml").write_text(yaml_of("profile", ROOT / page), encoding="utf-8")
    assert [profile.name for profile in load_profiles([tmp_path / "our-charity.yaml"])] == ["our-charity"]


def test_the_page_for_officers_has_no_words_of_a_terminal_and_is_plain(procure_audit: Run) -> None:
    told = (ROOT / "docs" / "officer.md").read_text(encoding="utf-8")
    assert not re.search(r"`|--\w|procure-audit|terminal|command line|JSON|YAML|exit code", told)
    done = procure_audit("check", "docs/officer.md", "-r", "plain-english", "--fail-on", "low")
    assert done.code == ExitCode.OK, done.out


def test_the_page_of_formats_has_a_section_for_each() -> None:
    told = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    headings = set(re.findall(r"[a-z]+", " ".join(re.findall(r"^## (.*)$", told, re.M))))
    assert [name for name in RENDERERS if name not in headings] == []
    endings = set(re.findall(r"`(\.\w+)`", told.split("```")[0]))
    assert endings == {ending for ending in OUTPUT_ENDINGS if ending.count(".") == 1}


def test_the_page_of_settings_names_every_key() -> None:
    told = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8").split("## Other severities")[0]
    assert [key for key in ConfigSpec.__struct_fields__ if f"`{key}`" not in told] == []


def test_the_pack_of_the_readme_is_sound(tmp_path: Path) -> None:
    pack = tmp_path / "our-council.yaml"
    pack.write_text(yaml_of("pack"), encoding="utf-8")
    ours, theirs = load_pack([pack]), load_pack(["uk"])
    assert len(yaml_of("pack").splitlines()) <= 10
    assert yaml.safe_load(pack.read_text(encoding="utf-8"))["leave_out"] == ["reading-age-high"]
    assert {rule.id for rule in theirs.rules} - {rule.id for rule in ours.rules} == {"reading-age-high"}
    assert ours.rule("public-liability-level").clause.says.startswith("Public liability: £2 million")
    assert problems([pack], plainness) == []
    assert prove(ours.chosen(["public-liability-level"]), as_understood())
    assert prove(ours.chosen(["ip-taken"]), as_understood()) == []


def test_the_readme_names_every_pack_and_what_it_takes_over() -> None:
    told = re.findall(
        r"^\| `([a-z-]+)` \|.*\| (?:`([a-z-]+)` )?\|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M
    )
    heads = {name: yaml.safe_load((find_pack(name) / "pack.yaml").read_text(encoding="utf-8")) for name in shipped()}
    assert dict(told) == {name: "".join(head.get("extends", [])) for name, head in heads.items()}


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
    assert f"# The score, model {model.version}\n" in told
    for severity, weight in model.weights.items():
        blocks = severity is Severity.CRITICAL
        alone = round(100 * model.half / (model.half + weight + (model.blocker if blocks else 0)))
        once = f", and {model.blocker:g} once" if blocks else ""
        assert f"| {severity} | {weight:g}{once} | {alone} |" in told


def test_the_page_of_dependencies_names_each() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    needed = re.findall(r'^  "([a-z0-9-]+)[>=<]', project.split("dependencies = [")[1].split("]")[0], re.M)
    told = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert [name for name in needed if name not in told] == []
