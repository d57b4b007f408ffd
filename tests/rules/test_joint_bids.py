"""Profiles and figures from YAML: the shipped ones are in order, and mistakes are told at file and line."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from procure_audit.eligibility.table import REQUIREMENTS
from procure_audit.model import FACT_KINDS, CallError, PackError
from procure_audit.rules.bidders import COVERS, load_figures, load_profiles, shipped_profiles
from procure_audit.rules.measures import MEASURES
from procure_audit.rules.schema import SCHEMAS

OWN = "profile: mine\ntitle: Mine\nincome: 180000\nstaff: 4\n"


def written(folder: Path, text: str, name: str = "mine.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_four_profiles_ship_from_the_smallest_up() -> None:
    profiles = load_profiles()
    assert [profile.name for profile in profiles] == ["volunteer-30k", "small-100k", "small-250k", "small-900k"]
    assert [profile.income for profile in profiles] == [30_000, 100_000, 250_000, 900_000]


@pytest.mark.parametrize("path", shipped_profiles(), ids=lambda path: path.stem)
def test_each_figure_of_a_shipped_profile_says_what_it_rests_on(path: Path) -> None:
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert path.stem == told["profile"]
    assert set(told["basis"]) == set(told) - {"profile", "title", "basis"}
    Draft202012Validator(SCHEMAS["profile"]()).validate(told)


def test_who_has_more_income_has_no_less_of_anything_else() -> None:
    profiles = load_profiles()
    for small, large in pairwise(profiles):
        assert all(large.cover(kind) >= sum_ for kind, sum_ in small.insurance)
        assert set(small.policies) <= set(large.policies) and set(small.certificates) <= set(large.certificates)
        for name in ("staff", "reserves", "accounts_years", "years", "references"):
            assert getattr(small, name) <= getattr(large, name)


def test_a_users_own_bidder_and_one_by_name_stand_side_by_side(tmp_path: Path) -> None:
    mine, named = load_profiles([written(tmp_path, OWN), "small-250k"])
    assert (mine.name, mine.income, mine.cover("public_liability"), named.name) == ("mine", 180_000, 0, "small-250k")
    assert load_profiles(["small-250k", "small-250k"]) == (named,)


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (OWN + "reserve: 3\n", 5, "unknown key 'reserve'; did you mean 'reserves'?"),
        (OWN + "insurance:\n  public_liabilty: 5\n", 6, "did you mean 'public_liability'?"),
        (OWN + "accounts: adited\n", 5, "adited"),
        (OWN.replace("staff: 4", "staff: -1"), 4, ">= 0"),
        (OWN.replace("income: 180000", "income: much"), 3, "income"),
        ("profile: mine\ntitle: Mine\nincome: 3\n", 1, "missing 'staff'"),
        (OWN + "basis:\n  incom: a guess\n", 6, "did you mean 'income'?"),
        (OWN + "income: 3\n", 5, "stands here and on line 3"),
        ("- a\n", 1, "a profile is a mapping"),
        ("a: [\n", 2, ""),
    ],
)
def test_a_mistake_is_told_at_its_line(text: str, line: int, why: str, tmp_path: Path) -> None:
    with pytest.raises(PackError) as wrong:
        load_profiles([written(tmp_path, text)])
    assert wrong.value.line == line, str(wrong.value)
    assert why in wrong.value.why


@pytest.mark.parametrize(
    ("name", "why"), [("smal-250k", "did you mean 'small-250k'?"), ("no-such.yaml", "there is no file no-such.yaml")]
)
def test_an_unknown_bidder_is_a_wrong_call(name: str, why: str) -> None:
    with pytest.raises(CallError, match=why.replace("?", r"\?")):
        load_profiles([name])


def test_the_figures_are_those_of_the_commission() -> None:
    figures = load_figures()
    points = [(income, round(100 * below, 2)) for income, below in figures.incomes]
    assert points == [(100_000, 62), (500_000, 86.51), (1_000_000, 91.67), (5_000_000, 97.32)]
    assert all(one.cited.source.url for one in (*figures.covers, *figures.scarce))


def test_figures_that_fall_are_refused(tmp_path: Path) -> None:
    text = """incomes:
  source: {id: A, title: A, kind: evidence}
  says: of us
  points:
    - {income: 5, per_cent_below: 50}
    - {income: 9, per_cent_below: 40}
"""
    with pytest.raises(PackError, match="must rise"):
        load_figures(written(tmp_path, text))


def test_demands_are_of_kinds_that_exist() -> None:
    assert [each.kind for each in REQUIREMENTS if each.kind not in FACT_KINDS] == []


def test_a_bidder_may_hold_every_type_of_cover_that_rules_measure() -> None:
    assert {f"insurance.{kind}" for kind in COVERS} <= set(MEASURES)
