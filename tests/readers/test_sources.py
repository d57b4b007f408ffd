"""From a path to the files of a tender: every bad input has its own words, and nothing raises."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from procure_audit.model import Tender
from procure_audit.readers import ReadOptions, read_tender
from procure_audit.readers.sources import is_junk, tender_name


def zipped(*members: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return held.getvalue()


def reasons(tender: Tender) -> dict[str, str]:
    return {unread.path: unread.reason for unread in tender.unread}


def test_a_file_is_a_tender(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("The council wants a hall.")
    tender = read_tender(str(tmp_path / "brief.txt"))
    assert tender.name == "brief"
    assert [document.path for document in tender.documents] == ["brief.txt"]
    assert tender.documents[0].text.strip() == "The council wants a hall."


def test_a_folder_is_a_tender_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.md", "b/z.txt", "b/y.txt"):
        (tmp_path / name).write_text(f"Words of {name}.")
    tender = read_tender(str(tmp_path), jobs=3)
    assert [document.path for document in tender.documents] == ["a.md", "c.txt", "b/y.txt", "b/z.txt"]
    assert tender.unread == ()


def test_traces_of_systems_are_no_documents(tmp_path: Path) -> None:
    for name in (".DS_Store", "~$brief.docx", "Thumbs.db", ".hidden.txt", "brief.txt"):
        (tmp_path / name).write_text("Words.")
    tender = read_tender(str(tmp_path))
    assert [document.path for document in tender.documents] == ["brief.txt"]
    assert tender.unread == ()


@pytest.mark.parametrize(
    ("path", "expected"),
    [("__MACOSX/a.txt", True), (".git/config", True), ("a/~$b.docx", True), ("a/b.txt", False), ("../b.txt", False)],
)
def test_junk(path: str, expected: bool) -> None:
    assert is_junk(path) is expected


def test_a_missing_path_is_unread(tmp_path: Path) -> None:
    tender = read_tender(str(tmp_path / "nowhere.pdf"))
    assert tender.documents == ()
    assert reasons(tender) == {"nowhere.pdf": "there is no such file or folder"}


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert reasons(read_tender(str(tmp_path))) == {tmp_path.name: "the folder holds no documents"}


def test_the_same_file_twice_is_read_once_with_a_note(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The same words.")
    tender = read_tender(str(tmp_path))
    assert [(document.path, document.notes) for document in tender.documents] == [
        ("a.txt", ("b.txt is the same file: read once",))
    ]


def test_copies_of_an_unreadable_file_are_each_named(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n....")
    assert set(reasons(read_tender(str(tmp_path)))) == {"a.png", "b.png"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_links_out_and_pipes_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("Secret.")
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "link.txt").symlink_to(outside)
    os.mkfifo(folder / "pipe.txt")
    assert reasons(read_tender(str(folder))) == {
        "link.txt": "it is a link to a place outside the folder",
        "pipe.txt": "it is a pipe, not a file",
    }


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("word " * 100)
    tender = read_tender(str(tmp_path), ReadOptions(max_bytes=100))
    assert reasons(tender) == {"long.txt": "it has 500 bytes, more than the 100 allowed"}


def test_a_pack_with_a_pack_inside(tmp_path: Path) -> None:
    third = zipped(("d.txt", b"Three deep."))
    inner = zipped(("c.txt", b"Two deep."), ("third.zip", third))
    (tmp_path / "pack.zip").write_bytes(zipped(("b.txt", b"One deep."), ("inner.zip", inner), ("__MACOSX/x.txt", b"x")))
    tender = read_tender(str(tmp_path / "pack.zip"))
    assert tender.name == "pack"
    assert [document.path for document in tender.documents] == ["b.txt", "inner.zip/c.txt"]
    assert reasons(tender) == {"inner.zip/third.zip": "it is an archive inside an archive inside an archive"}


def test_a_member_without_a_name_is_read_all_the_same(tmp_path: Path) -> None:
    """A NUL at the beginning of a name leaves nothing of it."""
    pack = zipped(("Zhidden.txt", b"Hidden words."), ("plain.txt", b"Plain words."))
    (tmp_path / "pack.zip").write_bytes(pack.replace(b"Zhidden.txt", b"\0hidden.txt"))
    tender = read_tender(str(tmp_path / "pack.zip"))
    assert [document.path for document in tender.documents] == ["(a file without a name)", "plain.txt"]


@pytest.mark.parametrize("name", ["/etc/passwd.txt", "../up.txt", "a/../../up.txt", "C:/windows/x.txt", "..\\up.txt"])
def test_names_that_point_outside_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "pack.zip").write_bytes(zipped((name, b"Words."), ("good.txt", b"Good words.")))
    tender = read_tender(str(tmp_path / "pack.zip"))
    assert [document.path for document in tender.documents] == ["good.txt"]
    assert [unread.reason for unread in tender.unread] == ["its name in the archive points outside the archive"]


def test_a_locked_entry_is_named(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", b"Words.")))
    data[6] |= 1  # the flag in the entry's own head
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and in the list of entries
    (tmp_path / "pack.zip").write_bytes(data)
    assert reasons(read_tender(str(tmp_path / "pack.zip"))) == {"a.txt": "it is locked with a password"}


def test_a_bomb_is_named(tmp_path: Path) -> None:
    (tmp_path / "pack.zip").write_bytes(zipped(("zeros.txt", bytes(30_000_000)), ("good.txt", b"Good words.")))
    tender = read_tender(str(tmp_path / "pack.zip"))
    assert [document.path for document in tender.documents] == ["good.txt"]
    assert reasons(tender) == {"zeros.txt": "it unpacks to more than 200 times its size, as only a ZIP bomb does"}


def test_a_pack_may_not_expand_past_the_limit(tmp_path: Path) -> None:
    words = ("The council wants a hall. " * 100).encode()
    (tmp_path / "pack.zip").write_bytes(zipped(("a.txt", words), ("b.txt", words + b"Again.")))
    tender = read_tender(str(tmp_path / "pack.zip"), ReadOptions(max_bytes=3_000))
    assert [document.path for document in tender.documents] == ["a.txt"]
    assert reasons(tender) == {"b.txt": "it unpacks to more than the 3,000 bytes allowed"}


def test_a_broken_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "pack.zip").write_bytes(zipped(("a.txt", b"Words."))[:-30])
    assert reasons(read_tender(str(tmp_path / "pack.zip")))["pack.zip"].startswith("it is a broken ZIP archive")


def test_two_entries_of_one_name(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped(("a.txt", b"First."), ("a.txt", b"Second."))
    (tmp_path / "pack.zip").write_bytes(data)
    tender = read_tender(str(tmp_path / "pack.zip"))
    assert [document.text.strip() for document in tender.documents] == ["First."]
    assert reasons(tender) == {"a.txt": "the archive holds another file of the same name"}


def test_text_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Words from a pipe.")))
    tender = read_tender("-")
    assert (tender.name, tender.documents[0].text.strip()) == ("standard input", "Words from a pipe.")


def test_the_folder_one_stands_in_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert tender_name(".") == tmp_path.name


def test_progress_names_each_file(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Words of {name}.")
    seen: list[str] = []
    read_tender(str(tmp_path), on_progress=seen.append)
    assert seen == ["a.txt", "b.txt"]


def test_a_report_of_ours_beside_the_documents_is_told_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "itt.txt").write_text("Bidders must have a turnover of £1,000,000 a year. " * 5)
    page = '<!doctype html>\n<meta charset="utf-8">\n<meta name="generator" content="procure-audit">'
    (tmp_path / "report.html").write_text(page)
    (tmp_path / "report.md").write_text("<!-- procure-audit report -->\n\n## itt")
    (tmp_path / "about.md").write_text("We use procure-audit to check our tenders. " * 5)
    tender = read_tender(str(tmp_path))
    assert [document.path for document in tender.documents] == ["about.md", "itt.txt"]
    assert tender.unread == ()
    assert tender.documents[0].notes == (
        "report.html is a report of this program, so it was not read",
        "report.md is a report of this program, so it was not read",
    )
    assert [document.path for document in read_tender(str(tmp_path / "report.md")).documents] == ["report.md"]
