"""Settings are read, add up, and tell their mistakes at file and line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from procure_audit.config.read import read_settings
from procure_audit.config.spec import config_schema
from procure_audit.model import Pace, PackError
from procure_audit.rules.pace import load_pace

FULL = """\
rules: [uk, ./ours.yaml]
ignore: [reading-age-high, payment]
bidders: [small-250k, profiles/us.yaml]
effort: {hours_a_question: 3}
overrides:
  public-liability-level: {severity: high, reason: our policy of 2026}
  turnover-absolute: {limits: {medium: 100000}}
  ip-taken: {severity: off, reason: the buyer publishes all work}
overrides_for:
  - documents: ["contract*.docx"]
    roles: [contract_terms]
    overrides: {payment-over-30-days: off}
suppressions:
  - rule: public-liability-level
    document: contract.docx
    clause: "4.10"
    quote: £10 million
    reason: Work at height.
    approved_by: Head of Procurement
    until: 2026-12-31
gate: {fail_on: critical, fail_under: 50, allow_partial: true}
"""


def written(folder: Path, text: str, name: str = "procure-audit.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_all_that_can_be_said(tmp_path: Path) -> None:
    path = written(tmp_path, FULL)
    said = read_settings(path)
    assert [one.name for one in said.rules] == ["uk", tmp_path / "ours.yaml"]
    assert [one.name for one in said.bidders] == ["small-250k", tmp_path / "profiles/us.yaml"]
    assert [(one.name, one.place.line) for one in said.ignore] == [("reading-age-high", 2), ("payment", 2)]
    assert [(one.rule, one.what, one.place.line) for one in said.overrides] == [
        ("public-liability-level", "severity high", 6),
        ("turnover-absolute", "limits medium 100000", 7),
        ("ip-taken", "off", 8),
        ("payment-over-30-days", "off in contract*.docx, contract terms", 12),
    ]
    (one,) = said.acceptances
    assert (one.rule, one.document, one.clause, one.quote) == (
        "public-liability-level",
        "contract.docx",
        "4.10",
        "£10 million",
    )
    assert one.suppression.until == date(2026, 12, 31)
    assert one.suppression.place == f"{path}:14"
    assert (said.fail_on, said.fail_under, said.allow_partial) == ("critical", 50, True)
    assert said.pace(load_pace()).hours_a_question == 3


def test_the_schema_takes_what_the_program_takes() -> None:
    schema = json.loads(json.dumps(config_schema()))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert list(validator.iter_errors(json.loads(json.dumps(yaml.safe_load(FULL), default=str)))) == []
    assert list(validator.iter_errors({"overrides": {"ip-taken": "on"}})) != []
    assert list(validator.iter_errors({"suppressions": [{"rule": "ip-taken"}]})) != []


def test_the_nearest_file_counts_and_suppressions_add_up(tmp_path: Path) -> None:
    written(
        tmp_path,
        "rules: [template]\nignore: [payment]\ngate: {fail_on: low, fail_under: 40}\n"
        "effort: {hours_a_question: 1, cost_of_an_hour: 30}\n"
        "overrides: {ip-taken: off}\nsuppressions: [{rule: ip-taken, reason: far}]\n",
        "council.yaml",
    )
    near = written(
        tmp_path,
        "extends: ../council.yaml\nignore: [finance]\ngate: {fail_on: high}\neffort: {hours_a_question: 4}\n"
        "overrides: {ip-taken: {severity: low}}\nsuppressions: [{rule: ip-taken, reason: near}]\n",
        "care/procure-audit.yaml",
    )
    said = read_settings(near)
    assert [one.name for one in said.rules] == ["template"]
    assert [one.name for one in said.ignore] == ["finance"]
    assert (said.fail_on, said.fail_under) == ("high", 40)
    assert [one.what for one in said.overrides] == ["off", "severity low"]
    assert [one.suppression.reason for one in said.acceptances] == ["far", "near"]
    pace: Pace = said.pace(load_pace())
    assert (pace.hours_a_question, pace.cost_of_an_hour, pace.basis) == (4, 30, "your own assumptions")
    assert [path.name for path in said.files] == ["procure-audit.yaml", "council.yaml"]


WRONG = [
    ("fail_on: high\n", "1: unknown key 'fail_on'; known: bidders"),
    ("rules: [uk]\nsupressions: []\n", "2: unknown key 'supressions'; did you mean 'suppressions'?"),
    ("suppressions:\n  - rule: ip-taken\n", "2: missing 'reason'"),
    ("suppressions:\n  - rule: ip-taken\n    reason: ' '\n", "3: 'reason' is empty"),
    (
        "suppressions:\n  - {rule: ip-taken, reason: r, untill: 2026-01-01}\n",
        "2: unknown key 'untill';",
    ),
    (
        "suppressions:\n  - rule: ip-taken\n    reason: r\n    until: 31/12/2026\n",
        "4: 'until': write the day as 2026",
    ),
    (
        "suppressions:\n  - rule: ip-taken\n    reason: r\n    clause: 4.10\n",
        "4: YAML reads this as a number: put",
    ),
    ("gate:\n  fail_under: 120\n", "2: 'fail_under': expected `int` <= 100"),
    ("gate:\n  fail_on: hihg\n", "2: no 'hihg' here; did you mean 'high'?"),
    ("overrides:\n  ip-taken: on\n", "2: 'ip-taken': write off, or what is otherwise"),
    ("overrides:\n  ip-taken: {}\n", "2: 'ip-taken' changes nothing"),
    ("overrides:\n  ip-taken: {severity: off, limits: {low: 1}}\n", "2: 'ip-taken' is off: nothing else can be said"),
    ("overrides:\n  ip-taken:\n    bands:\n      hihg: any\n", "4: no 'hihg' here; did you mean 'high'?"),
    ("overrides:\n  ip-taken:\n    severty: low\n", "3: unknown key 'severty'; did you mean 'severity'?"),
    ("overrides_for:\n  - overrides: {ip-taken: off}\n", "2: say for which"),
    ("overrides_for:\n  - roles: [contract]\n    overrides: {ip-taken: off}\n", "2: no role is called 'contract'; did"),
    ("extends: none.yaml\n", "1: there is no file"),
    ("extends:\n  - ./procure-audit.yaml\n", "2: settings can't extend themselves"),
    ("- rules\n", "1: settings are 'name: value' on each line"),
    ("", "1: settings are 'name: value' on each line"),
    ("rules: [uk\n", "2: did not find expected ',' or ']'"),
    ("rules: [uk]\nrules: [eu]\n", "2: 'rules' stands here and on line 1"),
]


@pytest.mark.parametrize(("text", "expected"), WRONG, ids=[str(number) for number in range(len(WRONG))])
def test_a_mistake_is_told_at_its_line(text: str, expected: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    with pytest.raises(PackError) as caught:
        read_settings(path)
    assert str(caught.value).startswith(f"{path}:{expected}")


def test_a_ring_over_two_files_is_refused(tmp_path: Path) -> None:
    written(tmp_path, "extends: b.yaml\n", "a.yaml")
    written(tmp_path, "\nextends: a.yaml\n", "b.yaml")
    with pytest.raises(PackError, match=r"b\.yaml:2: settings can't extend themselves"):
        read_settings(tmp_path / "a.yaml")
