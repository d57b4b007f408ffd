"""The word lists that come with the program, and what is said of broken ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from procure_audit.data import data_file
from procure_audit.model import PackError
from procure_audit.rules.words import load_words


def test_the_lists_hold_words_with_plain_words() -> None:
    words = load_words()
    assert dict(words.legalese)["notwithstanding"] == "despite"
    assert dict(words.jargon)["utilise"] == "use"
    for phrase, plain in (*words.legalese, *words.jargon):
        assert phrase == phrase.lower().strip() != plain


def test_no_word_is_on_both_lists() -> None:
    words = load_words()
    assert not dict(words.legalese).keys() & dict(words.jargon).keys()


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("- a\n- b\n", 1, "a list of words"),
        ("a: b\nA: c\n", 2, "stands twice"),
        ("a: b\nc: [d]\n", 2, "both text"),
        ("a: b\nc: 'd\n", 3, "not YAML"),
    ],
)
def test_broken_lists_are_told_at_their_line(tmp_path: Path, text: str, line: int, why: str) -> None:
    (tmp_path / "legalese.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=why) as caught:
        load_words(tmp_path)
    assert caught.value.line == line


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"legalese\.yaml:1: can't be read"):
        load_words(tmp_path)


def test_data_stands_in_the_checkout_or_in_the_wheel() -> None:
    assert data_file("rules", "words", "jargon.yaml").is_file()
