"""`compare` as a user meets it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from procure_audit.data import package_file

Run = Callable[..., Any]
HEAD = "Invitation to Tender\n\n1. How to bid\n\n1.1 You must send your tender by noon on 3 May 2027.\n\n"
LIABILITY = "Tenderers must hold public liability insurance of £{} million for each claim."
BOND = "The successful Tenderer must provide a performance bond of 10% of the contract value."
TRADING = "The Tenderer must have been trading for at least five years."


@pytest.fixture
def draft(tmp_path: Path) -> Callable[..., str]:
    def write(name: str, *clauses: str) -> str:
        path = tmp_path / name
        numbered = "\n\n".join(f"2.{number} {clause}" for number, clause in enumerate(clauses, 1))
        path.write_text(f"{HEAD}2. What you must have\n\n{numbered}\n", encoding="utf-8")
        return str(path)

    return write


def compared(procure_audit: Run, old: str, new: str) -> tuple[int, dict[str, Any]]:
    done = procure_audit("compare", old, new, "-f", "json", "--as-of", "2026-11-22")
    told = json.loads(done.out)
    schema = json.loads(package_file("schemas", "comparison-1.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(told)
    return done.code, told


def rules(some: list[dict[str, Any]]) -> set[str]:
    return {one["rule"] for one in some}


def test_what_went_came_and_changed(draft: Callable[..., str], procure_audit: Run) -> None:
    old = draft("old.txt", LIABILITY.format(10), BOND)
    new = draft("new.txt", LIABILITY.format(20), TRADING)
    code, told = compared(procure_audit, old, new)
    assert code == 1
    assert rules(told["gone"]) == {"performance-bond"}
    assert "years-trading-required" in rules(told["added"])
    changes = {one["new"]["rule"]: (one["old"]["quote"], one["new"]["quote"]) for one in told["changed"]}
    assert changes["public-liability-level"] == tuple(f"2.1 {LIABILITY.format(millions)}" for millions in (10, 20))


def test_a_clause_that_moved_is_not_new(draft: Callable[..., str], procure_audit: Run) -> None:
    old = draft("old.txt", LIABILITY.format(10), BOND, TRADING)
    new = draft("new.txt", TRADING, BOND, LIABILITY.format(10))
    code, told = compared(procure_audit, old, new)
    assert (code, told["worse"]) == (0, False)
    assert [told[part] for part in ("gone", "added", "changed", "unknown")] == [[], [], [], []]
    assert {"performance-bond", "public-liability-level"} <= rules(told["still"])


def test_a_draft_against_the_report_of_an_earlier_one(
    draft: Callable[..., str], procure_audit: Run, tmp_path: Path
) -> None:
    old, new = draft("old.txt", LIABILITY.format(10), BOND), draft("new.txt", LIABILITY.format(10))
    report = tmp_path / "old.json"
    assert procure_audit("check", old, "-o", str(report), "--as-of", "2026-11-22").code == 1
    by_report, by_file = compared(procure_audit, str(report), new), compared(procure_audit, old, new)
    assert by_report == by_file
    assert rules(by_report[1]["gone"]) == {"performance-bond"}


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_what_is_printed(form: str, draft: Callable[..., str], procure_audit: Run, file_regression: Any) -> None:
    old = draft("old.txt", LIABILITY.format(10), BOND)
    new = draft("new.txt", LIABILITY.format(20), TRADING)
    done = procure_audit("compare", old, new, "-f", form, "--as-of", "2026-11-22")
    assert (done.code, done.err) == (1, "")
    file_regression.check(done.out, encoding="utf-8", extension=".txt" if form == "text" else ".md")


def test_what_cannot_be_read_is_not_compared(draft: Callable[..., str], procure_audit: Run, tmp_path: Path) -> None:
    assert procure_audit("compare", draft("old.txt", BOND), str(tmp_path / "missing.docx")).code == 3


def test_half_a_report_is_refused(draft: Callable[..., str], procure_audit: Run, tmp_path: Path) -> None:
    half = tmp_path / "half.json"
    half.write_text('{"schema": "procure-audit/report/1", "tender": {"name": "x"}}', encoding="utf-8")
    done = procure_audit("compare", str(half), draft("new.txt", BOND))
    assert (done.code, "half.json is no whole report" in done.err) == (2, True)
