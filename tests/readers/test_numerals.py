"""Numbers as lists write them, and what of a printed number is the clause's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.readers.numerals import clause_label, letters, ordinal, roman


@pytest.mark.parametrize(("number", "words"), [(4, "iv"), (9, "ix"), (1994, "mcmxciv"), (0, "0"), (9999, "9999")])
def test_roman(number: int, words: str) -> None:
    assert roman(number) == words


@pytest.mark.parametrize(("number", "words"), [(1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (0, "0")])
def test_letters(number: int, words: str) -> None:
    assert letters(number) == words


@pytest.mark.parametrize(("number", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (112, "112th")])
def test_ordinal(number: int, words: str) -> None:
    assert ordinal(number) == words


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("4.2.1.", "4.2.1"),
        ("1)", "1"),
        ("(a)", "(a)"),
        ("a.", "(a)"),
        ("iv)", "(iv)"),
        ("A.", "A"),
        ("Schedule 2:", "Schedule 2"),
        ("(1)", "(1)"),
        ("•", ""),
        ("", ""),
        ("–", ""),
    ],
)
def test_clause_label(printed: str, label: str) -> None:
    assert clause_label(printed) == label


@given(st.integers(1, 4999))
def test_roman_numerals_are_one_to_one(number: int) -> None:
    values = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
    read = [values[letter] for letter in roman(number)]
    signed = [-one if one < after else one for one, after in zip(read, [*read[1:], 0], strict=True)]
    assert sum(signed) == number
