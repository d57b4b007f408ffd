"""Strangers' words as a terminal may show them: no file name and no quote gives it orders or turns the line around."""

from __future__ import annotations

_WHITE = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_HARMFUL = (
    (0x00, 0x20),  # C0 control characters
    (0x7F, 0xA0),  # delete, and C1 control characters
    (0x202A, 0x202F),  # marks that turn the direction of writing
    (0x2066, 0x206A),
    (0xD800, 0xE000),  # halves of characters, as bytes of a name that are no text come in
)
_TABLE = {sign: "\ufffd" for start, end in _HARMFUL for sign in range(start, end)} | {ord(sign): " " for sign in _WHITE}


def printable(text: str) -> str:
    """*text* of the same length, with each line end or tab a blank and each control character "�"."""
    return text.translate(_TABLE)


_ALIKE = {
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "─": "-", "…": "...", "•": "*",
    "→": "->", "£": "GBP ", "€": "EUR ", "≥": ">=", "≤": "<=", "×": "x", "\u00a0": " ", "\ufffd": "?",
}  # fmt: skip


def in_code_page(error: UnicodeError) -> tuple[str, int]:
    """A codec's error handler: signs like those that the code page lacks, and "?" where there is none like it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_ALIKE.get(sign, "?") for sign in error.object[error.start : error.end]), error.end


def printable_lines(text: str) -> str:
    """*text* made printable line by line: its line ends stay, each as a newline."""
    return "\n".join(map(printable, text.replace("\r\n", "\n").split("\n")))
