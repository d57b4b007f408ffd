"""`check` as a user meets it: what is printed is compared whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from procure_audit.data import package_file

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(package_file("schemas", "report-1.schema.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("example", ["harsh", "kind"])
def test_the_report_of_an_example_in_the_terminal(example: str, procure_audit: Run, file_regression: Any) -> None:
    done = procure_audit("check", f"examples/{example}", "--as-of", "2026-11-22")
    assert done.err == ""
    assert done.code == (1 if example == "harsh" else 0)
    file_regression.check(done.out, encoding="utf-8", extension=".txt")


@pytest.mark.parametrize("example", ["harsh", "kind"])
def test_the_report_of_an_example_as_json(
    example: str, procure_audit: Run, file_regression: Any, schema: Draft202012Validator
) -> None:
    done = procure_audit("check", f"examples/{example}", "--as-of", "2026-11-22", "--format", "json")
    schema.validate(json.loads(done.out))
    file_regression.check(done.out, encoding="utf-8", extension=".json")


def test_several_tenders_stand_in_an_envelope(procure_audit: Run, schema: Draft202012Validator) -> None:
    done = procure_audit("check", "examples/kind", "examples/harsh/2-conditions-of-contract.pdf", "-f", "json")
    told = json.loads(done.out)
    schema.validate(told)
    assert [report["tender"]["name"] for report in told["reports"]] == ["kind", "2-conditions-of-contract"]


def test_each_file_can_be_its_own_tender(procure_audit: Run) -> None:
    told = json.loads(procure_audit("check", "--each", "examples/kind", "-f", "json", "--fail-on", "never").out)
    assert len(told["reports"]) == 3


def test_the_gate_and_the_view_are_apart(procure_audit: Run) -> None:
    quiet = procure_audit("check", "examples/harsh", "--min-severity", "critical", "--fail-on", "medium")
    assert quiet.code == 1
    assert procure_audit("check", "examples/harsh", "--fail-on", "never").code == 0
    assert procure_audit("check", "examples/harsh", "--fail-on", "never", "--fail-under", "50").code == 1


def test_a_report_is_written_whole_to_a_file(procure_audit: Run, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    done = procure_audit("check", "examples/kind", "-o", str(target), "-q")
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "procure-audit/report/1"
    assert len(done.out.splitlines()) < 10
    assert list(tmp_path.iterdir()) == [target]


def test_text_on_standard_input_is_a_tender(procure_audit: Run) -> None:
    text = "Bidders must have a minimum annual turnover of £2,000,000 in each of the last three years.\n" * 3
    told = json.loads(procure_audit("check", "-", "-f", "json", stdin=text).out)
    assert "turnover-absolute" in [finding["rule"] for finding in told["findings"]]


def test_what_the_user_knows_is_marked_as_given(procure_audit: Run) -> None:
    done = procure_audit("check", "-", "--value", "95000", "-f", "json", stdin="We buy a service. " * 30)
    values = [fact for fact in json.loads(done.out)["facts"] if fact["kind"] == "contract_value" and fact["given"]]
    assert [value["amount"] for value in values] == [95000]


def test_the_law_that_the_user_names_is_the_one_that_is_told(procure_audit: Run) -> None:
    law = ("--jurisdiction", "wales", "--regime", "above-threshold", "--authority-kind", "central")
    told = json.loads(procure_audit("check", "examples/kind", *law, "--as-of", "2026-01-15", "-f", "json").out)
    tender = told["tender"]
    assert [tender[name] for name in ("jurisdiction", "regime", "authority_kind", "as_of")] == [
        *law[1::2],
        "2026-01-15",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["no-such-file.pdf"], 3, "no such file"),
        (["examples/kind", "--rules", "no-such-pack"], 2, "no-such-pack"),
        (["examples/kind", "--select", "turnover-absolut"], 2, "did you mean 'turnover-absolute'?"),
        (["examples/kind", "--fail-on", "hihg"], 2, "hihg"),
        (["examples/kind", "--jurisdiction", "englnd"], 2, "did you mean 'england'?"),
        (["examples/kind", "--regime", "light-tuch"], 2, "did you mean 'light-touch'?"),
        (["examples/kind", "--authority-kind", "council"], 2, "no kind of authority is called 'council'; known: "),
        (["examples/kind", "-o", "report.unknown"], 2, "which format"),
        (["examples/kind", "-o", "no/such/folder/report.json"], 2, "can't be written"),
    ],
)
def test_a_wrong_call_says_what_to_do(arguments: list[str], code: int, words: str, procure_audit: Run) -> None:
    done = procure_audit("check", *arguments)
    assert done.code == code
    assert words in (done.out + done.err)
    assert "Traceback" not in done.err


def test_an_option_can_be_set_in_the_environment(procure_audit: Run) -> None:
    assert procure_audit("check", "examples/harsh", "-q", PROCURE_AUDIT_FAIL_ON="never").code == 0


def test_the_same_input_gives_the_same_bytes(procure_audit: Run) -> None:
    call = ("check", "examples/kind", "-f", "json", "--as-of", "2026-11-22")
    assert procure_audit(*call).out == procure_audit(*call).out


def test_a_part_that_cannot_be_read_is_told_and_has_its_own_code(procure_audit: Run, tmp_path: Path) -> None:
    (tmp_path / "spec.txt").write_text("We want a befriending service for older people in the town. " * 20)
    (tmp_path / "plan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    done = procure_audit("check", str(tmp_path), "--fail-on", "never")
    assert done.code == 4
    assert "plan.png" in done.out
    assert procure_audit("check", str(tmp_path), "--fail-on", "never", "--allow-partial").code == 0
