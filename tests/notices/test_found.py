"""Releases in files of every kind that services and archives use, and what is said of those that can't be read."""

from __future__ import annotations

import bz2
import gzip
import lzma
import shutil
import zipfile
from pathlib import Path

import pytest

from procure_audit.model import Unread
from procure_audit.notices.found import Published, published
from procure_audit.readers import ReadOptions

NOTICES = Path(__file__).parents[1] / "fixtures" / "notices"
DAY = (NOTICES / "day.json").read_bytes()


def places(path: Path) -> list[str]:
    return [one.place if isinstance(one, Published) else f"! {one.path}: {one.reason}" for one in published(str(path))]


def test_a_folder_is_read_in_the_order_of_names() -> None:
    assert places(NOTICES) == [
        "day.json releases[0]",
        "day.json releases[1]",
        "later.jsonl:1",
        "later.jsonl:3",
        "! later.jsonl:4: it is broken JSON, cut short or damaged",
    ]


@pytest.mark.parametrize(
    ("suffix", "squeeze"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)]
)
def test_compressed_files_are_read(tmp_path: Path, suffix: str, squeeze: object) -> None:
    (tmp_path / f"day.json{suffix}").write_bytes(squeeze(DAY))  # type: ignore[operator]
    assert places(tmp_path) == ["day.json releases[0]", "day.json releases[1]"]


def test_a_zip_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "month.zip", "w") as archive:
        archive.writestr("a/day.json", DAY)
    assert places(tmp_path / "month.zip") == ["a/day.json releases[0]", "a/day.json releases[1]"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("note.md", b"# About", "it holds no notices in JSON"),
        ("cut.json.gz", gzip.compress(DAY)[:60], "it is damaged or can't be opened"),
        ("list.json", b"[1, 2]", "it is JSON but no notice"),
        ("empty.json", b'{"releases": []}', "a package without a release"),
        ("deep.json", b'{"releases":' * 100_000, "nested deeper"),
    ],
    ids=["other", "cut", "list", "empty", "deep"],
)
def test_what_holds_no_notice_is_named(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (one,) = published(str(tmp_path))
    assert isinstance(one, Unread) and reason in one.reason and one.advice


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    (one,) = published(str(tmp_path / "gone.json"))
    assert isinstance(one, Unread) and one.reason == "there is no such file or folder"


def test_a_file_over_the_limit_is_named_and_a_line_too(tmp_path: Path) -> None:
    shutil.copy(NOTICES / "day.json", tmp_path)
    shutil.copy(NOTICES / "later.jsonl", tmp_path)
    told = [one for one in published(str(tmp_path), ReadOptions(max_bytes=300)) if isinstance(one, Unread)]
    assert [one.path for one in told] == ["day.json", "later.jsonl:3", "later.jsonl:4"]
    assert told[0].reason == "it has more than the 300 bytes allowed"
