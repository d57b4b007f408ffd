"""`batch`, `notices` and `register` as somebody calls them."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import pytest

from procure_audit import __version__

NOTICES = "tests/fixtures/notices"
Run = Callable[..., Any]


@pytest.fixture(scope="module")
def register(procure_audit: Run, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A register of the notices and of both examples."""
    path = str(tmp_path_factory.mktemp("register") / "register.db")
    done = procure_audit("notices", NOTICES, "--register", path)
    assert done.code == 4
    assert done.out == f"3 tenders: 3 assessed; register: {path}\n"
    assert done.err == "not read: later.jsonl:4: it is broken JSON, cut short or damaged\n"
    done = procure_audit("batch", "examples/harsh", "examples/kind", "--register", path, "-j", "1")
    assert (done.code, done.out) == (0, f"2 tenders: 2 assessed; register: {path}\n")
    return path


def test_called_again_it_audits_nothing_twice(register: str, procure_audit: Run) -> None:
    done = procure_audit("batch", "examples/harsh", "examples/kind", "--register", register)
    assert done.out.startswith("2 tenders: 2 as before;")


def test_a_member_s_question(register: str, procure_audit: Run, file_regression: Any) -> None:
    done = procure_audit("register", "list", "--register", register, "--bidder", "small-250k", "--on", "2026-04-01")
    assert done.code == 0
    file_regression.check(done.out, encoding="utf-8")


def test_the_summary(register: str, procure_audit: Run, file_regression: Any) -> None:
    done = procure_audit("register", "summary", "--register", register, "--by", "buyer", "--by", "value", "--most", "5")
    assert done.code == 0
    file_regression.check(done.out, encoding="utf-8")


def test_the_list(register: str, procure_audit: Run, file_regression: Any) -> None:
    done = procure_audit("register", "list", "--register", register, "--on", "2026-04-01", "-f", "csv")
    file_regression.check(done.out, encoding="utf-8", extension=".csv")


def test_closing_dates_go_into_a_calendar(register: str, procure_audit: Run) -> None:
    done = procure_audit("register", "list", "--register", register, "--on", "2026-04-01", "-f", "ics")
    events = icalendar.Calendar.from_ical(done.out).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events][:2] == [
        "Bids close: Befriending for older people, Northmoor County Council",
        "Bids close: Grass cutting, Eastmarsh Town Council",
    ]
    assert [event.decoded("DTSTART").isoformat() for event in events][:2] == ["2026-04-27T12:00:00", "2026-04-30"]


def test_a_report_is_shown_whole(register: str, procure_audit: Run) -> None:
    shown = json.loads(procure_audit("register", "show", "ocds-example-3", "--register", register).out)
    assert shown["tender"]["name"] == "Grass cutting"


@pytest.mark.parametrize("bidder", ["small-250k", None])
def test_the_portfolio(
    bidder: str | None, register: str, procure_audit: Run, tmp_path: Path, file_regression: Any
) -> None:
    page = tmp_path / "portfolio.html"
    asked = ("--bidder", bidder) if bidder else ()
    done = procure_audit("register", "export", "--register", register, "-o", str(page), "--on", "2026-04-01", *asked)
    assert (done.code, done.out, done.err) == (0, "", "")
    style = re.compile("<style>.*?</style>|<script>.*?</script>|sha256-[A-Za-z0-9+/=]*", re.S)
    told = style.sub("", page.read_text(encoding="utf-8")).replace(__version__, "0.0.0")
    file_regression.check(told, encoding="utf-8", extension=".html")


