"""Where the files that come with the program stand: rule packs, word lists, profiles, examples."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PACKAGED = _HERE / "_data"
DEFAULT_PACK = "uk"
"""The rule pack that judges where none is named."""


def data_file(*parts: str) -> Path:
    """The path of a file or folder that comes with the program: `data_file("rules", "words", "jargon.yaml")`.

    Inside an installed wheel they stand beside the code, in a checkout at its root. The path needn't exist.
    """
    root = _PACKAGED if _PACKAGED.is_dir() else _HERE.parents[1]
    return root.joinpath(*parts)


def package_file(*parts: str) -> Path:
    """The path of a file that is part of the code itself, such as a JSON Schema."""
    return _HERE.joinpath(*parts)
