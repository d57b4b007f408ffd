"""What is a tender among many: a file, a ZIP, a folder of documents, or each of what a folder of folders holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from procure_audit.batch.job import Job
from procure_audit.batch.sources import procurements_at, tenders_at
from procure_audit.model import CallError, Unread
from procure_audit.readers import ReadOptions

NOTICES = Path(__file__).parents[1] / "fixtures" / "notices"


def made(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("Bids are due on 3 May 2027.", encoding="utf-8")


def names(root: Path, *sources: str) -> list[str]:
    return [Path(job.path).relative_to(root).as_posix() for job in tenders_at(sources or (str(root),))]


def test_a_folder_of_documents_is_one_tender(tmp_path: Path) -> None:
    made(tmp_path, "itt.txt", "terms.txt")
    assert names(tmp_path) == ["."]


def test_a_folder_of_folders_and_zips_is_many(tmp_path: Path) -> None:
    made(tmp_path, "b/itt.txt", "b/terms.txt", "a/x/itt.txt", "a/y/itt.txt", "c.zip", "note.txt", ".git/config")
    assert names(tmp_path) == ["a/x", "a/y", "b", "c.zip", "note.txt"]


def test_a_list_names_a_tender_on_each_line(tmp_path: Path) -> None:
    made(tmp_path, "one/itt.txt", "two/itt.txt")
    (tmp_path / "list.txt").write_text(f"# ours\n{tmp_path}/two\n\n{tmp_path}/one\n", encoding="utf-8")
    assert names(tmp_path, f"@{tmp_path}/list.txt") == ["two", "one"]
    with pytest.raises(CallError, match="can't be read"):
        list(tenders_at([f"@{tmp_path}/gone.txt"]))


def test_procurements_carry_their_listing_and_all_their_places() -> None:
    found = list(procurements_at([str(NOTICES)], ReadOptions()))
    assert isinstance(found[0], Unread)
    first = found[1]
    assert isinstance(first, Job) and first.listing is not None
    assert (first.key, first.source) == ("ocds-example-1", "day.json releases[0], later.jsonl:1")
    assert first.listing.title == "Befriending for older people" and b'"Telephone calls"' in first.notice
