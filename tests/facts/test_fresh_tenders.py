"""Whole small tenders that no extractor was made for: what a careful reader finds in each, no more and no less.

The folder is the test suite: a new case is a new pair of files in `tests/fixtures/facts`. The YAML names the document
(text or Markdown) and lists `facts` that must be found, with the values that matter; `may`, what may be found besides
(readings that a careful reader leaves open); and `known_gaps`, facts that are in the text and still missed, which the
test wants to fail on as soon as they are found. Any other fact of the kinds in question is a false one.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from procure_audit.facts import extract
from procure_audit.model import Fact, Tender, Value
from procure_audit.readers import markdown, text

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "facts"
CASES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
SETTING = frozenset(("annual_value", "contradiction", "authority_kind", "jurisdiction", "suitable_for"))
"""Kinds that are worked out or that say where we are; they have tests of their own."""

Label = dict[str, Any]


@cache
def case(name: str) -> dict[str, list[Label]]:
    labels: dict[str, list[Label]] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return labels


@cache
def found(name: str) -> tuple[Fact, ...]:
    path = FOLDER / str(case(name)["document"])
    reader = markdown if path.suffix == ".md" else text
    document = reader.read(path.read_bytes(), path.name)
    return tuple(one for one in extract(Tender(name, (document,))) if one.kind not in SETTING)


def plain(value: Value | list[str]) -> object:
    """Lists as YAML has them are tuples in facts; of a date and time the day counts; True isn't 1."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool):
        return (value, "flag")
    return tuple(value) if isinstance(value, list) else value


def says(one: Fact, label: Label) -> bool:
    values = ((name, value) for name, value in label.items() if name != "kind")
    return one.kind == label["kind"] and all(plain(one.get(name)) == plain(value) for name, value in values)


def test_there_are_cases_of_many_genres() -> None:
    assert len(CASES) >= 12
    assert {path.stem for path in FOLDER.iterdir()} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_everything_that_the_tender_states_is_found(name: str) -> None:
    missed = [label for label in case(name)["facts"] if not any(says(one, label) for one in found(name))]
    assert missed == []


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_found_that_the_tender_does_not_state(name: str) -> None:
    labels = [*case(name)["facts"], *case(name).get("may", [])]
    wrong = [one for one in found(name) if not any(says(one, label) for label in labels)]
    assert [(one.kind, one.values, one.places[0].quote) for one in wrong] == []


@pytest.mark.parametrize("name", [name for name in CASES if "known_gaps" in case(name)])
def test_a_gap_that_was_closed_moves_to_the_facts(name: str) -> None:
    closed = [label for label in case(name)["known_gaps"] if any(says(one, label) for one in found(name))]
    assert closed == []


@pytest.mark.parametrize("name", CASES)
def test_each_fact_quotes_the_words_it_was_read_from(name: str) -> None:
    path = FOLDER / str(case(name)["document"])
    words = " ".join(path.read_text(encoding="utf-8").replace("|", " ").replace("* ", " ").split())
    for one in found(name):
        assert one.places
        for place in one.places:
            assert place.quote.rstrip("…").split()[0] in words
