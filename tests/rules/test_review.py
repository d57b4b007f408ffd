"""`rules check` finds rules that load and can't work, or can't be read, all at once and at their lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from procure_audit.metrics.reading import plainness
from procure_audit.model import PackError
from procure_audit.rules.pack import load_pack, shipped
from procure_audit.rules.review import LONGEST_SENTENCE, OLDEST, problems

Run = Callable[..., Any]
SOUND = """\
pack: ours
title: Ours
sources:
  OWN: {title: Ours, kind: judgement}
  ACT: {title: An Act, kind: law, jurisdiction: [england], starts: 2025-02-24}
rules:
  too-long:
    title: Too long
    category: complexity
    applies: {jurisdiction: [england, wales], regime: [light-touch]}
    check: {level: {of: pages}}
    bands: {low: "> 30", high: "> 60"}
    basis: {low: judgement, high: judgement}
    says: The pack has {value} pages.
    also:
      - check: {missing: {groups: {a summary: [summary], a list: [checklist]}}}
        bands: {low: ">= 2"}
        basis: {low: judgement}
        says: There is no {missing}.
    why: It takes long to read.
    instead: Cut it.
    clause: two-pages
    sources: [{id: OWN}, {id: ACT}]
    recommendations: [2]
    examples:
      flags: [{metrics: {pages: 40}, setting: {regime: light-touch}, severity: low}]
      passes: [{facts: [{kind: lots, count: 2}]}]
clauses:
  two-pages:
    topic: complexity
    says: We ask for two pages.
