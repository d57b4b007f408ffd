"""Formats for programs as a user gets them: what is printed is compared whole; pipes, disks and names that break."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook

from procure_audit.renderers import RENDERERS

Run = Callable[..., Any]
POSIX = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and names of POSIX")
ENDINGS = {"sarif": ".json", "junit": ".xml", "github": ".txt", "gitlab": ".json", "csv": ".csv"}
WORDS = "Bidders must have an annual turnover of at least £5,000,000. "
OTHERS = ("xlsx", "jsonl")


@pytest.fixture(scope="module")
def written(procure_audit: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports of both examples in every format; of the harsh one the critical findings, to keep them small."""
    folder = tmp_path_factory.mktemp("written")
    for example, more in (("harsh", ["--min-severity", "critical"]), ("kind", [])):
        targets = [part for name in (*ENDINGS, *OTHERS) for part in ("-o", f"{name}={folder / example}.{name}")]
        call = ("check", f"examples/{example}", "--as-of", "2026-11-22", "--fail-on", "never", "-q")
        assert procure_audit(*call, *more, *targets).code == 0
    return folder


@pytest.mark.parametrize("name", ENDINGS)
@pytest.mark.parametrize("example", ["harsh", "kind"])
def test_the_report_of_an_example(example: str, name: str, written: Path, file_regression: Any) -> None:
    text = (written / f"{example}.{name}").read_text(encoding="utf-8-sig")
    file_regression.check(text, encoding="utf-8", extension=ENDINGS[name])


def cells(path: Path, name: str) -> list[list[str]]:
    sheet = load_workbook(path)[name]
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize("example", ["harsh", "kind"])
def test_the_workbook_of_an_example(example: str, written: Path, file_regression: Any) -> None:
    book = written / f"{example}.xlsx"
    sheets = {name: cells(book, name) for name in load_workbook(book).sheetnames}
    told = [f"{name}\n" + "\n".join("\t".join(row) for row in rows) for name, rows in sheets.items()]
    file_regression.check("\n\n".join(told) + "\n", encoding="utf-8", extension=".tsv")


def test_libreoffice_reads_the_workbook_and_the_csv_alike(written: Path, tmp_path: Path) -> None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        assert "PROCURE_AUDIT_TESTS_NEED_ALL" not in os.environ, "LibreOffice is missing where it must be"
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    filters = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = [program, profile, "--headless", "--convert-to", filters]
    for name, how in (("harsh.xlsx", []), ("harsh.csv", ["--infilter=CSV:44,34,76"])):
        call = [*command, *how, "--outdir", str(tmp_path / name), str(written / name)]
        subprocess.run(call, capture_output=True, timeout=120, check=True)
    book, table = (
        list(csv.reader(StringIO(next((tmp_path / name).glob(pattern)).read_text(encoding="utf-8"), newline="")))
        for name, pattern in (("harsh.xlsx", "*Findings*.csv"), ("harsh.csv", "*.csv"))
    )
    assert len(book) == 11
    assert book[1:] == table[1 : len(book)]
    assert [title.casefold() for title in book[0]] == table[0]


# Where they go -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ending", "kind"),
    [(".sarif", "sarif"), (".sarif.json", "sarif"), (".json", "json"), (".jsonl", "jsonl"), (".csv", "csv")],
)
def test_the_format_follows_from_the_ending(ending: str, kind: str, procure_audit: Run, tmp_path: Path) -> None:
    call = ("check", "examples/kind", "--as-of", "2026-11-22")
    target = tmp_path / f"Report{ending.upper()}"
    procure_audit(*call, "-q", "-o", str(target))
    assert target.read_text(encoding="utf-8") == procure_audit(*call, "-f", kind).out


@POSIX
@pytest.mark.parametrize("name", RENDERERS)
def test_a_pipe_that_closes_is_no_fault(name: str, root: Path) -> None:
    call = f"check examples/harsh --fail-on low -f {name} | head -c 1; exit ${{PIPESTATUS[0]}}"
    shell = ["bash", "-c", f"{sys.executable} -m procure_audit {call}"]
    done = subprocess.run(shell, cwd=root, capture_output=True, check=False)
    assert (len(done.stdout), done.stderr, done.returncode) == (1, b"", 1)


