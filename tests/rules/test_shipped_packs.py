"""The packs besides `uk`: each proves itself, names sources that hold anywhere it is used, and speaks fairly."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from procure_audit.cli.run import as_understood
from procure_audit.data import data_file
from procure_audit.model import Metric, Setting, Tender
from procure_audit.rules import Judgement, Rule, case_of, judge
from procure_audit.rules.law import PREFIX
from procure_audit.rules.pack import load_pack, shipped
from procure_audit.rules.proof import prove

PACKS = {name: load_pack([name]) for name in shipped() if name != "uk"}
RULES = [pytest.param(rule, id=f"{name}:{rule.id}") for name, pack in PACKS.items() for rule in pack.rules]
SETTING = Setting("unknown", "unknown", "unknown", date(2026, 6, 1), "test")


@pytest.mark.parametrize("name", [name for name in PACKS if name != "core"])
def test_every_rule_and_strength_proves_itself(name: str) -> None:
    """Those of `core` stand in `uk`, too, and are proved there."""
    assert prove(PACKS[name], as_understood()) == []


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_names_a_source_besides_law_and_accuses_nobody(rule: Rule) -> None:
    assert any(not cited.applies.regime and cited.source.kind != "law" for cited in rule.citations)
    said = " ".join([rule.title, rule.why, rule.instead, *rule.clause.wordings, *(sign.says for sign in rule.signs)])
    assert not re.search(r"\b(?:unlawful|illegal|in breach|breaches|violat\w+)\b", said, re.I)
    for sign in rule.signs:
        sign.check.validate()
        laws = [one for severity, some in sign.bands if sign.basis[severity] == "law" for one in some]
        limited = rule.applies.jurisdiction or sign.applies.jurisdiction
        assert limited or all(any(name.startswith(PREFIX) for name in one.names) for one in laws)


@pytest.mark.parametrize("name", ["core", "plain-english"])
def test_a_pack_for_any_country_names_law_by_its_values_alone_and_no_sum_of_money(name: str) -> None:
    set_by_law = {one.source for value in PACKS[name].law.values() for one in value.provisions}
    for rule in PACKS[name].rules:
        assert all(cited.source in set_by_law for cited in rule.citations if cited.source.kind == "law")
        assert not any(sign.applies.jurisdiction for sign in rule.signs)
        assert not re.search(
            r"[£€]\d", " ".join([rule.why, rule.instead, rule.clause.says, *(sign.says for sign in rule.signs)])
        )


def test_plain_english_judges_a_guide_that_no_pack_for_tenders_judges() -> None:
    tender, facts, _ = as_understood()("Procurement guide\n\nThis tells how we buy. It is for everyone.")
    assert isinstance(tender, Tender)
    metrics = (Metric("reading_age", 18.2), Metric("sentences", 40))

    def verdict(name: str) -> Judgement:
        return judge(PACKS[name], case_of(PACKS[name], tender, facts, metrics, SETTING))

    assert "reading-age-high" in {finding.rule for finding in verdict("plain-english").findings}
    assert verdict("core").is_empty


@pytest.mark.parametrize(
    "path", sorted(data_file("rules").rglob("*.yaml")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_every_yaml_file_is_read_by_the_plainest_reader(path: Path) -> None:
    """PyYAML's own reader is stricter than that of libyaml: a pattern in a flow list needs its quotes."""
    assert yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
