"""`facts` and `demo` as a user meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from procure_audit.data import package_file

Run = Callable[..., Any]


@pytest.mark.parametrize("example", ["harsh", "kind"])
def test_the_facts_of_an_example(example: str, procure_audit: Run, file_regression: Any) -> None:
    done = procure_audit("facts", f"examples/{example}")
    assert (done.code, done.err) == (0, "")
    file_regression.check(done.out, encoding="utf-8", extension=".txt")


def test_facts_as_json_follow_their_schema(procure_audit: Run) -> None:
    schema = json.loads(package_file("schemas", "facts-1.schema.json").read_text(encoding="utf-8"))
    told = json.loads(procure_audit("facts", "examples/harsh", "-f", "json").out)
    Draft202012Validator(schema).validate(told)


def test_every_quote_stands_where_the_fact_says(procure_audit: Run) -> None:
    told = json.loads(procure_audit("facts", "examples/harsh", "-f", "json").out)
    places = [place for fact in told["facts"] for place in fact["places"]]
    assert places
    assert all(place["document"] in {document["path"] for document in told["documents"]} for place in places)
    assert all(place["page"] for place in places if place["document"].endswith(".pdf"))
    assert all(place["box"] for place in places if place["document"].endswith(".pdf"))


def test_facts_of_nothing_end_with_three(procure_audit: Run) -> None:
    assert procure_audit("facts", "no-such-file.pdf").code == 3


def test_the_demo_always_ends_well(procure_audit: Run) -> None:
    done = procure_audit("demo")
    assert (done.code, done.err) == (0, "")
    assert "harsh" in done.out
