"""The register: results go in whole, answers come out as rows, and no other file is taken for one."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from procure_audit.batch.job import Done, How, Job
from procure_audit.batch.pool import run
from procure_audit.batch.sources import procurements_at, tenders_at
from procure_audit.model import CallError
from procure_audit.readers import ReadOptions
from procure_audit.register import ask
from procure_audit.register.fill import Runner, fill
from procure_audit.register.schema import MIGRATIONS, opened
from procure_audit.register.tell import open_to
from procure_audit.register.write import Register
from procure_audit.renderers.paragraphs import Paper

NOTICES = Path(__file__).parents[1] / "fixtures" / "notices"
EXAMPLES = Path(__file__).parents[2] / "examples"
NOW = datetime(2026, 6, 1, 12)
TENDERS = [str(EXAMPLES / "harsh"), str(EXAMPLES / "kind")]


def here(how: How) -> Runner:
    return partial(run, how=how, workers=2, timeout=120)


def told(_: Counter[str]) -> None:
    pass


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The notices of the fixtures and both examples."""
    folder = tmp_path_factory.mktemp("register")
    path = folder / "register.db"
    how = How(today="2026-03-20", register=str(path), cache=str(folder / "documents"))
    counts, unread = fill(procurements_at([str(NOTICES)], ReadOptions()), here(how), path, told)
    assert counts == {"assessed": 3} and len(unread) == 1
    counts, unread = fill(tenders_at(TENDERS), here(how), path, told)
    assert counts == {"assessed": 2} and unread == []
    return path


def test_what_is_held_already_is_not_audited_again(filled: Path) -> None:
    how = How(today="2026-03-21", register=str(filled))
    counts, _ = fill(tenders_at(TENDERS), here(how), filled, told)
    assert counts == {"same": 2}
    less = How(today="2026-03-21", select=("insurance",), register=str(filled))
    changed, _ = fill(tenders_at(TENDERS[1:]), here(less), filled, told)
    assert changed == {"assessed": 1}
    fill(tenders_at(TENDERS), here(how), filled, told)


def test_the_whole_is_told_in_numbers(filled: Path) -> None:
    whole = ask.overview(opened(filled))
    assert {name: whole[name] for name in ("tenders", "judged", "partial", "unread", "failed", "files_unread")} == {
        "tenders": 5, "judged": 5, "partial": 0, "unread": 0, "failed": 0, "files_unread": 1,
    }  # fmt: skip
    assert sum(row["tenders"] for row in ask.grades(opened(filled))) == 5
    barriers = {row["rule"]: row["tenders"] for row in ask.barriers(opened(filled), 200)}
    assert barriers["turnover-absolute"] == 2


def test_tenders_come_by_their_closing_date(filled: Path) -> None:
    rows = ask.listed(opened(filled), ask.Which(open_on="2026-03-20"), 10)
    assert [row["title"] for row in rows][:2] == ["Befriending for older people", "Grass cutting"]
    (one,) = ask.listed(opened(filled), ask.Which(words="grass eastmarsh"), 10)
    assert one["deadline"] == "2026-04-30"
    assert [row["key"] for row in ask.listed(opened(filled), ask.Which(category="85", most_value=90_000), 10)] == [
        "ocds-example-1"
    ]
    assert ask.listed(opened(filled), ask.Which(closing_by="2026-04-27", open_on="2026-04-27"), 10)[0]["score"]


def test_a_bidder_is_told_what_it_could_bid_for_and_what_blocks_it(filled: Path) -> None:
    rows = ask.open_to(opened(filled), "small-250k", ask.Which(), 10)
    told = {row["title"]: (row["can_bid"], row["blocked_by"][:1]) for row in rows}
    assert told["Befriending for older people"] == ("no", ["a yearly income of at least £2 million"])
    assert [row["can_bid"] for row in rows] == sorted((row["can_bid"] for row in rows), reverse=True)
    with pytest.raises(CallError, match="did you mean 'small-250k'"):
        ask.open_to(opened(filled), "small-250", ask.Which(), 10)


def test_scores_are_grouped(filled: Path) -> None:
    (row,) = [row for row in ask.grouped(opened(filled), "buyer", 9) if row["name"] == "Northmoor County Council"]
    assert row["tenders"] == 1 and row["grave"] >= 1 and row["lowest"] == row["highest"] == row["average_score"]
    for by in ask.GROUPS:
        ask.grouped(opened(filled), by, 9)
    with pytest.raises(CallError, match="grouped by 'buyers'"):
        ask.grouped(opened(filled), "buyers", 9)