"""
LONG = "We ask you to send us " + ", ".join(["one"] * 25) + "."
HARD = "Organisational accountability necessitates comprehensive documentation. " * 5

WRONG = [
    (
        "regime: [light-touch]",
        "regime: [light-touch], starts: 2026-01-01, until: 2025-01-01",
        "applies",
        "never applies",
    ),
    (
        "jurisdiction: [england, wales], regime: [light-touch]",
        "jurisdiction: [wales], regime: [psr]",
        "applies",
        "is law in",
    ),
    ("regime: [light-touch]", "authority: [nhs], not_authority: [nhs, school]", "applies", "nhs is wanted and barred"),
    (
        "[england, wales]",
        "[wales]",
        "sources: [",
        "'ACT' is never cited here: no jurisdiction is left",
    ),
    ("regime: [light-touch]", "until: 2024-12-31", "sources: [", "'ACT' is never cited here: it ends on 2024-12-31"),
    ("      - check:", "      - applies: {jurisdiction: [ni]}\n        check:", "[ni]", "this sign never applies"),
    (
        "regime: [light-touch]",
        "when: pages > 9 and pages < 3",
        "applies",
        "never hold: no 'pages' is",
    ),
    ("regime: [light-touch]", "when: pages > 9 and pages is unknown", "applies", "can't be unknown and known"),
    ('low: "> 30"', 'low: "< 0"', "bands", "'low' is never reached: this number is at least 0"),
    ('high: "> 60"', 'high: "> 60 if pages < 0"', "bands", "'high' is never reached: no 'pages' is like that"),
    ("of: pages", "of: passive_share", "bands", "'low' is never reached: this number is at least 0 and at most 1"),
    ('">= 2"', '">= 3"', ">= 3", "'low' is never reached: this number is at least 1 and at most 2"),
    ('low: "> 30", high: "> 60"', 'low: "> 30", high: ["> 20"]', "bands", "'low' is never reached: wherever it holds"),
    ('low: "> 30", high', 'info: any, low: "<= 60", high', "bands", "'info' is never reached"),
    ("{metrics: {pages: 40}", "{metrics: {page: 40}", "flags", "no metric is called 'page'; did you mean 'pages'?"),
    ("kind: lots", "kind: lotts", "passes", "no fact is called 'lotts'; did you mean 'lots'?"),
    ("count: 2", "cuont: 2", "passes", "a fact of kind 'lots' has no 'cuont'; did you mean 'count'?"),
    ("kind: lots, ", "", "passes", "a fact needs its 'kind'"),
    ("count: 2", "count: 2, confidence: hihg", "passes", "no confidence is called 'hihg'"),
    (
        "setting: {regime: light-touch}",
        "setting: {regime: light}",
        "flags",
        "'light' is not known here; did you mean",
    ),
    (
        "setting: {regime: light-touch}",
        "setting: {regime: psr}",
        "flags",
        "the rule doesn't apply in the setting of",
    ),
    ("severity: low}]", "severity: critical}]", "flags", "the rule is never critical; its worst band is high"),
    ("We ask for two pages.", LONG, "two-pages:", f"has 31 words; {LONGEST_SENTENCE} at most"),
    ("We ask for two pages.", HARD, "two-pages:", f"{OLDEST} at most: use shorter words"),
    (
        "We ask for two pages.",
        f"Two pages.\n    elsewhere: [{{jurisdiction: [wales], says: '{LONG}'}}]",
        "two-pages:",
        f"has 31 words; {LONGEST_SENTENCE} at most",
    ),
    ("clause: two-pages", "clause: two-page", "clause: two-page", "no clause is called 'two-page'; did you mean"),
    ("We ask for two pages.", "'Two pages. {ratio}'", "clause: two-pages", "'{ratio}' is not told by this check"),
    (
        "    topic: complexity\n",
        "    topic: complexity\n    says: One page.\n  unused:\n    topic: complexity\n",
        "unused:",
        "no rule uses the clause 'unused'",
    ),
    ("too-long:", "finance:", "finance:", "'finance' is the name of a category"),
    ("    why: It takes long to read.\n", "", "too-long:", "missing 'why'"),
    ("why: It takes long to read.", "why: ' '", "why", "'why' is empty"),
    ("sources: [{id: OWN}, {id: ACT}]", "sources: []", "sources: []", "'sources': expected `array` of length >= 1"),
]


def sound(tmp_path: Path, old: str = "", new: str = "", name: str = "ours.yaml") -> Path:
    assert old in SOUND
    path = tmp_path / name
    path.write_text(SOUND.replace(old, new, 1) if old else SOUND, encoding="utf-8")
    return path


def test_a_sound_pack_has_no_problems(tmp_path: Path) -> None:
    assert problems([sound(tmp_path)], plainness) == []


@pytest.mark.parametrize(("old", "new", "where", "why"), WRONG, ids=[str(number) for number in range(len(WRONG))])
def test_a_rule_that_can_not_work_is_told_at_its_line(old: str, new: str, where: str, why: str, tmp_path: Path) -> None:
    path = sound(tmp_path, old, new)
    found = problems([path], plainness)
    assert [one for one in found if one.path == str(path) and why in one.why], [str(one) for one in found]
    lines = path.read_text(encoding="utf-8").splitlines()
    assert any(where in lines[one.line - 1] for one in found if why in one.why), [str(one) for one in found]


def test_every_mistake_is_told_and_not_the_first_alone(tmp_path: Path) -> None:
    path = sound(tmp_path, 'low: "> 30"', 'low: "< 0"')
    path.write_text(path.read_text().replace("kind: lots", "kind: lotts").replace("of: pages", "of: words"))
    assert [one.line for one in problems([path], plainness)] == [12, 27]


@pytest.mark.parametrize("name", shipped())
def test_the_packs_that_ship_have_no_problems(name: str) -> None:
    assert [str(one) for one in problems([name], plainness)] == []


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ("rules:\n  too-long: {}\n", "'too-long' stands at"),
        ("strengths:\n  too-long: {}\n", "a strength can't have the name of a rule"),
    ],
)
def test_no_two_rules_of_a_pack_have_one_name(other: str, why: str, tmp_path: Path) -> None:
    sound(tmp_path, name="pack.yaml")
    (tmp_path / "more.yaml").write_text(other, encoding="utf-8")
    with pytest.raises(PackError, match=why) as caught:
        load_pack([tmp_path])
    assert caught.value.line in (2, 7)


def test_a_rule_of_an_extended_pack_is_changed_and_not_written_anew(tmp_path: Path) -> None:
    sound(tmp_path, name="base.yaml")
    path = sound(tmp_path, "title: Ours\n", "title: Ours\nextends: [./base.yaml]\n")
    with pytest.raises(PackError, match="use 'change' to change a rule of another pack") as caught:
        load_pack([path])
    assert (caught.value.path, caught.value.line) == (str(path), 8)


def test_check_tells_all_and_exits_with_2(tmp_path: Path, procure_audit: Run) -> None:
    path = sound(tmp_path, "kind: lots", "kind: lotts")
    done = procure_audit("rules", "check", str(path))
    assert (done.code, done.err) == (2, f"1 mistake in {path}\n")
    assert done.out == f"{path}:27: no fact is called 'lotts'; did you mean 'lots'?\n"


def test_test_tells_an_example_that_fails_or_can_not_be_run_at_its_line(tmp_path: Path, procure_audit: Run) -> None:
    path = sound(tmp_path, "pages: 40", "pages: 4")
    path.write_text(path.read_text().replace("kind: lots", "kind: lotts"))
    done = procure_audit("rules", "test", str(path))
    assert done.code == 1
    first, second, last = done.out.splitlines()
    assert first.startswith(f"{path}:26: too-long: passed, and should be flagged")
    assert second == f"{path}:27: too-long: can't be run: no fact is called 'lotts'; did you mean 'lots'?"
    assert last == "ours: 2 examples fail"


def test_an_example_of_a_changed_rule_is_told_where_it_stands(tmp_path: Path, procure_audit: Run) -> None:
    base = sound(tmp_path, name="base.yaml")
    path = tmp_path / "mine.yaml"
    path.write_text(
        'pack: mine\ntitle: Mine\nextends: [./base.yaml]\nchange: {too-long: {bands: {high: "> 90"}}}\n',
        encoding="utf-8",
    )
    done = procure_audit("rules", "test", str(path))
    assert f"{base}:26: too-long: " in done.out


def test_what_a_pack_adds_to_a_rule_is_told_where_it_stands(tmp_path: Path, procure_audit: Run) -> None:
    base = sound(tmp_path, "pages: 40", "pages: 4", name="base.yaml")
    path = tmp_path / "mine.yaml"
    path.write_text(
        """\
pack: mine
title: Mine
extends: [./base.yaml]
extend:
  too-long:
    also:
      - {bands: {critical: "> 300"}, basis: {critical: judgement}}
    examples:
      flags: [{metrics: {pages: 400}, setting: {regime: light-touch}, severity: critical}]
      passes: [{metrics: {pages: 50}, setting: {regime: light-touch}}]
""",
        encoding="utf-8",
    )
    told = procure_audit("rules", "test", str(path)).out.splitlines()
    assert [line.split(": too-long")[0] for line in told[:-1]] == [f"{base}:26", f"{path}:10"]
    path.write_text(path.read_text().replace('"> 300"', '"< 0"'), encoding="utf-8")
    assert f"{path}:7: 'critical' is never reached" in procure_audit("rules", "check", str(path)).out


def test_a_new_pack_passes_check_and_test(tmp_path: Path, procure_audit: Run) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(procure_audit("rules", "new", "too-many-copies").out, encoding="utf-8")
    assert procure_audit("rules", "check", str(path)).code == 0
    done = procure_audit("rules", "test", str(path))
    assert (done.code, done.out) == (0, "my-rules: all examples hold\n")