@POSIX
@pytest.mark.parametrize("name", ["text", "json", "xlsx"])
@pytest.mark.parametrize("where", ["printed", "written"])
def test_a_full_disk_is_told_and_is_no_clean_end(where: str, name: str, root: Path) -> None:
    more = f"-f {name} > /dev/full" if where == "printed" else f"-q -o {name}=/dev/full"
    shell = ["bash", "-c", f"{sys.executable} -m procure_audit check examples/kind {more}"]
    done = subprocess.run(shell, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "can't be written: No space left on device" in done.stderr
    assert "Traceback" not in done.stderr and done.stdout == ""


@pytest.mark.parametrize("name", ["sarif", "xlsx"])
def test_a_folder_is_no_file_to_write_to(name: str, procure_audit: Run, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    done = procure_audit("check", "examples/kind", "-o", f"{name}={tmp_path / 'reports'}")
    assert (done.code, "can't be written" in done.err) == (2, True)
    assert [*tmp_path.rglob("*")] == [tmp_path / "reports"]


@POSIX
def test_a_workbook_is_not_thrown_at_a_terminal(root: Path) -> None:
    call = f"{sys.executable} -m procure_audit check examples/kind -f xlsx"
    done = subprocess.run(
        ["script", "-qec", call, "/dev/null"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert (done.returncode, "this format is no text for a terminal" in done.stdout) == (2, True)


# Names that break out ----------------------------------------------------------------------------------------------

NASTY = "=a\"'<b>&,;::error::x%0A\n::error::y#?é.txt"


@pytest.fixture(scope="module")
def nasty(procure_audit: Run, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The reports of a tender whose folder and document have the worst name a file system allows."""
    folder = tmp_path_factory.mktemp("nasty") / NASTY.removesuffix(".txt")
    folder.mkdir()
    (folder / NASTY).write_text(WORDS * 20 + "=1+1 is a limit of £10 million for public liability.\n", encoding="utf-8")
    targets = [part for name in (*ENDINGS, *OTHERS) for part in ("-o", f"{name}={folder.parent / name}")]
    assert procure_audit("check", str(folder), "-q", *targets, "--fail-on", "never").code == 0
    return {name: (folder.parent / name).read_bytes() for name in (*ENDINGS, *OTHERS)}


@POSIX
def test_no_name_breaks_out_of_a_format(nasty: dict[str, bytes]) -> None:
    uri = json.loads(nasty["sarif"])["runs"][0]["artifacts"][0]["location"]["uri"]
    assert "%3Da%22%27%3Cb%3E%26%2C%3B%3A%3Aerror%3A%3Ax%250A%20%3A%3Aerror%3A%3Ay%23%3F" in uri
    lines = nasty["github"].decode().splitlines()
    assert all(line.startswith(("::error file=", "::warning ", "::notice ", "procure-audit: ")) for line in lines)
    assert not any(line.lstrip().startswith("::error::") for line in lines)
    suites = etree.fromstring(nasty["junit"])
    assert suites[1].get("name") == NASTY.replace("\n", " ")
    row = next(csv.DictReader(StringIO(nasty["csv"].decode("utf-8-sig"), newline="")))
    assert row["tender"].startswith("'=a") and row["document"].startswith("'=a")
    sheet = load_workbook(BytesIO(nasty["xlsx"]))["Findings"]
    assert (sheet["B2"].value, sheet["B2"].data_type, sheet["B2"].quotePrefix) == (NASTY.replace("\n", " "), "s", True)
    assert json.loads(nasty["gitlab"])[0]["location"]["path"].endswith(".txt")
    assert len(nasty["jsonl"].splitlines()) == 1


@POSIX
def test_addresses_are_seen_from_the_folder_of_the_call(tmp_path: Path) -> None:
    (tmp_path / "tenders" / "care").mkdir(parents=True)
    (tmp_path / "tenders" / "care" / "itt.txt").write_text(WORDS * 20, encoding="utf-8")

    def addresses(path: str, here: Path) -> set[str]:
        call = [sys.executable, "-m", "procure_audit", "check", path, "-f", "sarif"]
        done = subprocess.run(call, cwd=here, capture_output=True, text=True, check=False)
        return {one["location"]["uri"] for one in json.loads(done.stdout)["runs"][0]["artifacts"]}

    for path in ("tenders/care", "./tenders/care/", str(tmp_path / "tenders" / "care"), "tenders/care/itt.txt"):
        assert addresses(path, tmp_path) == {"tenders/care/itt.txt"}
    assert addresses(".", tmp_path / "tenders" / "care") == {"itt.txt"}
    assert addresses("../tenders/care", tmp_path / "tenders") == {"care/itt.txt"}
    (tmp_path / "elsewhere").mkdir()
    assert addresses("../tenders/care", tmp_path / "elsewhere") == {"itt.txt"}
