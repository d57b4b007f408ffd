"""Patterns as people may read them."""

from __future__ import annotations

import pytest

from procure_audit.rules.pack import load_pack
from procure_audit.text.samples import sample_of


@pytest.mark.parametrize(
    ("pattern", "sample"),
    [
        ("three (?:printed )?copies", "three copies"),
        ("(?:technical|system) failures?", "technical failure"),
        ("failure[^.;]{0,80}(?:will|shall) not", "failure … will not"),
        (r"sub-?contract\w+ \d+", "subcontract"),
        (r"dispute(?! resolution) board", "dispute board"),
        (r"\bcop(?:y|ies)\b", "copy"),
        (r"£\d[\d,]*", "£"),
        (r"\w+", "…"),
        ("or (?:equivalent|similar)", "or equivalent"),
        (r"\(?help ?(?:desk|line)", "helpdesk"),
    ],
)
def test_a_pattern_by_its_first_words(pattern: str, sample: str) -> None:
    assert sample_of(pattern) == sample


def test_every_pattern_of_the_packs_gives_words() -> None:
    for rule in load_pack(["uk"]).rules:
        for sign in rule.signs:
            for pattern in getattr(sign.check, "any_of", ()):
                assert any(letter.isalpha() for letter in sample_of(pattern)), pattern
