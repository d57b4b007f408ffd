"""Documents are kept by what went into reading them, and what is damaged is read again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from procure_audit.batch.cache import Cache, Folder, code, digest
from procure_audit.batch.job import How, Job
from procure_audit.batch.work import work
from procure_audit.facts.extractors import of_document
from procure_audit.metrics import measure
from procure_audit.model import Document, Tender, Unread, WordLists, given
from procure_audit.readers import ReadOptions
from procure_audit.readers.sources import SourceFile
from procure_audit.readers.text import read
from procure_audit.rules.words import load_words

SOURCE = SourceFile("itt.txt", b"Bidders must have a turnover of at least GBP 500,000.")


def document() -> Document:
    plain = read(SOURCE.data, SOURCE.path)
    return replace(plain, found=of_document(plain))


def test_what_was_kept_comes_back_whole(tmp_path: Path) -> None:
    cache = Cache(Folder(tmp_path / "kept"), ReadOptions())
    assert cache.get(SOURCE) is None
    cache.put(SOURCE, document())
    assert cache.get(SOURCE) == document() and document().found


def test_another_name_other_bytes_or_other_options_are_another_document(tmp_path: Path) -> None:
    Cache(Folder(tmp_path), ReadOptions()).put(SOURCE, document())
    assert Cache(Folder(tmp_path), ReadOptions(revisions="original")).get(SOURCE) is None
    assert Cache(Folder(tmp_path), ReadOptions()).get(replace(SOURCE, path="b.txt")) is None
    assert Cache(Folder(tmp_path), ReadOptions()).get(replace(SOURCE, data=b"else")) is None
    assert Cache(Folder(tmp_path), ReadOptions(timeout=5)).get(SOURCE) == document()


def test_a_damaged_file_is_as_none(tmp_path: Path) -> None:
    cache = Cache(Folder(tmp_path), ReadOptions())
    cache.put(SOURCE, document())
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    kept.write_bytes(kept.read_bytes()[:-9])
    assert cache.get(SOURCE) is None


def test_what_can_not_be_kept_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    Cache(Folder(tmp_path / "file"), ReadOptions()).put(SOURCE, document())


def test_what_was_measured_comes_back_whole(tmp_path: Path) -> None:
    cache, tender = Cache(Folder(tmp_path), ReadOptions()), Tender("t", (document(),))
    told = cache.measured(())(tender, (), load_words())
    assert told == measure(tender, (), load_words()) and len(told) > 20
    again = cache.measured(())(tender, (), WordLists())
    assert again == told and [type(one.value) for one in again] == [type(one.value) for one in told]
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    kept.write_bytes(b"")
    assert cache.measured(())(tender, (), WordLists()) == measure(tender, (), WordLists())


@pytest.mark.parametrize(
    "other",
    [
        Tender("t", (replace(document(), sha256="other"),)),
        Tender("t", (document(),), (Unread("b.pdf", "it took too long", "try again"),)),
    ],
)
def test_another_tender_is_measured_anew(other: Tender, tmp_path: Path) -> None:
    cache = Cache(Folder(tmp_path), ReadOptions())
    cache.measured(())(Tender("t", (document(),)), (), WordLists())
    assert cache.measured(())(other, (), load_words()) == measure(other, (), load_words())


def test_what_the_user_knows_counts(tmp_path: Path) -> None:
    cache, tender = Cache(Folder(tmp_path), ReadOptions()), Tender("t", (document(),))
    cache.measured(())(tender, (), WordLists())
    known = (given("regime", value="light_touch"),)
    assert cache.measured(known)(tender, known, load_words()) == measure(tender, known, load_words())


@pytest.mark.parametrize("select", [(), ("turnover-absolute",)])
def test_a_report_rests_on_nothing_that_was_kept(select: tuple[str, ...], tmp_path: Path, root: Path) -> None:
    job = Job("kind", str(root / "examples" / "kind"))
    how = How(today="2026-06-01", cache=str(tmp_path))
    work(job, how)
    asked = replace(how, select=select)
    assert json.dumps(work(job, asked).report) == json.dumps(work(job, replace(asked, cache=None)).report)


def test_a_digest_of_files_is_that_of_what_stands_in_them(tmp_path: Path) -> None:
    for name, text in (("a", "one"), ("b", "two")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    before = digest(tmp_path.iterdir())
    assert digest(sorted(tmp_path.iterdir(), reverse=True)) == before
    (tmp_path / "b").write_text("three", encoding="utf-8")
    assert digest(tmp_path.iterdir()) != before


def test_the_code_of_other_rooms_has_another_digest() -> None:
    assert code() == code() != code("rules", "score")