@pytest.mark.parametrize(
    ("name", "options", "why"),
    [
        ("x.doc", (), "nothing is exported as '.doc'; name a file that ends in .csv, .xlsx, .parquet or .html"),
        ("x", (), "nothing is exported as ''"),
        ("x.csv", ("--table", "tenders"), "no table is called 'tenders'; did you mean 'tender'?"),
        ("x.csv", ("--bidder", "small-250k"), "--bidder and --on are for a page"),
        ("x.xlsx", ("--table", "finding"), ".xlsx holds all of them"),
        (
            "x.html",
            ("--bidder", "small-25k"),
            "no bidder 'small-25k': give it to batch or notices (--bidder); did you mean 'small-250k'?",
        ),
        ("gone/x.csv", (), "can't be written: No such file or directory"),
    ],
)
def test_a_wrong_export_says_why_and_leaves_nothing(
    name: str, options: tuple[str, ...], why: str, register: str, procure_audit: Run, tmp_path: Path
) -> None:
    done = procure_audit("register", "export", "--register", register, "-o", str(tmp_path / name), *options)
    assert done.code == 2 and why in done.err and "Traceback" not in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("call", "why"),
    [
        (("register", "summary", "--register", "gone.db"), "there is no register at gone.db"),
        (("batch", "examples/kind", "--register", "pyproject.toml"), "can't be used: file is not a database"),
        (("batch", "examples/kind", "--register", "nowhere/r.db"), "can't be used: unable to open database file"),
        (("batch", "examples/kind", "--register", "r.db", "--rules", "nobody"), "nobody"),
        (("batch", "@gone.txt", "--register", "r.db"), "the list gone.txt can't be read"),
    ],
)
def test_a_wrong_call_says_why(call: tuple[str, ...], why: str, procure_audit: Run, root: Path) -> None:
    done = procure_audit(*call)
    assert done.code == 2 and why in done.err and "Traceback" not in done.err
    assert not (root / "r.db").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no limits of files on Windows")
def test_a_full_disk_ends_it_with_what_was_done_kept(tmp_path: Path, root: Path) -> None:
    """No file may grow beyond what holds the first of the reports: to SQLite it is a disk that takes no more."""
    import resource

    register, notices = tmp_path / "register.db", tmp_path / "notices.jsonl"
    told = {"date": "2026-03-02", "tag": ["tender"], "tender": {"description": "Bidders need a turnover of £90,000."}}
    notices.write_text("".join(json.dumps({"ocid": f"ocds-1-{n}", **told}) + "\n" for n in range(200)))
    call = [sys.executable, "-m", "procure_audit", "notices", str(notices), "--register", str(register), "-j", "1"]

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_500_000, 2_500_000))

    done = subprocess.run(call, cwd=root, capture_output=True, text=True, check=False, preexec_fn=full)
    assert done.returncode == 2
    assert done.stderr.startswith(f"procure-audit: the register {register} can't be written: ")
    assert done.stderr.endswith("what was counted as done is in it, and the same call goes on from there\n")
    kept = keys(register)
    assert 0 < len(kept) < 200
    final = subprocess.run(call, cwd=root, capture_output=True, text=True, check=True)
    assert final.stdout.startswith(f"200 tenders: {200 - len(kept)} assessed, {len(kept)} as before;")
    with sqlite3.connect(register) as store:
        assert store.execute("pragma integrity_check").fetchone() == ("ok",)


@pytest.mark.slow
def test_killed_again_and_again_it_loses_and_doubles_nothing(tmp_path: Path, root: Path) -> None:
    """kill -9 in the middle of the run: what was reported done is there, and in the end each tender once."""
    tenders = tmp_path / "tenders"
    for number in range(60):
        folder = tenders / f"{number:02}"
        folder.mkdir(parents=True)
        (folder / "itt.txt").write_text(f"Bidders need a turnover of at least £{number + 1}0,000.\n" * 200)
    register = tmp_path / "register.db"
    call = [sys.executable, "-m", "procure_audit", "batch", str(tenders), "--register", str(register)]
    seen: set[str] = set()
    for seconds in (1.5, 2.0, 2.5, 3.0):
        process = subprocess.Popen(call, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        done = keys(register)
        assert seen <= done
        seen = done
    final = subprocess.run(call, cwd=root, capture_output=True, text=True, check=True)
    assert final.stdout.startswith("60 tenders:") and len(keys(register)) == 60
    with sqlite3.connect(register) as store:
        assert store.execute("pragma integrity_check").fetchone() == ("ok",)
        assert store.execute("select count(*) from eligibility").fetchone() == (60 * 4,)


def keys(register: Path) -> set[str]:
    if not register.is_file():
        return set()
    with sqlite3.connect(register) as store:
        try:
            return {key for (key,) in store.execute("select key from tender")}
        except sqlite3.OperationalError:  # killed before its tables were there
            return set()
