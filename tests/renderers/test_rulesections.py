"""Conditions, limits and examples of a rule in words."""

from __future__ import annotations

import pytest

from procure_audit.renderers.rulepage import markdown
from procure_audit.renderers.rulesections import example_line, in_words, sections

ENTRY = {
    "id": "a-rule",
    "title": "A *bold* rule",
    "category_title": "Time",
    "says": "Only {value} for {contract_value.annual|a year}[?, with {lots.count|no} lots].",
    "how": ["It looks at one number: days (window)."],
    "bands": {"low": ["< 20"], "high": ["< 10 if pages > 5"]},
    "basis": {"low": "judgement", "high": "judgement"},
    "severity": None,
    "also": [],
    "applies": {"jurisdiction": ["england", "ireland"], "starts": "2025-02-24",
                "when": "pages > 5 and lots.count is known"},
    "why": "It is short.",
    "suggestion": "Give {least|more} days.",
    "model_clause": "You have four weeks.",
    "model_clause_elsewhere": [],
    "law": [],
    "sources": [
        {"id": "A", "kind": "law", "title": "An Act 2023", "section": "5(1)", "says": "days", "url": "https://a.uk/x_y",
         "applies": {"jurisdiction": ["ni"], "until": "2026-12-31"}},
        {"id": "B", "kind": "judgement", "title": "Ours", "section": "", "says": "", "url": "", "applies": {}},
    ],
    "traps": [],
    "examples": {"flags": [{"text": "Two\nweeks.", "severity": "low"}], "passes": [{"metrics": {"pages": 4000}}]},
    "recommendations": [{"number": 2, "title": "Accessible procurement"}],
    "place": "rules/uk/time.yaml:12",
    "worked": {"severity": "low", "message": "Only 14 days.", "suggestion": "Give 28 days.", "model_clause": ""},
}  # fmt: skip


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("any", "wherever it is seen"),
        ("> 30", "more than 30"),
        (">= 0.25", "at least 0.25"),
        ("< 10 if pages > 5", "less than 10, if pages is more than 5"),
        ("any if a is unknown and b <= -2", "wherever it is seen, if a is unknown and b is at most -2"),
        ("= 0", "exactly 0"),
    ],
)
def test_a_condition_in_words(condition: str, told: str) -> None:
    assert in_words(condition) == told


def test_the_sections_of_a_rule() -> None:
    told = {section.title: section.lines for section in sections(ENTRY)}
    assert told["What it finds"] == ("Only [value] for [contract value: annual], with [lots: count] lots.",)
    assert told["How bad"][:2] == (
        "low: less than 20 (our own judgement)",
        "high: less than 10, if pages is more than 5 (our own judgement)",
    )
    assert told["How bad"][2].startswith("The limits are our own judgement")
    assert told["Where it holds"] == (
        "Whose law: England, Ireland",
        "From: 24 February 2025",
        "Only if: pages is more than 5 and lots.count is known",
    )
    assert told["A worked example"][:2] == ("Given: “Two weeks.”", "It says (low): Only 14 days.")
    law, own = told["Where it comes from"]
    assert law == (
        "Law: An Act 2023, section 5(1): days (Whose law: Northern Ireland; Until: 31 December 2026) https://a.uk/x_y"
    )
    assert own == "Our own judgement"
    assert "What it doesn't see, and what it is not" not in told


def test_a_severity_that_settings_set_is_told_in_place_of_the_bands() -> None:
    told = {section.title: section.lines for section in sections({**ENTRY, "severity": "low"})}
    assert told["How bad"] == ("Always low, as a pack or settings say.",)


def test_a_page_takes_signs_as_signs_and_addresses_as_links() -> None:
    page = markdown(ENTRY, ["core", "uk"])
    assert "# A \\*bold\\* rule\n" in page
    assert "<https://a.uk/x_y>" in page
    assert "> You have four weeks.\n" in page
    assert "in the packs core, uk. Written in `rules/uk/time.yaml`." in page


def test_an_example_in_a_line() -> None:
    given = {
        "facts": [{"kind": "lots", "count": 2}, {"kind": "insurance", "required_before_award": True}],
        "files": [{"format": "pdf", "tagged": False}],
        "setting": {"jurisdiction": "england", "regime": "psr"},
        "severity": "high",
    }
    told = "a file: format pdf, tagged no; lots, count 2; insurance, required before award yes; regime psr → high"
    assert example_line(given) == told
