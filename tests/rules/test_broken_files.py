"""Packs, profiles and settings that somebody has broken: each is loaded, or refused with its file and line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procure_audit.config.read import read_settings
from procure_audit.config.start import SETTINGS
from procure_audit.data import data_file
from procure_audit.model import CallError, PackError
from procure_audit.rules.bidders import load_profile
from procure_audit.rules.pack import load_pack

JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(),
    st.text(max_size=12),
    st.dates(),
    st.lists(st.one_of(st.text(max_size=5), st.integers(), st.none()), max_size=3),
    st.dictionaries(st.text(max_size=6), st.one_of(st.text(max_size=5), st.integers(), st.none()), max_size=3),
)
SIGNS = st.sampled_from(
    [*"\t\n:-{}[]&*!|>%@`\"'#,?\\", "\n  ", ": ", "- ", "<<: *x\n", "&x ", "!!python/object:os ", "\x00"]
)


PACK = """\
pack: ours
title: Ours
sources:
  OWN: {title: Ours, kind: judgement}
rules:
  too-long:
    title: Too long
    category: complexity
    applies: {jurisdiction: [england]}
    check: {level: {of: pages}}
    bands: {low: "> 30", high: "> contract_value.total"}
    basis: {low: judgement, high: judgement}
    says: The pack has {value} pages.
    also:
      - check: {phrases: {any_of: [too long], unless: [not]}}
        bands: {low: ">= 1"}
        basis: {low: judgement}
        says: It says so.
    why: It takes long to read.
    instead: Cut it.
    clause: short
    sources: [{id: OWN}]
    recommendations: [2]
    examples:
      flags: [{metrics: {pages: 40}, severity: low}]
      passes: [{facts: [{kind: lots, count: 2}]}]
clauses:
  short:
    topic: complexity
    says: We ask for two pages.
"""
LOADED: dict[str, tuple[str, Callable[[Path], object]]] = {
    "pack": (PACK, lambda path: load_pack((path,))),
    "profile": (data_file("rules", "profiles", "small-250k.yaml").read_text(encoding="utf-8"), load_profile),
    "settings": (re.sub(r"(?m)^#(?! )", "", SETTINGS).replace("extends: ../council.yaml\n", ""), read_settings),
}


def why_refused(load: Callable[[Path], object], path: Path, text: str) -> tuple[int, str]:
    """The line and the reason; what is neither loaded nor refused raises here whatever it raised."""
    path.write_text(text, encoding="utf-8", errors="replace")
    try:
        load(path)
    except PackError as error:
        return error.line, error.why
    except CallError as error:
        return 1, str(error)
    return 1, "loaded"


def is_told(line: int, why: str) -> bool:
    return line >= 1 and bool(why.strip()) and "Error" not in why


@pytest.mark.parametrize("kind", LOADED)
@given(data=st.data())
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_character_too_many_or_too_few(kind: str, data: st.DataObject, tmp_path: Path) -> None:
    text, load = LOADED[kind]
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(SIGNS) + text[at + data.draw(st.sampled_from([0, 0, 1, 20])) :]
    assert is_told(*why_refused(load, tmp_path / "ours.yaml", text))


@pytest.mark.parametrize("kind", LOADED)
@given(data=st.data())
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_value_of_any_other_kind(kind: str, data: st.DataObject, tmp_path: Path) -> None:
    text, load = LOADED[kind]
    raw = yaml.safe_load(text)
    node = raw
    while isinstance(node, dict | list) and node:
        key = data.draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
        if not isinstance(node[key], dict | list) or not node[key] or data.draw(st.integers(0, 4)) == 0:
            node[key] = data.draw(JUNK)
            break
        node = node[key]
    assert is_told(*why_refused(load, tmp_path / "ours.yaml", yaml.safe_dump(raw, allow_unicode=True)))
