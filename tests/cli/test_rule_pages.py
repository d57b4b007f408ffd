"""There is a page for each rule, made from its pack, and it is up to date."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def maker(root: Path) -> ModuleType:
    """The tool that writes the pages."""
    spec = importlib.util.spec_from_file_location("make_rule_pages", root / "tools" / "make_rule_pages.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_up_to_date(maker: ModuleType, request: pytest.FixtureRequest) -> None:
    pages = maker.pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in maker.FOLDER.glob("*.md")}
    there[maker.CLAUSES] = (maker.FOLDER / maker.CLAUSES).read_text(encoding="utf-8")
    if request.config.getoption("force_regen"):
        maker.write(pages)
    stale = sorted(name for name in pages.keys() | there.keys() if pages.get(name) != there.get(name))
    assert stale == [], "run: python tools/make_rule_pages.py"


def test_every_link_of_the_index_leads_to_a_page(maker: ModuleType) -> None:
    index = (maker.FOLDER / "README.md").read_text(encoding="utf-8")
    linked = re.findall(r"\]\(([\w-]+\.md)\)", index)
    assert sorted([*linked, "README.md"]) == sorted(path.name for path in maker.FOLDER.glob("*.md"))


SECTIONS = ("What it finds", "How it looks", "How bad", "A worked example", "Why it matters", "What to write instead")


@pytest.mark.parametrize("title", [*SECTIONS, "For example", "Where it comes from", "It speaks up at"])
def test_every_page_tells_all(title: str, maker: ModuleType) -> None:
    pages = [path for path in maker.FOLDER.glob("*.md") if path.name != "README.md"]
    assert [path.name for path in pages if f"\n## {title}\n" not in path.read_text(encoding="utf-8")] == []


def test_the_terminal_and_the_page_tell_the_same(procure_audit: Run, root: Path) -> None:
    told = procure_audit("explain", "insurance-before-award").out
    page = (root / "docs" / "rules" / "insurance-before-award.md").read_text(encoding="utf-8")
    titles = re.findall(r"^## (.*)$", page, re.M)
    assert [line.rstrip("─ ") for line in told.splitlines() if line.endswith("──")] == titles
    flat = re.sub(r"[\s\\<>-]+|^#.*$", "", page, flags=re.M)
    said = [line for line in re.sub(r"\s+", " ", told).split(". ") if "“" not in line and "─" not in line]
    assert len(said) > 5
    assert [line for line in said[1:-1] if re.sub(r"[\s-]+", "", line) not in flat] == []
