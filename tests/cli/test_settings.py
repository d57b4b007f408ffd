"""Settings through the command line, as an officer would use them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
TENDER = """\
4.1 The Supplier shall hold public liability insurance of not less than £20,000,000 for each claim.

4.2 The Supplier's liability under this contract is unlimited.
"""
EXCUSE = """\
suppressions:
  - rule: public-liability-level
    reason: Work at height
    approved_by: Head of Procurement
    until: 2999-12-31
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with a tender in it."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "care").mkdir()
    (tmp_path / "care" / "terms.txt").write_text(TENDER, encoding="utf-8")
    return tmp_path


def settle(folder: Path, text: str) -> None:
    (folder / "procure-audit.yaml").write_text(text, encoding="utf-8")


def report(procure_audit: Run, folder: Path, *options: str) -> dict[str, Any]:
    done = procure_audit("check", str(folder / "care"), "--format", "json", *options)
    assert not done.err
    told: dict[str, Any] = json.loads(done.out)
    return told


def of(told: dict[str, Any], rule: str) -> dict[str, Any] | None:
    return next((one for one in told["findings"] if one["rule"] == rule), None)


def test_an_accepted_finding_is_told_with_who_why_and_until_when(folder: Path, procure_audit: Run) -> None:
    settle(folder, EXCUSE)
    told = of(report(procure_audit, folder), "public-liability-level")
    assert told is not None
    assert told["status"] == "suppressed"
    assert told["suppression"] == {
        "reason": "Work at height",
        "approved_by": "Head of Procurement",
        "until": "2999-12-31",
        "place": f"{folder}/procure-audit.yaml:2",
    }
    text = procure_audit("check", str(folder / "care"), "--min-severity", "critical").out
    said = " ".join(text.split())
    assert "Accepted by Head of Procurement until 31 December 2999: Work at height." in said
    assert "1 more was accepted, and is told below." in said


def test_the_gate_goes_by_what_is_open(folder: Path, procure_audit: Run) -> None:
    settle(folder, EXCUSE)
    only = ("check", str(folder / "care"), "--select", "public-liability-level", "--fail-under", "95", "-q")
    assert procure_audit(*only).code == 0
    assert procure_audit(*only, "--no-suppressions").code == 1
    assert procure_audit(*only, PROCURE_AUDIT_NO_SUPPRESSIONS="1").code == 1


def test_a_suppression_past_its_date_and_one_of_no_use_are_told(folder: Path, procure_audit: Run) -> None:
    late = EXCUSE.replace("2999", "2020") + "  - {rule: ip-taken, reason: None}\n"
    settle(folder, late)
    told = report(procure_audit, folder)
    assert [one["status"] for one in told["findings"]] == ["open"] * len(told["findings"])
    assert [one["kind"] for one in told["notices"]] == ["suppression-expired", "suppression-unused"]
    text = " ".join(procure_audit("check", str(folder / "care")).out.split())
    assert "this suppression ended on 31 December 2020: the finding is open again." in text
    assert "this suppression suppresses nothing: there is no such finding, so it can be taken out." in text


def test_the_command_line_wins_over_the_file(folder: Path, procure_audit: Run) -> None:
    settle(folder, "rules: [uk]\nselect: [insurance]\ngate: {fail_on: never}\n")
    told = report(procure_audit, folder)
    assert {one["category"] for one in told["findings"]} == {"insurance"}
    assert told["configuration"]["files"] == [f"{folder}/procure-audit.yaml"]
    call = ("check", str(folder / "care"), "-q")
    assert procure_audit(*call).code == 0
    assert procure_audit(*call, "--fail-on", "high").code == 1
    assert procure_audit(*call, PROCURE_AUDIT_FAIL_ON="high").code == 1
    everything = report(procure_audit, folder, "--select", "liability-and-risk")
    assert {one["category"] for one in everything["findings"]} == {"liability-and-risk"}


