"""present: which of several named things stand in the tender."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from procure_audit.cli.run import as_understood
from procure_audit.model import Confidence, PackError, Setting, Severity
from procure_audit.rules import Judgement, case_of, judge
from procure_audit.rules.pack import load_pack

SETTING = Setting("england", "unknown", "unknown", date(2026, 6, 1), "test")
PACK = """
pack: small
title: Small
sources: {OWN: {title: Ours, kind: judgement}}
rules:
  one:
    title: One
    category: finance
    check:
      present:
        groups:
          tea: {any_of: ['teas?'], unless: [green]}
          coffee: {any_of: ['coffees?'], sure: medium}
          milk: {any_of: ['milk']}
    bands: {low: any, medium: ">= 2"}
    basis: {low: judgement, medium: judgement}
    says: "{count}: {there} ({found})"
    why: w
    instead: i
    clause: words
    sources: [{id: OWN}]
    recommendations: [2]
    examples: {flags: [{text: x}], passes: [{text: y}]}
clauses: {words: {topic: finance, says: m}}
"""


def judged(tmp_path: Path, text: str) -> Judgement:
    path = tmp_path / "small.yaml"
    path.write_text(PACK, encoding="utf-8")
    pack = load_pack([path])
    tender, facts, metrics = as_understood()(text)
    return judge(pack, case_of(pack, tender, facts, metrics, SETTING))


def test_groups_are_counted_and_not_their_places(tmp_path: Path) -> None:
    found = judged(tmp_path, "Bring milk. Bring milk. Bring milk.").findings[0]
    assert (found.severity, found.message, len(found.places)) == (Severity.LOW, "1: milk (milk)", 3)


def test_groups_that_stand_are_named_in_their_order(tmp_path: Path) -> None:
    found = judged(tmp_path, "Bring milk. Bring coffee. Bring tea.").findings[0]
    assert (found.severity, found.message) == (Severity.MEDIUM, "3: tea, coffee and milk (tea)")
    assert found.confidence is Confidence.MEDIUM


def test_a_group_that_is_cleared_doesnt_count(tmp_path: Path) -> None:
    assert judged(tmp_path, "Bring green tea. Milk is not required.").passed == ("one",)


def test_a_pattern_that_is_none_is_shown_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(PACK.replace("'milk'", "'milk('"), encoding="utf-8")
    with pytest.raises(PackError, match="is no pattern"):
        load_pack([path])
