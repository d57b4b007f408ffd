"""Names of documents as people write them."""

from __future__ import annotations

import pytest

from procure_audit.text.globs import name_matches


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("itt.docx", "itt.docx", True),
        ("ITT.DOCX", "itt.docx", True),
        ("pack/itt.docx", "itt.docx", True),
        ("pack/itt.docx", "pack/*.docx", True),
        ("a/pack/itt.docx", "pack/*", True),
        ("itt.docx", "*.pdf", False),
        ("my-itt.docx", "itt.docx", False),
        ("itt.docx.pdf", "itt.docx", False),
        ("itt-1.docx", "itt-?.docx", True),
        ("ITT [final] (1).docx", "ITT [final]*.docx", True),
        ("f.docx", "[final].docx", False),
        ("a/b/c.pdf", "**/*.pdf", True),
        ("a/b/c.pdf", "./a/**", True),
        ("a.b", "a?b", True),
        ("axb", "a.b", False),
    ],
)
def test_a_name_and_a_pattern(path: str, pattern: str, expected: bool) -> None:
    assert name_matches(path, pattern) is expected


def test_stars_cost_little() -> None:
    assert not name_matches("a" * 2000, "*a*a*a*b")
