"""A pack is shown its mistakes at file and line; packs extend and change each other."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from procure_audit.model import CallError, PackError, Severity
from procure_audit.rules.pack import load_pack, load_score_model, shipped
from procure_audit.rules.scaffold import new_pack
from procure_audit.rules.schema import pack_schema

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))
OWN = """
pack: mine
title: Mine
extends: [uk]
change:
  public-liability-level: {bands: {high: "> 2000000"}, title: Cover above our limit}
  ip-taken: {severity: low}
leave_out: [long-sentence-share]
"""


def own(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_pack_is_shown_at_its_line(path: Path) -> None:
    expected = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# expect: ")
    with pytest.raises(PackError) as caught:
        load_pack([path])
    assert f"{caught.value.line}: {caught.value.why}".startswith(expected)
    assert caught.value.path == str(path)


def test_every_broken_pack_was_looked_at() -> None:
    assert len(BROKEN) >= 24


def test_a_pack_of_ones_own_extends_changes_and_leaves_out(tmp_path: Path) -> None:
    base, pack = load_pack(["uk"]), load_pack([own(tmp_path, OWN)])
    changed = pack.rule("public-liability-level")
    assert changed.title == "Cover above our limit"
    assert [severity for severity, _ in changed.signs[0].bands] == [Severity.HIGH]
    assert changed.signs[0].basis == {Severity.HIGH: "judgement"}
    assert pack.rule("ip-taken").severity is Severity.LOW
    assert {rule.id for rule in base.rules} - {rule.id for rule in pack.rules} == {"long-sentence-share"}
    assert pack.digest != base.digest


def test_two_packs_are_read_as_one(tmp_path: Path) -> None:
    both = load_pack(["uk", own(tmp_path, new_pack("three-copies").replace("extends: [uk]\n", ""))])
    assert both.name == "uk+my-rules"
    assert both.rules[-1].id == "three-copies"


def test_a_pack_that_two_packs_extend_is_read_once_and_keeps_what_one_of_them_changed(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine.yaml", tmp_path / "theirs.yaml"
    mine.write_text("pack: mine\ntitle: M\nextends: [core]\nchange:\n  pack-total-length: {title: Thick}\n", "utf-8")
    theirs.write_text("pack: theirs\ntitle: T\nextends: [core]\n", "utf-8")
    assert load_pack([mine, theirs]).rule("pack-total-length").title == "Thick"
    assert load_pack([theirs, mine, mine]).rule("pack-total-length").title == "Thick"


def test_a_pack_cites_its_own_law_for_rules_that_it_extends(tmp_path: Path) -> None:
    theirs = load_pack(["core"]).rule("pack-total-length").citations
    ours = load_pack(["uk"]).rule("pack-total-length").citations
    assert {cited.source.kind for cited in theirs} == {"judgement", "guidance"}
    assert [cited.source.id for cited in ours[: -len(theirs)]] == ["PA23"]
    assert ours[-len(theirs) :] == theirs
    text = "pack: mine\ntitle: Mine\nextends: [core]\nextend:\n  pack-total-length:\n    sources: [{id: NONE}]\n"
    with pytest.raises(PackError, match="no source is called 'NONE'") as caught:
        load_pack([own(tmp_path, text)])
    assert caught.value.line == 6
    with pytest.raises(PackError, match="no rule is called 'pack-totl-length'") as caught:
        load_pack([own(tmp_path, text.replace("total", "totl"))])
    assert caught.value.line == 5


def test_only_a_pack_for_documents_judges_what_is_no_tender() -> None:
    assert load_pack(["plain-english"]).any_document
    assert not load_pack(["uk"]).any_document
    assert not load_pack(["plain-english", "uk"]).any_document


def test_a_pack_that_extends_itself_is_refused(tmp_path: Path) -> None:
    path = own(tmp_path, "pack: mine\ntitle: Mine\nextends: [./mine.yaml]\n")
    with pytest.raises(PackError, match="can't extend itself"):
        load_pack([path])


def test_a_pack_extends_one_beside_it(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(new_pack("copies").replace("extends: [uk]\n", ""), encoding="utf-8")
    path = own(tmp_path, "pack: mine\ntitle: Mine\nextends: [./base.yaml]\nleave_out: [copies]\n")
    assert load_pack([path]).rules == ()


@pytest.mark.parametrize("name", ["ukk", "no/such/file.yaml"])
def test_an_unknown_pack_is_a_wrong_call(name: str) -> None:
    with pytest.raises(CallError, match="no rule pack is called"):
        load_pack([name])


def test_rules_and_categories_are_chosen_by_name() -> None:
    pack = load_pack(["uk"])
    assert {rule.category for rule in pack.chosen(["insurance"]).rules} == {"insurance"}
    assert [rule.id for rule in pack.chosen(["insurance"], ["insurance"]).rules] == []
    with pytest.raises(CallError, match="did you mean 'insurance'"):
        pack.chosen(["insurence"])
    with pytest.raises(CallError, match="did you mean 'ip-taken'"):
        pack.rule("ip-takn")


def test_the_scaffold_is_a_sound_pack(tmp_path: Path) -> None:
    pack = load_pack([own(tmp_path, new_pack("three-copies"))])
    assert pack.rule("three-copies").title == "Three copies"
    with pytest.raises(CallError, match="can't name a rule"):
        new_pack("Three copies")


def test_the_schema_takes_what_the_loader_takes(root: Path) -> None:
    schema = json.loads(json.dumps(pack_schema()))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert list(validator.iter_errors(yaml.safe_load(new_pack("three-copies")))) == []
    assert list(validator.iter_errors({"pack": "x"})) != []
    wrong = yaml.safe_load((root / "tests/rules/broken/unknown-key.yaml").read_text(encoding="utf-8"))
    assert list(validator.iter_errors(wrong)) != []


def test_a_broken_score_model_is_shown(tmp_path: Path) -> None:
    path = own(tmp_path, 'version: "1"\ncosts: {dire: 1}\n')
    with pytest.raises(PackError, match="not a score model"):
        load_score_model(path)


def test_the_shipped_packs_are_known_by_name() -> None:
    assert {"uk", "core", "plain-english"} <= set(shipped())
    assert "score" not in shipped()
