"""Single sentences, each with what a careful reader takes from it: the folder `tests/fixtures/readings` is the suite.

A row names the `kind` of fact, what the tender `says`, and what it `reads` as: one set of values for each fact, []
where the sentence says nothing of the kind. `under` is the heading that it stands under, `sure` the confidence.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from procure_audit.facts.extractors import of_document
from procure_audit.model import Fact
from procure_audit.readers.text import read

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "readings"
ROWS: list[dict[str, Any]] = [
    row for path in sorted(FOLDER.glob("*.yaml")) for row in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def found_in(row: dict[str, Any]) -> list[Fact]:
    text = f"{row['under']}\n\n{row['says']}" if "under" in row else row["says"]
    return [one for one in of_document(read(text.encode(), "tender.txt")) if one.kind == row["kind"]]


def plain(value: object) -> object:
    """YAML's lists are tuples in facts, and True isn't 1."""
    if isinstance(value, list):
        return tuple(value)
    return (value, "flag") if isinstance(value, bool) else value


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']}: {row['says']}"[:90])
def test_reading(row: dict[str, Any]) -> None:
    found = found_in(row)
    read_as = [
        {name: plain(one.get(name)) for name in wanted} for one, wanted in zip(found, row["reads"], strict=False)
    ]
    assert len(found) == len(row["reads"]), [one.values for one in found]
    assert read_as == [{name: plain(value) for name, value in wanted.items()} for wanted in row["reads"]]
    assert {str(one.confidence) for one in found} <= ({row["sure"]} if "sure" in row else {"low", "medium", "high"})


def test_every_family_has_sentences_that_say_nothing() -> None:
    silent = {row["kind"] for row in ROWS if not row["reads"]}
    assert len(ROWS) > 300
    assert len(silent) >= 15
    assert all(isinstance(row["reads"], list) and not isinstance(row["says"], datetime) for row in ROWS)
