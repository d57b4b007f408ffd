"""Writes the fields of a notice as blocks and remembers where each field stands."""

from __future__ import annotations

import re
from typing import Any

from ...model import BlockKind, Span
from ..build import Builder
from . import words

_ITEM = re.compile(r"[-*•·▪–]\s|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]\s")
_REPEATED = 25
"""Characters from which a paragraph that stood before is not written again: portals fill one text into many fields."""


class Writer:
    """Writes one release. `spans` gives where each JSON path (from the file's root) was written."""

    def __init__(self, builder: Builder, root: str) -> None:
        self.builder, self.root = builder, root
        self.spans: dict[str, Span] = {}
        self._seen: set[str] = set()
        self._waiting: list[tuple[str, int]] = []

    def path(self, path: str) -> str:
        return f"{self.root}.{path}" if self.root else path

    def heading(self, title: str, level: int) -> None:
        """A heading that is written when something follows it under it."""
        self._waiting = [(above, depth) for above, depth in self._waiting if depth < level]
        self._waiting.append((title, level))

    def line(self, label: str, value: Any, path: str) -> None:
        """One field in words: "Contract value: 250000 GBP". None and empty values write nothing."""
        if isinstance(value, list):
            value = ", ".join(words.spoken(item) for item in value if isinstance(item, str))
        if isinstance(value, bool):
            value = "yes" if value else "no"
        if value is None or value == "" or isinstance(value, dict):
            return
        self._write(BlockKind.PARAGRAPH, f"{label}: {' '.join(words.cleaned(str(value)).split())}", path)

    def money(self, label: str, value: Any, currency: str, path: str, amount: str = "amount") -> None:
        """An amount with its *currency*."""
        if isinstance(value, dict) and (worth := words.money_of(value.get(amount))) is not None:
            self.line(label, f"{worth:,} {currency}", f"{path}.{amount}")

    def prose(self, value: Any, path: str, label: str = "") -> None:
        """A text field, paragraph by paragraph; what stood before isn't written again."""
        if not isinstance(value, str):
            return
        for text in words.paragraphs(value):
            key = re.sub(r"\W+", "", text).casefold()
            if len(text) >= _REPEATED and key in self._seen:
                continue
            self._seen.add(key)
            kind = BlockKind.LIST_ITEM if _ITEM.match(text) else BlockKind.PARAGRAPH
            self._write(kind, f"{label}: {text}" if label else text, path)
            label = ""

    def has(self, text: str) -> bool:
        """Whether all of a text field has been written already."""
        keys = (re.sub(r"\W+", "", part).casefold() for part in words.paragraphs(text))
        return all(key in self._seen for key in keys)

    def _write(self, kind: BlockKind, text: str, path: str) -> None:
        for title, level in self._waiting:
            self.builder.block(BlockKind.HEADING, title, level=level, label="", path=self.root)
        self._waiting = []
        full = self.path(path)
        span = self.builder.block(kind, text, level=int(kind is BlockKind.LIST_ITEM), path=full)
        if span is not None:
            self.spans.setdefault(full, span)
