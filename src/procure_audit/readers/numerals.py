"""Numbers as lists and headings write them: "iv", "AA", "07", "3rd"."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    )
)
_LARGEST = 5000
_ENDS = {1: "st", 2: "nd", 3: "rd"}


def roman(number: int) -> str:
    """4 → "iv"; numbers that Romans couldn't write stay in digits."""
    if not 0 < number < _LARGEST:
        return str(number)
    out = ""
    for size, letters in _ROMAN:
        out += letters * (number // size)
        number %= size
    return out


def letters(number: int) -> str:
    """1 → "a", 27 → "aa", 28 → "bb", as Word and Writer count."""
    if not 0 < number < _LARGEST:
        return str(number)
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)


def ordinal(number: int) -> str:
    """3 → "3rd"."""
    end = "th" if 10 <= number % 100 <= 20 else _ENDS.get(number % 10, "th")
    return f"{number}{end}"


WORD_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
    "ordinal": ordinal,
    "none": lambda _: "",
    "bullet": lambda _: "",
}
"""What WordprocessingML calls its number formats (ECMA-376, 17.18.59); the rest are written in digits."""


def clause_label(printed: str) -> str:
    """The number of a clause without what only parts it from the text: "4.2.1." → "4.2.1", "1)" → "1".

    Both brackets stay ("(a)"), and a small letter or numeral that hangs on the number above gets them: "a." → "(a)".
    """
    bare = printed.strip().rstrip(".:;,–—- \t")
    if bare.endswith(")") and "(" not in bare:
        bare = bare[:-1].strip()
    if bare.endswith("]") and "[" not in bare:
        bare = bare[:-1].strip()
    if not any(character.isalnum() for character in bare):
        return ""
    return f"({bare})" if bare.isalpha() and bare.islower() and len(bare) <= 6 else bare
