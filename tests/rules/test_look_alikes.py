"""Sentences that look like a barrier and are none, and barriers in other words than those of a rule's examples."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from procure_audit.cli.run import as_understood
from procure_audit.model import Setting
from procure_audit.rules import Judgement, case_of, judge
from procure_audit.rules.pack import load_pack

FILE = Path(__file__).resolve().parents[1] / "fixtures" / "rules" / "look_alikes.yaml"
SENTENCES = yaml.safe_load(FILE.read_text(encoding="utf-8"))
BARRIERS = [(rule, sentence) for rule, some in SENTENCES["barriers"].items() for sentence in some]
PACK = load_pack(["uk"]).chosen([*SENTENCES["barriers"], "employers-liability-no-exemption", "extra-insurances"])
SETTING = Setting("england", "above-threshold", "sub_central", date(2026, 6, 1), "test")
UNDERSTOOD = as_understood()


def judged(text: str) -> Judgement:
    tender, facts, metrics = UNDERSTOOD(text)
    return judge(PACK, case_of(PACK, tender, facts, metrics, SETTING))


@pytest.mark.parametrize("sentence", SENTENCES["harmless"])
def test_harmless_words_trip_no_rule(sentence: str) -> None:
    assert [(finding.rule, finding.message) for finding in judged(sentence).findings] == []


@pytest.mark.parametrize(("rule", "sentence"), BARRIERS)
def test_a_barrier_is_seen_in_other_words(rule: str, sentence: str) -> None:
    assert rule in {finding.rule for finding in judged(sentence).findings}
