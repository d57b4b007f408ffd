"""Settings are found from the tender's folder upwards, as far as a repository or the home folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from procure_audit.config import NAME, find


def folder(tmp_path: Path, name: str, *, settings: bool = False) -> Path:
    made = tmp_path / name
    made.mkdir(parents=True, exist_ok=True)
    if settings:
        (made / NAME).write_text("rules: [uk]\n", encoding="utf-8")
    return made


def test_the_nearest_settings_count(tmp_path: Path) -> None:
    near = folder(tmp_path, "council/care", settings=True)
    folder(tmp_path, "council", settings=True)
    (near / "itt.txt").write_text("x", encoding="utf-8")
    assert find(str(near / "itt.txt"), tmp_path) == near / NAME
    assert find(str(near), tmp_path) == near / NAME
    assert find(str(folder(tmp_path, "council/grounds/2026")), tmp_path) == tmp_path / "council" / NAME


def test_nothing_above_a_repository_or_the_home_folder_counts(tmp_path: Path) -> None:
    folder(tmp_path, ".", settings=True)
    tender = folder(tmp_path, "home/repository/tender")
    assert find(str(tender), tmp_path / "home") is None
    assert find(str(tender), tmp_path / "elsewhere") == tmp_path / NAME
    (tmp_path / "home/repository/.git").mkdir()
    assert find(str(tender), tmp_path / "elsewhere") is None


def test_those_of_the_repository_itself_and_of_the_home_folder_count(tmp_path: Path) -> None:
    root = folder(tmp_path, "home/repository", settings=True)
    (root / ".git").mkdir()
    assert find(str(folder(tmp_path, "home/repository/a/b")), tmp_path / "home") == root / NAME
    assert find(str(folder(tmp_path, "home2", settings=True)), tmp_path / "home2") == tmp_path / "home2" / NAME


def test_text_from_standard_input_is_of_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder(tmp_path, "here", settings=True))
    assert find("-", tmp_path) == tmp_path / "here" / NAME


def test_a_tender_that_is_not_there_is_no_fault_here(tmp_path: Path) -> None:
    assert find(str(tmp_path / "none" / "such.pdf"), tmp_path) is None
