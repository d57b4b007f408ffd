"""Reads the word lists of rules/words: a word on each line, and plain words for it, or the theme that it tells.

Plain words given as `{safe: …}` may take the place of the word wherever it stands.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..data import data_file
from ..model import PackError, WordLists

_SAFE = "safe"


def load_words(folder: Path | None = None) -> WordLists:
    """The word lists of *folder*, without it those that come with the program. Raises PackError."""
    folder = folder or data_file("rules", "words")
    lists = [_read(folder / f"{name}.yaml") for name in ("legalese", "jargon", "vague", "themes")]
    safe = tuple((word, plain) for some in lists for word, plain, is_safe in some if is_safe)
    legalese, jargon, vague, themes = (tuple((word, plain) for word, plain, _ in some) for some in lists)
    return WordLists(legalese, jargon, vague, themes, safe)


def _read(path: Path) -> list[tuple[str, str, bool]]:
    """Word, plain words and whether they are safe to put in its place, in the order of the file."""
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
    seen: dict[str, tuple[str, bool]] = {}
    for key, value in node.value:
        told = _told(value)
        if not (isinstance(key, yaml.ScalarNode) and key.value and told):
            raise PackError(path, key.start_mark.line + 1, "a word and its plain words are both text")
        if key.value.lower() in seen:
            raise PackError(path, key.start_mark.line + 1, f"'{key.value}' stands twice")
        seen[key.value.lower()] = told
    return [(word, *told) for word, told in seen.items()]


def _told(value: Any) -> tuple[str, bool] | None:
    """The plain words of a node and whether they are safe; None where it is neither text nor {safe: text}."""
    if value.id == "scalar":
        return (value.value, False) if value.value else None
    pairs = [(key.value, inner) for key, inner in value.value] if value.id == "mapping" else []
    if [name for name, _ in pairs] != [_SAFE] or pairs[0][1].id != "scalar" or not pairs[0][1].value:
        return None
    return pairs[0][1].value, True
