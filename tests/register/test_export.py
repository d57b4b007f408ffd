"""The register as tables: the same rows in each form, numbers as numbers, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from procure_audit.batch.job import Done, Job
from procure_audit.model import CallError, Unread
from procure_audit.notices.listing import Listing
from procure_audit.register import export
from procure_audit.register.export import EXPORTS, TABLES, exported
from procure_audit.register.portfolio import portfolio
from procure_audit.register.schema import opened
from procure_audit.register.write import Register

ORDER = '=HYPERLINK("http://example.org","x")'
DEMAND = {"asks": "£5 million of cover", "verdict": "blocked"}
REPORT: dict[str, Any] = {
    "tender": {"name": "Grass"},
    "score": {"value": 41, "low": 40, "high": 45, "grade": "D"},
    "findings": [
        {
            "rule": "public-liability-level", "category": "insurance", "severity": "high", "confidence": "high",
            "status": "open", "title": "Much cover", "message": "+5 million", "points": 9, "fingerprint": "f1",
            "places": [{"document": "itt.txt", "page": 2, "clause": "3.1", "quote": "£5,000,000"}],
        }
    ],
    "eligibility": [
        {
            "profile": "ours", "title": "Our charity", "can_bid": "no", "doubts": [],
            "demands": [DEMAND, DEMAND | {"asks": "a bond"}],
        }
    ],
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> sqlite3.Connection:
    listing = Listing(title=ORDER, buyer="@Council", published="2026-03-02", value=90000.0, suitable_vcse=True)
    with Register(tmp_path / "r.db") as kept:
        done = [Done("a", "assessed", report=REPORT), Done("b", "failed", reason="it took too long")]
        kept.put([(Job("a", listing=listing), done[0]), (Job("b"), done[1])], datetime(2026, 6, 1, 12))
        kept.put_unread([Unread("x.json", "it is broken JSON")], datetime(2026, 6, 1, 12))
    return opened(tmp_path / "r.db")


def test_csv_holds_a_row_each_and_no_formula(store: sqlite3.Connection) -> None:
    data = exported(store, ".csv", "tender")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [(row["key"], row["title"], row["buyer"], row["score"], row["suitable_vcse"]) for row in rows] == [
        ("a", f"'{ORDER}", "'@Council", "41", "yes"),
        ("b", "", "", "", ""),
    ]
    assert not {"report", "content", "judged_by"} & set(rows[0])


def test_an_empty_table_has_its_heading(tmp_path: Path) -> None:
    with Register(tmp_path / "r.db"):
        pass
    store = opened(tmp_path / "r.db")
    assert exported(store, ".csv", "unread").decode("utf-8-sig") == "path,reason,advice,seen_at\r\n"
    assert b"0 tenders" in portfolio(store, "2026-06-01")
    openpyxl.load_workbook(io.BytesIO(exported(store, ".xlsx", "tender")))


def test_the_workbook_holds_all_tables_and_no_formula(store: sqlite3.Connection) -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported(store, ".xlsx", "tender")))
    assert book.sheetnames == ["Tenders", "Findings", "Who could bid", "Not read"]
    told = [[cell.value for cell in row] for row in book["Who could bid"].iter_rows(min_row=2)]
    assert told == [["a", "ours", "Our charity", "no", "£5 million of cover; a bond", "", ""]]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert ORDER in {cell.value for cell in cells} and "f" not in {cell.data_type for cell in cells}
    head = [cell.value for cell in book["Tenders"][1]]
    assert book["Tenders"].cell(2, head.index("Score") + 1).value == 41


def test_more_rows_than_a_sheet_holds_are_refused(store: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "_MOST_ROWS", 1)
    with pytest.raises(CallError, match="Tenders has more rows than a sheet can hold"):
        exported(store, ".xlsx", "tender")


@pytest.mark.parametrize("table", TABLES)
def test_parquet_holds_what_csv_holds(table: str, store: sqlite3.Connection) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    read = parquet.read_table(io.BytesIO(exported(store, ".parquet", table)))
    head = next(csv.reader(io.StringIO(exported(store, ".csv", table).decode("utf-8-sig"))))
    assert read.column_names == head
    assert read.num_rows == store.execute(f"select count(*) from {table}").fetchone()[0]


def test_parquet_keeps_numbers_and_lists(store: sqlite3.Connection) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    tenders = parquet.read_table(io.BytesIO(exported(store, ".parquet", "tender"))).to_pylist()
    assert [(row["value"], row["score"], row["suitable_vcse"]) for row in tenders] == [
        (90000.0, 41, True), (None, None, None),
    ]  # fmt: skip
    bidders = parquet.read_table(io.BytesIO(exported(store, ".parquet", "eligibility"))).to_pylist()
    assert bidders[0]["blocked_by"] == ["£5 million of cover", "a bond"]


def test_without_pyarrow_it_says_what_to_install(store: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(CallError, match=r"pip install 'procure-audit\[parquet\]'"):
        exported(store, ".parquet", "tender")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_same_register_gives_the_same_bytes(ending: str, store: sqlite3.Connection) -> None:
    assert exported(store, ending, "tender") == exported(store, ending, "tender")
    assert set(EXPORTS) == {".csv", ".xlsx", ".parquet"}


def test_strangers_words_are_no_markup_in_the_portfolio(tmp_path: Path) -> None:
    listing = Listing(title="<script>alert(1)</script>", buyer="<b>x", deadline="2026-07-01", url="javascript:alert(1)")
    report = REPORT | {
        "eligibility": [REPORT["eligibility"][0] | {"can_bid": "yes", "title": "<i>ours", "demands": []}]
    }
    with Register(tmp_path / "r.db") as kept:
        kept.put([(Job("a", listing=listing), Done("a", "assessed", report=report))], datetime(2026, 6, 1))
    page = portfolio(opened(tmp_path / "r.db"), "2026-06-01", "ours").decode()
    assert "&lt;script&gt;alert(1)" in page and "<script>alert" not in page
    assert "<b>x" not in page and "<i>ours" not in page and 'href="javascript' not in page


def test_offers_with_most_time_left_come_first(tmp_path: Path) -> None:
    report = REPORT | {"eligibility": [REPORT["eligibility"][0] | {"can_bid": "yes", "demands": []}]}
    with Register(tmp_path / "r.db") as kept:
        for name, deadline in (("Early", "2026-06-02"), ("Late", "2026-07-01T12:00"), ("Shut", "2026-05-01")):
            job = Job(name, listing=Listing(title=f"{name} tender", deadline=deadline))
            kept.put([(job, Done(name, "assessed", report=report))], datetime(2026, 6, 1))
    page = portfolio(opened(tmp_path / "r.db"), "2026-06-01", "ours").decode()
    assert page.index("Late tender") < page.index("Early tender") and "Shut tender" not in page