def test_the_report_is_the_one_that_check_gives(filled: Path) -> None:
    report = ask.report(opened(filled), "ocds-example-1")
    assert report["schema"] == "procure-audit/report/1" and report["tender"]["name"] == "Befriending for older people"
    assert report["findings"][0]["places"][0]["path"].startswith("tender.")
    for key, why in (("nothing", "holds no tender"), ("ocds", "which one")):
        with pytest.raises(CallError, match=why):
            ask.report(opened(filled), key)


def test_a_tender_that_is_audited_anew_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    with Register(path) as register:
        register.put([(Job("a"), Done("a", "failed", reason="it hung"))], NOW)
        register.put([(Job("a"), Done("a", "unread", reason="all scanned"))], NOW)
        register.put([(Job("a"), Done("a", "same"))], NOW)
    with pytest.raises(CallError, match="there is no report of 'a': all scanned"):
        ask.report(opened(path), "a")
    rows = opened(path).execute("select key, status, reason, audited_at from tender").fetchall()
    assert [tuple(row) for row in rows] == [("a", "unread", "all scanned", "2026-06-01T12:00:00")]


def test_a_group_of_results_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    broken = Done("b", "assessed", report={"findings": [{}]})
    with Register(path) as register, pytest.raises(KeyError):
        register.put([(Job("a"), Done("a", "unread")), (Job("b"), broken)], NOW)
    assert ask.overview(opened(path))["tenders"] == 0


def test_other_files_are_no_register(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="there is no register at"):
        opened(tmp_path / "gone.db")
    (tmp_path / "text.db").write_text("not a database, but long enough to be looked at as one" * 9, encoding="utf-8")
    with pytest.raises(CallError, match="can't be used: file is not a database"):
        opened(tmp_path / "text.db", to_write=True)
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("create table tender (name)")
    with pytest.raises(CallError, match="no register of procure-audit"):
        opened(tmp_path / "other.db", to_write=True)


def test_a_register_of_a_later_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    opened(path, to_write=True).close()
    with sqlite3.connect(path) as store:
        store.execute(f"pragma user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(CallError, match="later procure-audit"):
        opened(path)


def test_columns_hold_what_the_report_says(filled: Path) -> None:
    row = opened(filled).execute("select * from tender where key like '%harsh'").fetchone()
    report = json.loads(row["report"])
    assert row["score"] == report["score"]["value"] and row["grade"] == report["score"]["grade"]
    assert (row["value"], row["currency"], row["deadline"]) == (720_000, "GBP", "2026-12-31T12:00")
    count = opened(filled).execute("select count(*) from finding where tender = ?", (row["key"],)).fetchone()[0]
    assert count == len(report["findings"])


def test_a_notice_s_claim_is_held_against_what_it_asks_for(filled: Path) -> None:
    """The notice calls one lot suitable for voluntary bodies, and every bidder must have a turnover of £2 million."""
    rows = opened(filled).execute(
        "select tender, severity, quote from finding where rule = 'suitable-yet-high-turnover'"
    )
    assert [tuple(row) for row in rows] == [
        ("ocds-example-1", "high", "Bidders must have a minimum annual turnover of £2,000,000.")
    ]


def test_a_long_reason_that_leaves_many_open_is_told_once() -> None:
    long = "these documents don't say how to bid, so more may be asked elsewhere"
    rows = [
        {"can_bid": "unsure", "title": f"Lot {n}", "name": "", "buyer": "", "value": None, "currency": ""}
        | {"deadline": None, "url": "", "key": f"k{n}", "blocked_by": [], "to_qualify": [], "unsure": unsure}
        for n, unsure in enumerate([["a bond", long], [long], [long, "a bond"], ["a bond"]])
    ]
    paper = Paper(100, color=False)
    open_to(paper, "Bids", rows)
    lines = [line.strip() for line in paper.text().splitlines()]
    assert lines.count(f"(a) {long}") == 1 and "".join(lines).count("how to bid") == 1
    assert [line for line in lines if line.startswith("unsure")] == [
        "unsure: (a); a bond",
        "unsure: (a)",
        "unsure: (a); a bond",
        "unsure: a bond",
    ]
