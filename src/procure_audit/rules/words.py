"""Reads the word lists of rules/words: a word on each line, and plain words for it, or the theme that it tells."""

from __future__ import annotations

from pathlib import Path

from ..data import data_file
from ..model import PackError, WordLists


def load_words(folder: Path | None = None) -> WordLists:
    """The word lists of *folder*, without it those that come with the program. Raises PackError."""
    folder = folder or data_file("rules", "words")
    return WordLists(*(_read(folder / f"{name}.yaml") for name in ("legalese", "jargon", "vague", "themes")))


def _read(path: Path) -> tuple[tuple[str, str], ...]:
    """Word and plain words, in the order of the file."""
    import yaml

    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except OSError as fault:
        raise PackError(path, 1, f"can't be read: {fault.strerror}") from fault
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        raise PackError(path, line, f"not YAML: {fault.problem}") from fault
    if not isinstance(node, yaml.MappingNode):
        raise PackError(path, 1, "a list of words is 'word: plain words' on each line")
    seen: dict[str, str] = {}
    for key, value in node.value:
        if not (isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode) and key.value and value.value):
            raise PackError(path, key.start_mark.line + 1, "a word and its plain words are both text")
        if key.value.lower() in seen:
            raise PackError(path, key.start_mark.line + 1, f"'{key.value}' stands twice")
        seen[key.value.lower()] = value.value
    return tuple(seen.items())
