"""Tenders at addresses, by way of fsspec; this machine's files have such addresses, too."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from procure_audit.batch.job import How, Job
from procure_audit.batch.remote import files_at, is_remote
from procure_audit.batch.sources import tenders_at
from procure_audit.batch.work import work
from procure_audit.model import CallError
from procure_audit.readers import ReadOptions


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a folder that holds a tender in a folder, one in a ZIP, and a note."""
    (tmp_path / "care").mkdir()
    (tmp_path / "care" / "itt.txt").write_text("Bidders need a turnover of at least £90,000.", encoding="utf-8")
    (tmp_path / "care" / "~$itt.docx").write_text("a lock", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "meals.zip", "w") as archive:
        archive.writestr("pack/itt.txt", "Bids are due on 3 May 2027.")
    (tmp_path / "note.txt").write_text("no tender", encoding="utf-8")
    return tmp_path.as_uri() + "/"


def test_folders_and_zips_of_a_remote_folder_are_tenders(url: str) -> None:
    assert [job.key for job in tenders_at([url])] == [f"{url}care", f"{url}meals.zip"]
    assert [job.key for job in tenders_at([f"{url}care/", f"{url}care"])] == [f"{url}care", f"{url}care"]
    assert is_remote(url) and not is_remote("C:/tenders")


def test_their_files_are_read_like_others(url: str) -> None:
    done = work(Job(f"{url}care", f"{url}care"), How(today="2026-06-01"))
    assert done.report is not None and done.report["tender"]["name"] == "care"
    assert [document["path"] for document in done.report["documents"]] == ["itt.txt"]
    assert [one.path for one in files_at(f"{url}meals.zip", ReadOptions())] == ["pack/itt.txt"]


def test_what_can_not_be_had_is_named(url: str) -> None:
    (large,) = files_at(f"{url}note.txt", ReadOptions(max_bytes=3))
    assert "more than the 3 bytes" in large.reason  # type: ignore[union-attr]
    done = work(Job("gone", f"{url}gone.pdf"), How(today="2026-06-01"))
    assert done.status == "unread" and "can't be fetched" in done.reason
    with pytest.raises(CallError, match="nobody knows such an address"):
        list(tenders_at(["gopher+x://a/"]))


def test_without_fsspec_it_says_what_to_install(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(CallError, match=r"pip install 'procure-audit\[cloud\]'"):
        list(tenders_at([url]))