def test_each_tender_has_the_settings_of_its_own_folder(folder: Path, procure_audit: Run) -> None:
    (folder / "grounds").mkdir()
    (folder / "grounds" / "terms.txt").write_text(TENDER, encoding="utf-8")
    (folder / "grounds" / "procure-audit.yaml").write_text("ignore: [insurance]\ngate: {fail_on: never}\n")
    settle(folder, "select: [insurance]\n")
    done = procure_audit("check", str(folder / "care"), str(folder / "grounds"), "--format", "json")
    first, second = json.loads(done.out)["reports"]
    assert of(first, "public-liability-level") and not of(first, "unlimited-liability")
    assert of(second, "unlimited-liability") and not of(second, "public-liability-level")
    assert [document["path"] for document in second["documents"]] == ["terms.txt"]
    assert done.code == 1
    assert procure_audit("check", str(folder / "grounds"), "-q").code == 0


def test_what_settings_turn_off_is_told(folder: Path, procure_audit: Run) -> None:
    place = f"{folder}/procure-audit.yaml"
    settle(folder, "overrides:\n  unlimited-liability: {severity: off, reason: the board agreed}\nignore: [payment]\n")
    assert report(procure_audit, folder)["configuration"]["changes"] == [
        {"rule": "unlimited-liability", "what": "off", "reason": "the board agreed", "place": f"{place}:2"},
        {"rule": "payment", "what": "ignored", "reason": "", "place": f"{place}:3"},
    ]
    text = " ".join(procure_audit("check", str(folder / "care")).out.split())
    assert "unlimited-liability: off: the board agreed" in text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("overrides:\n  ip-takn: off\n", "2: no rule is called 'ip-takn'; did you mean 'ip-taken'?"),
        (
            "suppressions:\n  - reason: r\n    rule: ip-takn\n",
            "3: no rule is called 'ip-takn'; did you mean 'ip-taken'?",
        ),
        ("ignore:\n  - finanse\n", "2: no rule or category is called 'finanse'; did you mean 'finance'?"),
        ("gate:\n  fail_on: hi\n", "2: no 'hi' here; did you mean 'high'?"),
        ("suppressions:\n  - rule: ip-taken\n", "2: missing 'reason'"),
        ("rules:\n  - uk\n  - ukk\n", "3: no rule pack is called 'ukk', and no such file is there; did you mean 'uk'?"),
        ("bidders:\n  - smal-250k\n", "2: no bidder is called 'smal-250k'"),
    ],
)
def test_broken_settings_cost_no_reading(text: str, why: str, folder: Path, procure_audit: Run) -> None:
    settle(folder, text)
    done = procure_audit("check", str(folder / "care"))
    assert done.code == 2
    assert not done.out
    assert done.err.startswith(f"procure-audit: {folder}/procure-audit.yaml:{why}")


def test_bidders_and_the_pace_of_work_are_those_of_the_settings(folder: Path, procure_audit: Run) -> None:
    settle(folder, "bidders: [small-250k]\neffort: {cost_of_an_hour: 77}\n")
    told = report(procure_audit, folder)
    assert [one["profile"] for one in told["eligibility"]] == ["small-250k"]
    assert told["effort"]["assumptions"]["cost_of_an_hour"] == 77
    assert "your own assumptions" in told["effort"]["basis"]
    other = report(procure_audit, folder, "--bidder", "small-100k")
    assert [one["profile"] for one in other["eligibility"]] == ["small-100k"]


def test_settings_by_name(folder: Path, procure_audit: Run) -> None:
    (folder / "other.yaml").write_text("select: [insurance]\n", encoding="utf-8")
    told = report(procure_audit, folder, "--config", str(folder / "other.yaml"))
    assert {one["category"] for one in told["findings"]} == {"insurance"}
    done = procure_audit("check", str(folder / "care"), "--config", str(folder / "none.yaml"))
    assert (done.code, done.out) == (2, "")
    assert "procure-audit init" in done.err


def test_settings_may_speak_of_rules_of_packs_that_do_not_judge_now(folder: Path, procure_audit: Run) -> None:
    (folder / "own.yaml").write_text(procure_audit("rules", "new", "copies").out.replace("extends: [uk]\n", ""))
    settle(folder, "overrides: {ip-taken: off}\nignore: [reading-age-high]\n" + EXCUSE)
    told = report(procure_audit, folder, "--rules", str(folder / "own.yaml"))
    assert told["findings"] == []
    assert told["notices"] == []
