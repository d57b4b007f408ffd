"""`init` writes settings that hold as they are and with all their examples, and a workflow that gates."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from procure_audit.config.read import read_settings
from procure_audit.config.spec import ConfigSpec, GateSpec, ScopedSpec, SuppressionSpec, config_schema
from procure_audit.config.start import PIPELINES, SETTINGS
from procure_audit.rules.pack import rule_ids

Run = Callable[..., Any]


def used(text: str) -> str:
    """The settings with every example used."""
    return re.sub(r"^#(?=\S| {2})", "", text, flags=re.M)


def test_the_settings_hold_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "procure-audit.yaml"
    path.write_text(SETTINGS, encoding="utf-8")
    said = read_settings(path)
    assert [one.name for one in said.rules] == ["uk"]
    assert (said.fail_on, said.fail_under, said.acceptances, said.overrides) == ("high", None, (), ())


def test_every_example_holds_and_names_rules_that_there_are(tmp_path: Path) -> None:
    (tmp_path / "council.yaml").write_text("rules: [uk]\n", encoding="utf-8")
    (tmp_path / "care").mkdir()
    path = tmp_path / "care" / "procure-audit.yaml"
    path.write_text(used(SETTINGS), encoding="utf-8")
    said = read_settings(path)
    said.check_names(rule_ids(["uk"]), tuple)
    jsonschema.validate(
        yaml.load(used(SETTINGS), yaml.BaseLoader) | {"gate": {}, "effort": {}, "overrides": {}}, config_schema()
    )
    assert len(said.overrides) == 4
    assert said.acceptances[0].clause == "4.1"


@pytest.mark.parametrize("spec", [ConfigSpec, ScopedSpec, SuppressionSpec, GateSpec])
def test_every_key_is_shown(spec: Any) -> None:
    assert [name for name in spec.__struct_fields__ if not re.search(rf"\b{name}:", SETTINGS)] == []


@pytest.mark.parametrize("service", PIPELINES)
def test_it_writes_and_never_over_what_is_there(service: str, tmp_path: Path, procure_audit: Run) -> None:
    done = procure_audit("init", str(tmp_path), "--ci", service)
    assert (done.code, done.err) == (0, "")
    source, place = PIPELINES[service]
    path, pipeline = tmp_path / "procure-audit.yaml", tmp_path / place
    assert f"wrote {path}\nwrote {pipeline}\n" in done.out
    assert (path.read_text(encoding="utf-8"), pipeline.read_bytes()) == (SETTINGS, source.read_bytes())
    path.write_text("rules: [uk]  # ours\n", encoding="utf-8")
    again = procure_audit("init", str(tmp_path))
    assert (again.code, again.out) == (2, "")
    assert "is there already; --force writes over it" in again.err
    assert "# ours" in path.read_text(encoding="utf-8")
    assert procure_audit("init", str(tmp_path), "--force").code == 0
    assert path.read_text(encoding="utf-8") == SETTINGS


def test_a_folder_that_is_not_there_is_a_wrong_call(tmp_path: Path, procure_audit: Run) -> None:
    done = procure_audit("init", str(tmp_path / "none"))
    assert done.code == 2
    assert "there is no folder" in done.err


@pytest.mark.parametrize("service", PIPELINES)
def test_no_pipeline_installs_by_a_name_that_anybody_may_take(service: str) -> None:
    text = PIPELINES[service][0].read_text(encoding="utf-8")
    assert "pip install" in text and "install procure-audit" not in text.replace("Install procure-audit", "")
    assert "contents: read" in text or service != "github"
